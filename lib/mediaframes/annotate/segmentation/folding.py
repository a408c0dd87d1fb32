"""A text as it is matched: odd spaces, soft hyphens, curly quotes and accents folded, offsets kept."""

import re
import unicodedata

import numpy as np

QUOTES = {"‘": "'", "’": "'", "ʼ": "'", "′": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
DASHES = dict.fromkeys("‐‑‒–—―−", "-")
SPACES = dict.fromkeys("\t\n\x0b\x0c\r\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000", " ")
SPACES |= {chr(c): " " for c in range(0x2000, 0x200B)}
# Of an accented letter, the letter: one character for one, so that offsets stay.
LETTERS = {
    chr(c): unicodedata.normalize("NFD", chr(c))[0]
    for block in (range(0xC0, 0x250), range(0x1E00, 0x1F00))
    for c in block
    if unicodedata.normalize("NFD", chr(c))[0].isascii()
} | {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ħ": "h"}
TABLE = str.maketrans(QUOTES | DASHES | SPACES | LETTERS)
# Combining marks, and what takes no room: soft hyphen, zero-width spaces and joiners, direction marks.
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0e\ufe0f"
COMBINING = "\u0300-\u036f"
UNSEEN = INVISIBLE + COMBINING
# What is dropped: the unseen, and of a run of spaces all but the first. A blank line stays: no name runs over it.
DROPPED = re.compile(f"[{UNSEEN}]+|[^\\S\n][\\s{UNSEEN}]+|\n(?:[^\\S\n]|[{UNSEEN}])[\\s{UNSEEN}]*")
TRAILING = re.compile(f"[{COMBINING}]*")


def fold(text):
    """Return (folded, offsets): the text to match in, and for each of its characters the offset in `text`.

    `offsets` is None where they are the same. Runs of white space become one space, blank lines two, accents are
    dropped.
    """
    dropped = [(m.start() + m[0][0].isspace(), m.end()) for m in DROPPED.finditer(text)]
    if not dropped:
        return text.translate(TABLE), None
    kept = np.ones(len(text), dtype=bool)
    pieces, last = [], 0
    for start, end in dropped:
        kept[start:end] = False
        pieces.append(text[last:start])
        last = end
    pieces.append(text[last:])
    return "".join(pieces).translate(TABLE), np.flatnonzero(kept)


def original_span(text, offsets, start, end):
    """Map a span of the folded text back to the original; an accent after its last letter belongs to it."""
    if offsets is None:
        return start, end
    start, end = int(offsets[start]), int(offsets[end - 1]) + 1
    return start, TRAILING.match(text, end).end()
