"""Nouns that stand for what two have to do with each other: "talks between A and B", "A's support for B"."""

from itertools import permutations, product

from mediaframes.annotate.events.constructions import find, matches
from mediaframes.annotate.events.targets import PARTNER
from mediaframes.annotate.syntax.predicates import conjuncts
from mediaframes.codebook.english import words


def is_dealing(token):
    """Whether a token is a noun of dealing that names both sides."""
    return dealing_of(token) is not None and matches("dealing", token) and bool(dealt(token))


def dealing_of(noun):
    """Return the verb that a noun of dealing stands for ("visit" → "visit", "summit" → "meet"), or None."""
    return words("dealings").get(noun.lemma_.lower()) or words("dealings").get(noun.lower_)


def dealt(noun):
    """Return [(agent, None, (target, preposition))] of a noun of dealing that names both sides; of talks each way.

    Parameters
    ----------
    noun : spacy.tokens.Token
    """
    agents = _each(find("dealer", noun))
    targets = [(t, _preposition(end)) for end in find("dealt_with", noun) for t in conjuncts(end)]
    if matches("mutual_dealing", noun):
        sides = _each(find("sides", noun)) or (agents if not targets else [])
        if len(sides) == 1 and sides[0].tag_ in ("NNS", "NNPS"):
            return [(sides[0], None, (sides[0], PARTNER))]  # "between US and Iraqi leaders"
        if len(sides) > 1:
            return [(one, None, (other, PARTNER)) for one, other in permutations(sides, 2)]
    return [(agent, None, target) for agent, target in product(agents, targets)]


def _each(heads):
    return list(dict.fromkeys(t for head in heads for t in conjuncts(head)))


def _preposition(end):
    return end.head.lower_ if end.dep_ == "pobj" else "to"
