"""How a measure changes over time, with the gaps left open."""

import warnings

import pandas as pd

from mediaframes.errors import check_option
from mediaframes.measure.compare.differences import names_of_rows, with_zeros
from mediaframes.measure.groups import articles_of, kept
from mediaframes.measure.inference.estimates import as_estimates, as_list

__all__ = ["EVERY", "periods", "time_unit", "trend"]

EVERY = {"day": "D", "week": "W", "month": "M"}


def time_unit(dates):
    """Return "day", "week" or "month", whichever suits the time that dates span."""
    days = (dates.max() - dates.min()).days
    return "day" if days <= 31 else "week" if days <= 120 else "month"


def periods(dates, every):
    """Return the first day of each date's day, week (Monday) or month; NaT stays NaT."""
    check_option("every", every, tuple(EVERY))
    return dates.dt.to_period(EVERY[every]).dt.start_time


def trend(measure, data, *, every=None, by="outlet", **options):
    """Estimate a measure in each day, week or month.

    Parameters
    ----------
    measure : function
        Any measure of this package, such as `term_frequency` or `tone_toward`.
    data : Evidence or DataFrame
        What it measures: the evidence, or the articles.
    every : {"day", "week", "month"}, optional
        Default: whichever suits the time that the articles span.
    by : str or list of str, optional
        The groups of the measure.
    **options
        Of the measure, such as `terms=["regime"]` or `actor="Israel"`.

    Returns
    -------
    DataFrame
        The columns of the measure, and `period` (the first day) behind the groups. Each line has a row for each period
        from the first to the last: where there was nothing to measure, `estimate` is missing and `n` is 0. In `attrs`:
        `every`, and `undated`, how many articles without a date are left out. If no article has a date, there are no
        rows, and a warning says so.
    """
    articles = articles_of(data)
    dated = articles.dropna(subset="published") if "published" in articles else articles.iloc[:0]
    if dated.empty:
        warnings.warn("no article has a date (column published): there is no trend to measure", stacklevel=2)
        return _without_rows(measure(data, by=by, **options), as_list(by), every, len(articles))
    every = every or time_unit(dated["published"])
    begins = periods(dated["published"], every)
    dated = dated.assign(period=begins.dt.strftime("%Y-%m-%d"))  # text is joined and sorted alike everywhere
    groups = [*as_list(by), "period"]
    table = with_zeros(measure(kept(data, dated), by=groups, **options), groups)
    table = _with_gaps(table.assign(period=pd.to_datetime(table["period"])), begins, every)
    notes = {**table.attrs, "every": every, "undated": len(articles) - len(dated)}
    notes["evidence"] = {**notes.get("evidence", {}), "every": every}
    return as_estimates(table, **notes)


def _without_rows(table, by, every, undated):
    """Return a result's columns with `period` behind the groups, and no rows."""
    empty = table.iloc[:0].copy()
    empty.insert(len(by), "period", pd.Series(dtype="datetime64[us]"))
    empty.attrs = {**table.attrs, "every": every, "undated": undated}
    return empty


def _with_gaps(table, dates, every):
    """Give each line a row for each period."""
    names = [c for c in names_of_rows(table) if c != "period"]
    each = (
        pd.period_range(dates.min(), dates.max(), freq=EVERY[every]).start_time.rename("period").to_frame(index=False)
    )
    grid = table[names].drop_duplicates().merge(each, how="cross") if names else each
    filled = grid.merge(table, on=[*names, "period"], how="left", validate="one_to_one")
    sizes = [c for c in ("n", "n_articles", "n_clusters", "count", "mentions") if c in table]
    filled[sizes] = filled[sizes].fillna(0).astype(table[sizes].dtypes)
    filled = filled.sort_values([*names, "period"])[list(table)]
    filled.attrs = table.attrs
    return filled
