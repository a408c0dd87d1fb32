"""What is known about English as data: word lists and constructions for the rules over parsed sentences.

Every YAML file in this folder but `cues.yaml` and `plover.yaml`, which have loaders of their own, maps names of lists
to words (or to a mapping of words). A list may hold another: "@denying" stands for all words of the list `denying`.
The files of `constructions/` hold rows in groups, each with its examples; `annotate/events/constructions.py` tells what
a row may say, and matches them.
"""

from functools import cache
from importlib.resources import files

import yaml

from mediaframes.errors import MediaframesError

__all__ = ["constructions", "gather", "words"]

FOLDER = files("mediaframes.codebook.english")
OWN_LOADER = ("cues.yaml", "plover.yaml")


@cache
def words(name):
    """Return the word list `name`, as a frozenset of str or a dict; KeyError if there is no such list."""
    held = _lists()[name]
    return held if isinstance(held, dict) else gather(str(held).split())


def gather(written):
    """Return the words meant by words as they are written: "@denying" means those of the list `denying`."""
    return frozenset().union(*(words(word[1:]) if word[0] == "@" else {word} for word in written))


@cache
def _lists():
    """The lists of all files by name, as they are written."""
    return _read_all(p for p in FOLDER.iterdir() if p.name not in OWN_LOADER)


@cache
def constructions():
    """Return the rows of all constructions: a dict of lists of dict, by the name of their group."""
    return _read_all((FOLDER / "constructions").iterdir())


def _read_all(paths):
    """What YAML files map names to, in one mapping in which each name stands once."""
    merged = {}
    for path in sorted((p for p in paths if p.name.endswith(".yaml")), key=lambda p: p.name):
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
        if twice := merged.keys() & found.keys():
            raise MediaframesError(f"{path.name}: another file holds these names too: {', '.join(sorted(twice))}")
        merged |= found
    return merged
