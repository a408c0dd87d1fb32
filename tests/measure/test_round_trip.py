"""Rows that went through a file, or a comparison of a trend, and groups that are hard to put in order."""

import io

import numpy as np
import pandas as pd
import pytest

from mediaframes.measure.declaration import Recipe
from mediaframes.measure.evidence_for import _equal
from mediaframes.measure.groups import group_articles


@pytest.mark.parametrize(
    ("values", "value"),
    [(["07", "08"], "07"), (["0", "1"], "0"), (["NA", "B"], "NA"), (["A", "B"], "A"),
     ([pd.Timestamp("2024-01-01"), pd.Timestamp("2024-01-02")], pd.Timestamp("2024-01-01"))],
)  # fmt: skip
def test_a_group_is_found_after_a_file(values, value):
    read = pd.read_csv(io.StringIO(pd.DataFrame({"group": [value]}).to_csv(index=False)))["group"][0]
    assert _equal(pd.Series(values), value).tolist() == _equal(pd.Series(values), read).tolist() == [True, False]


def test_a_comparison_of_a_trend_names_its_measure():
    measure, options = Recipe.read(
        "difference(trend(attention(by=['outlet', 'month']), every='month'), by='outlet')"
    ).measured()
    assert (measure.function.__name__, options["by"]) == ("attention", ["outlet", "month"])


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ([2020.0, np.nan], ["2020", "(missing)"]),
        ([pd.Timestamp("2024-01-02"), None], ["2024-01-02 00:00:00", "(missing)"]),
    ],
)
def test_numbers_and_dates_beside_missing_ones_are_text(values, named):
    articles = pd.DataFrame({"article_id": ["a", "b"], "year": values})
    assert group_articles(articles, ["year"])["year"].tolist() == named
