"""Who takes part in a predicate: agents and patients, through passives, relative clauses and lists of verbs."""

from mediaframes.annotate.syntax.predicates import (
    by_phrase,
    can_act,
    conjuncts,
    is_finite,
    is_passive,
    own_subjects,
    verb_lemma,
)
from mediaframes.annotate.syntax.subjects import (
    OBJECTS,
    RELATIVES,
    VERBAL,
    antecedent,
    inverted,
    is_tough,
    subjects,
)
from mediaframes.codebook.english import words

NO_PARTICIPANT = ("VERB", "AUX", "PUNCT", "ADP", "CCONJ", "SCONJ", "ADV", "PART", "INTJ", "SPACE")


def roles(verb, *, headline=False):
    """Return (agents, patients, passive): head tokens of the noun phrases, each conjunct apart.

    Agent = subject of an active verb or by-phrase of a passive; patient = object of an active verb or subject
    of a passive (van Atteveldt et al. 2017).
    """
    passive = is_passive(verb, headline=headline)
    over = subjects(verb, headline=headline)
    if passive:
        return _spread(by_phrase(verb)), _spread(over), True
    return _spread(over), _spread(objects(verb)), False


def _spread(heads):
    spread = [t for head in heads for t in conjuncts(head)]
    return list(dict.fromkeys(t for t in spread if t.pos_ not in NO_PARTICIPANT))


def objects(verb):
    """Head tokens of what an active verb is done to."""
    own = [t for t in verb.rights if t.dep_ in OBJECTS and t.tag_ not in RELATIVES and t not in inverted(verb)]
    if own:
        return own[:1] + _recipient(verb)
    if is_tough(verb):
        return subjects(verb.head)
    others = _counted(verb) or _relative_object(verb) or _shared_object(verb) or _target(verb) or _recipient(verb)
    return others or _told(verb) or _unseen_object(verb)


def _counted(verb):
    """The noun behind "up to ten", which the parser takes for a place: "freed up to ten sailors"."""
    up = [t for t in verb.rights if t.lower_ == "up"]
    to = [t for word in (verb, *up) for t in word.rights if t.lower_ == "to" and t.nbor(-1) in up]
    nouns = [t for p in to for t in p.rights if t.dep_ == "pobj"]
    return [t for t in nouns if any(n.dep_ == "nummod" for n in t.lefts)][:1]


def _told(verb):
    """Who is allowed or asked to do something: "allowed A to attack", where the parser makes A a subject."""
    if verb_lemma(verb) not in words("letting"):
        return []
    below = [t for t in verb.rights if t.dep_ == "ccomp" and t.tag_ == "VB" and not is_finite(t)]
    return [s for t in below[:1] for s in own_subjects(t) if not any(c.dep_ == "mark" for c in t.lefts)]


def _unseen_object(verb):
    """A name right behind the verb that the parser takes for an adverb."""
    near = [t for t in verb.rights if t.dep_ == "npadvmod" and t.pos_ == "PROPN" and t.i == verb.i + 1]
    return [t for t in near if can_act(t)]


def _recipient(verb):
    return [t for t in verb.rights if t.dep_ == "dative" and t.pos_ in ("NOUN", "PROPN", "PRON")][:1]


def _relative_object(verb):
    """The noun that "the town (that) the army shelled" is about."""
    fronted = [t for t in verb.lefts if t.dep_ in OBJECTS and t.tag_ in RELATIVES]
    if fronted:
        return [t for t in map(antecedent, fronted) if t.tag_ not in RELATIVES][:1]
    gap = verb.dep_ == "relcl" and own_subjects(verb) and verb.head.pos_ not in VERBAL
    if not gap or any(_pronoun_or_adverb(t) for t in verb.subtree if t.i < verb.i):
        return []
    filled = any(t.dep_ in ("prep", "xcomp", "ccomp", "acomp", "attr") for t in verb.rights)
    return [] if filled or verb.head.lemma_.lower() in words("circumstances") else [verb.head]


def _pronoun_or_adverb(token):
    return token.tag_ in (*RELATIVES, "WRB", "WP$") or token.lower_ == "that"


def _shared_object(verb):
    """The object of the last verb of a list, if nothing but "and" stands between: "shelled and burned A"."""
    later = [t for t in verb.rights if t.dep_ == "conj" and t.pos_ == "VERB"]
    if not later or any(t.dep_ in ("prep", "xcomp", "ccomp", "acomp", "dative") for t in verb.rights):
        return []
    between = verb.doc[verb.i + 1 : later[0].i]
    joined = all(t.dep_ in ("cc", "punct", "advmod", "prt", "preconj") for t in between)
    return objects(later[0]) if joined and not own_subjects(later[0]) else []


def _target(verb):
    """ "fired on the crowd": the patient stands behind a preposition."""
    if verb.lemma_ not in words("firing"):
        return []
    aims = [t for t in verb.rights if t.dep_ == "prep" and t.lower_ in ("at", "on", "upon")]
    return [t for aim in aims for t in aim.rights if t.dep_ == "pobj"][:1]
