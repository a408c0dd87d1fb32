"""Days, weeks and months on an axis, and which of them the articles cover in part only."""

import pandas as pd

from mediaframes.measure.groups import EVERY
from mediaframes.show.style import date_axis
from mediaframes.show.wording import day

SHADE = "#ececec"
LACKS = 1 / 6  # of a period's days, before the first article or behind the last, make it a part of one


def in_part(first, last, every):
    """Return the outer periods that articles from `first` to `last` cover in part, and how that is said (dict)."""
    if every not in EVERY or every == "day":
        return {}
    first, last = pd.Timestamp(first).normalize(), pd.Timestamp(last).normalize()
    begins, ends = first.to_period(EVERY[every]), last.to_period(EVERY[every])
    length = (begins.end_time - begins.start_time).days + 1
    said = {}
    if (first - begins.start_time).days > LACKS * length:
        said[begins.start_time] = f"shaded: a {every} in part, from {day(first)}"
    if (ends.end_time.normalize() - last).days > LACKS * length:
        part = "another" if said and ends != begins else f"shaded: a {every} in part"
        said[ends.start_time] = f"{part}, until {day(last)}"
    return said


def width(periods):
    """Return the time from one period to the next (Timedelta); of one period alone, a day."""
    each = pd.Series(periods.unique()).sort_values()
    return each.diff().min() if len(each) > 1 else pd.Timedelta(days=1)


def shade(ax, part, periods):
    """Mark the periods that the articles cover in part."""
    half = width(periods) / 2
    for begins in part:
        ax.axvspan(begins - half, begins + half, color=SHADE, zorder=0, label="_part")


def period_axis(ax, periods, *, few=False):
    """Let the x axis show dates, and a single period in days, not years."""
    date_axis(ax, most=4 if few else 8)
    half = max(width(periods) / 2, pd.Timedelta(days=3 if periods.nunique() == 1 else 0))
    ax.set_xlim(periods.min() - half, periods.max() + half)
