"""Each construction reads its examples as it says, word for word, and could not be left out."""

import pytest

from mediaframes.annotate.events import constructions as rules
from mediaframes.annotate.events.clauses import find_clauses
from mediaframes.annotate.syntax.parser import parse
from mediaframes.codebook.english import constructions
from mediaframes.errors import MediaframesError

ROWS = [
    pytest.param(group, number, id=f"{group}: {row['look']}")
    for group, rows in constructions().items()
    for number, row in enumerate(rows)
]
EXAMPLES = [
    pytest.param(sentence, reading, row.get("headline", False), id=sentence)
    for rows in constructions().values()
    for row in rows
    for sentence, reading in row["examples"].items()
]


def clauses_of(text, headline):
    (doc,) = parse([text])
    return find_clauses(doc, headline=headline)


@pytest.mark.parametrize(("sentence", "reading", "headline"), EXAMPLES)
def test_each_example_is_read_as_it_says(sentence, reading, headline, told):
    assert told(clauses_of(sentence, headline)) == reading.split(" ; ")


@pytest.mark.parametrize(("group", "number"), ROWS)
def test_without_its_row_the_first_example_is_read_otherwise(group, number, told, monkeypatch):
    rows = constructions()[group]
    sentence, reading = next(iter(rows[number]["examples"].items()))
    fewer = constructions() | {group: rows[:number] + rows[number + 1 :]}
    monkeypatch.setattr(rules, "constructions", lambda: fewer)
    rules._rows.cache_clear()
    try:
        found = told(clauses_of(sentence, rows[number].get("headline", False)))
    finally:
        rules._rows.cache_clear()
    assert found != reading.split(" ; ")


@pytest.mark.parametrize(("group", "number"), ROWS)
def test_a_row_says_nothing_that_no_rule_reads(group, number):
    row = constructions()[group][number]
    assert {"look", "examples"} <= row.keys() <= {"look", "examples", "headline", "says", "inherits"}


# from which word ; look ; where it ends
STEPS = """
killing ; >prep ; of by
killing ; >prep of >pobj ; mayor
killing ; >prep|agent by >pobj ; rebels
killing ; > the ; The
killing ; >prep !of ; by
killing ; [>prep of] >prep by ; by
killing ; ![>prep of] >prep ;
killing ; >prep [>pobj mayor] ; of
killing ; ?before >prep ;
killing ; > ?before ; The
killing ; + ; of
killing ; - ; The
mayor ; <pobj ; of
mayor ; <pobj of <prep NOUN ; killing
mayor ; =pobj ; mayor
mayor ; =nsubj ;
mayor ; & ; mayor envoy
mayor ; > an|the ; the
shocked ; @nominals ;
killing ; @nominals ; killing
shocked ; shock|kill ; shocked
shocked ; VBD ; shocked
shocked ; VERB|NOUN >nsubj ; killing
shocked ; NOUN ;
shocked ; < ;
The ; - ;
. ; + ;
"""


@pytest.mark.parametrize("line", STEPS.strip().splitlines())
def test_steps(line):
    word, look, expected = (cell.strip() for cell in line.split(" ;"))
    (doc,) = parse(["The killing of the mayor and envoy by rebels shocked the town."])
    token = next(t for t in doc if t.text == word)
    assert [t.text for t in rules.ends(look, token)] == expected.split()


@pytest.mark.parametrize(
    ("look", "said"),
    [(">prep ] of", "closes a bracket"), ("[>prep of", "opens a bracket"), ("?no_such", "'no_such'")],
)
def test_a_look_that_cannot_be_read_is_an_error(look, said):
    with pytest.raises(MediaframesError, match=said):
        rules.compile_look(look)
