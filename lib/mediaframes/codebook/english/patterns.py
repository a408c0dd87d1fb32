"""Word lists as regular expressions."""

import re

from mediaframes.codebook.english import words

__all__ = ["any_of"]


def any_of(*names):
    """Return a pattern for any word of some lists, the longest first: "_" is a space, "*" any further letters.

    Examples
    --------
    >>> any_of("families")
    '(?:daughters|brothers|siblings|dynasty|family|clan|sons)'
    """
    found = frozenset().union(*map(words, names))
    longest = sorted(found, key=lambda word: (-len(word), word))
    written = [re.escape(word.replace("_", " ")).replace(r"\*", r"\w*") for word in longest]
    return f"(?:{'|'.join(written)})"
