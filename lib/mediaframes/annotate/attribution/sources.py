"""Whoever is the source of a verb or noun of saying: token ranges, ends exclusive."""

from mediaframes.annotate.syntax.nounphrases import governed, whole_phrase
from mediaframes.annotate.syntax.predicates import by_phrase, is_finite
from mediaframes.annotate.syntax.subjects import RELATIVES, written_subjects
from mediaframes.codebook.cues import verb_forms

__all__ = ["QUOTES", "TIMES", "noun_source", "subject_of", "verb_source"]

QUOTES = frozenset("\"“”„«»‹›‘’'`") | {"''", "``"}
TIMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow morning afternoon evening night day days week weeks
    month months year years time times
    """.split()
)
# "faced claims that ...", "eased fears of ...": what the others say or think, not the subject.
MET = frozenset("draw drew drawn draws drawing meet met meets meeting".split()).union(
    *map(verb_forms, "face attract provoke prompt spark trigger fuel stoke ease allay dismiss confront field".split())
)

def verb_source(token, passive):
    """Token range of whoever the verb has as source, None if nobody is named."""
    source = _agent(token) if passive else subject_of(token)
    if source is None and not passive and is_finite(token) and not any(c.dep_ == "expl" for c in token.lefts):
        source = _first_name(token)
    return source


def _first_name(token):
    """The first noun of a sentence outside prepositional phrases, for a finite verb without a subject."""
    for t in token.doc[token.sent.start : token.i]:
        if t.tag_[0] == "N" or t.tag_ == "PRP":
            if t.dep_ in ("compound", "amod", "poss", "nmod") and t.head.i < token.i:
                continue
            if t.dep_ != "pobj":
                return (t.left_edge.i, t.i + 1) if t.left_edge.i >= token.sent.start else (t.i, t.i + 1)
    return None


def _agent(token):
    heads = by_phrase(token)
    if not heads:
        return None
    judged = next((t.i for t in heads[0].rights if t.lower_ == "as"), None)
    return whole_phrase(heads[0], until=judged)


def subject_of(token):
    """Token range of whoever does what a verb says, or is what an adjective says, as written; None if nobody is."""
    heads = written_subjects(token)
    if not heads:
        return None
    return whole_phrase(next((t for t in heads if t.tag_ not in RELATIVES), heads[0]), without=token)


def noun_source(token, content=None):
    """Whoever a noun of saying has as source, token range; `content`: its preposition, if that governs the content."""
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    if owner is not None:
        start, end = whole_phrase(owner)
        return start, end - (token.doc[end - 1].tag_ == "POS" and end - start > 1)
    names = [c for c in token.lefts if c.dep_ in ("compound", "nmod", "amod") and _is_name(c)]
    if names and token.dep_ not in ("dobj", "attr"):
        return (names[0].left_edge.i, names[-1].i + 1)
    for c in token.rights:
        if c.dep_ == "prep" and c.lower_ in ("of", "by", "from", "among", "within") and c != content:
            inside = next((p for p in c.children if p.dep_ == "pobj"), None)
            if inside is not None and inside.tag_[0] in "NPDC":
                return whole_phrase(inside)
    if token.dep_ in ("dobj", "attr"):
        return subject_of(token.head) if token.head.lower_ not in MET else None
    if token.dep_ == "pobj" and token.head.head.tag_[0] == "V":
        return subject_of(token.head.head)
    return None


def _is_name(token):
    return token.tag_ == "NNP" or (token.tag_ == "JJ" and token.text[:1].isupper() and token.i > token.sent.start)
