"""Sentences as the instruments read them: word pieces, the name at each span hidden, and a mark where it stood.

The network never sees whom a sentence is about, only that somebody stands there: what it says of one country it
would say of any other in the same sentence. Articles before the name go with it, so that "the US" reads as "Iran", and
the same name elsewhere in the sentence is hidden with it.
"""

from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
import regex

MARKS = {"none": 0, "target": 1, "p": 2, "q": 3}
MAX_PIECES = 160
LONGEST_WORD = 80  # characters
LONGEST_NAME = 12  # word pieces; only where names are shown, which they are in training alone
BEFORE = regex.compile(r"(?:\b(?:the|an?)\s+)?[\p{L}\p{M}\p{N}]*$", regex.I)
ARTICLE = regex.compile(r"^(?:the|an?)\s+", regex.I)
AFTER = regex.compile(r"[\p{L}\p{M}\p{N}]*")
LEFT_EDGE = regex.compile(r"[\s'’‘\"“”,;:()\[\]–—-]*")
RIGHT_EDGE = regex.compile(r"(?:['’]s)?[\s'’‘\"“”,;:()\[\]–—-]*$", regex.I)


@cache
def load_tokenizer(path=None):
    """Return the word-piece tokenizer of the instruments, loaded at the first call.

    Parameters
    ----------
    path : str, optional
        A `tokenizer.json`; default: the one in this package.
    """
    from tokenizers import Tokenizer  # only where it is needed

    tokenizer = Tokenizer.from_file(path or str(files("mediaframes.annotate.attitude") / "weights" / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.encode_special_tokens = True  # "[MASK]" in an article is text
    return tokenizer


def whole_name(text, start, end):
    """Return the span of the whole words of a name, with the article before it and without the possessive after it.

    Examples
    --------
    >>> whole_name("The US's ally", 4, 8)
    (0, 6)
    """
    start, end = _bare_name(text, start, end)
    return BEFORE.search(text, max(0, start - LONGEST_WORD), start).start(), AFTER.match(text, end).end()


def _bare_name(text, start, end):
    # Without the possessive and the marks at its edges, if there is anything else.
    left = LEFT_EDGE.match(text, start, end).end()
    right = RIGHT_EDGE.search(text, left, end).start() if left < end else left
    return (left, right) if left < right else (start, end)


def encode(texts, spans, *, hidden=True, longest=MAX_PIECES):
    """Return the numbers that the network reads.

    Parameters
    ----------
    texts : sequence of str
    spans : sequence of list of (int, int, str)
        For each text, its spans as (start, end, mark), in the order of the text, not overlapping; marks from `MARKS`.
    hidden : bool
        Whether each span is replaced by one piece that stands for any name. The same name elsewhere in the text is
        treated alike, and marked too.
    longest : int
        Word pieces at most. A longer text is cut at its far ends, and between two spans in the middle.

    Returns
    -------
    list of (ndarray, ndarray)
        For each text the ids of its word pieces and their marks, int64, equally long.
    """
    tokenizer = load_tokenizer()
    first, last, hide = (tokenizer.token_to_id(t) for t in ("[CLS]", "[SEP]", "[MASK]"))
    spans = [_everywhere(text, own) for text, own in zip(texts, spans, strict=True)]
    parts = [_parts(text, own) for text, own in zip(texts, spans, strict=True)]
    flat = tokenizer.encode_batch([p for own in parts for p in own], add_special_tokens=False)
    pieces = iter(e.ids for e in flat)
    encoded = []
    for own in spans:
        between, names = [next(pieces)], []
        for _ in own:
            name = next(pieces)
            names.append([hide] if hidden or not name else name[:LONGEST_NAME])
            between.append(next(pieces))
        between = _cut(between, longest - 2 - sum(map(len, names)))
        encoded.append(_join(between, names, [MARKS[m] for *_, m in own], first, last))
    return encoded


def _everywhere(text, spans):
    """Add the other places where the same names stand in the text, with their marks: they would give them away."""
    places = list(spans)
    for start, end, mark in spans:
        start, end = _bare_name(text, start, end)
        name = ARTICLE.sub("", text[start:end])
        if name[:1].isupper():  # "he" stands for others too
            again = regex.finditer(rf"(?<![\p{{L}}\p{{N}}]){regex.escape(name)}(?![\p{{L}}\p{{N}}])", text)
            places += [(*m.span(), mark) for m in again if all(m.end() <= a or b <= m.start() for a, b, _ in places)]
    return sorted(places)


def _parts(text, spans):
    # The stretches outside and inside the spans, alternating, beginning and ending outside.
    edges = [0]
    for start, end, _ in spans:
        start, end = whole_name(text, start, end)
        edges += [max(start, edges[-1]), max(end, edges[-1])]
    edges.append(len(text))
    return [text[a:b] for a, b in pairwise(edges)]


def _cut(between, room):
    # Each stretch gets an equal share of the room; what a short one leaves goes to the others.
    share, left = {}, room
    for rank, i in enumerate(sorted(range(len(between)), key=lambda i: len(between[i]))):
        share[i] = min(len(between[i]), left // (len(between) - rank))
        left -= share[i]
    cut = []
    for i, ids in enumerate(between):
        after = 0 if i == 0 else share[i] if i == len(between) - 1 else share[i] // 2
        cut.append(ids[:after] + ids[len(ids) - (share[i] - after) :])
    return cut


def _join(between, names, marks, first, last):
    ids, kinds = [first, *between[0]], [0] * (1 + len(between[0]))
    for name, mark, after in zip(names, marks, between[1:], strict=True):
        ids += name + after
        kinds += [mark] * len(name) + [0] * len(after)
    return np.array([*ids, last], np.int64), np.array([*kinds, 0], np.int64)
