"""Tables to read: no digit that does not hold on another machine, and frequencies with their unit."""

import pandas as pd
import pytest

import mediaframes as mf
from mediaframes.measure.inference.estimates import RESULT
from mediaframes.show.tables import Table


def result(n, kind, instruments=()):
    table = pd.DataFrame({"outlet": ["A"], "estimate": -0.123, "low": -0.2, "high": -0.04, "n": n})
    table = table.assign(n_articles=n, n_clusters=n)
    table.attrs = {"kind": kind, "instruments": list(instruments), "names": ["outlet"]}
    return table


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (result(19, "mean", ["mentions", "tone"]), ["−0.1", "−0.2 to 0.0"]),
        (result(20, "mean", ["mentions", "tone"]), ["−0.12", "−0.20 to −0.04"]),
        (result(5, "mean"), ["−0.12", "−0.20 to −0.04"]),
        (result(5, "share", ["tone"]), ["−12 %", "−20 % to −4 %"]),
    ],
)
def test_averages_of_few_readings_have_the_digits_that_hold(table, expected):
    assert mf.table(table)[["estimate", "95 % interval"]].iloc[0].tolist() == expected


def test_frequencies_are_headed_by_their_unit():
    assert "per 10,000 words" in mf.table(result(5, "rate")) and "estimate" not in mf.table(result(5, "rate"))


def test_the_share_of_which_the_instrument_was_not_sure_is_shown_where_there_is_one():
    table = result(40, "mean", ["tone"])
    assert mf.table(table.assign(unscored=0.093))["unscored"].tolist() == ["9\u00a0%"]
    assert "unscored" not in mf.table(table.assign(unscored=0.0)) and "unscored" not in mf.table(table)


@pytest.mark.parametrize(("rows", "said"), [(12, ""), (13, "13 rows."), (201, "The first 200 of 201 rows;")])
def test_a_long_table_shows_its_rows_and_says_how_many(rows, said):
    html = Table({"n": range(rows)})._repr_html_()
    assert html.count("<tr>") == min(rows, 200) and "<td>...</td>" not in html
    assert (said in html) if said else ("rows" not in html)


@pytest.mark.parametrize(
    ("outlets", "actors", "kinds", "shown"),
    [
        ("A", "B", "women", ["outlet", "victim actor", "victim kind"]),
        ("AC", "BB", ["women", "women"], ["outlet", "victim kind"]),
        ("AC", "BD", ["women", "men"], ["outlet", "victim actor", "victim kind"]),
    ],
)
def test_a_table_names_what_is_counted_even_where_it_is_one(outlets, actors, kinds, shown):
    rows = [result(5, "share").assign(outlet=o, victim_actor=a) for o, a in zip(outlets, actors, strict=True)]
    table = pd.concat(rows, ignore_index=True).assign(victim_kind=kinds)
    table = table[["outlet", "victim_actor", "victim_kind", *RESULT]]
    table.attrs = rows[0].attrs | {"names": ["outlet", "victim_actor", "victim_kind"]}
    assert mf.table(table).columns.tolist()[: len(shown) + 1] == [*shown, "estimate"]
