"""Whose names do and suffer something: not those that say where a journalist or firm is from, or what a war is about.

A name stands for the phrases on the path that `names_in` gives. A private person or firm of a state does nothing for it
and does not speak for it; what is done to them is done to the state's people. "The Iran deal" is a thing in any part.
"""

import re
from itertools import pairwise

from mediaframes.annotate.coreference.titles import is_title
from mediaframes.annotate.entities.places import find_places
from mediaframes.annotate.entities.recognition import entities_in, looks_like_headline
from mediaframes.codebook.english import words

FORMER = words("left_office")
OWN = words("own_affairs")
ORGANS = words("organs")
PRIVATE = words("private")
THINGS = words("things_named")
JOINT = re.compile(r",|&|\band\b")
BEFORE = ("compound", "amod", "nmod", "appos")


def parties(names, members=()):
    """Return names without the things that are only about an actor, and without other actors that it precedes.

    Parameters
    ----------
    names : list of tuple
        What `names_in` gives for a sentence: (path, tokens, actor, kind) each.
    members : collection of str
        Actors that belong to another one, as a person of one's own does to a state.
    """
    others = [(tokens, actor) for _, tokens, actor, kind in names if actor not in members and kind != "leader"]
    heads = {token: actor for tokens, actor in others for token in tokens}
    return [(_until(_is_other, name, heads), *name[1:]) for name in names]


def doers(names):
    """Return names, as `parties` does, without those who act and speak for themselves."""
    return [(_until(_is_private, name), *name[1:]) for name in names]


def is_topic(label, mentions):
    """Whether what stands before a colon says what it is about, and not who speaks: "Israel-Gaza: ...", "Gaza: ...".

    `mentions` are those of the label (with `actor`, `kind`).
    """
    joined = len({m["actor"] for m in mentions}) > 1 and not JOINT.search(label)
    return joined or (any(m["kind"] == "name" for m in mentions) and bool(find_places(label, 0, len(label))))


def _until(ends, name, *more):
    """The path of a name up to the first step, from a word to the noun above, that ends it."""
    path, _, actor, kind = name
    steps = enumerate(pairwise(path), 1)
    return path[: next((i for i, step in steps if ends(*step, actor, kind, *more)), len(path))]


def _is_other(word, noun, actor, kind, heads):
    """Whether a noun is another actor, a thing that the word before it says more of, or a leader's private affair."""
    first, last = sorted((word.i, noun.i))
    if heads.get(noun, actor) != actor or any(t.text == ":" for t in word.doc[first:last]):
        return True
    lemma = noun.lemma_.lower()
    thing = (word.dep_ not in ("poss", "npadvmod") and lemma in THINGS) or (kind == "leader" and lemma in OWN)
    return thing and noun.i > word.i


def _is_private(word, noun, _, kind):
    """Whether a noun, or one between it and the name, is of one who acts alone: "Israeli journalist Ann Doe"."""
    between = [t for t in noun.lefts if t.dep_ in BEFORE and t.i > word.i]
    told = {t.lemma_.lower() for t in (noun, *between)}
    if told & PRIVATE or any(t.lower_ in FORMER for t in noun.lefts):
        return True
    return kind == "name" and word.dep_ == "poss" and noun.pos_ == "PROPN" and _is_firm(noun, told)


def _is_firm(noun, told):
    """Whether a name behind 's is that of a paper or firm: "Spain's El Pais", not "Spain's Supreme Court"."""
    if told & ORGANS or any(map(is_title, told)) or looks_like_headline(noun.doc.text):
        return False
    return any(a <= noun.idx < b and label == "ORG" for a, b, label in entities_in(noun.doc.text))
