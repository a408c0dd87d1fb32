"""The word lists of the rules over parsed sentences, read from the YAML files beside this one.

Each file maps names of lists to their words; `cues.yaml` and `contexts.yaml`, which have loaders of their own, do not.
"""

from functools import cache
from importlib.resources import files

import yaml

__all__ = ["words"]

OTHERS = ("cues.yaml", "contexts.yaml")


@cache
def _lists():
    lists = {}
    for file in sorted(files("mediaframes.codebook.english").iterdir(), key=lambda f: f.name):
        if file.name.endswith(".yaml") and file.name not in OTHERS:
            lists |= yaml.safe_load(file.read_text(encoding="utf-8"))
    return {n: v if isinstance(v, dict) else frozenset(str(v).split()) for n, v in lists.items()}


def words(name):
    """Return the word list `name` as a frozenset of str (`nominals`: dict); KeyError if there is no such list."""
    return _lists()[name]
