"""What a cue governs in one parsed sentence: content, source and the cue's own words, by rules over the parse.

Only tags, dependencies and lower-case forms are read, so the sentences need no lemmas. The labels are those of
spaCy's English models (ClearNLP style: Choi & Palmer 2012).
"""

from typing import NamedTuple

__all__ = ["Frame", "frames"]

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
QUOTES = frozenset("\"“”„«»‹›‘’'`") | {"''", "``"}
TRIMMED = QUOTES | frozenset(",;:—–-.!?()") | {"--", "..."}
TO_CUE = ("aux", "auxpass", "neg", "advmod", "prt", "det", "amod", "compound")


class Frame(NamedTuple):
    """A cue read in one Doc; all positions are token indices, ends exclusive.

    `source` is None where no source stands in the sentence; `content` is a tuple of (start, end).
    """

    cue: int
    lemma: str
    stance: str
    form: str
    source: tuple
    content: tuple


def frames(doc, cues):
    """Return the attributions of one parsed sentence as a list of Frame, in the order of their cues."""
    found = []
    for token in doc:
        cue = cues.lookup(token.lower_, token.tag_)
        if cue is None:
            continue
        reader = READERS[cue.kind]
        read = reader(token, cue)
        if read is not None:
            form, source, content = read
            content = _tidy(doc, content, token, source)
            if content:
                found.append(Frame(token.i, cue.lemma, cue.stance, form, source, content))
    return found


# -- verbs ---------------------------------------------------------------------------------------------------


def _verb(token, cue):
    if token.dep_ in ("compound", "aux", "auxpass") or token.tag_[0] != "V":
        return None
    passive = _is_passive(token)
    form, parts = _verb_content(token, cue.takes, passive)
    if not parts:
        return None
    return form, _verb_source(token, passive), parts


def _is_passive(token):
    if any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in token.children):
        return True
    return token.tag_ == "VBN" and token.dep_ in ("acl", "advcl") and not any(c.dep_ == "dobj" for c in token.rights)


def _verb_content(token, takes, passive):
    """The form of the complement and its token ranges."""
    children = list(token.children)
    clauses = [c for c in children if c.dep_ == "ccomp"]
    bare = [c for c in clauses if c.i > token.i and _is_infinitive(c)]
    if "clause" in takes and len(clauses) > len(bare):
        return "clause", _clauses(token, [c for c in clauses if c not in bare])
    if "infinitive" in takes or "clause" in takes:
        infinitives = [c for c in children if c.dep_ == "xcomp" and c.i > token.i] + bare
        if infinitives and "infinitive" in takes:
            objects = [c for c in token.rights if c.dep_ in ("dobj", "dative") and c.i < infinitives[0].i]
            subject = _passive_subject(token) if passive and "raised" in takes else []
            return "infinitive", [*subject, *map(_subtree, objects), *map(_subtree, infinitives)]
    if "clause" in takes:
        floating = _floating(token)
        if floating:
            return "clause", floating
    return _nominal_content(token, takes, passive, children)


def _is_infinitive(clause):
    return any(c.tag_ == "TO" for c in clause.lefts) or clause.tag_ == "VBG"


def _nominal_content(token, takes, passive, children):
    if passive and "object" in takes:
        subject = _passive_subject(token)
        if subject:
            rest = [c for c in token.rights if c.dep_ in ("prep", "xcomp", "oprd") and c.dep_ != "agent"]
            return "object", [*subject, *map(_subtree, rest)]
    if "object" in takes:
        objects = [c for c in token.rights if c.dep_ in ("dobj", "oprd", "dative", "ccomp", "acomp", "attr")]
        if objects:
            rest = [c for c in token.rights if c.dep_ in ("prep", "xcomp") and c.i > objects[0].i]
            return "object", [*map(_subtree, objects), *map(_subtree, rest)]
        if token.dep_ == "relcl":
            gap = [c for c in token.lefts if c.dep_ == "dobj"]
            if gap:
                return "object", [_subtree(gap[0])]
    for c in token.rights:
        if c.dep_ in ("prep", "prt", "agent") and c.lower_ in takes:
            inside = [p for p in c.children if p.dep_ in ("pobj", "pcomp")]
            if inside:
                return "prep", [_subtree(inside[0])]
    return "", []


def _passive_subject(token):
    return [_subtree(c) for c in token.lefts if c.dep_ == "nsubjpass"]


def _subtree(token):
    return (token.left_edge.i, token.right_edge.i + 1)


def _clauses(token, clauses):
    """Token ranges of clausal complements; one to the left is all that stands before the cue's own words."""
    parts = []
    for clause in clauses:
        start, end = _subtree(clause)
        if clause.i > token.i:
            start = max(start, token.i + 1)
            parts.append((start, end))
        else:
            parts.append((start, min(end, token.i)))
            parts += _after(token)
    return parts


def _floating(token):
    """Content of a cue that stands inside or behind its content ("A, he said, B")."""
    if token.dep_ not in ("parataxis", "ccomp", "advcl", "dep", "conj"):
        return []
    head = token.head
    subjects = [c for c in token.children if c.dep_ in SUBJECTS]
    if not subjects or token.dep_ != "parataxis":
        return []
    low = min(token.left_edge.i, subjects[0].left_edge.i)
    start, end = _subtree(head)
    high = token.right_edge.i + 1
    return [p for p in ((start, low), (high, end)) if p[0] < p[1]]


def _after(token):
    """What follows a cue whose complement stands before it, if it goes on with the content: nothing known here."""
    return []


def _verb_source(token, passive):
    """Token range of whoever the verb has as source."""
    if passive:
        for c in token.rights:
            if c.dep_ == "agent":
                inside = [p for p in c.children if p.dep_ in ("pobj", "pcomp")]
                return _noun_phrase(inside[0]) if inside else None
        return None
    return _subject(token)


def _subject(token, depth=0):
    if depth > 6:
        return None
    own = [c for c in token.children if c.dep_ in ("nsubj", "csubj")]
    if own:
        return _noun_phrase(own[0])
    if depth and any(c.dep_ == "nsubjpass" for c in token.children):
        return _noun_phrase(next(c for c in token.children if c.dep_ == "nsubjpass"))
    head = token.head
    if token.dep_ in ("acl", "relcl") and head.i != token.i:
        return _noun_phrase(head, until=token.left_edge.i)
    if token.dep_ in ("conj", "xcomp", "advcl", "parataxis", "ccomp", "dep", "pcomp", "aux", "prep", "acomp", "attr", "dobj", "pobj"):
        if head.i != token.i:
            return _subject(head, depth + 1)
    return None


def _noun_phrase(token, until=None):
    start, end = _subtree(token)
    if until is not None:
        end = min(end, until) if until > start else end
    return (start, end)


# -- nouns, adjectives, "according to" -----------------------------------------------------------------------


def _noun(token, cue):
    if token.tag_[0] != "N":
        return None
    parts, form = [], ""
    for c in token.rights:
        if c.dep_ in ("acl", "ccomp", "relcl") and "clause" in cue.takes and any(m.lower_ in ("that", "whether", "how", "why") for m in (c.left_edge,)):
            form, parts = "clause", [_subtree(c)]
        elif c.dep_ in ("acl", "xcomp") and "infinitive" in cue.takes and _is_infinitive(c) and c.tag_ != "VBG":
            form, parts = "infinitive", [_subtree(c)]
        elif c.dep_ == "prep" and c.lower_ in cue.takes:
            inside = [p for p in c.children if p.dep_ in ("pobj", "pcomp")]
            if inside:
                form, parts = "prep", [_subtree(inside[0])]
        if parts:
            return form, _noun_source(token), parts
    return None


def _noun_source(token):
    for c in token.children:
        if c.dep_ == "poss":
            return _noun_phrase(c)
    for c in token.rights:
        if c.dep_ == "prep" and c.lower_ in ("of", "by", "from", "among", "within"):
            inside = [p for p in c.children if p.dep_ == "pobj"]
            if inside and inside[0].tag_[0] in "NP":
                return _noun_phrase(inside[0])
    if token.dep_ in ("dobj", "attr"):
        return _subject(token.head)
    if token.dep_ == "pobj" and token.head.head.tag_[0] == "V":
        return _subject(token.head.head)
    return None


def _adjective(token, cue):
    if token.tag_[0] not in "JV":
        return None
    for c in token.rights:
        if c.dep_ == "ccomp" and "clause" in cue.takes:
            form = "clause"
        elif c.dep_ == "xcomp" and "infinitive" in cue.takes:
            form = "infinitive"
        elif c.dep_ == "prep" and c.lower_ in cue.takes:
            inside = [p for p in c.children if p.dep_ in ("pobj", "pcomp")]
            if not inside:
                continue
            form, c = "prep", inside[0]
        else:
            continue
        subject = token if token.dep_ in ("conj",) else token.head
        source = _subject(subject) if token.dep_ != "amod" else None
        return form, source, [_subtree(c)]
    return None


def _according(token, cue):
    to = next((c for c in token.rights if c.lower_ == "to"), None)
    name = next((p for p in to.children if p.dep_ == "pobj"), None) if to is not None else None
    if name is None:
        return None
    source = _noun_phrase(name)
    top = token.sent
    low, high = token.i, source[1]
    return "according", source, [p for p in ((top.start, low), (high, top.end)) if p[0] < p[1]]


READERS = {"verb": _verb, "noun": _noun, "adjective": _adjective, "according": _according}


# -- tidying -------------------------------------------------------------------------------------------------


def _tidy(doc, parts, token, source):
    """Cut the cue and its source out, strip marks at the edges, drop what holds no word."""
    tidy = []
    for start, end in parts:
        if start <= token.i < end:
            pieces = [(start, token.i), (token.i + 1, end)]
        else:
            pieces = [(start, end)]
        for a, b in pieces:
            while a < b and (doc[a].text in TRIMMED or doc[a].is_space) and doc[a].text not in QUOTES:
                a += 1
            while a < b and (doc[b - 1].text in TRIMMED or doc[b - 1].is_space) and doc[b - 1].text not in QUOTES:
                b -= 1
            if a < b:
                tidy.append((a, b))
    return tuple(sorted(tidy))
