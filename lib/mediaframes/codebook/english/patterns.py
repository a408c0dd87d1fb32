"""Word lists as regular expressions."""

import re

from mediaframes.codebook.english import words


def pattern(form, *lists, flags=0):
    """Compile a pattern in which each "{}" stands for any word of the next list of `codebook/english`.

    In the lists "_" is a space and "*" any further letters.

    Examples
    --------
    >>> pattern(" {}$", "families").search("the Doe family")[0]
    ' family'
    """
    for name in lists:
        form = form.replace("{}", _any_of(words(name)), 1)
    return re.compile(form, flags)


def _any_of(found):
    longest = sorted(found, key=lambda word: (-len(word), word))
    written = [re.escape(word.replace("_", " ")).replace(r"\*", r"\w*") for word in longest]
    return f"(?:{'|'.join(written)})"
