"""States whose names end as adjectives do (Iran, Japan, Pakistan) are read as any other."""

import pandas as pd
import pytest

from mediaframes import annotate
from mediaframes.codebook.actors import demonyms

PAIRS = ("Iran", "Iraq"), ("Japan", "Peru"), ("Pakistan", "Egypt")
NAMES = [name for pair in PAIRS for name in pair]
# A sentence about {}, the actors of its clauses (X: the state at {}), and of each mention the role in them.
READINGS = [
    ("Trump hates the {} deal.", [("US", None)], [("US", "leader", "agent"), ("X", "name", "other")]),
    ("Kenya condemned the {} war.", [("Kenya", None)], [("Kenya", "name", "agent"), ("X", "name", "other")]),
    ("The {} crisis worries Kenya.", [(None, "Kenya")], [("X", "name", "other"), ("Kenya", "name", "patient")]),
    (
        "The {} attack on Kenya killed ten people.",
        [("X", "Kenya"), (None, None)],
        [("X", "name", "other"), ("Kenya", "name", "other")],
    ),
    (
        "{} strikes hit Kenya.",
        [(None, "X"), (None, "Kenya")],
        [("X", "name", "other"), ("Kenya", "name", "patient")],
    ),
    ("Deadly {} raid kills two", [(None, "X"), (None, None)], [("X", "name", "other")]),
    ("{} officials threatened Kenya.", [("X", "Kenya")], [("X", "government", "agent"), ("Kenya", "name", "patient")]),
    ("The {}-led coalition bombed Kenya.", [("X", "Kenya")], [("X", "name", "agent"), ("Kenya", "name", "patient")]),
    ("Kenya joined the {}-backed raid.", [("Kenya", None)], [("Kenya", "name", "agent"), ("X", "name", "other")]),
    ("Kenya backs {}'s army.", [("Kenya", "X")], [("Kenya", "name", "agent"), ("X", "name", "patient")]),
    ("{} attacked Kenya.", [("X", "Kenya")], [("X", "name", "agent"), ("Kenya", "name", "patient")]),
    ("Kenya was attacked by {}.", [("X", "Kenya")], [("Kenya", "name", "patient"), ("X", "name", "agent")]),
    ("Anti-{} protesters attacked Kenya.", [(None, "Kenya")], [("X", "name", "other"), ("Kenya", "name", "patient")]),
    ("The {} regime threatened Kenya.", [("X", "Kenya")], [("X", "label", "agent"), ("Kenya", "name", "patient")]),
    ("Kenya punished {} troops.", [("Kenya", "X")], [("Kenya", "name", "agent"), ("X", "government", "patient")]),
]


@pytest.fixture(scope="module")
def evidence():
    rows = [(f"{name}{i}", text.format(name)) for name in NAMES for i, (text, *_) in enumerate(READINGS)]
    articles = pd.DataFrame(rows, columns=["article_id", "text"])
    return annotate(articles, attitudes=False, cache=False)


def read(table, article_id, columns, name):
    """The rows of an article as tuples, the name asked about as X, what is missing as None."""
    rows = table.loc[table["article_id"] == article_id, columns]
    return [tuple("X" if v == name else None if pd.isna(v) else v for v in row) for row in rows.to_numpy()]


MISREAD = {("Pakistan", "Deadly {} raid kills two"): "the parser takes this name before this noun for an adjective"}
CASES = [
    pytest.param(
        name,
        number,
        id=text.format(name),
        marks=[pytest.mark.xfail(reason=MISREAD[name, text], strict=True)] if (name, text) in MISREAD else [],
    )
    for name in NAMES
    for number, (text, *_) in enumerate(READINGS)
]


@pytest.mark.parametrize(("name", "number"), CASES)
def test_the_letters_that_a_name_ends_in_change_no_reading(evidence, name, number):
    _, clauses, mentions = READINGS[number]
    assert read(evidence.clauses, f"{name}{number}", ["agent_actor", "patient_actor"], name) == clauses
    assert read(evidence.mentions, f"{name}{number}", ["actor", "kind", "role"], name) == mentions


def test_the_codebook_knows_which_words_are_demonyms():
    known = {"iranian", "iraqis", "korean", "greek", "swiss", "kurdish", "frenchmen"}
    assert known - demonyms() == set()
    assert (
        demonyms() & {"iran", "japan", "pakistan", "israel", "taliban", "korea", "deadly", "laos", "philippines"}
        == set()
    )
