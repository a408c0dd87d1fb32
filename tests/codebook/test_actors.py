"""The built-in codebook is sound, and a user's file is checked at the door."""

import datetime
import re
from collections import Counter

import pytest

from mediaframes.codebook import load_actors
from mediaframes.codebook.actors import Actor
from mediaframes.errors import MediaframesError

TYPES = {"state": 215, "armed group": 39, "organisation": 33}


def write(tmp_path, text, name="my_actors.yaml"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_no_name_means_all_and_each_has_a_form():
    actors = load_actors()
    assert Counter(a.type for a in actors) == TYPES
    assert [name for name, n in Counter(a.name for a in actors).items() if n > 1] == []
    assert [a.name for a in actors if not a.names] == []


def test_every_code_is_three_letters_and_given_once():
    codes = [a.code for a in load_actors() if a.code]
    assert [c for c, n in Counter(codes).items() if n > 1] == []
    assert [c for c in codes if not re.fullmatch("[A-Z]{3}", c)] == []
    assert [a.name for a in load_actors() if (a.type == "state") != bool(a.code)] == ["Somaliland"]


def test_members_of_the_un_have_a_capital_or_a_demonym():
    bare = [a.name for a in load_actors() if a.type == "state" and not (a.demonyms or a.capitals or a.leaders)]
    assert bare == []


def test_a_form_listed_by_two_actors_is_told_apart():
    claims = {}
    for actor in load_actors():
        for form in (*actor.names, *actor.demonyms, *actor.capitals, *actor.labels):
            claims.setdefault(form, set()).add(actor.name)
    shared = {form for form, names in claims.items() if len(names) > 1}
    conditioned = {c.form for a in load_actors() for c in a.conditions}
    assert shared - conditioned == set()


def test_conditions_are_about_forms_that_the_actor_lists():
    for actor in load_actors():
        listed = {*actor.names, *actor.demonyms, *actor.capitals, *actor.government, *actor.labels}
        assert {c.form for c in actor.conditions} <= listed, actor.name


@pytest.mark.parametrize("name", ["US", "Israel", "Iraq", "Iran", "Palestine", "UN", "Hezbollah", "North Korea"])
def test_main_actors_are_there(name):
    (actor,) = load_actors(name)
    assert actor.name == name


def test_order_is_kept_and_each_comes_once():
    assert [a.name for a in load_actors("Iran", "US", "Iran")] == ["Iran", "US"]


def test_leaders_have_dates_and_short_forms():
    (iran,) = load_actors("Iran")
    leader = next(p for p in iran.leaders if p.name == "Hassan Rouhani")
    assert (leader.start, leader.end) == (datetime.date(2013, 8, 3), datetime.date(2021, 8, 3))
    assert "Rouhani" in leader.short


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("Isreal", "near: 'Israel'; "),
        ("Irak", "near: 'IRA', 'Iraq', 'Iran'; "),
        ("UNRWA", "near: 'UN'; "),
        ("Bush", "'George W. Bush'"),
        ("Xyzzy", "codebook; allowed: its "),
    ],
)
def test_an_unknown_actor_names_near_ones_and_what_is_allowed(asked, near):
    with pytest.raises(MediaframesError, match="is not in the built-in codebook") as error:
        load_actors(asked)
    assert near in str(error.value) and "load_actors()]" in str(error.value)
    assert f"mf.Actor({asked!r}, type)" in str(error.value)


OWN = """
Ruritania:
  names: [Ruritania]
  demonyms: [Ruritanian]
  leaders:
    - {name: Anna Exempla, role: chancellor, from: 2019, to: 2021-06}
Zenda:
  type: armed group
  names: [Zenda Front]
"""


def test_a_file_of_ones_own_by_name_by_path_and_in_part(tmp_path):
    path = write(tmp_path, OWN)
    assert [a.name for a in load_actors(str(path))] == ["Ruritania", "Zenda"]
    assert [a.name for a in load_actors(path=path)] == ["Ruritania", "Zenda"]
    (zenda,) = load_actors("Zenda", path=path)
    assert zenda.type == "armed group"


def test_years_and_months_become_days(tmp_path):
    (leader,) = load_actors("Ruritania", path=write(tmp_path, OWN))[0].leaders
    assert (leader.start, leader.end) == (datetime.date(2019, 1, 1), datetime.date(2021, 6, 30))
    assert leader.short == ("Exempla",)


def test_a_changed_file_is_read_again(tmp_path):
    path = write(tmp_path, OWN)
    load_actors(path=path)
    path.write_text("Zenda: {names: [Zenda]}", encoding="utf-8")
    assert [a.name for a in load_actors(path=path)] == ["Zenda"]


REFUSED = [
    ("", "must be a mapping"),
    ("- Iran", "must be a mapping"),
    ("Iran: [", "not a readable YAML file"),
    ("Iran: {names: [Iran]}\nIran: {names: [Persia]}", "Iran: given twice"),
    ("Iran: {name: [Iran]}", "key 'name' is not known (near: names); allowed: type, code, member_of, names"),
    ("Iran: {}", "names nothing"),
    ("Iran: text", "must have keys"),
    (
        "Iran: {names: Iran, type: kingdom}",
        "type 'kingdom' is not known; allowed: state, organisation, ",
    ),
    ("Norway: {names: [Norway, no]}", "is not text"),
    ("Iran: {names: {a: b}}", "must be a list"),
    ("Iran: {leaders: [{role: king}]}", "a leader needs a name"),
    ("Iran: {leaders: [{name: A B, from: soon}]}", "from='soon' is no date; allowed: 2019, 2019-07"),
    ("Iran: {leaders: [{name: A B, from: 2020, to: 2019}]}", "is after"),
    ("Iran: {leaders: [{name: A B, surname: maybe}]}", "surname 'maybe' is not known; allowed: always"),
    ("Iran: {leaders: [{name: A B, until: 2019}]}", "key 'until' is not known"),
    ("Iran: {names: [Iran], conditions: {Iran: {need: [x]}}}", "key 'need' is not known (near: needs)"),
    ("Iran: {names: [Iran], conditions: {Persia: {needs: [x]}}}", "'Persia' is listed nowhere"),
    ("1979: {names: [Iran]}", "quote it"),
    ("!!python/object/apply:os.getcwd []", "not a readable YAML file"),
]


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_a_wrong_file_is_refused_naming_file_and_place(tmp_path, text, message):
    path = write(tmp_path, text)
    with pytest.raises(MediaframesError) as error:
        load_actors(path=path)
    assert str(path) in str(error.value) and message in str(error.value)


def test_a_missing_file_is_refused():
    with pytest.raises(MediaframesError, match="no such codebook"):
        load_actors("nowhere.yaml")


@pytest.mark.parametrize("names", [(), "Anna Exempla", ["Anna Exempla"], ("Anna Exempla",)])
def test_a_plain_actor_is_the_one_that_a_file_would_give(names, tmp_path):
    path = write(tmp_path, "Anna Exempla: {type: person, names: [Anna Exempla], member_of: US}")
    (from_file,) = load_actors(path)
    own = Actor("Anna Exempla", "person", names=names, member_of="US")
    assert own == from_file and load_actors(own) == [own]


@pytest.mark.parametrize(
    ("given", "message"), [({"type": "town"}, "'town' is not known; allowed: state"), ({"names": 3}, "must be a list")]
)
def test_a_plain_actor_is_checked_at_the_door(given, message):
    with pytest.raises(MediaframesError, match=message):
        Actor("Zenda", **given)
