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
