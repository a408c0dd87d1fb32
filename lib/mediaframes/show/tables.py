"""Estimates as a table fit for print."""

import pandas as pd

from mediaframes.errors import MediaframesError

__all__ = ["table"]

SHAPE = ["estimate", "low", "high", "n", "n_articles", "n_clusters"]


def table(estimates, *, percent=False, digits=2, top=None):
    """Return a result as a table to read: estimate with its interval, what it was counted over, how many articles.

    Parameters
    ----------
    estimates : DataFrame
        A result of any measure.
    percent : bool
        Whether estimates are shares, to be shown in percent.
    digits : int
        Decimal places of what is no percentage.
    top : int, optional
        The first rows only.

    Returns
    -------
    DataFrame
        The columns that name the rows, `estimate`, `95 % interval` ("–" where there are too few articles), the unit
        counted, `articles`, and `independent` where copies make these fewer.
    """
    missing = [c for c in SHAPE if c not in estimates]
    if missing:
        raise MediaframesError(f"no result to show: columns {', '.join(missing)} are missing")
    rows = estimates.head(top) if top else estimates
    names = [c for c in rows if c not in SHAPE and not pd.api.types.is_numeric_dtype(rows[c])]
    names = [c for c in names if c == names[0] or rows[c].nunique() > 1]
    shown = rows[names].copy()
    shown["estimate"] = [_number(v, percent, digits) for v in rows["estimate"]]
    shown["95 % interval"] = [
        "–" if pd.isna(a) else f"{_number(a, percent, digits)} to {_number(b, percent, digits)}"
        for a, b in zip(rows["low"], rows["high"], strict=True)
    ]
    unit = estimates.attrs.get("unit", "n")
    shown[unit if unit not in shown and unit != "articles" else "n"] = rows["n"].map("{:,}".format)
    shown["articles"] = rows["n_articles"]
    if (rows["n_clusters"] < rows["n_articles"]).any():
        shown["independent"] = rows["n_clusters"]
    shown.columns = [c.replace("_", " ") for c in shown.columns]
    return shown.reset_index(drop=True)


def _number(value, percent, digits):
    if pd.isna(value):
        return "–"
    return (f"{100 * value:.0f} %" if percent else f"{value:.{digits}f}").replace("-", "−")
