"""How well speech is found: in our own texts anywhere, in PolNeAR (Newell, Margolin & Ruths 2018) where it is."""

import attribution_accuracy
import own_accuracy
import pytest
from bars import GOLD, bars, estimate, fallen, hold, needs


@pytest.fixture(scope="module")
def own():
    return own_accuracy.attributions().assign(data=own_accuracy.DATA)


@pytest.fixture(scope="module")
def gold():
    return attribution_accuracy.score(GOLD)


@pytest.mark.parametrize("bar", bars("attributions", own=True))
def test_our_own_sentences(own, bar):
    hold(bar, estimate(own, bar))


def test_no_figure_on_our_own_sentences_fell(own):
    assert fallen(own).empty, fallen(own).to_string()


@pytest.mark.slow
@needs("polnear/dev")
@pytest.mark.parametrize("bar", bars("attributions"))
def test_coded_news(gold, bar):
    hold(bar, estimate(gold, bar))


@pytest.mark.slow
@needs("polnear/dev")
def test_no_figure_fell(gold):
    assert fallen(gold).empty, fallen(gold).to_string()
