import matplotlib
import pandas as pd
import pytest

matplotlib.use("Agg")

from mediaframes.measure.words.shifts import word_shift
from mediaframes.show.changes import plot_word_shift


@pytest.fixture
def articles():
    words = {"A": "good talks", "B": "bad talks"}
    days = [1, 2, 3, 8, 9, 10]
    rows = [(f"{o}{d}{i}", o, pd.Timestamp(2022, 1, d), words[o]) for o in "AB" for d in days for i in range(6)]
    return pd.DataFrame(rows, columns=["article_id", "outlet", "published", "text"])


def test_a_word_shift_names_both_ends_and_the_direction_of_each_word(articles):
    ax = plot_word_shift(word_shift(articles, {"good": 2, "bad": -2}, target="A", reference="B"))
    assert "◀ B" in ax.get_xlabel() and "A higher ▶" in ax.get_xlabel()
    assert [t.get_text() for t in ax.get_yticklabels()] == ["good +↑"]
    assert "50 % and 50 %" in ax.get_title(loc="left")
