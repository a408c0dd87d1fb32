"""Dates in the forms that articles carry them."""

from datetime import date, datetime

import pytest

from mediaframes.corpus.enrichment.dates import date_in_name, day_first, parse_date


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2018-04-17", "2018-04-17T00:00:00"),
        ("2018-04-17T10:30:00Z", "2018-04-17T10:30:00"),
        ("2018-04-17T23:30:00-05:00", "2018-04-18T04:30:00"),
        ("20180417", "2018-04-17T00:00:00"),
        (20180417, "2018-04-17T00:00:00"),
        (1523961000, "2018-04-17T10:30:00"),
        (1523961000000, "2018-04-17T10:30:00"),
        (date(2018, 4, 17), "2018-04-17T00:00:00"),
        (datetime(2018, 4, 17, 9), "2018-04-17T09:00:00"),
        ("April 17, 2018", "2018-04-17T00:00:00"),
        ("Apr. 17, 2018 4:30 PM EDT", "2018-04-17T20:30:00"),
        ("17 April 2018", "2018-04-17T00:00:00"),
        ("Tuesday, 17 April 2018", "2018-04-17T00:00:00"),
        ("Sept. 5, 2018", "2018-09-05T00:00:00"),
        ("Tue, 17 Apr 2018", "2018-04-17T00:00:00"),
        ("Tue, 17 Apr 2018 10:30:00 CET", "2018-04-17T09:30:00"),
        ("Tue, 17 Apr 2018 10:30:00 +0200", "2018-04-17T08:30:00"),
        ("17/04/2018", "2018-04-17T00:00:00"),
        ("04/17/2018", "2018-04-17T00:00:00"),
        ("04/17/18 16:30", "2018-04-17T16:30:00"),
        ("3.4.2018", "2018-04-03T00:00:00"),
        ("4/4/2018", "2018-04-04T00:00:00"),
    ],
)
def test_a_full_date_is_read_without_a_note(given, expected):
    assert parse_date(given) == (datetime.fromisoformat(expected), "")


@pytest.mark.parametrize(
    "given", ["2018", "April 2018", "17 April", "Tuesday", "soon", "31/31/2018", "12:30", 3, 1e300, float("nan"), True]
)
def test_what_is_missing_is_not_filled_in(given):
    when, note = parse_date(given)
    assert when is None and "not understood" in note


@pytest.mark.parametrize(("dayfirst", "month", "noted"), [(None, 4, True), (True, 4, False), (False, 3, False)])
def test_an_ambiguous_date_says_how_it_was_read(dayfirst, month, noted):
    when, note = parse_date("3/4/2018", dayfirst=dayfirst)
    assert when.month == month and bool(note) == noted


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["3/4/2018", "25/4/2018"], True),
        (["3/4/2018", "4/25/2018"], False),
        (["25/4/2018", "4/25/2018"], None),
        (["3/4/2018", None, 5], None),
    ],
)
def test_other_dates_of_the_file_tell_the_order(values, expected):
    assert day_first(values) is expected


@pytest.mark.parametrize(
    ("name", "day"), [("2022-02-14_vote", 14), ("x_20220215", 15), ("2022-02-31", None), ("123420220215", None)]
)
def test_dates_in_file_names(name, day):
    found = date_in_name(name)
    assert (found and found[0].day) == day
