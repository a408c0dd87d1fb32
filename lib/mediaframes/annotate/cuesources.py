"""Phrases and subjects in a parsed sentence, and whoever is the source of a verb or noun of saying.

The labels are those of spaCy's English models (ClearNLP style: Choi & Palmer 2012); ranges are of token indices, ends
exclusive.
"""

__all__ = [
    "FINITE",
    "QUOTES",
    "SUBJECTS",
    "governed",
    "has_own_subject",
    "is_infinitive",
    "noun_phrase",
    "noun_source",
    "subject_of",
    "subtree",
    "verb_source",
]

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
FINITE = ("VBD", "VBZ", "VBP")
QUOTES = frozenset("\"“”„«»‹›‘’'`") | {"''", "``"}
# "a statement saying ...": whoever made it speaks; "a report saying ..." is a source of its own.
CARRIERS = frozenset(
    "statement letter tweet email message speech memo remarks comments post interview turns time".split()
)
# A verb without a subject of its own shares that of the verb or noun that it hangs on by one of these.
SHARING = frozenset("conj xcomp advcl parataxis ccomp dep pcomp aux prep acomp attr dobj pobj".split())


def subtree(token):
    return (token.left_edge.i, token.right_edge.i + 1)


def governed(preposition):
    """The noun or the verb that a preposition governs, or None."""
    return next((p for p in preposition.children if p.dep_ in ("pobj", "pcomp")), None)


def is_infinitive(clause):
    if any(c.tag_ == "TO" for c in clause.lefts):
        return True
    return clause.tag_ == "VBG" and not any(c.dep_ in ("aux", "auxpass") for c in clause.lefts)


def has_own_subject(verb):
    return any(c.dep_ in SUBJECTS or c.dep_ == "expl" for c in verb.lefts)


def verb_source(token, passive):
    """Token range of whoever the verb has as source, None if nobody is named."""
    source = _linked_source(token, passive)
    if source is None and not passive and _is_finite(token) and not any(c.dep_ == "expl" for c in token.lefts):
        source = _first_name(token)
    return source


def _is_finite(token):
    return token.tag_ in FINITE or any(c.dep_ == "aux" and c.tag_ in (*FINITE, "MD") for c in token.lefts)


def _first_name(token):
    """The first noun of a sentence outside prepositional phrases, for a finite verb without a subject."""
    for t in token.doc[token.sent.start : token.i]:
        if t.tag_[0] == "N" or t.tag_ == "PRP":
            if t.dep_ in ("compound", "amod", "poss", "nmod") and t.head.i < token.i:
                continue
            if t.dep_ != "pobj":
                return (t.left_edge.i, t.i + 1) if t.left_edge.i >= token.sent.start else (t.i, t.i + 1)
    return None


def _linked_source(token, passive):
    if passive:
        for c in token.rights:
            if c.dep_ == "agent":
                inside = governed(c)
                return noun_phrase(inside) if inside is not None else None
        return None
    return subject_of(token)


def subject_of(token, depth=0):
    if depth > 6:
        return None
    own = [c for c in token.children if c.dep_ in ("nsubj", "csubj")]
    if own:
        return noun_phrase(own[0])
    if token.dep_ == "xcomp" and depth == 0:
        moved = [c for c in token.head.rights if c.dep_ == "dobj" and c.i < token.i]
        if moved and any(c.tag_ == "TO" for c in token.lefts):
            return noun_phrase(moved[0])
    if depth and any(c.dep_ == "nsubjpass" for c in token.children):
        return noun_phrase(next(c for c in token.children if c.dep_ == "nsubjpass"))
    head = token.head
    if token.dep_ == "acl" and head.lower_ in CARRIERS:
        return noun_source(head) or noun_phrase(head, until=token.left_edge.i)
    if token.dep_ in ("acl", "relcl") and head.i != token.i:
        return noun_phrase(head, until=token.left_edge.i)
    if token.dep_ in SHARING and head.i != token.i:
        return subject_of(head, depth + 1)
    return None


def noun_source(token):
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    if owner is not None:
        start, end = noun_phrase(owner)
        return start, end - (token.doc[end - 1].tag_ == "POS" and end - start > 1)
    names = [c for c in token.lefts if c.dep_ in ("compound", "nmod") and c.tag_ == "NNP"]
    if names and token.dep_ not in ("dobj", "attr"):
        return (names[0].left_edge.i, names[-1].i + 1)
    for c in token.rights:
        if c.dep_ == "prep" and c.lower_ in ("of", "by", "from", "among", "within"):
            inside = next((p for p in c.children if p.dep_ == "pobj"), None)
            if inside is not None and inside.tag_[0] in "NP":
                return noun_phrase(inside)
    if token.dep_ in ("dobj", "attr"):
        return subject_of(token.head)
    if token.dep_ == "pobj" and token.head.head.tag_[0] == "V":
        return subject_of(token.head.head)
    return None


def noun_phrase(token, until=None):
    start, end = subtree(token)
    if until is not None:
        end = min(end, until) if until > start else end
    return (start, end)
