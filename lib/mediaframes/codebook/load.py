"""Which actors are meant: names, files and actors, in any mixture."""

import difflib
from dataclasses import replace
from functools import cache
from pathlib import Path

from mediaframes.codebook.actors import TYPES, Actor, Membership, read_codebook
from mediaframes.errors import MediaframesError, tell

SHOWN = 3  # names in a message


def load_actors(*names, path=None):
    """Return actors of the built-in codebook, of files of the same form, or made of the codebook's leaders.

    Parameters
    ----------
    *names : str, Path, Actor, or lists of them
        Names of actors ("US", "North Korea"), or what they are called ("United States", "israel", "USA"); persons who
        lead or led an actor ("Netanyahu"), who become actors in their own right; YAML files, of which all actors are
        taken; actors, which stay as they are. Several names may stand in one string with commas. None means all of the
        built-in codebook, or of `path`.
    path : str, Path or list of them, optional
        Files in which names are looked up before the built-in codebook.

    Returns
    -------
    list of Actor
        In the order asked for, each once.

    Raises
    ------
    MediaframesError
        For an unknown actor, with near matches; for a file that cannot be read, is not YAML or does not have the
        form, naming file, actor and key.

    Warns
    -----
    UserWarning
        If a form of an actor from a file names an actor of the built-in codebook too: it counts for the actor of the
        file, and with `roll_up=True` for the one that it belongs to.

    Examples
    --------
    >>> [actor.name for actor in mf.load_actors("Iraq", "United States")]
    ['Iraq', 'US']
    """
    given = [name for item in names for name in (item if isinstance(item, (list, tuple)) else [item])]
    books = [read_codebook(file) for file in _listed(path)]
    if not given:
        given = [name for book in books or [read_codebook()] for name in book]
    found = _each_once(actor for name in given for actor in _asked(name, books))
    for actor in found:
        if actor not in given:  # of what is an actor already, it was told when it was made
            _tell_overlap(actor)
    return found


def _listed(path):
    return [] if path is None else list(path) if isinstance(path, (list, tuple)) else [path]


def _each_once(actors):
    return list({actor.name: actor for actor in actors}.values())


def _asked(name, books):
    """The actors that one of the names given stands for."""
    if isinstance(name, Actor):
        return [name]
    if isinstance(name, Path) or str(name).endswith((".yaml", ".yml")):
        return map(grown, read_codebook(name).values())
    if not isinstance(name, str) or not name.strip():
        raise MediaframesError(f"an actor is asked for by its name, a YAML file or an Actor; given: {name!r}")
    found = _called(name.strip(), books)
    if not found and "," in name:
        return [actor for part in name.split(",") if part.strip() for actor in _asked(part, books)]
    if not found:
        raise MediaframesError(_unknown(name, books))
    return [found]


def _called(name, books):
    """The actor of a name: as it is written first, then by any of its forms; None if there is no such or several."""
    for book in [*books, read_codebook()]:
        if name in book:
            return grown(book[name])
    for book in [*books, read_codebook()]:
        for forms in (_named_by, _led_by):
            found = [actor for actor in book.values() if name.casefold() in forms(actor)]
            if len(found) == 1:
                return grown(found[0]) if forms is _named_by else _person(name, found[0])
    return None


@cache
def _named_by(actor):
    return {form.casefold() for form in (actor.name, actor.code, *actor.names, *actor.demonyms) if form}


@cache
def _led_by(actor):
    return {form.casefold() for leader in actor.leaders for form in (leader.name, *leader.also, *leader.short)}


def _person(name, actor):
    """The leader of an actor as an actor; None where the name is that of several persons."""
    called = [le for le in actor.leaders if name.casefold() in map(str.casefold, (le.name, *le.also, *le.short))]
    if len({leader.name for leader in called}) > 1:
        return None
    return grown(Actor(called[0].name, "person", names=(called[0].name,)))


@cache
def grown(actor):
    """Return an actor with the forms and offices that the built-in codebook knows of it, if it is a leader there."""
    terms = [(a.name, leader) for a in read_codebook().values() for leader in a.leaders if _is(actor, leader)]
    if not terms:
        return actor
    first = terms[0][1]
    offices = tuple(Membership(above, leader.start, leader.end) for above, leader in terms)
    return replace(
        actor,
        type="person",
        names=tuple(dict.fromkeys([*actor.names, first.name, *first.also])),
        member_of=actor.member_of or offices,
        short=tuple(dict.fromkeys([*actor.short, *first.short])),
        surname=first.surname,
        woman=first.woman,
    )


def _is(actor, leader):
    return not actor.leaders and leader.name in (actor.name, *actor.names)


def _tell_overlap(actor):
    """Say which forms of an actor that is not built in name another actor there."""
    built_in = read_codebook()
    if built_in.get(actor.name) == actor:
        return
    above = {m.actor for m in actor.member_of}
    for other in built_in.values():
        shared = _every_form(actor) & _every_form(other) if other.name != actor.name else set()
        if shared:
            said = ", ".join(f"“{form}”" for form in sorted(shared, key=lambda form: (-len(form), form))[:SHOWN])
            rolled = f"; with roll_up=True for {other.name}" if other.name in above else ""
            tell(f"{said} can name {other.name}, too: counted for {actor.name}{rolled}")


@cache
def _every_form(actor):
    full = [form for leader in actor.leaders for form in (leader.name, *leader.also)]
    short = [form for leader in actor.leaders if leader.surname != "never" for form in leader.short]
    return {*actor.names, *actor.demonyms, *actor.government, *actor.labels, *actor.short, *full, *short}


def _unknown(name, books):
    known = {a.name: a for book in [read_codebook(), *books] for a in book.values()}
    near = _persons_called(name, known) or _holding(name, known) or _spelt_alike(name, known)
    hint = f"near: {', '.join(map(repr, near[:SHOWN]))}; " if near else ""
    where = "the built-in codebook" if not books else "these codebooks"
    allowed = f"allowed: its {len(known)} actors, listed by [actor.name for actor in mf.load_actors()], and YAML files"
    own = f"one of your own: mf.Actor({name!r}, type), with type {' / '.join(TYPES)}"
    return f"actor {name!r} is not in {where}; {hint}{allowed}; {own}"


def _persons_called(name, known):
    """The persons that a surname may be of, each once."""
    leaders = [leader for actor in known.values() for leader in actor.leaders]
    return list(dict.fromkeys(le.name for le in leaders if name.casefold() in map(str.casefold, le.short)))


def _holding(name, known):
    """The actors that have the name as a word of one of their forms."""
    return [n for n, a in known.items() if any(name.casefold() in form.casefold().split() for form in _every_form(a))]


def _spelt_alike(name, known):
    aliases = {form: n for n, a in known.items() for form in _named_by(a)}
    near = difflib.get_close_matches(name.casefold(), aliases, n=5, cutoff=0.75)
    return list(dict.fromkeys(aliases[form] for form in near))
