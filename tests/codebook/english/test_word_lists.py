"""The word lists: each is there once, holds each word once, and is read by some rule."""

import re
from itertools import combinations
from pathlib import Path

import pytest
import yaml

import mediaframes
from mediaframes.codebook.english import OWN_LOADER, constructions, words

PACKAGE = Path(mediaframes.__file__).parent
FILES = [p for p in sorted((PACKAGE / "codebook/english").glob("*.yaml")) if p.name not in OWN_LOADER]
# (file, name, words as written), a list that stands twice in one file twice
LISTS = [
    (path.name, name.value, held)
    for path in FILES
    for name, held in yaml.compose(path.read_text(encoding="utf-8")).value
]


def written(held):
    """The words of a list in the order of the file, those of a mapping by key."""
    return [key.value for key, _ in held.value] if isinstance(held.value, list) else held.value.split()


def test_each_name_stands_once():
    names = [name for _, name, _ in LISTS]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(("file", "name", "held"), LISTS, ids=[name for _, name, _ in LISTS])
def test_each_word_stands_once_in_a_list(file, name, held):
    found = written(held)
    assert sorted(found) == sorted(set(found))


def test_no_list_is_the_same_as_another():
    sets = {name: frozenset(words(name)) for _, name, _ in LISTS}
    assert [(a, b) for a, b in combinations(sets, 2) if sets[a] == sets[b]] == []


def test_no_list_repeats_another_word_for_word():
    sets = {name: frozenset(written(held)) for _, name, held in LISTS if isinstance(held.value, str)}
    held = [(a, b) for a in sets for b in sets if a != b and len(sets[a]) > 3 and sets[a] <= sets[b]]
    assert held == [], "write @NAME for the words of a list that another holds"


def test_each_list_is_read():
    code = " ".join(p.read_text(encoding="utf-8") for p in PACKAGE.rglob("*.py"))
    looks = [row["look"] for rows in constructions().values() for row in rows]
    looks += (PACKAGE / "codebook/english/plover.yaml").read_text(encoding="utf-8").splitlines()
    data = set(re.findall(r"@(\w+)", " ".join([*looks, *(word for _, _, held in LISTS for word in written(held))])))
    assert [n for _, n, _ in LISTS if f'"{n}"' not in code and n not in data] == []


def test_a_list_holds_the_words_of_those_that_it_names():
    assert words("believing") < words("raising")


def test_an_unknown_list_is_an_error():
    with pytest.raises(KeyError, match="no_such_list"):
        words("no_such_list")
