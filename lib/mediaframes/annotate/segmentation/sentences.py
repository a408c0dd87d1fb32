"""Sentences as spans of the text: NLTK's Punkt rules with abbreviations of our own, within paragraphs.

Punkt's published parameters must be downloaded; the rules need none, only a list of abbreviations and of words
that open a sentence (`codebook/english/segmentation.yaml`).
"""

import re
from bisect import bisect_right
from functools import cache

import pandas as pd

from mediaframes.codebook.english import words
from mediaframes.corpus.enrichment.furniture import furniture_spans

SENTENCE_COLUMNS = ["article_id", "sentence", "start", "end", "part"]
LEAD_PARAGRAPHS = 1

PARAGRAPH = re.compile(r"(?:[^\S\r\n]*(?:\r\n|\r|\n)){2,}[^\S\r\n]*|\u2029")
CLOSERS = "\"'”’»)]"


@cache
def _punkt():
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer  # half a second, only where needed

    parameters = PunktParameters()
    parameters.abbrev_types = set(words("abbreviations"))
    parameters.sent_starters = set(words("sentence_openers"))
    return PunktSentenceTokenizer(parameters)


def sentence_spans(text):
    """Return the sentences of a text as a list of (start, end), in order, white space trimmed.

    A blank line always ends a sentence. In a text that has none, each line break does, if the line before it ends
    as a sentence may.
    """
    spans = []
    for start, end in _paragraphs(text):
        pieces = _punkt().span_tokenize(text[start:end], realign_boundaries=True)
        spans += [(start + a, start + b) for a, b in _rejoin(text[start:end], pieces)]
    return spans


def _paragraphs(text):
    breaks = [m.span() for m in PARAGRAPH.finditer(text)]
    if not breaks:
        breaks = [m.span() for m in re.finditer(r"(?<=[.!?\"'”’])[^\S\r\n]*(?:\r\n|\r|\n)", text)]
    starts = [0] + [b for _, b in breaks]
    ends = [a for a, _ in breaks] + [len(text)]
    for start, end in zip(starts, ends, strict=True):
        stripped = text[start:end].strip()
        if stripped:
            start = text.index(stripped[0], start)
            yield start, start + len(stripped)


def _rejoin(paragraph, pieces):
    """Give a lone closing mark back to its sentence, and keep '"Stop!" he said' whole."""
    spans = []
    for start, end in pieces:
        piece = paragraph[start:end]
        first = piece.lstrip(CLOSERS + " ")[:1]
        if spans and (not first or (first.islower() and paragraph[spans[-1][1] - 1] in CLOSERS + "!?")):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def split_sentences(articles):
    """Split each article into sentences and say which part of the article each belongs to.

    Parameters
    ----------
    articles : DataFrame
        With `article_id`, `text` and, if known, `title`.

    Returns
    -------
    DataFrame
        One row a sentence: `article_id`, `sentence` (its number within the article, from 0), `start`, `end`
        (characters of `text`), `part`: "headline" (the text opens with the title), "lead" (first paragraph),
        "body", or "boilerplate" (page furniture, never analysed). A dateline or another piece of furniture at the
        edge of a sentence is cut off as a boilerplate row of its own.
    """
    titles = articles["title"] if "title" in articles else pd.Series(pd.NA, index=articles.index)
    rows = []
    for article_id, text, title in zip(articles["article_id"], articles["text"], titles, strict=True):
        rows += [
            (article_id, i, start, end, part)
            for i, (start, end, part) in enumerate(_parted_spans(text, title if isinstance(title, str) else ""))
        ]
    return pd.DataFrame(rows, columns=SENTENCE_COLUMNS)


def _parted_spans(text, title):
    furniture = furniture_spans(text)
    headline_end = _headline_end(text, title)
    spans = _cut_out(sentence_spans(text), [(a, b) for a, b, _ in furniture])
    lead_end = None
    parted = []
    for start, end, is_furniture in spans:
        span = _trimmed(text, start, end)
        if span is None:
            continue
        start, end = span
        if is_furniture:
            part = "boilerplate"
        elif end <= headline_end:
            part = "headline"
        else:
            if lead_end is None:
                following = PARAGRAPH.search(text, start)
                lead_end = following.start() if following else len(text)
            part = "lead" if start < lead_end else "body"
        parted.append((start, end, part))
    return parted


def _headline_end(text, title):
    """Offset at which the headline ends, if the text opens with its title; 0 otherwise."""
    title_words = title.split()
    if not title_words:
        return 0
    # "#" because a headline in Markdown is marked so; a full stop may have been added to it.
    match = re.match(r"\s*#*\s*" + r"\s+".join(map(re.escape, title_words)) + r"\.?(?=\s|$)", text)
    return match.end() if match else 0


def _cut_out(spans, furniture):
    """Cut the furniture out of the sentences: (start, end, is_furniture), in order, nothing overlapping.

    Furniture without any sentence around it (it cannot happen while both read the same text) would still be listed.
    """
    starts = [a for a, _ in furniture]
    pieces = [(a, b, True) for a, b in furniture]
    for start, end in spans:
        at = max(bisect_right(starts, start) - 1, 0)
        for a, b in furniture[at:]:
            if a >= end:
                break
            if b <= start:
                continue
            if a > start:
                pieces.append((start, a, False))
            start = max(start, b)
        if start < end:
            pieces.append((start, end, False))
    return sorted(pieces)


def _trimmed(text, start, end):
    """Shrink a span to what is not white space; None if it holds no letter or digit."""
    piece = text[start:end]
    if not any(c.isalnum() for c in piece):
        return None
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())
