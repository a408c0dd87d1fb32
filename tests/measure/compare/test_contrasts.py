"""All differences at once, counted by hand; and how often one is found where there is none."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

import mediaframes as mf
from mediaframes.annotate.evidence import Evidence
from mediaframes.annotate.schema import COLUMNS, empty_table


def evidence(scores, stories=None):
    """One mention of Israel an article, with these scores by outlet; the n-th article of each outlet is of story n."""
    rows = [(f"{o}{i}", o, f"s{i}", score) for o, own in scores.items() for i, score in enumerate(own)]
    articles = pd.DataFrame(rows, columns=["article_id", "outlet", "story", "score"]).assign(text="Israel spoke.")
    articles = articles.assign(published=pd.Timestamp("2022-01-01"))
    ids = articles["article_id"]
    sentences = pd.DataFrame({"article_id": ids, "sentence": 0, "start": 0, "end": 13, "part": "body"})
    mentions = pd.DataFrame({"mention_id": ids, "article_id": ids, "sentence": 0, "start": 0, "end": 6})
    mentions = mentions.assign(text="Israel", actor="Israel", kind="name", voice="newsroom")
    mentions = mentions.reindex(columns=COLUMNS["mentions"])
    tone = pd.DataFrame({"mention_id": ids, "article_id": ids, "positive": 0.5, "score": articles["score"]})
    tables = {n: empty_table(n) for n in COLUMNS if n not in ("sentences", "mentions", "tone")}
    return Evidence(articles=articles, sentences=sentences, mentions=mentions, tone=tone, **tables)


@pytest.fixture(scope="module")
def three():
    rng = np.random.default_rng(1)
    return evidence({o: rng.normal(mean, 0.2, 20) for o, mean in (("A", 0.5), ("B", 0.0), ("C", 0.0))})


def test_each_pair_with_its_difference_the_surest_first(three):
    table = mf.all_differences(three, mf.tone_toward, by=["outlet", "actor"])
    means = three.articles.groupby("outlet")["score"].mean()
    assert len(table) == 3 and table.attrs["looked_at"] == 3
    for row in table.itertuples():
        assert row.estimate == pytest.approx(means[row.target] - means[row.reference]) and row.estimate >= 0
        assert row.low < row.estimate < row.high
    assert table.loc[[0, 1], "target"].tolist() == ["A", "A"] and (table.loc[:1, "low"] > 0).all()
    assert table.loc[2, "low"] < 0
    assert (table["n"] == 40).all() and table.attrs["names"] == ["actor", "target", "reference"]


def test_the_interval_of_one_of_three_is_wider_than_if_it_were_alone(three):
    table = mf.all_differences(three, mf.tone_toward, by=["outlet", "actor"])
    two = mf.all_differences(three, mf.tone_toward, by=["outlet", "actor"], top=2)
    assert len(two) == 1 and "allowing for" not in mf.finding(two, what="Tone")
    same = table[(table["target"] == two.loc[0, "target"]) & (table["reference"] == two.loc[0, "reference"])].iloc[0]
    assert same["high"] - same["low"] > two.loc[0, "high"] - two.loc[0, "low"]
    assert "simultaneous over the 3 differences looked at" in mf.explain(table)


def test_within_stories_what_both_tell_alike_cancels():
    rng = np.random.default_rng(4)
    story = rng.normal(0, 1, 15)
    both = evidence({"A": story + 0.2 + rng.normal(0, 0.05, 15), "B": story})
    apart = mf.all_differences(both, mf.tone_toward, by=["outlet", "actor"])
    within = mf.all_differences(both, mf.tone_toward, by=["outlet", "actor"], within="story")
    assert apart.loc[0, "low"] < 0 < within.loc[0, "low"]
    assert within.loc[0, "estimate"] == pytest.approx(apart.loc[0, "estimate"])
    assert (within.loc[0, "n"], within.loc[0, "n_articles"], within.loc[0, "n_clusters"]) == (15, 30, 15)


def test_too_few_articles_or_one_group_are_no_error(three):
    few = evidence({"A": [0.1] * 3, "B": [0.4] * 12})
    row = mf.all_differences(few, mf.tone_toward, by=["outlet", "actor"]).loc[0]
    assert np.isnan(row["low"]) and row["estimate"] == pytest.approx(0.3)
    one = evidence({"A": [0.1] * 12})
    for within in (None, "story"):
        table = mf.all_differences(one, mf.tone_toward, by=["outlet", "actor"], within=within)
        assert table.empty and "actor" in table and "could not be compared" in mf.finding(table, what="Tone")
    assert mf.all_differences(three.of_articles([]), mf.naming).empty


def test_what_it_does_not_compare_is_said(three):
    with pytest.raises(mf.MediaframesError, match="keyness"):
        mf.all_differences(three, mf.term_frequency)
    with pytest.raises(mf.MediaframesError, match="by='newspaper' is no column"):
        mf.all_differences(three, mf.attention, by="newspaper")


@pytest.mark.slow
@pytest.mark.parametrize("measure, by", [(mf.tone_toward, ["outlet", "actor"]), (mf.attention, "outlet")])
def test_where_there_is_no_difference_few_corpora_show_one(measure, by):
    rng, wrong = np.random.default_rng(9), 0
    for _ in range(100):
        whole = evidence({o: rng.normal(0, 0.3, 20) for o in "ABCDE"})
        named = whole.mentions[rng.random(100) < 0.4]
        table = mf.all_differences(replace(whole, mentions=named), measure, by=by)
        wrong += bool((table["low"] > 0).any())
    assert wrong <= 11  # of 100, where 5 are expected: more than 11 would happen in 1 of 200 such tests


def test_only_named_groups_are_compared_the_largest_first_and_it_is_told_which():
    scores = {"B": [0.1] * 12, "A": [0.2] * 12, "C": [0.5] * 5, "D": [0.9] * 11}
    some = evidence(scores)
    some = replace(some, articles=some.articles.assign(outlet=some.articles["outlet"].replace("D", None)))
    table = mf.all_differences(some, mf.tone_toward, by=["outlet", "actor"])
    assert set(table["target"]) | set(table["reference"]) == {"A", "B", "C"}
    assert table.attrs["compared"] == ["A", "B"] and table.attrs["largest_of"] == 3
    assert "Compared are 2 of 3 outlets" in mf.finding(table, what="Tone")
    assert set(mf.all_differences(some, mf.tone_toward, top=2)["target"]) <= {"A", "B"}


def test_a_story_counts_once_by_its_articles_that_have_a_value():
    scores = [1.0] + [np.nan] * 49 + [0.0] * 10
    data = evidence({"A": scores})
    stories = ["big"] * 50 + [f"s{i}" for i in range(10)]
    data = replace(data, articles=data.articles.assign(story=stories))
    row = mf.tone_toward(data, by=["outlet", "actor"], weights="story").iloc[0]
    assert (row["estimate"], row["n_clusters"]) == (pytest.approx(1 / 11), 11)


def test_what_a_side_never_does_is_compared_too_and_counts_are_carried():
    data = evidence({"A": np.zeros(30), "B": np.zeros(30)})
    named = data.mentions.assign(actor=["US" if i.startswith("A") and int(i[1:]) % 2 else "Israel" for i in
                                        data.mentions["article_id"]])  # fmt: skip
    row = mf.all_differences(replace(data, mentions=named), mf.attention).set_index("actor").loc["US"]
    assert (row["target"], row["estimate_target"], row["estimate_reference"], row["count"]) == ("A", 0.5, 0, 15)
    assert 0 < row["low"] < 0.5 < row["high"]
