"""Who is looked at where nobody was asked for: whoever most articles name."""

import json

import pandas as pd
import pytest

import mediaframes as mf
from mediaframes.annotate.store import default_folder, remembered

LOCAL = (
    "On Tuesday Mayor Ida Sample opened the bridge. The council heard Ida Sample for an hour. Critics say Sample "
    "forgot the river. For years the Upper Valley Water Board warned of floods. Trucks drive through Northern Hill."
)
ABROAD = "The US sent help. In the end Ida Sample thanked the US."


@pytest.fixture
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("MEDIAFRAMES_CACHE", str(tmp_path))
    return tmp_path


def corpus(*texts, language="en"):
    ids = [f"c{i}" for i in range(len(texts))]
    table = pd.DataFrame({"article_id": ids, "text": texts, "outlet": "The Ironbridge Post", "author": "Rita Example"})
    return table.assign(language=language, published=pd.Timestamp("2022-03-01"), title=None)


def test_persons_and_organisations_that_the_codebook_lacks_are_chosen(own_cache):
    articles = corpus(*[LOCAL] * 5, ABROAD, ABROAD)
    chosen = mf.actors_in(articles)
    assert [(a.name, a.type) for a in chosen] == [
        ("Ida Sample", "person"),
        ("Upper Valley Water Board", "organisation"),
        ("US", "state"),
    ]
    attention = mf.attention(mf.annotate(articles, chosen, syntax=False, attitudes=False), by=None)
    assert dict(zip(attention["actor"], attention["count"], strict=True)) == {
        "Ida Sample": 7,
        "Upper Valley Water Board": 5,
        "US": 2,
    }


def test_outlets_authors_and_agencies_are_not_chosen(own_cache):
    text = "He told The Ironbridge Post and Rita Example. Later Rita Example called Agence France-Presse. So it went."
    names = [a.name for a in mf.actors_in(corpus(*[text] * 6))]
    assert not {"Rita Example", "The Ironbridge Post", "Ironbridge Post", "Agence France-Presse"} & set(names)


def test_where_nobody_is_named_the_tables_are_empty_and_said_to_be(own_cache):
    articles = corpus("It rained all day.", "هطل المطر طوال اليوم", language="en")
    chosen = mf.actors_in(articles)
    evidence = mf.annotate(articles, chosen, syntax=False, attitudes=False)
    assert len(chosen) == 4 and evidence.mentions.empty
    assert "none names" in mf.describe_actors(evidence, chosen)


def test_the_description_counts_and_says_how_to_look_at_others(own_cache):
    articles = corpus(LOCAL, ABROAD, ABROAD)
    evidence = mf.annotate(articles, mf.load_actors("US", "Iran"), syntax=False, attitudes=False)
    said = mf.describe_actors(evidence, ["US", "Iran"])
    assert said.startswith("Of the 3 articles that could be read, so many name each actor: US (2), Iran (0).")
    assert "ACTORS=" in said


def test_asked_for_nobody_nobody_is_found(own_cache):
    assert mf.annotate(corpus(ABROAD), [], syntax=False, attitudes=False).mentions.empty


def test_what_is_remembered_is_made_once_and_again_if_damaged(own_cache):
    made = []

    def make():
        made.append(1)
        return [{"name": "ü"}]

    assert remembered("x", ["a"], make) == remembered("x", ["a"], make) == [{"name": "ü"}]
    assert len(made) == 1
    (file,) = default_folder().glob("*.json")
    assert json.loads(file.read_text()) == [{"name": "ü"}]
    file.write_text("{")
    assert remembered("x", ["a"], make) == [{"name": "ü"}] and len(made) == 2
    assert remembered("x", ["b"], make) and len(made) == 3
