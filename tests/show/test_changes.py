import matplotlib
import numpy as np
import pandas as pd
import pytest

matplotlib.use("Agg")

from mediaframes.errors import MediaframesError
from mediaframes.measure.compare.trends import trend
from mediaframes.measure.words.frequency import term_frequency
from mediaframes.measure.words.shifts import word_shift
from mediaframes.show.changes import plot_trend, plot_word_shift


@pytest.fixture
def articles():
    words = {"A": "good talks", "B": "bad talks"}
    days = [1, 2, 3, 8, 9, 10]
    rows = [(f"{o}{d}{i}", o, pd.Timestamp(2022, 1, d), words[o]) for o in "AB" for d in days for i in range(6)]
    return pd.DataFrame(rows, columns=["article_id", "outlet", "published", "text"])


def test_a_trend_breaks_where_there_is_nothing(articles):
    ax = plot_trend(trend(articles, term_frequency, every="day", terms=["good"]))
    assert [t.get_text() for t in ax.get_legend().get_texts()] == ["A", "B"]
    line = ax.lines[0].get_ydata()
    assert np.isnan(line[3:7]).all() and not np.isnan(line[[0, 1, 2, 7]]).any()
    assert "gaps" in ax.get_title(loc="left") and "hollow" in ax.get_title(loc="left")


def test_one_period_is_drawn_in_days_not_years(articles):
    ax = plot_trend(trend(articles, term_frequency, every="month", terms=["good"]))
    first, last = matplotlib.dates.num2date(ax.get_xlim())
    assert (last - first).days < 40


def test_a_trend_of_several_lines_per_series_is_refused(articles):
    table = trend(articles, term_frequency, every="day", terms=["good", "bad"])
    with pytest.raises(MediaframesError, match="several rows for one period"):
        plot_trend(table)
    with pytest.raises(MediaframesError, match="period"):
        plot_trend(pd.DataFrame({"estimate": [1]}))


def test_a_word_shift_names_both_ends_and_the_direction_of_each_word(articles):
    ax = plot_word_shift(word_shift(articles, {"good": 2, "bad": -2}, target="A", reference="B"))
    assert "◀ B" in ax.get_xlabel() and "A higher ▶" in ax.get_xlabel()
    assert [t.get_text() for t in ax.get_yticklabels()] == ["good +↑"]
    assert "50 % and 50 %" in ax.get_title(loc="left")
