"""Toward whom a deed goes where that is no object: behind a preposition, or as the partner in a deed of both."""

from mediaframes.annotate.events.constructions import reach
from mediaframes.annotate.syntax.predicates import conjuncts, verb_lemma
from mediaframes.codebook.english import words

PARTNER = "and"


def targets(verb):
    """Return pairs (head token, preposition), each conjunct apart, in the order of the text.

    The general rule is that of the preposition: "against" and "to" aim at whoever stands behind them, "with" at a name
    or its people; those that mostly tell place, time or topic ("on", "in", "from", "at") aim after listed verbs only.
    """
    if not _has_preposition(verb):
        return []
    found = {end: row.get("says") or end.head.lower_ for end, row in reach("target", verb)}
    return sorted(((t, word) for end, word in found.items() for t in conjuncts(end)), key=lambda pair: pair[0].i)


def _has_preposition(verb):
    """Whether anything stands behind the verb in which a row could end: asked first, for speed."""
    kinds = ("prep", "dative", "dobj", "obj", "ccomp")
    return any(t.dep_ in kinds for t in verb.rights) or any(t.dep_ == "nsubjpass" for t in verb.lefts)


def is_mutual(verb, agents, patients):
    """Whether each of several agents is the other's partner: "A and B agreed", "A and B signed a treaty".

    A plural of several actors is its own partner: "the presidents of A and B met".
    """
    if len(agents) == 1 and agents[0].tag_ not in ("NNS", "NNPS"):
        return False
    lemma = verb_lemma(verb)
    if lemma in words("reciprocal") and (not patients or lemma in words("discussing")):
        return True
    return lemma in words("shared") and any(t.lemma_.lower() in words("mutual") for t in patients)
