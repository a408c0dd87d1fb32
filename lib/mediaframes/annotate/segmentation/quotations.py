"""Quotation marks of all kinds, read paragraph by paragraph; a mark that was lost costs one quotation, not the text."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

import pandas as pd

from mediaframes.codebook.english.patterns import pattern

# Opening mark -> the marks that may close it. A mark that can do both is told apart by its neighbours.
CLOSED_BY = {
    '"': '"”“',
    "“": '”"',
    "”": "”",
    "„": '“”"',
    "«": "»",
    "»": "«",
    "‹": "›",
    "``": ("''", "``", '"'),
    "''": ("''",),
    "‘": "’‘'",
    "'": "'’",
    "`": "'`’",
}
SINGLE = frozenset("‘'`")
MARK = re.compile(r"``|''|’’|‘‘|[\"“”„«»‹›‘’'`]")
SAME_AS = {"’’": "''", "‘‘": "``"}
PARAGRAPH_BREAK = re.compile(r"\n\s*\n|\u2029")
CLIPPED = pattern(r"['’‘](?:\d\ds?|{})\b", "clipped", flags=re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s|$)")
LONGEST_SINGLE = 600
LONGEST_SENTENCE = 2000


class Quotation(NamedTuple):
    """A quotation: `text[start:end]` holds its marks; `closed` is False where the closing mark is missing."""

    start: int
    end: int
    mark: str
    closed: bool


def quotations(text):
    """Return the quotations of a text, outermost only, in order, none overlapping.

    Straight and curly double marks, single marks, guillemets, German low marks, doubled single marks and backticks
    are read; apostrophes are not quotation marks. A quotation of several paragraphs, which opens in each and closes
    in the last, gives one `Quotation` per paragraph. One that never closes ends with its paragraph if it began
    with it or if the next paragraph opens again, else with its sentence.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of Quotation
        Offsets into `text`.
    """
    found = []
    bounds = _paragraphs(text)
    for number, (start, end) in enumerate(bounds):
        following = text[bounds[number + 1][0] :][:2] if number + 1 < len(bounds) else ""
        found += _in_paragraph(text, start, end, following)
    return found


def overlapping(quotes, start, end):
    """Return those of some quotations, in order, that overlap the characters `start` to `end`."""
    low = bisect_right(quotes, start, key=lambda q: q.end)
    return quotes[low : bisect_left(quotes, end, key=lambda q: q.start)]


def quotation_warning(text):
    """Return what to tell the reader if quotation marks of a text are unbalanced, else an empty string."""
    spans = quotations(text)
    unclosed = sum(
        not q.closed and not (i + 1 < len(spans) and _continues(text, q, spans[i + 1])) for i, q in enumerate(spans)
    )
    if not unclosed:
        return ""
    return f"{unclosed} quotation mark{'s' if unclosed > 1 else ''} without a closing one"


def with_quotation_warnings(articles):
    """Return articles with unbalanced quotation marks noted in their column `warnings`, if they have one.

    Parameters
    ----------
    articles : DataFrame
        `text`, and `warnings` as from `load_corpus` ("; "-joined).

    Returns
    -------
    DataFrame
        A new one; the same rows. A note that is there already is not added again.
    """
    if "warnings" not in articles:
        return articles
    noted = [
        "; ".join(dict.fromkeys(n for n in (*(old or "").split("; "), quotation_warning(text)) if n))
        for old, text in zip(
            articles["warnings"].where(articles["warnings"].notna(), ""), articles["text"], strict=True
        )
    ]
    return articles.assign(warnings=pd.Series(noted, index=articles.index, dtype=articles["warnings"].dtype))


def _continues(text, quotation, following):
    """Whether the next paragraph opens with the same mark, as in a quotation of several paragraphs."""
    gap = text[quotation.end : following.start]
    return following.mark == quotation.mark and bool(PARAGRAPH_BREAK.fullmatch(gap))


def _paragraphs(text):
    breaks = [m.span() for m in PARAGRAPH_BREAK.finditer(text)]
    starts = [0, *(b for _, b in breaks)]
    ends = [*(a for a, _ in breaks), len(text)]
    trimmed = []
    for start, end in zip(starts, ends, strict=True):
        piece = text[start:end]
        start, end = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        if start < end:
            trimmed.append((start, end))
    return trimmed


def _in_paragraph(text, start, end, following):
    marks = [(m.start(), m.end(), SAME_AS.get(m[0], m[0])) for m in MARK.finditer(text, start, end)]
    # Where each mark is met last: no mark is looked for behind it, so that a paragraph of marks takes no longer.
    last = {mark: i for i, (_, _, mark) in enumerate(marks)}
    found, position = [], 0
    while position < len(marks):
        a, b, mark = marks[position]
        if not _opens(text, a, b, mark, start, end):
            position += 1
            continue
        possible = any(last.get(closer, -1) > position for closer in CLOSED_BY[mark])
        close = _closing(text, marks, position, end) if possible else None
        if close is not None:
            found.append(Quotation(a, marks[close][1], mark, True))
            position = close + 1
        elif mark in SINGLE:
            position += 1
        else:
            stop = _unclosed_end(text, (a, b), (start, end), following.startswith(mark))
            again = next((c for c, _, other in marks[position + 1 : position + 2] if other == mark), stop)
            stop = min(stop, a + len(text[a:again].rstrip()))
            found.append(Quotation(a, stop, mark, False))
            position = next((i for i in range(position + 1, len(marks)) if marks[i][0] >= stop), len(marks))
    return found


def _opens(text, a, b, mark, start, end):
    before = text[a - 1] if a > start else " "
    after = text[b] if b < end else " "
    if mark not in CLOSED_BY or after.isspace():
        return False
    if mark in ("“", "„", "«", "``", "‹"):
        return True
    if mark in SINGLE:
        loose = before.isspace() or before in '([—–-/“"'
        return loose and (after.isalnum() or after in "[(…") and not CLIPPED.match(text, a)
    return (not before.isalnum() and before not in ".,!?;%") or (before in "—–" and after.isalnum())


def _closing(text, marks, position, end):
    """Index of the mark that closes the one at `position`, or None."""
    mark = marks[position][2]
    closers = CLOSED_BY[mark]
    if mark in SINGLE:
        return _closing_single(text, marks, position, closers)
    depth = 0
    for i in range(position + 1, len(marks)):
        c, d, other = marks[i]
        if other == mark == "“" and text[c - 1] in ".,!?" and text[d : d + 1].strip() == "":
            return i
        if other == mark and mark in "“«„‹":
            depth += 1
        elif other == mark == '"' and _reopens(text, c, d, end):
            return None
        elif other in closers:
            if depth == 0 or other == mark:
                return i
            depth -= 1
    # A second opening mark where one closing mark was lost: the first closing one ends both.
    return next((i for i in range(position + 1, len(marks)) if marks[i][2] in closers), None)


def _reopens(text, a, b, end):
    """A straight mark after a space and before a letter opens: the closing one before it was lost."""
    return a > 0 and text[a - 1].isspace() and b < end and text[b].isalnum()


def _closing_single(text, marks, position, closers):
    a = marks[position][0]
    possible = None
    for i in range(position + 1, len(marks)):
        c, d, mark = marks[i]
        if c - a > LONGEST_SINGLE:
            break
        before, after = text[c - 1], text[d : d + 1] or " "
        if mark not in closers or before.isspace() or after.isalnum():
            continue
        if before in ".,!?;…" or not before.isalnum() or before != "s":
            return i
        possible = i if possible is None else possible
    return possible


def _unclosed_end(text, mark, paragraph, goes_on):
    """Where a quotation without its closing mark ends: with its paragraph or with its sentence."""
    start, end = paragraph
    if goes_on or mark[0] == start:
        return end
    sentence = SENTENCE_END.search(text, mark[1], min(end, mark[1] + LONGEST_SENTENCE))
    return sentence.end() if sentence else end
