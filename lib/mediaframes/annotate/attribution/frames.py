"""What the cues of one parsed sentence govern: content, source and the cue itself, by constructions over the parse.

The labels are those of spaCy's English models (ClearNLP style: Choi & Palmer 2012).
"""

from typing import NamedTuple

from mediaframes.annotate.attribution import misread
from mediaframes.annotate.attribution.nouns import ADJECTIVES, NOUNS, REPORTS
from mediaframes.annotate.attribution.readings import Cued, Reading
from mediaframes.annotate.attribution.sources import subject_of
from mediaframes.annotate.attribution.verbs import VERB_CONSTRUCTIONS, verb_constructions
from mediaframes.annotate.syntax.predicates import is_passive

TRIMMED = frozenset(",;:—–-.!?()") | {"--", "..."}


class Frame(NamedTuple):
    """A cue read in one Doc; all positions are token indices, ends exclusive.

    `source` is None where no source stands in the sentence; `content` is a tuple of (start, end); `speaks` tells
    whether the cue can govern a quotation; `construction` names the rule that read it.
    """

    cue: int
    lemma: str
    stance: str
    form: str
    source: tuple
    content: tuple
    speaks: bool
    construction: str


def frames(doc, cues, skipped=(), *, headline=False):
    """Return the attributions of one parsed sentence as a list of Frame, in the order of their cues.

    A verb of speech whose content was not found stays, with form "bare" and no content: its content may be a
    quotation beside it. `skipped` holds (start, end) characters in which no cue is looked for: the insides of
    quotations, where someone else speaks.
    """
    free = [t for t in doc if not any(a <= t.idx < b for a, b in skipped)]
    found = [f for t in free if (f := _frame(t, cues.lookup(t.lower_, t.tag_)))]
    for construct in misread.ALWAYS:
        found += [_as_frame(t, c, r, construct.__name__, True) for t, c, r in construct(doc, cues, free)]
    if skipped and not any(f.speaks for f in found):
        found += [_as_frame(t, c, r, "plain_frame", True) for t, c, r in misread.plain_frame(doc, cues, free)]
    if doc and doc[-1].text == ":":
        found += _before_colon(doc, found)
    if not found and (headline or any(t.dep_ == "ROOT" and t.tag_ in ("NNS", "NNPS") for t in doc)):
        found = _in_capitals(doc, cues, free)
    return found


def _frame(token, cue):
    """What the first of its constructions makes of a cue, or None."""
    if cue is None:
        return None
    cue = _answering(token, cue)
    constructions = {"verb": verb_constructions(token, cue), "noun": NOUNS, "adjective": ADJECTIVES} | REPORTS
    cued = Cued(token, cue.lemma, cue.takes, cue.kind == "verb" and is_passive(token))
    for construct in constructions[cue.kind]:
        reading = construct(cued)
        if reading is None:
            continue
        speaks = cue.kind == "according" or (cue.kind == "verb" and ("clause" in cue.takes or reading.form == "bare"))
        return _as_frame(token, cue, reading, construct.__name__, speaks)
    return None


def _answering(token, cue):
    """Of verbs like "fire" or "push", which with "back" behind them are verbs of speech."""
    if "back" not in cue.takes:
        return cue
    back = any(t.lower_ == "back" for t in token.doc[token.i + 1 : token.i + 3])
    return cue._replace(takes=cue.takes - {"back"} | ({"clause"} if back else set()))


def _as_frame(token, cue, reading, construction, speaks):
    content = _tidy(token, reading.content)
    if not content and reading.form != "bare":
        return None
    return Frame(token.i, cue.lemma, cue.stance, reading.form, reading.source, content, speaks, construction)


def _in_capitals(doc, cues, free):
    """In a headline all of whose words are capitalised, verbs are taken for names: "Minister Denies Report"."""
    for token in doc[1:-1]:
        cue = cues.lookup(token.lower_, "VB") if token.tag_[0] == "N" and token.lower_.endswith("s") else None
        if cue is None or not {"clause", "object"} & cue.takes or token not in free or not doc[token.i + 1].is_alpha:
            continue
        stop = next((t.i for t in doc[token.i + 1 :] if t.text == ";"), len(doc))
        form = "clause" if "clause" in cue.takes else "object"
        reading = Reading(form, (0, token.i), [(token.i + 1, stop)])
        return [_as_frame(token, cue, reading, "minister_denies_report", form == "clause")]
    return []


def _before_colon(doc, found):
    """A sentence that ends with a colon introduces what follows, whatever its verb; its subject is the source."""
    if any(f.speaks and f.form == "bare" for f in found):
        return []
    root = next((t for t in doc if t.head.i == t.i and t.tag_[0] == "V"), None)
    source = subject_of(root) if root is not None else None
    return [Frame(len(doc) - 1, ":", "neutral", "bare", source, (), True, "adds_colon")]


CONSTRUCTIONS = {
    *(c.__name__ for c in (*VERB_CONSTRUCTIONS, *NOUNS, *ADJECTIVES, *REPORTS["according"], *REPORTS["poll"])),
    *(c.__name__ for c in (*misread.ALWAYS, misread.plain_frame)),
    "minister_denies_report",
    "adds_colon",
}


def _tidy(token, parts):
    """Cut the cue out of its content, and commas and spaces off the edges."""
    tidy = []
    for start, end in parts:
        around = [(start, token.i), (token.i + 1, end)] if start <= token.i < end else [(start, end)]
        tidy += [_trimmed(token.doc, a, b) for a, b in around]
    tidy = {(a, b) for a, b in tidy if a < b}
    return tuple(sorted(p for p in tidy if not any(a <= p[0] and p[1] <= b and p != (a, b) for a, b in tidy)))


def _trimmed(doc, start, end):
    while start < end and _is_edge(doc[start]):
        start += 1
    while start < end and _is_edge(doc[end - 1]):
        end -= 1
    return start, end


def _is_edge(token):
    return token.is_space or token.text in TRIMMED
