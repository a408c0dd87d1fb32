"""Numbers and long texts in a line for a reader."""

import pandas as pd
import pytest

from mediaframes.corpus.wording import count, first_line, period, shortened


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (count(1, "article"), "1 article"),
        (count(2000, "article"), "2,000 articles"),
        (shortened("two\nlines", 9), "two lines"),
        (shortened("two lines", 8), "two lin…"),
        (first_line(ValueError("one\ntwo")), "one"),
        (first_line(ValueError()), "ValueError"),
        (period(pd.to_datetime(pd.Series(["2021-04-01", None, "2021-03-04"]))), "2021-03-04 to 2021-04-01"),
        (period(pd.to_datetime(pd.Series(["2021-04-01"]))), "2021-04-01"),
        (period(pd.to_datetime(pd.Series([None]))), ""),
    ],
)
def test_wording(given, expected):
    assert given == expected
