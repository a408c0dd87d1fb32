"""Ribbons: what an outlet prints again and again at the edge of its lines, such as "Live updates:"."""

from collections import defaultdict

import pandas as pd
import regex

from mediaframes.codebook.english import words as word_list
from mediaframes.measure.groups import unit_of
from mediaframes.measure.words.chunks import running_text

ENOUGH = 5  # different texts of one outlet
LONG = 6  # words, from which on a run that opens or closes many headlines is no chance
HEADLINE = 30  # words; a longer first line is prose
WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*")
BREAK = regex.compile(r"\s*(?::|\||\s[-–—]+)\s+")
NUMBER = regex.compile(r"\p{N}+")


def ribbons(articles):
    """Return what recurs at the edges of each article's lines.

    Parameters
    ----------
    articles : DataFrame

    Returns
    -------
    Series of str
        As `articles`, each ribbon on a line of its own; empty where nothing recurs.

    Notes
    -----
    Numbers are all the same ("day 91", "day 92"), and five different texts of one outlet must share: a whole line; or,
    of a headline that opens the text, what stands before the first or after the last colon, bar or dash, if it holds
    a word that is no name; or six words and more with which it begins or ends.
    """
    texts = articles["text"].map(running_text)
    outlets = articles["outlet"] if "outlet" in articles else pd.Series("", index=articles.index)
    common = {word for text in texts for word in WORD.findall(text) if word.islower()} - word_list("stopwords")
    edges = [[edge for n, line in enumerate(_lines(t)) for edge in _edges(line, n == 0, common)] for t in texts]
    same = unit_of(articles).groupby(texts).transform("first")  # the same text is one, whether told as a copy or not
    seen = defaultdict(set)
    for outlet, unit, own in zip(outlets, same, edges, strict=True):
        for text, _ in own:
            seen[outlet, _folded(text)].add(unit)
    found = [
        _longest([edge for edge in own if len(seen[outlet, _folded(edge[0])]) >= ENOUGH])
        for outlet, own in zip(outlets, edges, strict=True)
    ]
    return pd.Series(found, index=articles.index, dtype="str")


def _lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


def _folded(text):
    return NUMBER.sub("0", text).lower()


def _edges(line, opens, common):
    """Yield (text, side) of what may be a ribbon: a whole line, or the beginning or end of a headline."""
    words = list(WORD.finditer(line))
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
    return "\n".join(chosen)
