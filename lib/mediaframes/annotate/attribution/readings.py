"""A cue in its sentence, and what a construction makes of it."""

from typing import NamedTuple


class Cued(NamedTuple):
    """A cue where it stands: its token, its lemma, what it `takes`, whether it is a `passive`."""

    token: object  # a spacy.tokens.Token: spaCy is loaded with the first sentence, not before
    lemma: str
    takes: frozenset
    passive: bool = False


class Reading(NamedTuple):
    """What a cue governs: the form of the content, its source and its parts, as token ranges with exclusive ends."""

    form: str
    source: tuple | None
    content: list
