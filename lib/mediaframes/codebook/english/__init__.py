"""What is known about English as data: the word lists of the rules over parsed sentences.

Every YAML file in this folder but `cues.yaml` and `contexts.yaml`, which have loaders of their own, maps names of lists
to words (or to a mapping of words). A list may hold another: "+denying" stands for all words of the list `denying`.
"""

from functools import cache
from importlib.resources import files

import yaml

from mediaframes.errors import MediaframesError

__all__ = ["words"]

FOLDER = files("mediaframes.codebook.english")
OWN_LOADER = ("cues.yaml", "contexts.yaml")


@cache
def words(name):
    """Return the word list `name`, as a frozenset of str or a dict; KeyError if there is no such list."""
    held = _lists()[name]
    if isinstance(held, dict):
        return held
    parts = [words(word[1:]) if word[0] == "+" else {word} for word in str(held).split()]
    return frozenset().union(*parts)


@cache
def _lists():
    """The lists of all files by name, as they are written."""
    lists = {}
    for path in sorted((p for p in FOLDER.iterdir() if p.name.endswith(".yaml")), key=lambda p: p.name):
        if path.name in OWN_LOADER:
            continue
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
        if twice := lists.keys() & found.keys():
            raise MediaframesError(f"{path.name}: other files hold word lists of the same name: {sorted(twice)}")
        lists |= found
    return lists
