"""Phrases and subjects in a parsed sentence, and whoever is the source of a verb or noun of saying.

The labels are those of spaCy's English models (ClearNLP style: Choi & Palmer 2012); ranges are of token indices, ends
exclusive.
"""

from mediaframes.codebook.cues import verb_forms

__all__ = [
    "FINITE",
    "QUOTES",
    "SUBJECTS",
    "TIMES",
    "governed",
    "has_own_subject",
    "is_finite",
    "is_infinitive",
    "is_misjoined",
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
# "used her time to denounce him": whoever used it speaks.
MEANS = frozenset(
    """
    minute minutes hour hours morning afternoon evening day days night week weeks weekend summer month months year
    years time moment chance opportunity
    occasion pains lengths effort efforts step steps stage floor platform podium microphone turn turns break debate
    interview interviews speech speeches tweet tweets campaign contest race money phrase phrases word words term
    terms language expression swipe swipes shot shots petition petitions decision lead
    """.split()
)
TIMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow morning afternoon evening night day days week weeks
    month months year years time times
    """.split()
)
CLITICS = frozenset({"'s", "’s", "'ve", "’ve", "'d", "’d"})
QUOTING = frozenset("quote quotes quoted quoting cite cites cited citing".split())
CLOSING = frozenset({"”", "''", '"', "’", "'", "»"})
# "faced claims that ...", "eased fears of ...": what the others say or think, not the subject.
MET = frozenset("draw drew drawn draws drawing meet met meets meeting".split()).union(
    *map(verb_forms, "face attract provoke prompt spark trigger fuel stoke ease allay dismiss confront field".split())
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
    if source is None and not passive and is_finite(token) and not any(c.dep_ == "expl" for c in token.lefts):
        source = _first_name(token)
    return source


def is_finite(token):
    if token.tag_ == "VBN" and token.dep_ == "ROOT" and not any(c.dep_ in ("aux", "auxpass") for c in token.lefts):
        return True
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
    return _agent(token) if passive else subject_of(token)


def _agent(token):
    """Whoever stands behind "by", on the verb itself or on what stands between: "was denied on Monday by X"."""
    for t in token.doc[token.i + 1 : token.right_edge.i + 1]:
        if t.lower_ != "by" or any(a.tag_[0] == "V" for a in _up_to(t, token)):
            continue
        inside = governed(t)
        if inside is not None and inside.tag_[0] in "NPWDCJ":
            judged = next((c.i for c in inside.rights if c.lower_ == "as"), None)
            return noun_phrase(inside, until=judged)
    return None


def _up_to(token, top):
    """The words between a token and one that it hangs on."""
    between = []
    while token.head.i not in (top.i, token.i):
        token = token.head
        between.append(token)
    return between


def subject_of(token, depth=0, *, joined=True):
    """Whoever does what a verb says, token range; `joined`: so far only verbs that "and" joins were passed."""
    if depth > 6:
        return None
    inverted = _inverted(token)
    if inverted is not None:
        return noun_phrase(inverted)
    own = [c for c in token.children if c.dep_ in ("nsubj", "csubj")]
    if own:
        # "the letter, which she said was lost": of two, the one that is no pronoun of the relative clause.
        return noun_phrase(next((c for c in own if len(own) == 1 or c.tag_ not in ("WDT", "WP")), own[0]))
    if token.dep_ == "xcomp" and joined:
        moved = [c for c in token.head.rights if c.dep_ == "dobj" and c.i < token.i and not _is_means(c)]
        if moved and any(c.tag_ == "TO" for c in token.lefts):
            return noun_phrase(moved[0])
    if depth and any(c.dep_ == "nsubjpass" for c in token.children):
        return noun_phrase(next(c for c in token.children if c.dep_ == "nsubjpass"))
    head = token.head
    if token.dep_ == "acl" and (head.lower_ in CARRIERS or (head.dep_ == "dobj" and _is_means(head))):
        return noun_source(head) or noun_phrase(head, until=token.left_edge.i)
    if token.dep_ in ("acl", "relcl") and head.i != token.i:
        return noun_phrase(head, until=token.left_edge.i)
    quoted = head.head if token.dep_ == "pcomp" and head.lower_ == "as" and head.head.lower_ in QUOTING else None
    if quoted is not None:
        named = [c for c in quoted.children if c.dep_ in ("dobj", "nsubjpass")]
        return noun_phrase(named[0]) if named else None
    if is_misjoined(token):
        return subject_of(head.head, depth + 1)
    if token.dep_ in SHARING and head.i != token.i:
        return subject_of(head, depth + 1, joined=joined and token.dep_ == "conj")
    return None


def is_misjoined(verb):
    """Whether "and" joins a verb to one inside what was said that it cannot go with: "said it would close and left"."""
    said = verb.head
    if verb.dep_ != "conj" or said.dep_ != "ccomp" or verb.tag_ not in FINITE or said.tag_ != "VB":
        return False
    return not has_own_subject(verb) and not any(c.dep_ == "aux" for c in verb.lefts)


def _is_means(noun):
    """Whether a noun is the time or the means of what is said, no speaker: "spent the week denouncing him"."""
    inside = next((p for c in noun.rights if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"), noun)
    return noun.lower_ in MEANS or inside.lower_ in MEANS


def _inverted(verb):
    """The noun behind a verb that a quotation stands before: '"Why?" asked Mr. Doe'."""
    if verb.tag_ not in FINITE or verb.i == 0 or verb.nbor(-1).text not in CLOSING:
        return None
    return next((c for c in verb.rights if c.dep_ == "dobj" and c.left_edge.i == verb.i + 1), None)


def noun_source(token, content=None):
    """Whoever a noun of saying has as source, token range; `content`: its preposition, if that governs the content."""
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    if owner is not None:
        start, end = noun_phrase(owner)
        return start, end - (token.doc[end - 1].tag_ == "POS" and end - start > 1)
    names = [c for c in token.lefts if c.dep_ in ("compound", "nmod", "amod") and _is_name(c)]
    if names and token.dep_ not in ("dobj", "attr"):
        return (names[0].left_edge.i, names[-1].i + 1)
    for c in token.rights:
        if c.dep_ == "prep" and c.lower_ in ("of", "by", "from", "among", "within") and c != content:
            inside = next((p for p in c.children if p.dep_ == "pobj"), None)
            if inside is not None and inside.tag_[0] in "NPDC":
                return noun_phrase(inside)
    if token.dep_ in ("dobj", "attr"):
        return subject_of(token.head) if token.head.lower_ not in MET else None
    if token.dep_ == "pobj" and token.head.head.tag_[0] == "V":
        return subject_of(token.head.head)
    return None


def _is_name(token):
    return token.tag_ == "NNP" or (token.tag_ == "JJ" and token.text[:1].isupper() and token.i > token.sent.start)


def noun_phrase(token, until=None):
    start, end = subtree(token)
    if until is not None:
        end = min(end, until) if until > start else end
    clitic = end - start > 1 and token.doc[end - 1].lower_ in CLITICS
    return (start, end - clitic)
