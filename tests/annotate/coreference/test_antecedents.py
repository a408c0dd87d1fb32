"""Whom a pronoun means as a participant of a deed: one actor that fits, or nobody."""

import pytest

PASSAGES = {
    "Iran was hit when Israel attacked it.": ("Israel", "Iran"),
    "Israel signed the deal, and Iran attacked it.": ("Iran", None),
    "Egypt warned Sudan. Libya attacked it.": ("Libya", None),
    "Norway was shocked. Denmark attacked it.": ("Denmark", "Norway"),
    "Iraqi troops came. Syria attacked them.": ("Syria", "Iraq"),
    "Iraqi troops came. Syria attacked it.": ("Syria", None),
    "Greece and Turkey were late. Libya attacked them.": ("Libya", "Greece"),
    'Norway was shocked. "Denmark attacked it," a man said.': ("Denmark", None),
    "Putin left. Finland attacked it.": ("Finland", None),
}


@pytest.mark.parametrize("text", PASSAGES)
def test_a_pronoun_means_the_one_actor_that_fits(text, clauses_between_actors):
    rows = [row for row in clauses_between_actors(text, "body") if row["predicate"] == "attack"]
    assert PASSAGES[text] in [(row["agent_actor"], row["patient_actor"]) for row in rows]


@pytest.mark.parametrize(
    "text", ["Japanese officials want them destroyed.", "Japan wants it destroyed.", "Japan warned it would act."]
)
def test_nobody_is_meant_to_be_whoever_wants_it(text, clauses_between_actors):
    assert not [row for row in clauses_between_actors(text, "body") if row["patient_actor"] == "Japan"]
