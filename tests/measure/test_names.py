"""What is a name of an actor, and names grouped by a pattern."""

import pandas as pd
import pytest

import mediaframes as mf

TEXTS = [
    "Israel waited. The Israeli regime spoke. An Israeli trade official left.",
    "Netanyahu spoke. Israeli soldiers came. The Israelis waited. The regime of Israel fell silent.",
    "The Israeli government met. The Israeli army moved. Tel Aviv denied it. Israel waited.",
]


@pytest.fixture(scope="module")
def evidence():
    articles = pd.DataFrame({"article_id": list("abc"), "text": TEXTS, "title": None, "language": "en"})
    articles = articles.assign(outlet=["A", "A", "B"], published=pd.Timestamp("2016-03-01"))
    return mf.annotate(articles, mf.load_actors("Israel"), cache=False)


def test_names_stand_for_the_actor_as_a_whole(evidence):
    names = mf.naming(evidence, actors="Israel", by=None)
    counted = dict(zip(names["form"], names["count"], strict=True))
    assert counted.pop("Israel") == 3
    assert set(counted) == {"Israeli regime", "Israelis", "Israeli government"} | (set(counted) & {"Tel Aviv"})
    assert set(counted.values()) == {1}


def test_names_are_grouped_by_a_pattern(evidence):
    regime = mf.naming(evidence, actors="Israel", by="outlet", forms={"regime": r"\bregime\b", "people": "s$"})
    table = regime.set_index(["outlet", "form"])
    assert table.loc[("A", "regime"), ["count", "n"]].tolist() == [1, 4]
    assert table.loc[("A", "people"), ["count", "n"]].tolist() == [1, 4]
    assert table.loc[("A", "(other)"), "count"] == 2
    assert table.loc[("B", "regime"), "count"] == 0
    sentences = mf.evidence_for(regime[regime["count"] > 0].iloc[0], evidence)
    assert len(sentences) == regime[regime["count"] > 0].iloc[0]["count"]


@pytest.mark.parametrize(
    ("forms", "message"),
    [
        ({"a": "("}, "forms: a='\\(' is no regular expression"),
        ({"a": ".*"}, "forms: a='.*' fits any text"),
        ({"a": 3}, "forms: a=3 is no regular expression"),
        ("loose", "forms='loose' is not known; allowed: 'text', 'kind'"),
    ],
)
def test_a_wrong_pattern_is_refused(evidence, forms, message):
    with pytest.raises(mf.MediaframesError, match=message):
        mf.naming(evidence, forms=forms)
