"""Ribbons: what an outlet prints again and again at the edge of its lines, such as "Live updates:"."""

from collections import defaultdict
from itertools import islice

import pandas as pd
import regex

ENOUGH = 5  # different texts of one outlet
LONG = 6  # words, from which on a run that opens or closes many headlines is no chance
HEADLINE = 30  # words; a longer first line is prose
LEAST = 3  # letters of a word that tells a ribbon from a name
WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*")
BREAK = regex.compile(r"\s*(?::|\||\s[-–—]+)\s+")
NUMBER = regex.compile(r"\p{N}+")
LOWER = regex.compile(r"(?<![\p{L}\p{N}'’-])\p{Ll}[\p{Ll}'’-]{2,}(?![\p{L}\p{N}'’-])")


def ribbons(texts, outlets, units, common=None):
    """Return what recurs at the edges of the lines of texts.

    Parameters
    ----------
    texts, outlets, units : Series
        Of one index: what is looked at, which outlet prints it, and what of it is the same text: copies count once.
    common : set of str, optional
        Words that are written in lower case somewhere. Default: those of the texts.

    Returns
    -------
    Series of list of str

    Notes
    -----
    Numbers are all the same ("day 91", "day 92"), and five different texts of one outlet must share: a whole line; or,
    of a headline that opens the text, what stands before the first or after the last colon, bar or dash, if it holds
    a word that is no name; or six words and more with which it begins or ends.
    """
    common = lower_words(texts) if common is None else common
    edges = [[edge for n, line in enumerate(_lines(t)) for edge in _edges(line, n == 0, common)] for t in texts]
    same = units.groupby(texts).transform("first")  # the same text is one, whether told as a copy or not
    seen = defaultdict(set)
    for outlet, unit, own in zip(outlets, same, edges, strict=True):
        for text, _ in own:
            seen[outlet, _folded(text)].add(unit)
    found = [
        _longest([edge for edge in own if len(seen[outlet, _folded(edge[0])]) >= ENOUGH])
        for outlet, own in zip(outlets, edges, strict=True)
    ]
    return pd.Series(found, index=texts.index, dtype="object")


def lower_words(texts):
    """Return the words that are written in lower case somewhere, and so are no names."""
    return {word for text in texts for word in LOWER.findall(text)}


def without_ribbons(texts, outlets, units, common):
    """Return the texts, each without its ribbons."""
    bare = texts.copy()
    for at, found in ribbons(texts, outlets, units, common).items():
        for ribbon in found:
            bare[at] = bare[at].replace(ribbon, " ")
    return bare


def _lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


def _folded(text):
    return NUMBER.sub("0", text).lower()


def _edges(line, opens, common):
    """Yield (text, side) of what may be a ribbon: a whole line, or the beginning or end of a headline."""
    words = list(islice(WORD.finditer(line), HEADLINE + 1 if opens else 2))
    if len(words) > 1:
        yield line, "line"
    if not opens or len(words) > HEADLINE:
        return
    breaks = list(BREAK.finditer(line))
    if breaks:
        parts = (line[: breaks[0].start()], "begins"), (line[breaks[-1].end() :], "ends")
        yield from (part for part in parts if not common.isdisjoint(WORD.findall(part[0].lower())))
    for word in words[LONG - 1 : -1]:
        yield line[: word.end()], "begins"
    for word in words[1 : 1 - LONG]:
        yield line[word.start() :], "ends"


def _longest(edges):
    """Return the whole lines, and the longest beginning and end of what is not one."""
    chosen = [text for text, side in edges if side == "line"]
    for wanted in ("begins", "ends"):
        parts = [text for text, side in edges if side == wanted and not any(text in line for line in chosen)]
        chosen += [max(parts, key=len)] if parts else []
    return chosen
