"""Bytes to text: UTF-8 first, then what the bytes say, with a note whenever a guess was needed."""

import codecs

import charset_normalizer

from mediaframes.corpus.readers.items import Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 1 << 16
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r\f\x0b\x1b\x1e\x1f")
_MOST_CONTROLS = 0.01  # more than this share of control characters is no text
_WESTERN = 0.1  # a smaller share of non-ASCII bytes, all of them usual ones, is Western European text
_USUAL = frozenset("‘’“”„–—…•«»€£©®°´·¡¿ßàáâäåæçèéêëìíîïñòóôöøœùúûüÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÓÔÖØŒÙÚÛÜ\xa0\xad")


def decode(data):
    """Decode bytes whose encoding nobody stated, or raise Unreadable where they are no text.

    Returns the text, with every character of the input but a byte order mark, and a note on how the encoding was
    guessed, "" where it was plain UTF-8.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            note = "" if encoding == "utf-8-sig" else f"decoded as {encoding}"
            return _with_marks(data, encoding, note)
    wide = _wide_encoding(data[:_SAMPLE])
    if wide:
        return _with_marks(data, wide, f"decoded as {wide}, guessed")
    _refuse_binary(data[:_SAMPLE])
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return _guess(data)


def _guess(data):
    """Decode by the mostly-UTF-8, the Western and the statistical rule, in this order."""
    marked = data.decode("utf-8", "replace")
    bad, good = marked.count("\ufffd"), sum(c > "\x7f" for c in marked[:_SAMPLE])
    if bad * 4 < good:
        return marked, f"{bad} places were not UTF-8 and show as U+FFFD"
    high = sum(b > 127 for b in data[:_SAMPLE]) / len(data[:_SAMPLE])
    if high < _WESTERN and _is_western(data):
        return data.decode("cp1252"), "decoded as cp1252, guessed"
    best = charset_normalizer.from_bytes(_whole_lines(data)).best()
    if best is None:
        raise Unreadable("text in no known encoding, or not text")
    return _with_marks(data, best.encoding, f"decoded as {best.encoding}, guessed")


def _with_marks(data, encoding, note):
    try:
        return data.decode(encoding), note
    except UnicodeDecodeError:
        note = f"decoded as {encoding}; what did not fit shows as U+FFFD"
        return data.decode(encoding, "replace"), note


def _whole_lines(data):
    """Cut a sample at a line end, so that no multi-byte character is halved."""
    sample = data[:_SAMPLE]
    return sample if len(data) <= _SAMPLE or b"\n" not in sample else sample[: sample.rindex(b"\n")]


def _wide_encoding(sample):
    """Name UTF-16 without a byte order mark: every other byte of English text is then zero."""
    if len(sample) < 4 or b"\x00" not in sample:
        return None
    even, odd = sample[::2].count(0) * 2 / len(sample), sample[1::2].count(0) * 2 / len(sample)
    if odd > 0.6 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 and odd < 0.05 else None


def _refuse_binary(sample):
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(sample):
        raise Unreadable("binary data, not text")


def _is_western(data):
    return {c for c in data.decode("cp1252", "replace") if c > "\x7f"} <= _USUAL
