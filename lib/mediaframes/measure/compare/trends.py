"""How a measure changes over time, with the gaps left open."""

import pandas as pd

from mediaframes.errors import tell
from mediaframes.measure.compare.differences import names_of_rows, with_zeros
from mediaframes.measure.counting import derived
from mediaframes.measure.groups import EVERY, articles_of, as_list, kept, largest_groups, periods, time_unit

SIZES = ("n", "n_articles", "n_clusters", "count", "mentions")


def trend(data, measure, *, every=None, by="outlet", **options):
    """Estimate a measure in each day, week, month, quarter or year.

    Parameters
    ----------
    data : Evidence or DataFrame
        What is measured: the evidence, or the articles.
    measure : function
        Any measure of this package, such as `mf.term_frequency` or `mf.tone_toward`.
    every : {"day", "week", "month", "quarter", "year"}, optional
        Default: whichever suits the time that the articles span.
    by : str or list of str, optional
        The groups of the measure.
    **options
        Of the measure, such as `terms=["regime"]` or `actors="Israel"`.

    Returns
    -------
    DataFrame
        The columns of the measure, and `period` (the first day) among the groups. Each line has a row for each period
        from the first to the last: where there was nothing to measure, `estimate` is missing and `n` is 0. In `attrs`:
        `every`, `undated` (how many articles without a date are left out), `first_day` and `last_day` (of the articles:
        the outer periods may be there in part only). If no article has a date, there are no rows, and a warning says
        so.

    Raises
    ------
    MediaframesError
        If `every` or an option of the measure is unknown.

    Examples
    --------
    >>> seen = mf.trend(evidence, mf.attention, every="month", by=None, actors="Iraq")
    >>> seen["period"].is_monotonic_increasing
    True
    """
    articles, by = articles_of(data), as_list(by)
    dated = articles.dropna(subset="published") if "published" in articles else articles.iloc[:0]
    undated = len(articles) - len(dated)
    if dated.empty:
        tell("no article has a date (column published): there is no trend to measure")
        return _without_rows(measure(data, by=by, **options), len(by), every, undated)
    every = every or time_unit(dated["published"])
    begins = periods(dated["published"], every)
    plain = measure(kept(data, dated), by=[*by, every], **options)
    table = with_zeros(plain, plain.attrs["by"]).rename(columns={every: "period"})
    names = ["period" if n == every else n for n in names_of_rows(plain)]
    table = _with_gaps(table.assign(period=pd.to_datetime(table["period"])), names, begins, every)
    days = {"first_day": str(dated["published"].min().date()), "last_day": str(dated["published"].max().date())}
    notes = {"every": every, "undated": undated, "largest": largest_groups(articles, by), **days}
    return derived(table, plain, "trend", {"every": every}, names=names, **notes)


def _without_rows(table, place, every, undated):
    """Return a result's columns with `period` behind the groups, and no rows."""
    empty = table.iloc[:0].copy()
    empty.insert(place, "period", pd.Series(dtype="datetime64[us]"))
    empty.attrs = {**table.attrs, "every": every, "undated": undated}
    return empty


def _with_gaps(table, names, dates, every):
    """Give each line a row for each period."""
    lines = [n for n in names if n != "period"]
    each = pd.period_range(dates.min(), dates.max(), freq=EVERY[every]).start_time.rename("period")
    each = each.to_frame(index=False)
    grid = table[lines].drop_duplicates().merge(each, how="cross") if lines else each
    filled = grid.merge(table, on=names, how="left", validate="one_to_one")
    sizes = [c for c in SIZES if c in table]
    filled[sizes] = filled[sizes].fillna(0).astype(table[sizes].dtypes)
    return filled.sort_values([*lines, "period"])[list(table)]
