"""How numbers, days and groups are written in sentences and tables."""

import pandas as pd

from mediaframes.measure.groups import EVERY
from mediaframes.show.style import UNITS, in_percent

READINGS = {"tone", "relations"}  # instruments whose single readings differ between machines
AVERAGED = 20  # readings, from which on an average holds to two digits
CALLED = {"victim_actor": "side", "agent_actor": "agent", "patient_actor": "patient", "of": ""}  # columns, in words
PLURAL = {"story": "stories", "day": "days", "week": "weeks", "month": "months", "quarter": "quarters", "year": "years"}


def number(value, *, percent=False):
    """Return an estimate as a reader wants it: two digits that count, and no minus before a zero."""
    value = 0.0 if abs(value) < 0.005 else value
    text = f"{100 * value:.0f}\u00a0%" if percent else f"{value:.2f}" if abs(value) < 10 else f"{value:,.0f}"
    return text.replace("-", "−")


def measured(value, result):
    """Return a number of a result with its unit."""
    unit = UNITS.get(result.attrs.get("kind"), "") if result.attrs.get("kind") == "rate" else ""
    return number(value, percent=in_percent(result)) + unit


def day(date):
    """Return a date as "9 April 2022"."""
    return f"{date.day} {date:%B %Y}"


def side(value, between):
    """Name one side of a comparison: a day, week or month by its first day."""
    if between not in EVERY:
        return value
    return f"the {between} {'of' if between == 'day' else 'from'} {day(pd.Timestamp(value))}"


def plural(word):
    """Return the plural of what groups are called."""
    return PLURAL.get(word, f"{word}s")
