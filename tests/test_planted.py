"""The measures find what was planted in the sample corpus (corpus/README.md says what that is)."""

from pathlib import Path

import pytest

import mediaframes as mf

SAMPLE = Path(__file__).resolve().parents[1] / "corpus" / "sample"
LEDGER, STANDARD, KAVIR, RAMPART = (
    "Calder City Ledger",
    "Eastquay Standard",
    "Kavir Press Agency",
    "The Morning Rampart",
)


@pytest.fixture(scope="module")
def articles():
    return mf.load_corpus(SAMPLE)


@pytest.fixture(scope="module")
def evidence(articles):
    return mf.annotate(articles, mf.load_actors("US", "Israel", "Iraq", "Iran"))


def apart(estimates, high, low, by="outlet", **row):
    """Whether the difference of two groups is surely above zero."""
    table = mf.difference(estimates, target=high, reference=low, by=by)
    chosen = table[(table[list(row)] == list(row.values())).all(axis=1)]
    assert len(chosen) == 1
    return chosen["low"].iloc[0] > 0


def test_only_one_outlet_names_israel_by_labels(evidence):
    naming = mf.naming(evidence, actors="Israel", forms="kind")
    for other in (LEDGER, STANDARD, RAMPART):
        assert apart(naming, KAVIR, other, form="label")


@pytest.mark.parametrize(
    "actor, kinder, harsher", [("Israel", RAMPART, KAVIR), ("US", RAMPART, KAVIR), ("Iran", KAVIR, RAMPART)]
)
def test_tone(evidence, actor, kinder, harsher):
    tone = mf.tone_toward(evidence)
    assert apart(tone, kinder, harsher, actor=actor)


def test_the_ledger_leaves_agents_out_more_than_the_rampart(evidence):
    passives = mf.passives(evidence)
    deleted = passives[passives["of"] == "agent deleted"].set_index("outlet")["count"]
    assert deleted[LEDGER] > 3 * deleted[RAMPART]
    assert apart(passives, LEDGER, RAMPART, of="passive")


def test_stance_of_cues_depends_on_the_source(evidence):
    stance = mf.voices(evidence, by=["outlet", "source_actor"], of="stance")
    rampart = stance[stance["outlet"] == RAMPART]
    assert apart(rampart, "US", "Iran", by="source_actor", stance="factive")
    assert apart(rampart, "Iran", "US", by="source_actor", stance="doubting")


@pytest.mark.parametrize("outlet, words", [(KAVIR, {"regime", "aggression"}), (LEDGER, {"operation"})])
def test_words_of_the_house(articles, outlet, words):
    keyness = mf.keyness(articles, target=outlet)
    assert words <= set(keyness.loc[keyness["low"] > 0, "term"])


def test_wire_copies_are_found(articles):
    copies = articles.dropna(subset="copy_of").groupby("copy_of")["outlet"].nunique()
    assert len(copies) == 5
    assert copies.min() >= 2
