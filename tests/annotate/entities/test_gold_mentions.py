"""How many mentions are found: in our own texts anywhere, in NewsWCL50 (Hamborg, Zhukova & Gipp 2019) where it is."""

import mention_accuracy
import own_accuracy
import pytest
from bars import GOLD, bars, estimate, fallen, hold, needs


@pytest.fixture(scope="module")
def own():
    return own_accuracy.mentions().assign(data=own_accuracy.DATA)


@pytest.fixture(scope="module")
def gold():
    return mention_accuracy.score(GOLD)


@pytest.mark.parametrize("bar", bars("mentions", own=True))
def test_our_own_sentences(own, bar):
    hold(bar, estimate(own, bar))


def test_no_figure_on_our_own_sentences_fell(own):
    assert fallen(own).empty, fallen(own).to_string()


@pytest.mark.slow
@needs("newswcl50", "../corpora/newswcl50")
@pytest.mark.parametrize("bar", bars("mentions"))
def test_coded_news(gold, bar):
    hold(bar, estimate(gold, bar))


@pytest.mark.slow
@needs("newswcl50", "../corpora/newswcl50")
def test_no_figure_fell(gold):
    assert fallen(gold).empty, fallen(gold).to_string()
