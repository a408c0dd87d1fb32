"""The actors of world news: what each is called, by whom it is led and when, and which names are not its own."""

import calendar
import difflib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from mediaframes.codebook.english import words
from mediaframes.errors import MediaframesError

BUILT_IN = Path(__file__).with_name("actors.yaml")
TYPES = ("state", "organisation", "armed group", "person")
SURNAMES = ("always", "known", "titled", "never")
NAME_LISTS = ("names", "demonyms", "capitals", "government", "labels", "exceptions")
PERSON_KEYS = ("short", "surname", "woman")
ACTOR_KEYS = ("type", "code", "member_of", *NAME_LISTS, "leaders", "conditions", *PERSON_KEYS)
MEMBER_KEYS = ("actor", "from", "to")
LEADER_KEYS = ("name", "role", "from", "to", "also", "short", "surname", "woman")
WORD_LISTS = ("needs", "unless", "after", "before")
CONDITION_KEYS = (*WORD_LISTS, "shared")


@dataclass(frozen=True)
class Leader:
    """A person who speaks and acts for an actor between two dates (missing: without limit).

    `short` are the forms used after the first mention, `surname` says when they count: "always"; "known" (the full
    name is in the same article, or a title stands before it); "titled" (only after a title); "never".
    """

    name: str
    role: str | None = None
    start: date | None = None
    end: date | None = None
    also: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    surname: str = "known"
    woman: bool = False


@dataclass(frozen=True)
class Condition:
    """When a form counts: what the article must or must not hold, which words stand right before and after it.

    `needs=("actor",)` asks for another mention of the same actor in the article. A `shared` form names each of the
    actors that list it ("the two Koreas"); others go to the actor that the article names most.
    """

    form: str
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    shared: bool = False


@dataclass(frozen=True)
class Membership:
    """The actor that another belongs to, between two dates (missing: without limit)."""

    actor: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True)
class Actor:
    """One actor and the words that name it; `name` is its id in every table, and one of its names.

    A person has the forms of a `Leader`: full names, and `short` ones (left out: the last word of the name) that count
    as `surname` says. What belongs to another actor (`member_of`) is an actor in its own right all the same. Names may
    be given as a text or a list. The keys are those of a YAML file (README of the codebook).

    Examples
    --------
    >>> actors = mf.load_actors("US", mf.Actor("Anna Exempla", "person", member_of="US"))
    >>> actors[1].short
    ('Exempla',)
    """

    name: str
    type: str = "state"
    code: str | None = None
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    government: tuple[str, ...] = ()
    leaders: tuple[Leader, ...] = ()
    labels: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    member_of: tuple[Membership, ...] = ()
    short: tuple[str, ...] = ()
    surname: str = "known"
    woman: bool = False

    def __post_init__(self):
        if self.type not in TYPES:
            raise MediaframesError(f"{self.name}: type {self.type!r} is not known; allowed: {', '.join(TYPES)}")
        lists = {key: _texts(getattr(self, key), f"{self.name}: {key}") for key in (*NAME_LISTS, "short")}
        if not any(lists.values()) and not self.leaders:
            lists["names"] = (self.name,)
        if self.type == "person" and not lists["short"]:
            lists["short"] = short_forms((lists["names"] or (self.name,))[0])
        if isinstance(self.member_of, str | Membership):
            above = self.member_of if isinstance(self.member_of, Membership) else Membership(self.member_of)
            lists["member_of"] = (above,)
        for key, value in lists.items():
            object.__setattr__(self, key, value)


@cache
def demonyms():
    """Return the adjectives and names of peoples, in lower case: of "North Korean" the last word, and its plural."""
    built_in = read_codebook().values()
    known = {demonym.split()[-1].lower() for actor in built_in for demonym in actor.demonyms}
    known |= words("peoples")
    names = {name.lower() for actor in built_in if actor.type == "state" for name in actor.names}
    return frozenset(known | {f"{word}s" for word in known} - names)


def read_codebook(path=BUILT_IN):
    """Return the actors of a file, by their names."""
    return _read_codebook(Path(path), _modified(Path(path)))


def _modified(path):
    try:
        return path.stat().st_mtime_ns
    except OSError as error:
        raise MediaframesError(f"{path}: no such codebook; give a YAML file, or no path ({error})") from None


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """The safe loader, which refuses a key given twice instead of forgetting the first."""

    def construct_mapping(self, node, deep=False):
        keys = [key.value for key, _ in node.value]
        twice = {key for key in keys if keys.count(key) > 1}
        if twice:
            raise MediaframesError(f"{', '.join(sorted(twice))}: given twice")
        return super().construct_mapping(node, deep)


@cache
def _read_codebook(path, modified):
    try:
        text = path.read_text(encoding="utf-8")
        data = yaml.load(text, Loader=_Loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, MediaframesError) as error:
        raise MediaframesError(f"{path}: not a readable YAML file ({error})") from None
    if not isinstance(data, dict) or not data:
        raise MediaframesError(f"{path}: must be a mapping from actors to their keys, is {type(data).__name__}")
    return {name: _actor(name, entry, f"{path}: actor {name!r}") for name, entry in data.items()}


def _actor(name, entry, where):
    if not isinstance(name, str) or not name.strip():
        raise MediaframesError(f"{where}: an actor's id must be text (YAML reads {name!r} otherwise: quote it)")
    _check_keys(entry, ACTOR_KEYS, where)
    if entry.get("type", "state") not in TYPES:
        raise MediaframesError(f"{where}: type {entry['type']!r} is not known; allowed: {', '.join(TYPES)}")
    lists = {key: _texts(entry.get(key), f"{where}: {key}") for key in NAME_LISTS}
    leaders = tuple(_leader(item, f"{where}: leaders") for item in _items(entry.get("leaders"), f"{where}: leaders"))
    conditions = _conditions(entry.get("conditions") or {}, f"{where}: conditions")
    if not any((*lists.values(), leaders)):
        raise MediaframesError(f"{where}: names nothing; give at least one of {', '.join(NAME_LISTS)}, leaders")
    listed = {form for forms in lists.values() for form in forms}
    for condition in conditions:
        if condition.form not in listed:
            raise MediaframesError(f"{where}: conditions: {condition.form!r} is listed nowhere; add it to names, ...")
    code = entry.get("code")
    more = {"leaders": leaders, "conditions": conditions, "member_of": _memberships(entry.get("member_of"), where)}
    return Actor(name, entry.get("type", "state"), code and str(code), **lists, **more, **_forms(entry, name, where))


def _forms(entry, name, where):
    """The short forms of a person, and when they count; of anything else none."""
    given = [key for key in PERSON_KEYS if key in entry]
    if entry.get("type") != "person":
        if given:
            raise MediaframesError(f"{where}: {given[0]} is for persons; give type: person")
        return {}
    names = _texts(entry.get("names"), where) or (name,)
    short = _texts(entry.get("short"), f"{where}: short") or short_forms(names[0])
    return {"short": short, "surname": _surname(entry, where), "woman": bool(entry.get("woman"))}


def _memberships(value, where):
    items = value if isinstance(value, list) else [] if value is None else [value]
    return tuple(_membership(item, f"{where}: member_of") for item in items)


def _membership(item, where):
    item = {"actor": item} if isinstance(item, str) else item
    _check_keys(item, MEMBER_KEYS, where)
    if not isinstance(item.get("actor"), str):
        raise MediaframesError(f"{where}: needs the name of an actor, given: {item!r}")
    return Membership(item["actor"], *load_days(item, where))


def _leader(item, where):
    _check_keys(item, LEADER_KEYS, where)
    name = item.get("name")
    if not isinstance(name, str) or not name:
        raise MediaframesError(f"{where}: a leader needs a name, given: {item!r}")
    where = f"{where}: {name}"
    surname, (start, end) = _surname(item, where), load_days(item, where)
    short = _texts(item.get("short"), f"{where}: short") or short_forms(name)
    also = _texts(item.get("also"), f"{where}: also")
    return Leader(name, item.get("role"), start, end, also, short, surname, bool(item.get("woman")))


def _surname(entry, where):
    surname = entry.get("surname", "known")
    if surname not in SURNAMES:
        raise MediaframesError(f"{where}: surname {surname!r} is not known; allowed: {', '.join(SURNAMES)}")
    return surname


def load_days(entry, where):
    """Return the first and the last day of `from` and `to` (date, or None: without limit)."""
    start, end = _day(entry.get("from"), "from", where), _day(entry.get("to"), "to", where)
    if start and end and start > end:
        raise MediaframesError(f"{where}: from {start} is after to {end}")
    return start, end


def short_forms(name):
    """Return how a person is called after the first mention: by the last word, without "al-" too."""
    last = name.split()[-1]
    if last == name:
        return ()
    bare = last.partition("-")[2] if last.lower().startswith(("al-", "el-")) else ""
    return (last, bare) if bare else (last,)


def _day(value, key, where):
    """A date, a month "2019-07" or a year; as an end, the last day of it."""
    if value is None or isinstance(value, date):
        return value
    try:
        year, _, month = str(value).partition("-")
        if key == "from":
            return date(int(year), int(month or 1), 1)
        return date(int(year), int(month or 12), calendar.monthrange(int(year), int(month or 12))[1])
    except ValueError:
        raise MediaframesError(f"{where}: {key}={value!r} is no date; allowed: 2019, 2019-07, 2019-07-24") from None


def _conditions(entry, where):
    if not isinstance(entry, dict):
        raise MediaframesError(f"{where}: must be a mapping from forms to conditions, is {type(entry).__name__}")
    conditions = []
    for form, alternatives in entry.items():
        for item in alternatives if isinstance(alternatives, list) else [alternatives]:
            _check_keys(item, CONDITION_KEYS, f"{where}: {form}")
            parts = {key: _texts(item.get(key), f"{where}: {form}: {key}") for key in WORD_LISTS}
            conditions.append(Condition(str(form), **parts, shared=bool(item.get("shared"))))
    return tuple(conditions)


def _check_keys(entry, allowed, where):
    if not isinstance(entry, dict):
        raise MediaframesError(f"{where}: must have keys, is {entry!r}; allowed: {', '.join(allowed)}")
    for key in entry:
        if key not in allowed:
            near = difflib.get_close_matches(str(key), allowed, n=1)
            hint = f" (near: {near[0]})" if near else ""
            raise MediaframesError(f"{where}: key {key!r} is not known{hint}; allowed: {', '.join(allowed)}")


def _items(value, where):
    if value is None:
        return []
    if not isinstance(value, list | tuple):
        raise MediaframesError(f"{where}: must be a list, is {value!r}")
    return value


def _texts(value, where):
    for item in _items([value] if isinstance(value, str) else value, where):
        if not isinstance(item, str) or not item.strip():
            raise MediaframesError(f"{where}: {item!r} is not text (quote words such as no, on, yes)")
    return tuple([value] if isinstance(value, str) else value or ())
