"""Names that the codebook lacks are proposed, and the YAML of them loads."""

import pandas as pd
import pytest

from mediaframes.annotate.entities.discovery import discover_actors, proposals_as_yaml
from mediaframes.codebook import Actor, load_actors
from mediaframes.errors import MediaframesError

TEXT = "On Monday the Zenda Front met Israel. The envoy of the Zenda Front left.\n\nWe saw the Zenda Front again."


@pytest.fixture
def articles():
    return pd.DataFrame({"article_id": ["a", "b"], "text": [TEXT, "Nothing here but the Zenda Front and Iran."]})


def test_an_unknown_name_is_proposed_with_counts_and_sentences(articles):
    proposals = discover_actors(articles, min_count=2)
    assert proposals[["name", "n", "n_articles"]].to_numpy().tolist() == [["Zenda Front", 4, 2]]
    assert proposals["sentences"][0][0] == "On Monday the Zenda Front met Israel."


def test_a_name_of_ones_own_codebook_is_not_proposed(articles):
    own = [Actor("Zenda", "armed group", names=("Zenda Front",))]
    assert discover_actors(articles, own, min_count=2).empty


def test_the_yaml_of_proposals_is_a_codebook(articles, tmp_path):
    path = tmp_path / "found.yaml"
    path.write_text(proposals_as_yaml(discover_actors(articles, min_count=2)), encoding="utf-8")
    assert load_actors(path=path)[0].names == ("Zenda Front",)


def test_a_count_below_one_is_refused(articles):
    with pytest.raises(MediaframesError, match="min_count=0"):
        discover_actors(articles, min_count=0)


REPORT = (
    "On Tuesday Mayor Ida Sample opened the bridge. The council heard Ida Sample for an hour. Critics say Sample "
    "forgot the river. For years the Upper Valley Water Board (UVWB) warned of floods. In May the UVWB sued. "
    "Trucks drive through Northern Ironbridge. Nobody in Northern Ironbridge slept. Later Carl Sample, a singer, left."
)


@pytest.fixture
def reports():
    ids = [f"r{i}" for i in range(6)]
    return pd.DataFrame({"article_id": ids, "text": REPORT, "language": "en", "outlet": "The Ironbridge Post"})


def test_names_of_one_bearer_are_proposed_together(reports):
    proposals = discover_actors(reports).set_index("name")
    assert proposals.loc["Ida Sample", ["type", "aliases", "n", "n_articles"]].tolist() == ["person", ["Sample"], 18, 6]
    board = proposals.loc["Upper Valley Water Board", ["type", "aliases", "n"]].tolist()
    assert board == ["organisation", ["UVWB"], 18]
    assert proposals.loc["Northern Ironbridge", "type"] == "place"
    assert not {"Sample", "UVWB", "Mayor Ida Sample"} & set(proposals.index)


def test_proposals_of_persons_load_as_persons(reports, tmp_path):
    path = tmp_path / "found.yaml"
    path.write_text(proposals_as_yaml(discover_actors(reports)), encoding="utf-8")
    actors = {actor.name: actor for actor in load_actors(path)}
    assert (actors["Ida Sample"].type, actors["Ida Sample"].short) == ("person", ("Sample",))
    assert actors["Upper Valley Water Board"].names == ("Upper Valley Water Board", "UVWB")
