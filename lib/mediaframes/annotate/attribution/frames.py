"""What the cues of one parsed sentence govern: content, source and the cue itself, by rules over the parse.

Only tags, dependencies and lower-case forms are read, so the sentences need no lemmas. The labels are those of
spaCy's English models (ClearNLP style: Choi & Palmer 2012).
"""

from typing import NamedTuple

from mediaframes.annotate.attribution.nouns import read_according, read_adjective, read_noun, read_poll
from mediaframes.annotate.attribution.sources import subject_of
from mediaframes.annotate.attribution.verbs import read_verb
from mediaframes.annotate.syntax.predicates import FINITE

__all__ = ["Frame", "frames"]

READERS = {
    "verb": read_verb,
    "noun": read_noun,
    "adjective": read_adjective,
    "according": read_according,
    "poll": read_poll,
}
TRIMMED = frozenset(",;:—–-.!?()") | {"--", "..."}


class Frame(NamedTuple):
    """A cue read in one Doc; all positions are token indices, ends exclusive.

    `source` is None where no source stands in the sentence; `content` is a tuple of (start, end); `speaks` tells
    whether the cue can govern a quotation.
    """

    cue: int
    lemma: str
    stance: str
    form: str
    source: tuple
    content: tuple
    speaks: bool


def frames(doc, cues, skipped=(), *, headline=False):
    """Return the attributions of one parsed sentence as a list of Frame, in the order of their cues.

    A verb of speech whose content was not found stays, with form "bare" and no content: its content may be a
    quotation beside it. `skipped` holds (start, end) characters in which no cue is looked for: the insides of
    quotations, where someone else speaks.
    """
    found = []
    for token in doc:
        cue = cues.lookup(token.lower_, token.tag_)
        if cue is None or any(a <= token.idx < b for a, b in skipped):
            continue
        read = READERS[cue.kind](token, cue)
        if read is None:
            continue
        form, source, content = read
        content = _tidy(doc, content, token)
        speaks = cue.kind == "according" or (cue.kind == "verb" and ("clause" in cue.takes or form == "bare"))
        if content or form == "bare":
            found.append(Frame(token.i, cue.lemma, cue.stance, form, source, content, speaks))
    if doc and doc[-1].text == ":":
        found += _before_colon(doc, found)
    found += _at_the_end(doc, cues, skipped)
    if not found and (headline or any(t.dep_ == "ROOT" and t.tag_ in ("NNS", "NNPS") for t in doc)):
        return _capitalised(doc, cues, skipped)
    return found


def _at_the_end(doc, cues, skipped):
    """A verb taken for a noun behind its subject: "The bridge was unsafe, court records show."."""
    last = next((t for t in reversed(doc) if t.is_alpha), None)
    cue = cues.lookup(last.lower_, "VB") if last is not None and last.tag_ in ("NN", "NNS") else None
    comma = next((t.i for t in reversed(doc[: last.i]) if t.text == ","), 0) if cue else 0
    subject = doc[comma + 1 : last.i] if comma else ()
    if not subject or "clause" not in cue.takes or any(a <= last.idx < b for a, b in skipped):
        return []
    if subject[-1].tag_ not in ("NNS", "NNPS") or any(t.tag_[0] not in "NJDPC" for t in subject):
        return []
    content = _tidy(doc, [(0, comma)], last)
    verbal = any(t.tag_ in FINITE for t in doc[:comma])
    return [Frame(last.i, cue.lemma, cue.stance, "clause", (comma + 1, last.i), content, True)] if verbal else []


def _capitalised(doc, cues, skipped):
    """In a headline all of whose words are capitalised, verbs are taken for names: "Minister Denies Report"."""
    for token in doc[1:-1]:
        cue = cues.lookup(token.lower_, "VB") if token.tag_[0] == "N" and token.lower_.endswith("s") else None
        if cue is None or not {"clause", "object"} & cue.takes or any(a <= token.idx < b for a, b in skipped):
            continue
        stop = next((t.i for t in doc[token.i + 1 :] if t.text == ";"), len(doc))
        content = _tidy(doc, [(token.i + 1, stop)], token)
        if doc[token.i + 1].is_alpha and content:
            form = "clause" if "clause" in cue.takes else "object"
            return [Frame(token.i, cue.lemma, cue.stance, form, (0, token.i), content, form == "clause")]
    return []


def _before_colon(doc, found):
    """A sentence that ends with a colon introduces what follows, whatever its verb; its subject is the source."""
    if any(f.speaks and f.form == "bare" for f in found):
        return []
    root = next((t for t in doc if t.head.i == t.i and t.tag_[0] == "V"), None)
    return [Frame(len(doc) - 1, ":", "neutral", "bare", subject_of(root) if root is not None else None, (), True)]


def _tidy(doc, parts, token):
    """Cut the cue out of its content, and commas and spaces off the edges."""
    tidy = []
    for start, end in parts:
        around = [(start, token.i), (token.i + 1, end)] if start <= token.i < end else [(start, end)]
        tidy += [_trimmed(doc, a, b) for a, b in around]
    return tuple(sorted((a, b) for a, b in tidy if a < b))


def _trimmed(doc, start, end):
    while start < end and _is_edge(doc[start]):
        start += 1
    while start < end and _is_edge(doc[end - 1]):
        end -= 1
    return start, end


def _is_edge(token):
    return token.is_space or token.text in TRIMMED
