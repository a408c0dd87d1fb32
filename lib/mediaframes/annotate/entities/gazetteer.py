"""The codebook as one index of forms: each form with the actors that may claim it."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from mediaframes.annotate.segmentation.folding import fold
from mediaframes.codebook import load_actors
from mediaframes.codebook.actors import Condition, Leader

LISTS = {"names": "name", "demonyms": "demonym", "capitals": "government", "government": "government"}
LISTS |= {"labels": "label"}
ACRONYM_LENGTH = 5
# The Arabic article in a name, which some papers write with a capital.
ARTICLE = re.compile(r"\b(al|el)-")


@dataclass(frozen=True)
class Claim:
    """One actor's claim on a form; no actor: the form names something else."""

    actor: str | None
    kind: str = ""
    leader: Leader | None = None
    surname: str = ""
    conditions: tuple[Condition, ...] = ()
    is_capital: bool = False
    is_person: bool = False


@dataclass(frozen=True)
class Index:
    """`forms`: first word -> [(form, claims)], longest first; `states`: the actors that are states.

    `ranks`: of the actors that claim one form, the one with the highest gets it; `members`: actor -> its memberships.
    """

    forms: dict
    states: frozenset[str]
    ranks: dict
    members: dict


def build_index(actors=()):
    """Index the built-in codebook and `actors`, which replace the built-in ones of the same name."""
    return _index(tuple(actors))


@lru_cache(maxsize=8)
def _index(actors):
    own = {actor.name: actor for actor in actors}
    everyone = [*actors, *(a for a in load_actors() if a.name not in own)]
    claims = {}
    for actor in everyone:
        for form, claim in _claims(actor):
            for variant in _variants(form, claim):
                claims.setdefault(variant, {})[claim] = None
    forms = {}
    for form in sorted(claims, key=len, reverse=True):
        forms.setdefault(first_word(form), []).append((form, tuple(claims[form])))
    states = frozenset(actor.name for actor in everyone if actor.type == "state")
    members = {actor.name: actor.member_of for actor in everyone if actor.member_of}
    built_in = set(load_actors())
    ranks = {actor.name: (_depth(actor.name, members), actor not in built_in) for actor in everyone}
    return Index(forms, states, ranks, members)


def _depth(name, members, seen=()):
    """How many actors stand above one: a form that names a person and a state is the person's."""
    above = [m.actor for m in members.get(name, ()) if m.actor not in seen]
    return 1 + max(_depth(a, members, (*seen, name)) for a in above) if above else 0


def first_word(form):
    """The letters and digits that a form opens with."""
    return re.match(r"\w*", form)[0]


def _claims(actor):
    if actor.type == "person":
        yield from _claims_of_person(actor)
        return
    conditions = {}
    for condition in actor.conditions:
        conditions.setdefault(_fold(condition.form), []).append(condition)
    for key, kind in LISTS.items():
        for form in map(_fold, getattr(actor, key)):
            rules = tuple(conditions.get(form, ()))
            yield form, Claim(actor.name, kind, conditions=rules, is_capital=key == "capitals")
    for form in map(_fold, actor.exceptions):
        yield form, Claim(None)
    for leader in actor.leaders:
        for form in (leader.name, *leader.also):
            yield _fold(form), Claim(actor.name, "leader", leader)
        if leader.surname != "never":
            for form in leader.short:
                yield _fold(form), Claim(actor.name, "leader", leader, leader.surname)


def _claims_of_person(actor):
    names = actor.names or (actor.name,)
    person = Leader(names[0], also=names[1:], short=actor.short, surname=actor.surname, woman=actor.woman)
    claim = Claim(actor.name, "name", person, is_person=True)
    yield from ((_fold(form), claim) for form in names)
    if actor.surname != "never":
        yield from ((_fold(form), replace(claim, surname=actor.surname)) for form in actor.short)
    yield from ((_fold(form), replace(claim, kind="label")) for form in actor.labels)
    yield from ((_fold(form), Claim(None)) for form in actor.exceptions)


def _fold(form):
    return fold(form)[0]


def _variants(form, claim):
    """The ways in which a form is written: capitals, dots in an acronym, a plural, hyphens between names."""
    forms = {form}
    letters = form.replace(".", "")
    if form.isupper() and form.isalpha() and len(form) <= ACRONYM_LENGTH:
        forms |= {".".join(form) + ".", ". ".join(form) + "."}
    elif len(letters) > 3:
        forms.add(form.upper())
        if form[0].islower():
            forms |= {form[0].upper() + form[1:], form.title()}
    if claim.kind == "demonym":
        forms |= {form + "s", (form + "s").upper()}
    if claim.leader:
        forms |= {ARTICLE.sub(lambda m: m[1].title() + "-", f) for f in set(forms)}
        forms |= {f.replace("-", " ") for f in set(forms)}
    return forms
