"""The word lists of the rules over parsed sentences, read from `clauses.yaml` beside this file."""

from functools import cache
from importlib.resources import files

import yaml

__all__ = ["words"]


@cache
def _lists():
    text = (files("mediaframes.codebook.english") / "clauses.yaml").read_text(encoding="utf-8")
    lists = yaml.safe_load(text)
    return {n: v if isinstance(v, dict) else frozenset(str(v).split()) for n, v in lists.items()}


def words(name):
    """Return the word list `name` as a frozenset of str (`nominals`: dict); KeyError if there is no such list."""
    return _lists()[name]
