"""Page furniture: what stands in a text without being part of what the article says; marked, never cut."""

from functools import lru_cache

import regex

from mediaframes.corpus.enrichment.furniture_rules import (
    BARE_DATELINES,
    BYLINE,
    DATELINES,
    HEADING,
    LINE_RULES,
    LONG_LINE_RULES,
)

_LONGEST = 400  # a longer line is prose
_SHORT_PROSE = 200  # a longer line is tried against few rules
_SHORT = 60  # only a shorter line is tried against the rules that need no certain word
_BEGINNING = 2  # characters that tell which rules a line may fit
_HEAD = 110  # characters in which the dash of a dateline stands
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

    Examples
    --------
    >>> from mediaframes.corpus import furniture_spans
    >>> furniture_spans("PORTVILLE (AP) -- The council met.")
    [(0, 18, 'dateline')]
    """
    spans, below_heading, position, number = [], 0, 0, -1
    for line in text.splitlines(keepends=True):
        start, position, bare = position, position + len(line), line.strip()
        if not bare:
            continue
        number += 1
        kind, length = _line_kind(bare, number)
        if kind == "heading":
            kind, below_heading = "related", _MOST_HEADLINES
        elif below_heading and not kind and _is_headline(bare):
            kind, length, below_heading = "related", len(bare), below_heading - 1
        elif kind != "related":
            below_heading = 0
        if kind:
            start += line.index(bare)
            spans.append((start, start + length, kind))
    return spans


def _line_kind(line, number):
    """Name the furniture that a line is, or begins with, and its length; ("", 0) if none."""
    head, size = line[:_HEAD], len(line)
    if "-" in head or "–" in head or "—" in head or "_" in head or (number < _OPENING_LINES and ":" in head):
        dateline = _dateline(line, head, number)
        if dateline:
            return "dateline", dateline
    if size > _LONGEST:
        return "", 0
    is_heading, is_byline, rules, anywhere = _possible(line[:_BEGINNING], size > _SHORT_PROSE)
    if is_heading and size < _SHORT and HEADING.fullmatch(line):
        return "heading", size
    if is_byline and number < _OPENING_LINES and size < 2 * _SHORT and BYLINE.fullmatch(line):
        return "byline", size
    lower = line.lower()
    if size >= _SHORT and not _holds(lower, anywhere):
        return "", 0
    for kind, words, pattern in rules:
        likely = _holds(lower, words) if words else size < _SHORT
        if likely and pattern.fullmatch(line):
            return kind, size
    return "", 0


@lru_cache(maxsize=1 << 15)
def _possible(beginning, long):
    """Tell whether a line begun like this may be a heading, a byline, which rules it may fit, and all their words."""
    rules = LONG_LINE_RULES if long else LINE_RULES
    fitting = tuple(rule for rule in rules if rule[2].fullmatch(beginning, partial=True))
    words = dict.fromkeys(word for _, words, _ in fitting for word in words)
    return *(bool(p.fullmatch(beginning, partial=True)) for p in (HEADING, BYLINE)), fitting, tuple(words)


def _holds(lower, words):
    """Tell whether one of the words occurs: what `any` tells, in a third of the time."""
    for word in words:  # noqa: SIM110
        if word in lower:
            return True
    return False


def _dateline(line, head, number):
    """Measure the dateline that opens a line and is followed by words; 0 if there is none."""
    if not line[0].isupper() and line[0] not in "([":
        return 0
    patterns = DATELINES if "(" in head or "[" in head else ()
    patterns = (*patterns, *BARE_DATELINES) if number < _OPENING_LINES else patterns
    for pattern in patterns:
        match = pattern.match(line)
        if match:
            return match.end() if match.end() < len(line) else 0
    return 0


def _is_headline(line):
    """Tell a headline from a sentence: short, begun with a capital, ended without a full stop."""
    bare = line.lstrip("-–—•*·>»\"'“‘ ")
    return 0 < len(bare) <= 130 and not bare[0].islower() and not _SENTENCE_END.search(line)
