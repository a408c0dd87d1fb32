"""How often a clause joins the two who act: in our own texts anywhere, in PLOVER's examples (2018) where they are."""

import clause_accuracy
import own_accuracy
import pytest
from bars import GOLD, bars, estimate, fallen, hold, needs


@pytest.fixture(scope="module")
def own():
    return own_accuracy.clauses().assign(data=own_accuracy.DATA)


@pytest.fixture(scope="module")
def gold():
    return clause_accuracy.score(GOLD)


@pytest.mark.parametrize("bar", bars("clauses", own=True))
def test_our_own_sentences(own, bar):
    hold(bar, estimate(own, bar))


def test_no_figure_on_our_own_sentences_fell(own):
    assert fallen(own).empty, fallen(own).to_string()


@pytest.mark.slow
@needs("plover")
@pytest.mark.parametrize("bar", bars("clauses"))
def test_coded_news(gold, bar):
    hold(bar, estimate(gold, bar))


@pytest.mark.slow
@needs("plover")
def test_no_figure_fell(gold):
    assert fallen(gold).empty, fallen(gold).to_string()
