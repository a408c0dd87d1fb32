"""Page furniture: what stands in a text without being part of what the article says; marked, never cut."""

from functools import lru_cache

import regex

from .furniture_rules import BARE_DATELINES, BYLINE, DATELINES, HEADING, LINE_RULES, LONG_LINE_RULES

__all__ = ["FURNITURE_KINDS", "furniture_spans"]

_LONGEST = 400  # a longer line is prose
_SHORT_PROSE = 200  # a longer line is tried against few rules
_SHORT = 60  # only a shorter line is tried against the rules that need no certain word
_BEGINNING = 2  # characters that tell which rules a line may fit
_OPENING_LINES = 6  # where bylines and datelines without an agency stand
_MOST_HEADLINES = 8
_SENTENCE_END = regex.compile(r"[.!:;,][\"'”’»)\]]*$")

FURNITURE_KINDS = ("dateline", "byline", *dict.fromkeys(kind for kind, _, _ in LINE_RULES))


def furniture_spans(text):
    """Mark the page furniture of a text.

    Only whole lines are marked, and datelines, which open a line. A line that could be a sentence of the
    article is left alone: what is wrongly marked is lost to every measure, what is missed adds a few words.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of (int, int, str)
        Start, end and kind (one of `FURNITURE_KINDS`) of each piece, sorted, without overlap;
        `text[start:end]` is the piece. "related" covers a "Read more:" line and the headlines under it.
    """
    spans, below_heading = [], 0
    for number, (start, line) in enumerate(_lines(text)):
        kind, length = _line_kind(line, number)
        if kind == "heading":
            kind, below_heading = "related", _MOST_HEADLINES
        elif below_heading and not kind and _is_headline(line):
            kind, length, below_heading = "related", len(line), below_heading - 1
        elif kind != "related":
            below_heading = 0
        if kind:
            spans.append((start, start + length, kind))
    return spans


def _lines(text):
    """Yield (start, line) for each line that is not blank, white space trimmed."""
    position = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            yield position + len(line) - len(line.lstrip()), bare
        position += len(line)


def _line_kind(line, number):
    """Name the furniture that a line is, or begins with, and its length; ("", 0) if none."""
    dateline = _dateline(line, number)
    if dateline:
        return "dateline", dateline
    if len(line) > _LONGEST:
        return "", 0
    is_heading, is_byline, rules = _possible(line[:_BEGINNING], len(line) > _SHORT_PROSE)
    if is_heading and len(line) < _SHORT and HEADING.fullmatch(line):
        return "heading", len(line)
    if is_byline and number < _OPENING_LINES and len(line) < 2 * _SHORT and BYLINE.fullmatch(line):
        return "byline", len(line)
    lower = line.lower()
    for kind, words, pattern in rules:
        likely = _holds(lower, words) if words else len(line) < _SHORT
        if likely and pattern.fullmatch(line):
            return kind, len(line)
    return "", 0


@lru_cache(maxsize=1 << 15)
def _possible(beginning, long):
    """Tell whether a line begun like this may be a heading, a byline, and which rules it may fit: few."""
    rules = LONG_LINE_RULES if long else LINE_RULES
    fitting = tuple(rule for rule in rules if rule[2].fullmatch(beginning, partial=True))
    return *(bool(p.fullmatch(beginning, partial=True)) for p in (HEADING, BYLINE)), fitting


def _holds(lower, words):
    """Tell whether one of the words occurs: what `any` tells, in a third of the time."""
    for word in words:
        if word in lower:
            return True
    return False


def _dateline(line, number):
    """Measure the dateline that opens a line and is followed by words; 0 if there is none."""
    head = line[:110]
    if (not line[0].isupper() and line[0] not in "([") or not _holds(head, "-–—_"):
        return 0
    patterns = DATELINES if "(" in head or "[" in head else ()
    patterns = (*patterns, *BARE_DATELINES) if number < _OPENING_LINES else patterns
    match = next((m for m in (pattern.match(line) for pattern in patterns) if m), None)
    return match.end() if match and match.end() < len(line) else 0


def _is_headline(line):
    """Tell a headline from a sentence: short, begun with a capital, ended without a full stop."""
    bare = line.lstrip("-–—•*·>»\"'“‘ ")
    return 0 < len(bare) <= 130 and not bare[0].islower() and not _SENTENCE_END.search(line)
