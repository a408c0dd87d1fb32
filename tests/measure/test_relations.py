"""Who supports or opposes whom: means over articles of the trained instrument's readings, counted by hand here."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

import mediaframes as mf

TEXTS = [
    "Iran condemned Israel. Israel met Iran.",
    "Iran condemned Israel, the US said.",
    "Israel thanked the US.",
]


@pytest.fixture(scope="module")
def evidence():
    articles = pd.DataFrame({"article_id": list("abc"), "outlet": ["A", "A", "B"], "text": TEXTS})
    return mf.annotate(articles, mf.load_actors("US", "Israel", "Iran"), cache=False)


def test_each_direction_is_its_mean_over_articles(evidence):
    table = mf.relations_between(evidence, by=None).set_index(["actor", "other"])
    read = evidence.relations.set_index(["article_id", "sentence", "p", "q"])
    iran_first, israel_first, in_b = (
        read.loc[key] for key in (("a", 0, "Iran", "Israel"), ("a", 1, "Israel", "Iran"), ("b", 0, "Iran", "Israel"))
    )
    score = [
        iran_first["p_supports_q"] - iran_first["p_opposes_q"],
        israel_first["q_supports_p"] - israel_first["q_opposes_p"],
        in_b["p_supports_q"] - in_b["p_opposes_q"],
    ]
    row = table.loc[("Iran", "Israel")]
    assert row["estimate"] == pytest.approx((np.mean(score[:2]) + score[2]) / 2)
    assert (row["n"], row["n_articles"], row["n_clusters"]) == (3, 2, 2)
    assert row["supports"] - row["opposes"] == pytest.approx(row["estimate"])
    assert np.isnan(row["low"])  # two articles give no interval
    assert table.loc[("Israel", "US"), "estimate"] > 0 > row["estimate"]


def test_whose_voice_tells_it(evidence):
    table = mf.relations_between(evidence, by=None, voice="quoted")
    assert set(zip(table["actor"], table["other"], strict=True)) == {("Iran", "Israel"), ("Israel", "Iran")}
    assert table["n"].tolist() == [1, 1]


def test_the_sentences_behind_a_relation_have_both_names(evidence):
    table = mf.relations_between(evidence)
    row = table[(table["outlet"] == "B") & (table["actor"] == "US")].iloc[0]
    found = mf.evidence_for(row, evidence)
    assert found["text"].tolist() == ["Israel thanked the US."]
    assert found["spans"].tolist() == [[(0, 6), (19, 21)]]
    assert found["score"].tolist() == pytest.approx([row["estimate"]])
    assert f"read as {round(row['estimate'], 1) + 0.0:+.1f}".replace("-", "−") in repr(mf.highlight(found))


def test_evidence_without_relations_says_how_to_get_them(evidence):
    with pytest.raises(mf.MediaframesError, match="attitudes=False"):
        mf.relations_between(
            mf.annotate(evidence.articles, mf.load_actors("Iran", "Israel"), attitudes=False, cache=False)
        )
    none = replace(evidence, mentions=evidence.mentions.iloc[:0], relations=evidence.relations.iloc[:0])
    assert mf.relations_between(none).empty


def test_two_actors_in_one_word_are_no_pair_and_no_error():
    articles = pd.DataFrame({"article_id": ["a"], "outlet": "A", "text": ["The two Koreas signed."]})
    evidence = mf.annotate(articles, mf.load_actors("North Korea", "South Korea"), cache=False)
    assert len(evidence.mentions) == 2 and mf.relations_between(evidence).empty


def test_picture(evidence):
    ax = mf.plot_relations(mf.relations_between(evidence, by=None))
    lines = "\n".join(t.get_text() for t in ax.texts)
    assert "Iran → Israel: " in lines and "3 sentences" in lines
    assert "nothing to show" in mf.plot_relations(mf.relations_between(evidence).iloc[:0]).texts[0].get_text()
