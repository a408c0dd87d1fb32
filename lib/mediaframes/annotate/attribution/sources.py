"""Whoever is the source of a verb, noun or adjective of saying: token ranges, ends exclusive."""

from mediaframes.annotate.syntax.nounphrases import governed, whole_phrase
from mediaframes.annotate.syntax.predicates import by_phrase, is_finite
from mediaframes.annotate.syntax.subjects import RELATIVES, written_subjects
from mediaframes.codebook.english import words

OWNING = ("of", "by", "from", "among", "within")


def subject_of(token):
    """Whoever does what a verb says, or is what an adjective says, as written; None if nobody is named."""
    heads = written_subjects(token)
    if not heads:
        return None
    return whole_phrase(next((t for t in heads if t.tag_ not in RELATIVES), heads[0]), without=token)


def verb_source(token, *, passive, moved=False):
    """Whoever a verb has as source: the by-phrase of a passive, else the subject, also of who is `moved` to think."""
    source = subject_of(token) if moved or not passive else None
    if source is None and passive:
        return _agent(token)
    unseen = source is None and is_finite(token) and not any(t.dep_ == "expl" for t in token.lefts)
    return _first_name(token) if unseen else source


def _agent(token):
    heads = by_phrase(token)
    if not heads:
        return None
    judged = next((t.i for t in heads[0].rights if t.lower_ == "as"), None)
    return whole_phrase(heads[0], until=judged)


def _first_name(token):
    """The first noun of a sentence outside prepositional phrases, for a finite verb to which the parser gave none."""
    for t in token.doc[token.sent.start : token.i]:
        before = t.dep_ in ("compound", "amod", "poss", "nmod") and t.head.i < token.i
        if (t.tag_[0] == "N" or t.tag_ == "PRP") and t.dep_ != "pobj" and not before:
            return max(t.left_edge.i, token.sent.start), t.i + 1
    return None


def noun_source(token, content=None):
    """Whoever a noun of saying has as source; `content`: its preposition, if that governs the content."""
    owner = next((t for t in token.children if t.dep_ == "poss"), None)
    if owner is not None:
        return whole_phrase(owner)
    names = [t for t in token.lefts if t.dep_ in ("compound", "nmod", "amod") and _is_name(t)]
    if names and token.dep_ not in ("dobj", "attr"):
        return names[0].left_edge.i, names[-1].i + 1
    phrases = [t for t in token.rights if t.dep_ == "prep" and t.lower_ in OWNING and t != content]
    for inside in map(governed, phrases):
        if inside is not None and inside.dep_ == "pobj" and inside.tag_[0] in "NPDC":
            return whole_phrase(inside)
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if token.dep_ in ("dobj", "attr"):
        return None if verb.lemma_ in words("met_claims") else subject_of(verb)
    return subject_of(verb) if token.dep_ == "pobj" and verb.tag_[0] == "V" else None


def _is_name(token):
    return token.tag_ == "NNP" or (token.tag_ == "JJ" and token.text[:1].isupper() and token.i > token.sent.start)
