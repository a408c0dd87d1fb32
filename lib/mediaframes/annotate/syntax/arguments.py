"""Who takes part in a predicate, through passives, control, relative clauses and lists of verbs."""

from mediaframes.annotate.syntax.predicates import (
    DEPTH,
    VERBAL,
    by_phrase,
    can_act,
    conjuncts,
    has_object,
    is_infinitive,
    is_passive,
    own_subjects,
    verb_lemma,
)
from mediaframes.codebook.english import words

__all__ = ["roles", "subjects"]

RELATIVES = ("WDT", "WP")
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


def subjects(verb, *, headline=False, depth=0):
    """Head tokens of the subject of a verb, its own or the one it shares, is controlled by, or describes."""
    own = own_subjects(verb) or (_loose_subject(verb) if headline else [])
    if own:
        return [_resolved(t, verb) for t in own]
    if depth > DEPTH or any(t.dep_ in ("csubj", "csubjpass", "expl") for t in verb.children):
        return []
    find = FINDERS.get(verb.dep_)
    return find(verb, headline, depth + 1) if find else []


def _loose_subject(verb):
    """The subject of a headline's infinitive, to which the parser gives no role: "A to attack B"."""
    if verb.dep_ != "ROOT" or not is_infinitive(verb):
        return []
    return [t for t in verb.lefts if t.dep_ in ("dep", "npadvmod", "nmod", "dative") and t.pos_ in ("NOUN", "PROPN")][
        :1
    ]


def _resolved(token, verb):
    """What a relative pronoun stands for: the noun before its clause, or the focus of "it was A that …"."""
    if token.tag_ not in RELATIVES and token.lower_ != "that":
        return token
    top = verb
    while top.dep_ in ("conj", "xcomp", "ccomp") and top.head.pos_ == "VERB" and top.head.i < top.i:
        top = top.head
    if top.dep_ == "relcl" and top.head.pos_ not in VERBAL:
        return top.head
    focus = [t for t in top.head.rights if t.dep_ == "attr" and t.i < token.i] if top.head.lemma_ == "be" else []
    return focus[0] if focus else token


def _of_list(verb, headline, depth):
    return subjects(verb.head, headline=headline, depth=depth) if verb.head.pos_ in VERBAL else []


def _of_complement(verb, headline, depth):
    """Who is meant to do an infinitive or a gerund: the object of the governing verb, or its subject."""
    above = verb.head
    if above.pos_ not in VERBAL:
        return [] if _is_tough(verb) else _of_adjective(above, headline, depth)
    controlled = [t for t in above.rights if t.dep_ in ("dobj", "obj", "dative") and t.i < verb.i]
    if controlled and above.lemma_ not in words("subject_control"):
        return controlled[:1]
    return subjects(above, headline=headline, depth=depth)


def _is_tough(verb):
    """Whether an infinitive is done to the subject: "A is easy to reach"."""
    infinitive = verb.dep_ in ("xcomp", "ccomp", "advcl") and is_infinitive(verb)
    return infinitive and verb.head.lemma_.lower() in words("tough") and not has_object(verb)


def _of_adjective(above, headline, depth):
    while above.dep_ in ("acomp", "attr", "oprd", "conj") and above.pos_ not in VERBAL:
        above = above.head
    return subjects(above, headline=headline, depth=depth) if above.pos_ in VERBAL else []


def _of_gerund(verb, headline, depth):
    """Who does a gerund behind a preposition: "accused A of attacking", "A left after attacking"."""
    above = verb.head.head if verb.head.dep_ in ("prep", "agent", "pcomp", "dep") else verb.head
    above = above.head if above.pos_ == "ADV" else above
    if verb.head.i and verb.head.nbor(-1).lower_ == "far" and above.pos_ in ("NOUN", "PROPN"):
        return [above]
    if above.pos_ not in VERBAL:
        return _of_adjective(above, headline, depth) if above.pos_ == "ADJ" else _owner(above, headline, depth)
    blamed = [t for t in above.rights if t.dep_ in ("dobj", "obj") and t.i < verb.i]
    if blamed and above.lemma_ in words("blaming") and verb.head.lower_ in ("of", "for", "with", "from"):
        return blamed[:1]
    if is_passive(above, headline=headline) and verb.head.lower_ == "by":
        return []
    return subjects(above, headline=headline, depth=depth)


def _of_adverbial(verb, headline, depth):
    """ "A entered, killing ten": the subject; where the main verb is passive, its agent is the one who kills."""
    above = verb.head
    if above.pos_ not in VERBAL:
        return []
    if verb.tag_ == "VBG" and verb.i > above.i and is_passive(above, headline=headline):
        return by_phrase(above)
    shared = ("while", "when", "after", "before", "if", "unless", "once", "although", "though")
    if any(t.dep_ == "mark" and t.lower_ not in shared for t in verb.lefts):
        return []
    return subjects(above, headline=headline, depth=depth)


def _of_noun(verb, headline, depth):
    """A participle describes its noun ("rockets fired by A"); an infinitive has the noun's owner as subject."""
    noun = verb.head
    if is_infinitive(verb) and not headline:
        return _owner(noun, headline, depth)
    return [noun] if noun.pos_ not in VERBAL else []


def _owner(noun, headline, depth):
    """Whose plan or threat a noun is: its possessive or adjective, or the subject of the verb that it serves."""
    owners = [t for t in noun.lefts if t.dep_ == "poss" or (t.dep_ in ("amod", "compound") and t.text[:1].isupper())]
    owners += [t for by in noun.rights if by.lower_ == "by" for t in by.rights if t.dep_ == "pobj" and can_act(t)]
    if owners:
        return owners[:1]
    verb = noun.head
    serves = noun.dep_ in ("dobj", "attr", "obj") and verb.pos_ in VERBAL
    return subjects(verb, headline=headline, depth=depth) if serves and depth < DEPTH else []


def _of_relative(verb, headline, depth):
    """A relative clause without a subject: reduced, or an infinitive misread as one."""
    return [verb.head] if verb.head.pos_ not in VERBAL else []


FINDERS = {
    "conj": _of_list,
    "xcomp": _of_complement,
    "ccomp": lambda verb, headline, depth: [],
    "pcomp": _of_gerund,
    "advcl": _of_adverbial,
    "acl": _of_noun,
    "relcl": _of_relative,
}


def objects(verb):
    """Head tokens of what an active verb is done to."""
    own = [t for t in verb.rights if t.dep_ in ("dobj", "obj") and t.tag_ not in RELATIVES]
    if own:
        return own[:1] + _recipient(verb)
    if _is_tough(verb):
        return _of_adjective(verb.head, False, 0)
    others = _relative_object(verb) or _shared_object(verb) or _target(verb) or _recipient(verb)
    return others or _told(verb) or _unseen_object(verb)


def _told(verb):
    """Who is allowed or asked to do something: "allowed A to attack", where the parser makes A a subject."""
    if verb_lemma(verb) not in words("letting"):
        return []
    below = [t for t in verb.rights if t.dep_ == "ccomp" and t.tag_ == "VB"]
    return [s for t in below[:1] for s in own_subjects(t) if not any(c.dep_ == "mark" for c in t.lefts)]


def _unseen_object(verb):
    """A name right behind the verb that the parser takes for an adverb."""
    near = [t for t in verb.rights if t.dep_ == "npadvmod" and t.pos_ == "PROPN" and t.i == verb.i + 1]
    return [t for t in near if t.lemma_.lower() not in words("by_times")]


def _recipient(verb):
    return [t for t in verb.rights if t.dep_ == "dative" and t.pos_ in ("NOUN", "PROPN", "PRON")][:1]


def _relative_object(verb):
    """The noun that "the town (that) the army shelled" is about."""
    fronted = [t for t in verb.lefts if t.dep_ in ("dobj", "obj") and t.tag_ in RELATIVES]
    if fronted:
        return [t for t in (_resolved(f, verb) for f in fronted) if t.tag_ not in RELATIVES][:1]
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
