"""Kinds of deeds: the classes of PLOVER, loaded from `english/plover.yaml`, and what each word says of them."""

from functools import cache
from typing import NamedTuple

import yaml

from mediaframes.codebook.english import FOLDER, gather, words

SIDES = ("cooperation", "conflict")
QUADS = tuple(f"{how} {side}" for side in SIDES for how in ("verbal", "material"))
SAME = "same"


class Entry(NamedTuple):
    """What a lemma says of the kind of deed: the rows that are asked first, how it carries its object, its class."""

    rows: tuple = ()  # of (look, look at an object or None, class or None)
    carries: dict | None = None
    kind: str | None = None


NOTHING = Entry()


@cache
def told():
    """Return `plover.yaml` as it is written (dict)."""
    return yaml.safe_load((FOLDER / "plover.yaml").read_text(encoding="utf-8"))


@cache
def quads():
    """Return the quad of each class (dict of str)."""
    return {kind: held["quad"] for kind, held in told()["classes"].items()}


def side(kind):
    """Return on which side a class is: cooperation or conflict."""
    return quads()[kind].split()[1]


@cache
def nouns():
    """Return the class of each noun of action (dict of str)."""
    return {noun: kind for kind, held in told()["classes"].items() for noun in held["nouns"].split()}


def entry(lemma):
    """Return what a verb's lemma says of the kind of deed (Entry)."""
    return _entries().get(lemma, NOTHING)


@cache
def _entries():
    rows, carries = {}, {}
    for kind, row in _rows():
        for lemma in gather(row["look"].split()[0].split("|")):
            rows.setdefault(lemma, []).append((row["look"], row.get("object"), kind))
    for row in told()["carrying"]:
        carries |= dict.fromkeys(gather(row["verbs"].split()), row)
    kinds = {verb: kind for kind, held in told()["classes"].items() for verb in held["verbs"].split()}
    return {
        lemma: Entry(tuple(rows.get(lemma, ())), carries.get(lemma), kinds.get(lemma))
        for lemma in rows.keys() | carries.keys() | kinds.keys()
    }


def _rows():
    """All rows that are asked before the lists, those that give no class first."""
    yield from ((None, row) for row in told()["neither"])
    yield from ((kind, row) for kind, held in told()["classes"].items() for row in held["constructions"])


def by_side(kind, row):
    """Return the class that a row of `plover.yaml` gives by the side of the class that it is about, or None."""
    return kind if kind is None or row.get("as") == SAME else row.get(side(kind))


def intended(kind, modal, *, by_other=False):
    """Return the class of a deed as its modality tells it: what is promised is agreed to, or threatened.

    Parameters
    ----------
    kind : str or None
        Class of the deed itself.
    modal : str or None
        The word that makes it less than a fact.
    by_other : bool
        Whether somebody else says it, so that "will" is no promise of who would act.

    Examples
    --------
    >>> intended("assault", "vow"), intended("assault", "may"), intended("aid", "will", by_other=True)
    ('threaten', 'assault', 'aid')
    """
    if kind is None or not is_intention(modal, by_other=by_other) or quads()[kind] == "verbal conflict":
        return kind
    return by_side(kind, told()["intended"])


def is_intention(modal, *, by_other=False):
    """Return whether the word that makes a deed less than a fact says that who would act means to."""
    if by_other and modal in _modals("spoken"):
        return False
    return modal in _modals("words")


@cache
def _modals(name):
    """Words of modality as `clauses.modal` gives them, which is "going to" for "going"."""
    listed = told()["intended"][name].split()
    return frozenset(words("modalities").get(word, word) for word in listed)
