"""The word lists of the rules over parsed sentences, read from `clause_words.yaml` beside this file."""

from functools import cache
from importlib.resources import files

import yaml

__all__ = ["words"]


@cache
def _lists():
    text = (files("mediaframes.annotate") / "clause_words.yaml").read_text(encoding="utf-8")
    return {name: frozenset(str(value).split()) for name, value in yaml.safe_load(text).items()}


def words(name):
    """Return the word list `name` as a frozenset of str; KeyError if there is none of that name."""
    return _lists()[name]
