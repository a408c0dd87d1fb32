"""Which class of PLOVER a predicate gets: each row of the lists reads its examples, and could not be left out."""

import pytest

from mediaframes.annotate.events.clauses import find_clauses
from mediaframes.annotate.schema import TABLES
from mediaframes.annotate.syntax.parser import parse
from mediaframes.codebook import deeds
from mediaframes.codebook.deeds import QUADS, intended, quads, told

CLASSES = told()["classes"]
CONSTRUCTIONS = [*told()["neither"], *(row for held in CLASSES.values() for row in held["constructions"])]
ROWS = [*CONSTRUCTIONS, *told()["carrying"]]
EXAMPLES = [(s, said) for row in [*ROWS, told()["intended"]] for s, said in row["examples"].items()]


def read(sentence):
    """All predicates of a sentence that have a class, with it."""
    (doc,) = parse([sentence])
    clauses = [(row["group"], row["predicate"], intended(row["plover"], row["modal"])) for row in find_clauses(doc)]
    return " ; ".join(f"{predicate} {kind}" for _, predicate, kind in dict.fromkeys(clauses) if kind)


@pytest.mark.parametrize(("sentence", "said"), EXAMPLES, ids=[s for s, _ in EXAMPLES])
def test_each_example_gets_its_class(sentence, said):
    assert read(sentence) == said


@pytest.mark.parametrize("row", CONSTRUCTIONS, ids=[row["look"] for row in CONSTRUCTIONS])
def test_without_its_row_the_first_example_is_read_otherwise(row, monkeypatch):
    sentence, said = next(iter(row["examples"].items()))
    rows = [(kind, other) for kind, other in deeds._rows() if other is not row]
    monkeypatch.setattr(deeds, "_rows", lambda: rows)
    deeds._entries.cache_clear()
    try:
        assert read(sentence) != said
    finally:
        deeds._entries.cache_clear()


@pytest.mark.parametrize("part", ["verbs", "nouns"])
def test_no_word_is_of_two_classes(part):
    listed = [word for held in CLASSES.values() for word in held[part].split()]
    assert sorted(listed) == sorted(set(listed))


def test_the_classes_are_those_of_the_schema_and_all_have_a_quad_and_a_meaning():
    assert list(CLASSES) == TABLES["clauses"]["plover"].values
    assert set(quads().values()) == set(QUADS)
    assert all(held["means"].strip() for held in CLASSES.values())


DYADS = """
Iran vowed to strike Israel. | Iran > strike > Israel: threaten
Turkey will send aid to Lebanon, the Turkish minister said. | Turkey > send > Lebanon: agree
Iran will attack Israel, American officials said. | Iran > attack > Israel: assault
Russia stopped bombing Syria. | Russia > bomb > Syria: yield
Russia quit helping Syria. | Russia > help > Syria: sanction
The sanctions that the US imposed on Iran hurt farmers. | US > impose > Iran: sanction
Iran did not attack Israel. | Iran > attack > Israel: assault
Israel's strike on Iran killed two. | Israel > strike > Iran: assault
Iran drew condemnation from France. | France > condemn > Iran: accuse
China held two rounds of talks with Japan. | China > hold > Japan: consult
Iran may release two Americans. | Iran > release > US: yield
Egypt cut all its remaining ties with Israel. | Egypt > cut > Israel: sanction
Iran resembles Iraq. | Iran > resemble > Iraq: None
"""


@pytest.mark.parametrize("line", DYADS.strip().splitlines())
def test_the_class_of_a_deed_between_two_actors(line, clauses_between_actors):
    text, wanted = line.split(" | ")
    found = {
        f"{row['agent_actor']} > {row['predicate']} > {row['patient_actor'] or row['target_actor']}: {row['plover']}"
        for row in clauses_between_actors(text, "body")
    }
    assert wanted in found
