"""Relations stand on the deeds that their sentence tells, told as fact, and on the network where there are none."""

import pandas as pd
import pytest

import mediaframes as mf
from mediaframes.annotate.attitude.grounds import GROUNDS, grounds, stand_on_deeds
from mediaframes.annotate.attitude.instruments import MIRRORED, RELATION_CLASSES


def read(sentence):
    """The relations and clauses of one sentence, with what the network alone said of it."""
    articles = pd.DataFrame({"article_id": ["one"], "text": [sentence]})
    evidence = mf.annotate(articles, ["Israel", "Iran", "France"], cache=False)
    network = mf.annotate(articles, ["Israel", "Iran", "France"], cache=False, syntax=False)
    return evidence.relations, evidence.clauses, network.relations


@pytest.mark.parametrize(
    ("sentence", "ground", "side"),
    [
        ("Iran bombed Israel.", "assault", 0),
        ("Israel was bombed by Iran.", "assault", 1),
        ("Iran may bomb Israel.", "hostile, not as fact", 0),
        ("Iran accused Israel of lying.", "hostile", 0),
        ("Iran praised Israel.", "friendly", 0),
        ("Iran will praise Israel.", "friendly, not as fact", 0),
        ("Iran held talks with Israel.", "talk", 0),
    ],
)
def test_a_deed_is_a_ground(sentence, ground, side):
    relations, clauses, _ = read(sentence)
    assert grounds(relations, clauses)[0, side, GROUNDS.index(ground)] == 1


def test_a_killing_told_as_fact_is_opposition_whoever_is_named_first():
    for sentence, expected in (
        ("Iran bombed Israel.", "p_opposes_q"),
        ("Israel was bombed by Iran.", "q_opposes_p"),
    ):
        relations, _, network = read(sentence)
        assert relations[expected].iloc[0] >= network[expected].iloc[0]
        assert relations[RELATION_CLASSES].iloc[0].idxmax() == expected


def test_where_no_deed_is_told_the_network_decides():
    relations, _, network = read("Envoys of Iran and Israel stayed in the same hotel.")
    assert (relations[RELATION_CLASSES].to_numpy() == network[RELATION_CLASSES].to_numpy()).all()


def test_the_names_changed_about_change_the_columns_alone():
    relations, clauses, _ = read("Iran bombed Israel.")
    sides = relations.assign(p=relations["q"], q=relations["p"])
    sides[RELATION_CLASSES] = relations[[RELATION_CLASSES[i] for i in MIRRORED]].to_numpy()
    one, other = stand_on_deeds(relations, clauses), stand_on_deeds(sides, clauses)
    mirrored = other[[RELATION_CLASSES[i] for i in MIRRORED]].to_numpy()
    assert one[RELATION_CLASSES].to_numpy() == pytest.approx(mirrored)


def test_without_clauses_nothing_changes():
    relations, clauses, _ = read("Iran bombed Israel.")
    assert stand_on_deeds(relations, clauses.iloc[:0]).equals(relations)
