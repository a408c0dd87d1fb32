import pytest

from mediaframes.annotate.coreference.persons import persons
from mediaframes.annotate.coreference.sources import carried, source_names
from mediaframes.annotate.coreference.titles import name_in
from mediaframes.annotate.segmentation.quotations import quotations


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Anna Marten", "Anna Marten"),
        ("Foreign Minister Anna Marten", "Anna Marten"),
        ("strategist Anna Marten, who advises the party", "Anna Marten"),
        ("Mr. Tarn", "Tarn"),
        ("a spokesman for Anna Marten", None),
        ("Anna Marten's lawyer", None),
        ("Tarn's lawyer Peter Holm", "Peter Holm"),
        ("officials", None),
        ("The Harbour Board", "Harbour Board"),
        ("the President", None),
    ],
)
def test_name_in_a_source(source, name):
    assert name_in(source) == name


def names_of(text, *sources):
    """The names of sources, each given by a string that is looked for from the end of the one before."""
    rows, at = [], 0
    for source in sources:
        start = text.index(source, at)
        at = start + len(source)
        rows.append({"source_start": start, "source_end": at})
    ends = [i + 1 for i, c in enumerate(text) if c == "."] or [len(text)]
    sentences = [(a, b, "body") for a, b in zip([0, *ends], ends, strict=False)]
    return source_names(text, sentences, rows, quotations(text))


@pytest.mark.parametrize(
    ("text", "sources", "names"),
    [
        ("Anna Marten met Peter Holm. She said no.", ["She"], ["Anna Marten"]),
        ("Anna Marten met Peter Holm. He said no.", ["He"], ["Peter Holm"]),
        ("Mr Tarn met Ms Orlo. He said no. She said yes.", ["He", "She"], ["Tarn", "Orlo"]),
        ("Anna Marten spoke. Later Marten said no.", ["Anna Marten", "Marten"], ["Anna Marten", "Anna Marten"]),
        ("Defence Minister Peter Holm met Anna Marten. The minister said no.", ["The minister"], ["Peter Holm"]),
        ("Peter Holm, the mayor of Lund, met Ms Orlo. The mayor said no.", ["The mayor"], ["Peter Holm"]),
        ("Anna Marten, who said no, left.", ["who"], ["Anna Marten"]),
        ("Officials met. They said no.", ["They"], [None]),
        ("The storm came. He said no.", ["He"], [None]),
        ("Anna Marten left. A guard came. The judge said no.", ["The judge"], [None]),
        ('"Peter Holm lies," said Jacob Tarn. He left and said no.', ["He"], ["Jacob Tarn"]),
    ],
)
def test_pronouns_and_titles_carry_names(text, sources, names):
    assert names_of(text, *sources) == names


def test_a_missing_source_has_no_name():
    row = {"source_start": None, "source_end": None}
    assert source_names("It is said.", [(0, 11, "body")], [row]) == [None]


def test_two_persons_of_one_last_name_are_told_apart_by_their_titles():
    text = "Anna Marten met John Marten. Mr. Marten left. Ms. Marten stayed."
    assert [p.name for p in persons(text)] == ["Anna Marten", "John Marten", "John Marten", "Anna Marten"]


def test_a_title_makes_a_person_of_a_name_met_before():
    text = "Oxu Tarn met the press. Mr. Tarn left, and Tarn slept."
    assert [(p.name, p.gender) for p in persons(text)] == [("Oxu Tarn", "m"), ("Oxu Tarn", "m")]


def test_institutions_are_no_persons():
    assert persons("The Anna Marten Foundation and the John Holm University spoke.") == []


BEFORE = [{"source_text": "Foreign Minister Anna Marten", "source_actor": "Norland", "source_name": "Anna Marten"}]
LEADER = {"text": "Supreme Leader", "actor": "Norland", "end": 20}


@pytest.mark.parametrize(
    ("source", "before", "mentions", "taken"),
    [
        ("she", [BEFORE[0] | {"source_text": "the Norland spokeswoman"}], [], ("Norland", "Anna Marten")),
        ("he", [BEFORE[0] | {"source_text": "the Norland spokeswoman"}], [], None),
        ("he", [BEFORE[0] | {"source_text": "the minister"}], [], ("Norland", "Anna Marten")),
        ("he", [BEFORE[0] | {"source_text": "the ministry"}], [], None),
        ("he", [BEFORE[0] | {"source_text": "the minister", "source_actor": None}], [], None),
        ("it", [BEFORE[0] | {"source_text": "the minister"}], [], None),
        ("The Leader", [], [LEADER], ("Norland", "Supreme Leader")),
        ("The Leader", [], [LEADER, LEADER | {"actor": "Sudland"}], None),
        ("The Leader", [], [LEADER, LEADER | {"actor": None}], None),
        ("The Leader", [], [LEADER | {"end": 99}], None),
        ("the minister", [BEFORE[0] | {"source_text": "the minister"}], [], ("Norland", "Anna Marten")),
        ("the harbour", [BEFORE[0]], [LEADER], None),
    ],
)
def test_a_title_or_pronoun_takes_over_the_actor_before(source, before, mentions, taken):
    row = {"source_text": source, "source_start": 50}
    expected = dict(zip(("source_actor", "source_name"), taken, strict=True)) if taken else {}
    assert carried(row, before, mentions) == expected
