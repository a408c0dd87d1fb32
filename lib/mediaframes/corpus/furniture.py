"""Page furniture: what stands in an article's text without being part of what it says. It is marked, never cut."""

import regex

__all__ = ["furniture_spans"]

DATELINE = regex.compile(r"^\p{Lu}[\p{Lu} ,.]{2,40}\([\p{L} ]{2,20}\)\s*[-–—]+\s*", regex.MULTILINE)


def furniture_spans(text):
    """Return the page furniture of a text as a sorted list of (start, end, kind)."""
    return [(*m.span(), "dateline") for m in DATELINE.finditer(text)]
