"""How often a deed gets the class that people gave it in PLOVER's examples (2018), where these are."""

import deed_accuracy
import pytest
from bars import GOLD, bars, estimate, fallen, hold, needs


@pytest.fixture(scope="module")
def gold():
    return deed_accuracy.score(GOLD)


@pytest.mark.slow
@needs("plover")
@pytest.mark.parametrize("bar", bars("deeds"))
def test_coded_news(gold, bar):
    hold(bar, estimate(gold, bar))


@pytest.mark.slow
@needs("plover")
def test_no_figure_fell(gold):
    assert fallen(gold).empty, fallen(gold).to_string()
