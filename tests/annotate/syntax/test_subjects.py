"""Who does what a verb says, and who stands behind "by", in one sentence each."""

import pytest

from mediaframes.annotate.syntax.nounphrases import is_bare_place, whole_phrase
from mediaframes.annotate.syntax.parser import parse
from mediaframes.annotate.syntax.predicates import by_phrase, is_passive
from mediaframes.annotate.syntax.subjects import subjects, written_subjects

# sentence | verb | its subjects, or who is meant to do it
SUBJECTS = """
    The army shelled the town. | shelled | army
    The army and the police left. | left | army
    The rebels entered the town, killing ten. | killing | rebels
    The mayor wants the union to leave. | leave | union
    The mayor promised the union to leave. | leave | mayor
    The envoy, who leads the union, left. | leads | envoy
    It was the army that shelled the town. | shelled | army
    The union said the port would close and accused the state of lying. | accused | union
    The union accused the state of shelling the port. | shelling | state
    The guests used half of their evening to praise the cook. | praise | guests
    The unions signed a letter denouncing the plan. | denouncing | unions
    The envoy was quoted as saying that the talks had failed. | saying | envoy
    Army radio quoted a commander as saying the raid was over. | saying | commander
    In addition to shelling the port, the army burned the town. | shelling | army
    The state is at risk of losing the port. | losing | state
    The law gives the army the right to shell the port. | shell | army
    "Which bridge?" asked Mr. Holm. | asked | Holm
    The strikes, he said, hit the port. | said | he
    The town was shelled. | shelled | town
    The state would require the union to leave the port. | leave | union
    The union spent much of its campaign railing against the dam. | railing | union
    A suit was filed in May challenging the plan. | challenging | suit
    The town was shelled, killing ten. | killing | -
    It rained in the port. | rained | It
    There appeared to be a ship. | appeared | -
"""
PASSIVES = """
    The town was shelled by the army. | shelled | passive | army
    The town was shelled on Monday. | shelled | passive | -
    The army is shelling the town. | shelling | active | -
    The army has shelled the town. | shelled | active | -
    The envoy tweeted in the morning. | tweeted | active | -
    She's said that the dam is safe. | said | active | -
    He's predicted big wins in the north. | predicted | active | -
    The envoy said by telephone that the dam is safe. | said | active | -
    She often referred to the ship by a nickname. | referred | active | nickname
    It was an offer the leadership rebuffed at a meeting in May. | rebuffed | active | -
    The mayor, who he accused of lying, left. | accused | active | -
    It's said that the dam is safe. | said | passive | -
    The plan was backed by nearly 6 in 10 of the farmers. | backed | passive | 6
    The plan was backed by 42 percent of the farmers. | backed | passive | percent
    The port will be closed by Monday. | closed | passive | -
"""


def rows(table):
    return [[part.strip() for part in line.split("|")] for line in table.strip().splitlines()]


def verb_of(text, verb):
    (doc,) = parse([text])
    return next(t for t in doc if t.text == verb)


def named(heads):
    return " ".join(t.text for t in heads) or "-"


@pytest.mark.parametrize(("text", "verb", "heads"), rows(SUBJECTS))
def test_subjects(text, verb, heads):
    assert named(subjects(verb_of(text, verb))) == heads


@pytest.mark.parametrize(("text", "verb", "voice", "agent"), rows(PASSIVES))
def test_passives(text, verb, voice, agent):
    token = verb_of(text, verb)
    assert ("passive" if is_passive(token) else "active", named(by_phrase(token))) == (voice, agent)


def test_a_relative_pronoun_is_the_subject_as_written():
    verb = verb_of("The envoy, who leads the union, left.", "leads")
    assert named(written_subjects(verb)) == "who"


def test_a_phrase_ends_before_the_clause_that_holds_its_cue():
    verb = verb_of("The unions sent a long letter that denounced the plan.", "denounced")
    start, end = whole_phrase(verb.head, without=verb)
    assert verb.doc[start:end].text == "a long letter"


@pytest.mark.parametrize(
    ("name", "bare"), [("Iran", True), ("Iraq", True), ("Japan", True), ("Iranian", False), ("US", False)]
)
def test_a_place_before_a_noun_says_what_it_is_about(name, bare):
    assert is_bare_place(verb_of(f"The town hates the {name} deal.", name)) == bare
