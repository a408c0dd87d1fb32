"""Each construction reads its examples as it says, word for word, and could not be left out."""

import pytest

from mediaframes.annotate.events import constructions as rules
from mediaframes.annotate.events.clauses import find_clauses
from mediaframes.annotate.events.harms import find_harms
from mediaframes.annotate.events.modifiers import mention_phrase
from mediaframes.annotate.syntax.nounphrases import noun_phrase
from mediaframes.annotate.syntax.parser import parse
from mediaframes.codebook.english import constructions
from mediaframes.errors import MediaframesError

ROWS = [
    pytest.param(group, number, id=f"{group}: {row['look']}")
    for group, rows in constructions().items()
    for number, row in enumerate(rows)
]
EXAMPLES = [
    pytest.param(row, sentence, id=sentence)
    for rows in constructions().values()
    for row in rows
    for sentence in row["examples"]
]


@pytest.fixture
def read(told):
    """A function that gives what an example's sentence tells: its clauses, or what is attached to a name."""

    def read(row, sentence):
        (doc,) = parse([sentence])
        if "harms" in row:
            return " ; ".join(map(_harm, find_harms(doc, find_clauses(doc))))
        if "name" not in row:
            return " ; ".join(told(find_clauses(doc, headline=row.get("headline", False))))
        start = sentence.index(row["name"])
        phrase = mention_phrase(doc, start, start + len(row["name"]))
        return " ; ".join(phrase["modifiers"] + phrase["appositions"])

    return read


def _harm(harm):
    start, end = (0, 0) if harm.victim is None else noun_phrase(harm.victim)
    return f"{harm.word} {harm.kind} > {harm.token.doc.text[start:end] or '-'}"


@pytest.mark.parametrize(("row", "sentence"), EXAMPLES)
def test_each_example_is_read_as_it_says(row, sentence, read):
    assert read(row, sentence) == row["examples"][sentence]


@pytest.mark.parametrize(("group", "number"), ROWS)
def test_without_its_row_the_first_example_is_read_otherwise(group, number, read, monkeypatch):
    rows = constructions()[group]
    sentence, reading = next(iter(rows[number]["examples"].items()))
    fewer = constructions() | {group: rows[:number] + rows[number + 1 :]}
    monkeypatch.setattr(rules, "constructions", lambda: fewer)
    rules._rows.cache_clear()
    try:
        assert read(rows[number], sentence) != reading
    finally:
        rules._rows.cache_clear()


@pytest.mark.parametrize(("group", "number"), ROWS)
def test_a_row_says_nothing_that_no_rule_reads(group, number):
    row = constructions()[group][number]
    assert {"look", "examples"} <= row.keys() <= {"look", "examples", "headline", "name", "says", "inherits", "harms"}


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
