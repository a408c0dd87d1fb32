"""How good tone and relations are on coded sentences: our own anywhere, the development parts where they are at hand.

NewsMTSC: Hamborg & Donnay 2021. Directed sentiment: Park, Pan & Joo 2021. Countries: coded by a language model.
"""

import own_accuracy
import pytest
import tone_accuracy
from bars import GOLD, bars, estimate, fallen, hold, needs

PLACES = ["newsmtsc", "dse", "countries", "../corpora"]


@pytest.fixture(scope="module")
def own():
    return own_accuracy.attitudes()[0]


@pytest.fixture(scope="module")
def gold():
    return tone_accuracy.score(GOLD)[0]


@pytest.mark.parametrize("bar", [*bars("tone", own=True), *bars("relations", own=True)])
def test_our_own_sentences(own, bar):
    hold(bar, estimate(own, bar))


def test_no_figure_on_our_own_sentences_fell(own):
    assert fallen(own).empty, fallen(own).to_string()


@pytest.mark.slow
@needs(*PLACES)
@pytest.mark.parametrize("bar", [*bars("tone"), *bars("relations")])
def test_coded_sentences(gold, bar):
    hold(bar, estimate(gold, bar))


@pytest.mark.slow
@needs(*PLACES)
def test_no_figure_fell(gold):
    assert fallen(gold).empty, fallen(gold).to_string()
