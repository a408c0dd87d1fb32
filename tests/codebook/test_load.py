"""Which actors are meant: names, files and actors in any mixture, persons as actors, and overlaps that are told."""

import warnings
from datetime import date

import pandas as pd
import pytest

import mediaframes as mf
from mediaframes.annotate.entities.mentions import find_mentions
from mediaframes.annotate.segmentation.sentences import split_sentences
from mediaframes.codebook import Membership, load_actors
from mediaframes.errors import MediaframesError

OWN = """
Chancellery of Ruritania:
  type: organisation
  member_of: Ruritania
  names: [Chancellery, Ruritanian chancellery]
Ruritania:
  names: [Ruritania]
  demonyms: [Ruritanian]
UN Flood Agency:
  type: organisation
  member_of: UN
  names: [UN Flood Agency, UNHCR]
Anna Exempla:
  type: person
  names: [Anna Exempla]
  woman: true
  member_of: {actor: Ruritania, from: 2019, to: 2021-06}
"""


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text(OWN, encoding="utf-8")
    return str(path)


def names(*asked, **more):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return [actor.name for actor in load_actors(*asked, **more)]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (("United States",), ["US"]),
        (("usa", "US"), ["US"]),
        (("israel",), ["Israel"]),
        (("Great Britain",), ["UK"]),
        (("Iranian",), ["Iran"]),
        (("North Korea",), ["North Korea"]),
        (("US, Israel, North Korea",), ["US", "Israel", "North Korea"]),
        ((["Iran", "Iraq"], "US"), ["Iran", "Iraq", "US"]),
        (("Netanyahu",), ["Benjamin Netanyahu"]),
        (("angela merkel", "Germany"), ["Angela Merkel", "Germany"]),
    ],
)
def test_a_name_is_understood_as_people_say_it(asked, found):
    assert names(*asked) == found


def test_names_and_files_mix(own):
    every = ["Chancellery of Ruritania", "Ruritania", "UN Flood Agency", "Anna Exempla"]
    assert names(own) == names(path=own) == every
    assert names("Israel", own) == ["Israel", *every]
    assert names("Israel", "Ruritania", path=own) == ["Israel", "Ruritania"]
    assert names("ruritanian", "US", path=[own]) == ["Ruritania", "US"]
    assert names(*load_actors("Iran", "US")) == ["Iran", "US"]


def test_a_leader_asked_for_is_a_person_with_the_offices_of_the_codebook():
    (merkel,) = load_actors("Merkel")
    assert (merkel.type, merkel.woman) == ("person", True)
    assert [m.actor for m in merkel.member_of] == ["Germany"]
    assert merkel.member_of[0].start <= date(2010, 1, 1) <= merkel.member_of[0].end


def test_a_person_of_ones_own_gets_what_the_codebook_knows(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("Angela Merkel: {names: [Angela Merkel, Mutti]}", encoding="utf-8")
    (mine,) = load_actors(path)
    (theirs,) = load_actors("Merkel")
    assert set(theirs.names) | {"Mutti"} == set(mine.names)
    assert (mine.type, mine.member_of, mine.short, mine.surname) == ("person", *(
        getattr(theirs, k) for k in ("member_of", "short", "surname")))  # fmt: skip


def test_membership_may_have_dates(own):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        actors = {actor.name: actor for actor in load_actors(own)}
    assert actors["UN Flood Agency"].member_of == (Membership("UN"),)
    assert actors["Anna Exempla"].member_of == (Membership("Ruritania", date(2019, 1, 1), date(2021, 6, 30)),)
    assert actors["Anna Exempla"].short == ("Exempla",)


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("A: {names: [A], short: [B]}", "short is for persons; give type: person"),
        ("A: {names: [A], member_of: {of: UN}}", "key 'of' is not known"),
        ("A: {names: [A], member_of: {from: 2019}}", "needs the name of an actor"),
        ("A: {names: [A], member_of: {actor: UN, from: 2020, to: 2019}}", "is after"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path, entry, message):
    path = tmp_path / "wrong.yaml"
    path.write_text(entry, encoding="utf-8")
    with pytest.raises(MediaframesError, match=message):
        load_actors(path)


def test_overlaps_between_codebooks_are_told(own):
    with pytest.warns(UserWarning) as told:
        load_actors("Israel", own)
    assert [str(warning.message) for warning in told] == [
        "“Chancellery” can name Germany, too: counted for Chancellery of Ruritania",
        "“UNHCR” can name UN, too: counted for UN Flood Agency; with roll_up=True for UN",
    ]


IN_OFFICE = "Angela Merkel spoke. Merkel said Germany would help. The Merkel government agreed. German help came."
TEXTS = {"2010-05-01": IN_OFFICE, "2023-05-01": "Angela Merkel spoke. Ms. Merkel left. Germany waited."}


@pytest.fixture(scope="module")
def articles():
    rows = [
        {"article_id": f"a{i}", "text": t, "published": pd.Timestamp(day)} for i, (day, t) in enumerate(TEXTS.items())
    ]
    return pd.DataFrame(rows).assign(title=None, outlet=["A", "B"], language="en")


def found(articles, *asked):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        mentions = find_mentions(articles, split_sentences(articles), load_actors(*asked))
    return mentions[["article_id", "text", "actor", "member_of"]].fillna("").values.tolist()


def test_each_mention_is_counted_for_one_of_a_person_and_the_state(articles):
    state = found(articles, "Germany")
    both = found(articles, "Germany", "Merkel")
    assert both == [
        ["a0", "Angela Merkel", "Angela Merkel", "Germany"],
        ["a0", "Merkel", "Angela Merkel", "Germany"],
        ["a0", "Germany", "Germany", ""],
        ["a0", "Merkel government", "Germany", ""],
        ["a0", "German", "Germany", ""],
        ["a1", "Angela Merkel", "Angela Merkel", ""],
        ["a1", "Merkel", "Angela Merkel", ""],
        ["a1", "Germany", "Germany", ""],
    ]
    assert [row[1] for row in state if row[0] == "a0"] == [row[1] for row in both if row[0] == "a0"]
    assert {row[2] for row in state} == {"Germany"}


def test_rolled_up_the_state_has_what_it_has_without_the_person(articles):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        person = mf.annotate(articles, mf.load_actors("Germany", "Merkel"), cache=False)
    state = mf.annotate(articles, mf.load_actors("Germany"), cache=False)
    # Not so the tone: toward a person who is asked for, it is read by the network for persons.
    for measure, named in ((mf.attention, "actor"), (mf.naming, "form")):
        by, columns = ["outlet", "actor"], [named, "estimate", "n", "n_articles"]
        alone, rolled = (
            measure(e, by=by, actors="Germany", **more).query("outlet == 'A' and n > 0")[columns].values.tolist()
            for e, more in ((state, {}), (person, {"roll_up": True}))
        )
        assert len(alone) and rolled == alone
    apart = mf.attention(person, by=None, actors=["Germany", "Angela Merkel"])
    assert dict(zip(apart["actor"], apart["count"], strict=True)) == {"Germany": 2, "Angela Merkel": 2}
