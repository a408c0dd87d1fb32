"""Whose names do and suffer something: not those that say where a journalist or firm is from, or what a war is about.

A name stands for the phrases on the path that `names_in` gives. A private person or firm of a state does nothing for it
and does not speak for it; what is done to them is done to the state's people. "The Iran deal" is a thing in any part.
"""

from itertools import pairwise

from mediaframes.annotate.coreference.titles import is_title
from mediaframes.annotate.entities.recognition import entities_in, looks_like_headline
from mediaframes.codebook.english import words

FORMER = words("left_office")
OWN = words("own_affairs")
ORGANS = words("organs")
PRIVATE = words("private")
THINGS = words("things_named")
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
    heads = {token: actor for _, tokens, actor, _ in names for token in tokens if actor not in members}
    return [
        (
            _until(path, lambda at, a=actor, k=kind: _is_thing(*at, k) or heads.get(at[1], a) != a),
            tokens,
            actor,
            kind,
        )
        for path, tokens, actor, kind in names
    ]


def doers(names):
    """Return names, as `parties` does, without those who act and speak for themselves."""
    return [(_until(path, _is_private), *more) for path, *more in names]


def _until(path, ends):
    """The path up to the first step (word, word above) that ends it."""
    stop = next((i for i, at in enumerate(pairwise(path), 1) if ends(at)), len(path))
    return path[:stop]


def _is_thing(name, noun, kind):
    """Whether a noun is a thing that the name before it says more of, or what a leader has beside the office."""
    word = noun.lemma_.lower()
    return noun.i > name.i and ((name.dep_ != "poss" and word in THINGS) or (kind == "leader" and word in OWN))


def _is_private(at):
    """Whether a noun, or one between it and the name, is of one who acts alone: "Israeli journalist Ann Doe"."""
    name, noun = at
    between = [t for t in noun.lefts if t.dep_ in BEFORE and t.i > name.i]
    told = {t.lemma_.lower() for t in (noun, *between)}
    if any(t.lower_ in FORMER for t in noun.lefts):
        return True
    return bool(told & PRIVATE) or (name.dep_ == "poss" and noun.pos_ == "PROPN" and _is_firm(noun, told))


def _is_firm(noun, told):
    """Whether a name behind 's is that of a paper or firm: "Spain's El Pais", not "Spain's Supreme Court"."""
    if told & ORGANS or any(map(is_title, told)) or looks_like_headline(noun.doc.text):
        return False
    return any(a <= noun.idx < b and label == "ORG" for a, b, label in entities_in(noun.doc.text))
