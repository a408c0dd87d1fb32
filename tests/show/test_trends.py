"""Pictures of time: side by side where lines are many, zero where shares are read, and outer periods in part marked."""

import matplotlib
import numpy as np
import pandas as pd
import pytest

matplotlib.use("Agg")

import mediaframes as mf
from mediaframes.errors import MediaframesError
from mediaframes.show.periods import in_part, period_axis


@pytest.fixture
def articles():
    words = {"A": "good talks", "B": "bad talks"}
    days = [1, 2, 3, 8, 9, 10]
    rows = [(f"{o}{d}{i}", o, pd.Timestamp(2022, 1, d), words[o]) for o in "AB" for d in days for i in range(6)]
    return pd.DataFrame(rows, columns=["article_id", "outlet", "published", "text"])


def several(articles, names):
    return pd.concat([articles.assign(outlet=n, article_id=n + articles["article_id"]) for n in names])


def test_a_trend_breaks_where_there_is_nothing(articles):
    ax = mf.plot_trend(mf.trend(articles, mf.term_frequency, every="day", terms=["good"]))
    assert [t.get_text() for t in ax.get_legend().get_texts()] == ["A", "B"]
    line = ax.lines[0].get_ydata()
    assert np.isnan(line[3:7]).all() and not np.isnan(line[[0, 1, 2, 7]]).any()
    assert "gaps" in ax.get_title(loc="left") and "hollow" in ax.get_title(loc="left")


def test_one_period_is_drawn_in_days_not_years(articles):
    ax = mf.plot_trend(mf.trend(articles, mf.term_frequency, every="month", terms=["good"]))
    first, last = matplotlib.dates.num2date(ax.get_xlim())
    assert (last - first).days < 40


def test_a_trend_of_several_lines_per_series_is_refused(articles):
    table = mf.trend(articles, mf.term_frequency, every="day", terms=["good", "bad"])
    with pytest.raises(MediaframesError, match="several rows for one period"):
        mf.plot_trend(table)
    with pytest.raises(MediaframesError, match=r"a result of mf\.trend"):
        mf.plot_trend(pd.DataFrame({"estimate": [1]}))


def test_more_than_three_lines_are_drawn_side_by_side_on_equal_axes_from_zero(articles):
    table = mf.trend(several(articles, "ABCDE"), mf.term_frequency, every="day", terms=["good"])
    panels = mf.plot_trend(table).figure.axes
    assert [p.get_title(loc="left") for p in panels] == list("ABCDE")
    assert {p.get_ylim() for p in panels} == {panels[0].get_ylim()} and panels[0].get_ylim()[0] == 0
    assert all(len(p.collections) == 1 for p in panels), "the intervals of one line each"
    _, ax = matplotlib.pyplot.subplots()
    assert mf.plot_trend(table, ax) is ax and len(ax.get_legend().get_texts()) == 5


@pytest.mark.parametrize(
    ("first", "last", "every", "said"),
    [
        ("2022-01-01", "2022-03-31", "month", []),
        ("2022-01-03", "2022-03-27", "month", []),
        ("2022-01-09", "2022-03-31", "month", ["from 9 January 2022"]),
        ("2022-01-01", "2022-03-12", "month", ["until 12 March 2022"]),
        ("2022-01-05", "2022-01-09", "week", ["from 5 January 2022"]),
        ("2022-01-05", "2022-03-12", "day", []),
        ("2022-01-09", "2022-03-12", None, []),
    ],
)
def test_outer_periods_in_part_are_told(first, last, every, said):
    told = list(in_part(first, last, every).values())
    assert len(told) == len(said) and all(t.endswith(s) for t, s in zip(told, said, strict=True))


def test_outer_periods_in_part_are_drawn_otherwise(articles):
    def shaded(ax):
        return [p for p in ax.patches if p.get_label() == "_part"]

    later = articles.assign(
        published=articles["published"] + pd.Timedelta(days=62), article_id="x" + articles["article_id"]
    )
    both = pd.concat([articles, later])
    months = mf.plot_trend(mf.trend(both, mf.term_frequency, every="month", terms=["good"]))
    weeks = mf.plot_articles(both)  # 1 January 2022 is a Saturday
    for ax, behind, said in ((months, True, "in part, until"), (weeks, False, "in part, from 1 January 2022")):
        assert len(shaded(ax)) == 1 and (shaded(ax)[0].get_x() > np.mean(ax.get_xlim())) == behind
        assert said in ax.get_title(loc="left")
        assert ax.get_ylim()[0] == 0
    assert not shaded(mf.plot_trend(mf.trend(articles, mf.term_frequency, every="day", terms=["good"])))


def test_two_periods_in_part_are_told_in_one_breath():
    said = in_part("2022-01-20", "2022-05-03", "month").values()
    assert "; ".join(said) == "shaded: a month in part, from 20 January 2022; another, until 3 May 2022"
    assert list(in_part("2022-01-20", "2022-01-22", "month").values()) == [
        "shaded: a month in part, until 22 January 2022"
    ]


@pytest.mark.parametrize("days", [1, 2, 13, 40, 400])
@pytest.mark.parametrize("most", [4, 8])
def test_dates_on_an_axis_are_days_and_no_hours(days, most):
    figure, ax = matplotlib.pyplot.subplots()
    dates = pd.Series(pd.date_range("2018-04-17", periods=days))
    ax.plot(dates, range(days))
    period_axis(ax, dates, few=most == 4)
    figure.canvas.draw()
    labels = [label.get_text() for label in ax.get_xticklabels()]
    told = [*labels, ax.xaxis.get_offset_text().get_text()]
    assert not any(":" in text for text in told) and any(told)
    shown = [text for text in labels if text]
    assert len(shown) == len(set(shown)) or days > 300
