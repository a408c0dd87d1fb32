"""How good each instrument is: on our own sentences anywhere, on the coded data of others where it is at hand.

PolNeAR: Newell, Margolin & Ruths 2018. NewsWCL50: Hamborg, Zhukova & Gipp 2019. PLOVER: Open Event Data Alliance 2018.
Casualties: Jackson 2023; Najjar & Lietava 2023. NewsMTSC: Hamborg & Donnay 2021. Directed sentiment: Park, Pan & Joo
2021. Countries: coded by a language model.
"""

from functools import cache

import attribution_accuracy
import clause_accuracy
import deed_accuracy
import harm_accuracy
import mention_accuracy
import own_accuracy
import pytest
import tone_accuracy
from bars import GOLD, bars, estimate, fallen, hold, needs

ATTITUDES = ("tone", "relations")
# The instruments measured together: how, and on what.
CODED = {
    ("attributions",): (attribution_accuracy.score, ["polnear/dev"]),
    ("mentions",): (mention_accuracy.score, ["newswcl50", "../corpora/newswcl50"]),
    ("clauses",): (clause_accuracy.score, ["plover"]),
    ("deeds",): (deed_accuracy.score, ["plover"]),
    ("harms",): (harm_accuracy.score, ["casualties"]),
    ATTITUDES: (lambda gold: tone_accuracy.score(gold)[0], ["newsmtsc", "dse", "countries", "../corpora"]),
}
OWN = {
    ("attributions",): own_accuracy.attributions,
    ("mentions",): own_accuracy.mentions,
    ("clauses",): own_accuracy.clauses,
    ATTITUDES: lambda: own_accuracy.attitudes()[0],
}


@cache
def coded(instruments):
    return CODED[instruments][0](GOLD)


@cache
def own(instruments):
    return OWN[instruments]().assign(data=own_accuracy.DATA)


def _with_bars(sets, **which):
    return [(key, bar) for key in sets for name in key for bar in bars(name, **which)]


def _params(pairs, *, marks):
    return [pytest.param(key, *bar.values, id=bar.id, marks=marks(key)) for key, bar in pairs]


def _at_hand(instruments):
    return [needs(*CODED[instruments][1])]


@pytest.mark.parametrize(("instruments", "bar"), _params(_with_bars(OWN, own=True), marks=lambda key: ()))
def test_our_own_sentences(instruments, bar):
    hold(bar, estimate(own(instruments), bar))


@pytest.mark.parametrize("instruments", OWN, ids=", ".join)
def test_no_figure_on_our_own_sentences_fell(instruments):
    assert fallen(own(instruments)).empty, fallen(own(instruments)).to_string()


@pytest.mark.slow
@pytest.mark.parametrize(("instruments", "bar"), _params(_with_bars(CODED), marks=_at_hand))
def test_coded_news(instruments, bar):
    hold(bar, estimate(coded(instruments), bar))


@pytest.mark.slow
@pytest.mark.parametrize("instruments", [pytest.param(k, id=", ".join(k), marks=_at_hand(k)) for k in CODED])
def test_no_figure_fell(instruments):
    assert fallen(coded(instruments)).empty, fallen(coded(instruments)).to_string()
