"""How often the side of those killed is found, in coded sentences on the war in Israel and Gaza, where they are."""

import harm_accuracy
import pytest
from bars import GOLD, bars, estimate, fallen, hold, needs


@pytest.fixture(scope="module")
def gold():
    return harm_accuracy.score(GOLD)


@pytest.mark.slow
@needs("casualties")
@pytest.mark.parametrize("bar", bars("harms"))
def test_coded_news(gold, bar):
    hold(bar, estimate(gold, bar))


@pytest.mark.slow
@needs("casualties")
def test_no_figure_fell(gold):
    assert fallen(gold).empty, fallen(gold).to_string()
