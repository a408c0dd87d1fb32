"""Which sentences must be parsed to find attributions, and the plain ones that can be read without parsing."""

import re

from mediaframes.annotate.attribution.speech import WORD, Speech
from mediaframes.codebook.cues import load_cues
from mediaframes.codebook.english import words

__all__ = ["triage"]

# A frame around a quotation that is longer than this holds more than its speaker, verb, place and time.
PLAIN_WORDS = 14
_NAME = (
    r"(?P<name>(?:[Tt]he |[Aa]n? |[Hh]is |[Hh]er |[Tt]heir )?[^\W\d_][^,.;:()\n\"“”—–]{0,50}?"
    r"(?:(?<=\b[A-Z][a-z])\. [^,.;:()\n]{1,40}?)?)"
)
PLAIN_BEFORE = re.compile(
    rf"[\s,]*{_NAME}(?: has| had| also| then| later)*\s+(?P<cue>[a-z]+)(?P<rest>[^,;:—–()]{{0,60}})[.,:\s]*"
)
PLAIN_BEHIND = re.compile(rf"[\s,]*(?P<cue>[a-z]+)\s+{_NAME}(?P<rest>(?:,[^,;:—–()]{{1,80}})?)[.,\s]*")


def triage(text, sentences, quotes):
    """Sort the sentences of one article by whether they must be parsed to find the attributions in them.

    Only what stands outside quotation marks is looked at: for cue words, of which some count only with "that", "to"
    or one of their prepositions behind them, and for a colon at the end.

    Parameters
    ----------
    text : str
    sentences : list of (start, end, part)
        In order.
    quotes : list of Quotation

    Returns
    -------
    needed : set of int
        Numbers of the sentences to parse.
    plain : list of Speech
        What needs no parsing: quotations framed by a name, one verb of speech, a place or a time.
    """
    cues, needed, plain, position = load_cues(), set(), [], 0
    for i, (start, end, part) in enumerate(sentences):
        while position < len(quotes) and quotes[position].end <= start:
            position += 1
        pieces = _outside(start, end, quotes, position) if part != "boilerplate" else []
        outside = " ".join([text[a:b] for a, b in pieces])
        told = WORD.findall(outside.lower())
        speech = None
        if _holds_cue(told, cues) and len(told) <= PLAIN_WORDS:
            speech = _plain_speech(text, pieces, i, (start, end))
        if speech is not None:
            plain.append(speech)
        elif outside.rstrip().endswith(":") or _holds_cue(told, cues):
            needed.add(i)
    return needed, plain


def _outside(start, end, quotes, position):
    """The parts of a sentence that stand outside quotation marks."""
    pieces = []
    while position < len(quotes) and quotes[position].start < end:
        q = quotes[position]
        if q.start > start:
            pieces.append((start, q.start))
        start = min(max(q.end, start), end)
        position += 1
    return [*pieces, (start, end)] if start < end else pieces


def _holds_cue(told, cues):
    present = cues.forms.intersection(told)
    if not present <= cues.needs.keys():
        return True
    for i, word in enumerate(told if present else ()):
        if word in present:
            near, needed = cues.needs[word]
            if not needed.isdisjoint(told[i + 1 : i + 1 + near]):
                return True
    return False


def _plain_speech(text, pieces, sentence, bounds):
    """'"…," the minister said on Monday.' as a Speech; None if the frame is anything more."""
    filled = [p for p in pieces if text[p[0] : p[1]].strip(" .,;\n")]
    if len(filled) != 1:
        return None
    found = PLAIN_BEFORE.fullmatch(text, *filled[0]) or PLAIN_BEHIND.fullmatch(text, *filled[0])
    cues = load_cues()
    cue = cues.lookup(found["cue"], "VBD") if found else None
    if cue is None or "clause" not in cue.takes or not _frames_quotation(text, found, bounds):
        return None
    if not cues.forms.isdisjoint(WORD.findall(f"{found['name']} {found['rest']}".lower())):
        return None
    return Speech(sentence, found.span("name"), found.span("cue"), cue.lemma, cue.stance, "bare", True)


def _frames_quotation(text, found, bounds):
    """Whether a quotation stands right before or behind, and no clause besides name and verb."""
    if not (words("auxiliaries") | words("others_speaking")).isdisjoint(WORD.findall(found["rest"].lower())):
        return False
    if found.end() < bounds[1]:
        opens = not text[bounds[0] : found.start()].strip()
        return opens and text[found.start() : found.end()].rstrip().endswith((",", ":"))
    return found.start() > bounds[0] or not found["rest"].strip()
