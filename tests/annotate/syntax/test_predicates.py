"""Verbs of a sentence: their base forms, and what is none."""

import pytest

from mediaframes.annotate.syntax.parser import parse
from mediaframes.annotate.syntax.predicates import is_action, verb_lemma

VERBS = [
    ("The rebels hated the king.", ["hate"]),
    ("The talks were slated for May.", ["slate"]),
    ("She sited the plant there.", ["site"]),
    ("They planned the trip and rated the hotel.", ["plan", "rate"]),
    ("He is hoping for rain.", ["hope"]),
    ("He hopes to win.", ["hope", "win"]),
    ("The wolf raided the barn and added a goat.", ["raid", "add"]),
    ("They re-elected the mayor.", ["elect"]),
    ("It\u2019s the mayor that they chose.", ["choose"]),
    ("They go home.", ["go"]),
    ("The police were surveilling the mosque.", ["surveill"]),
    ("The talks deadlocked.", ["deadlock"]),
    ("Families are crowdfunding now.", ["crowdfund"]),
    ("They handled it, changed it and finished it.", ["handle", "change", "finish"]),
]


@pytest.mark.parametrize(("text", "lemmas"), VERBS)
def test_the_predicates_of_a_sentence(text, lemmas):
    (doc,) = parse([text])
    assert [verb_lemma(token) for token in doc if is_action(token)] == lemmas
