import numpy as np
import pandas as pd
import pytest
from scipy import stats

from mediaframes.errors import MediaframesError
from mediaframes.measure.compare.differences import difference, paired_difference
from mediaframes.measure.compare.trends import trend
from mediaframes.measure.evidence_for import evidence_for
from mediaframes.measure.explain import explain
from mediaframes.measure.groups import time_unit
from mediaframes.measure.words.frequency import term_frequency


def corpus(n=20, **texts):
    """n articles an outlet, on as many stories, one a day."""
    rows = [
        {
            "article_id": f"{o}{i}",
            "outlet": o,
            "story": f"s{i}",
            "published": pd.Timestamp(2022, 1, 1) + pd.Timedelta(days=i),
            "text": text[i % len(text)],
        }
        for o, text in texts.items()
        for i in range(n)
    ]
    return pd.DataFrame(rows)


ARTICLES = corpus(
    A=["war war peace talks", "war peace peace talks"], B=["war peace peace talks", "peace peace talks now"]
)


def test_a_difference_of_two_rates_with_its_limits():
    table = term_frequency(ARTICLES, by="outlet", terms=["war", "peace"])
    row = difference(table, target="A", reference="B").set_index("term").loc["war"]
    a, b = (table.set_index(["outlet", "term"]).loc[(o, "war")] for o in "AB")
    assert row["estimate"] == pytest.approx(10_000 * (3 / 8 - 1 / 8))
    assert row["low"] == pytest.approx(row["estimate"] - np.hypot(a["estimate"] - a["low"], b["high"] - b["estimate"]))
    assert (row["n"], row["n_articles"], row["estimate_target"]) == (160, 40, pytest.approx(3750))
    back = difference(table, target="B", reference="A").set_index("term").loc["war"]
    assert (back["low"], back["high"]) == (pytest.approx(-row["high"]), pytest.approx(-row["low"]))


def test_one_row_a_side_is_enough():
    table = term_frequency(ARTICLES, by="outlet", terms=["war"]).drop(columns="term")
    assert len(difference(table, target="A", reference="B")) == 1


def test_limits_of_a_difference_of_means_are_close_to_welchs():
    rng = np.random.default_rng(1)
    a, b = rng.normal(0.5, 1, 60), rng.normal(0, 1, 60)
    rows = []
    for outlet, x in (("A", a), ("B", b)):
        low, high = stats.t.interval(0.95, 59, x.mean(), stats.sem(x))
        rows.append((outlet, x.mean(), low, high, 60, 60, 60))
    columns = ["outlet", "estimate", "low", "high", "n", "n_articles", "n_clusters"]
    row = difference(pd.DataFrame(rows, columns=columns), target="A", reference="B").iloc[0]
    welch = stats.ttest_ind(a, b, equal_var=False).confidence_interval()
    assert (row["low"], row["high"]) == (pytest.approx(welch.low, abs=0.01), pytest.approx(welch.high, abs=0.01))


def test_a_side_that_is_not_there_is_named():
    table = term_frequency(ARTICLES, by="outlet", terms=["war"])
    with pytest.raises(MediaframesError, match="outlet='C'; there are: A, B"):
        difference(table, target="C", reference="A")


def test_pairs_within_stories():
    table = paired_difference(ARTICLES, term_frequency, target="A", reference="B", terms=["war", "peace"])
    row = table.set_index("term").loc["war"]
    # each story: 2/4 - 1/4 or 1/4 - 0/4
    assert row["estimate"] == pytest.approx(2500)
    assert row["low"] == pytest.approx(row["high"])
    assert (row["n"], row["n_articles"], row["n_clusters"]) == (20, 40, 20)
    assert row["estimate_target"] == pytest.approx(3750)


def test_stories_of_one_side_only_are_no_pairs():
    articles = ARTICLES[(ARTICLES["outlet"] == "A") | ARTICLES["story"].isin(["s0", "s1", "s2"])]
    table = paired_difference(articles, term_frequency, target="A", reference="B", terms=["war"])
    assert (table.loc[0, "n"], np.isnan(table.loc[0, "low"])) == (3, True)
    assert "each story as a whole" in explain(table)
    with pytest.raises(MediaframesError, match="no article has a story"):
        paired_difference(ARTICLES.assign(story=None), term_frequency, target="A", reference="B")


def test_where_no_story_is_shared_it_is_said():
    alone = ARTICLES.assign(story=ARTICLES["outlet"] + ARTICLES["story"])
    with pytest.raises(MediaframesError, match="no story holds articles of both A and B"):
        paired_difference(alone, term_frequency, target="A", reference="B", terms=["war"])


def test_stories_count_once():
    articles = corpus(n=3, A=["war", "peace", "peace"]).assign(story=["s", "t", "t"])
    by_article, by_story = (
        term_frequency(articles, by="outlet", terms=["war"], weights=w).loc[0] for w in ("article", "story")
    )
    assert (by_article["estimate"], by_story["estimate"]) == (pytest.approx(10_000 / 3), pytest.approx(5_000))
    assert (by_story["n_articles"], by_story["n_clusters"]) == (3, 2)


def test_a_trend_has_gaps_where_there_is_nothing_and_zero_where_a_word_is_not_used():
    articles = corpus(n=6, A=["war", "peace"])
    articles = articles[articles["published"].dt.day != 4].reset_index(drop=True)
    articles.loc[len(articles) - 1, "published"] = pd.NaT
    table = trend(articles, term_frequency, every="day", terms=["war"])
    assert table["period"].dt.day.tolist() == [1, 2, 3, 4, 5]
    assert table["estimate"].fillna(-1).tolist() == [10_000, 0, 10_000, -1, 10_000]
    assert table["n"].tolist() == [1, 1, 1, 0, 1]
    assert (table.attrs["undated"], table.attrs["every"]) == (1, "day")
    assert evidence_for(table.loc[2], articles)["article_id"].tolist() == ["A2"]


def test_without_dates_there_is_no_trend():
    with pytest.warns(UserWarning, match="no article has a date"):
        table = trend(ARTICLES.assign(published=pd.NaT), term_frequency)
    assert table.empty and "period" in table and table.attrs["undated"] == len(ARTICLES)


@pytest.mark.parametrize(
    ("every", "begins"), [("quarter", ["2020-10-01", "2021-01-01"]), ("year", ["2020-01-01", "2021-01-01"])]
)
def test_long_spans_are_told_by_quarter_and_year(every, begins):
    dates = pd.to_datetime(["2020-11-30", "2021-02-01", "2021-03-31"])
    articles = pd.DataFrame({"article_id": list("abc"), "text": "war came", "published": dates})
    table = trend(articles, term_frequency, every=every, by=None, terms=["war"])
    assert table["period"].dt.strftime("%Y-%m-%d").tolist() == begins and table["n_articles"].tolist() == [1, 2]
    plain = term_frequency(articles, by=every, terms=["war"])
    assert plain[every].tolist() == begins


@pytest.mark.parametrize(
    ("last", "unit"),
    [
        ("2001-01-20", "day"),
        ("2001-03-01", "week"),
        ("2004-01-01", "month"),
        ("2012-01-01", "quarter"),
        ("2031-01-01", "year"),
    ],
)
def test_the_unit_suits_the_time_that_the_articles_span(last, unit):
    assert time_unit(pd.Series(pd.to_datetime(["2001-01-01", last]))) == unit
