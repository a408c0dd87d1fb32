"""Where the victims of wars live, and who fights whom: `places.yaml` and `conflicts.yaml`."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import chain

import yaml

from mediaframes.codebook.actors import load_days, read_codebook

WORD = re.compile(r"[^\W_]+(?:['’‘ʿ`][^\W_]+)*")
APOSTROPHES = re.compile(r"['’‘ʿ`]")
OWNED = re.compile(r"['’]s$")
ARTICLE = {"el": "al", "ad": "al", "as": "al", "ash": "al", "ez": "al"}


@dataclass(frozen=True)
class Event:
    """What an attack is called, and the actor whose people it harmed, from a day on."""

    harmed: str
    named: tuple[str, ...]
    start: date | None = None


@dataclass(frozen=True)
class Conflict:
    """Two sides of a war, each its actors, the people first; on whose land; when (missing: without limit)."""

    sides: tuple[tuple[str, ...], tuple[str, ...]]
    land: tuple[str, ...]
    start: date | None = None
    end: date | None = None


def words_of(text):
    """Return (word as compared, start, end) of each word of a text: without apostrophes, in lower case."""
    return [(_plain(m[0]), m.start(), m.start() + len(OWNED.sub("", m[0]))) for m in WORD.finditer(text)]


def _plain(word):
    plain = APOSTROPHES.sub("", OWNED.sub("", word)).lower()
    return ARTICLE.get(plain, plain)


@cache
def places():
    """Return the places as a dict: first word -> [(words, actor)], those of most words first."""
    listed = _read("places.yaml")
    named = [(name, actor) for actor, lines in listed.items() for names in lines for name in names]
    named += [(name, actor.name) for actor in read_codebook().values() for name in actor.capitals]
    return _by_first_word(dict(named).items())


@cache
def events():
    """Return what attacks are called as a dict: first word -> [(words, Event)], those of most words first."""
    found = [e for c in _read("conflicts.yaml") for e in c.get("events", ())]
    found = [Event(e["harmed"], tuple(e["named"]), load_days(e, "conflicts.yaml")[0]) for e in found]
    return _by_first_word((name, event) for event in found for name in event.named)


@cache
def conflicts():
    """Return who fights whom (tuple of Conflict)."""
    return tuple(
        Conflict(
            tuple(map(tuple, c["sides"])),
            tuple(c.get("on_land_of", chain(*c["sides"]))),
            *load_days(c, "conflicts.yaml"),
        )
        for c in _read("conflicts.yaml")
    )


def _read(name):
    return yaml.safe_load((files("mediaframes.codebook") / name).read_text(encoding="utf-8"))


def _by_first_word(named):
    index = {}
    for name, meant in named:
        words = tuple(word for word, _, _ in words_of(name))
        index.setdefault(words[0], []).append((words, meant))
    return {first: sorted(found, key=lambda pair: -len(pair[0])) for first, found in index.items()}
