"""Estimates as a table fit for print."""

from html import escape

import pandas as pd

from mediaframes.errors import MediaframesError
from mediaframes.measure.compare.differences import names_of_rows
from mediaframes.measure.explain import how_good
from mediaframes.measure.inference.estimates import RESULT
from mediaframes.show.style import UNITS, in_percent
from mediaframes.show.wording import AVERAGED, READINGS

ONE_DIGIT = ("rate", "log ratio")
SHOWN, SEEN = 200, 12  # rows that are shown, and that are seen without scrolling


class Table(pd.DataFrame):
    """A table to read, with a caption below it."""

    _metadata = ["caption"]  # noqa: RUF012 (pandas asks for a list)
    caption = ""

    @property
    def _constructor(self):
        return Table

    def __repr__(self):
        return "\n".join([super().__repr__(), *([self.caption] if self.caption else [])])

    def _repr_html_(self):
        shown = self.head(SHOWN)
        with pd.option_context("display.max_rows", SHOWN):
            html = super(Table, shown)._repr_html_()
        caption = " ".join(text for text in (self._told(), self.caption) if text)
        caption = f"<p style='max-width:46rem'><small>{escape(caption)}</small></p>" if caption else ""
        return f"<div class='mf-table' style='max-height:34rem;overflow:auto'>{html}</div>{caption}"

    def _told(self):
        """Say how many rows there are where a reader might miss some: the table scrolls, or is cut."""
        if len(self) > SHOWN:
            return f"The first {SHOWN} of {len(self):,} rows; the others are in the table itself."
        return f"{len(self)} rows." if len(self) > SEEN else ""


def table(estimates, *, top=None):
    """Return a result as a table to read: estimate with its interval, what it was counted over, how many articles.

    Parameters
    ----------
    estimates : DataFrame
        A result of any measure.
    top : int, optional
        The first rows only.

    Returns
    -------
    DataFrame
        The columns that name the rows, `estimate` (shares in percent; of frequencies `per 10,000 words`), `95 %
        interval` ("–" where there are too few articles), the unit counted, `unscored` (the share of which the
        instrument was not sure) where there are such, `articles`, and `independent` where copies make these fewer.
        Averages of fewer than twenty readings of a network have one digit: more does not hold on another machine. The
        caption says how good the instruments are on which the numbers rest.

    Raises
    ------
    MediaframesError
        If the table is no result.

    Examples
    --------
    >>> mf.table(mf.attention(evidence, by=None), top=1).columns.tolist()
    ['actor', 'estimate', '95 % interval', 'n', 'articles', 'independent']
    """
    missing = [c for c in RESULT if c not in estimates]
    if missing:
        raise MediaframesError(f"no result to show: columns {', '.join(missing)} are missing")
    rows, number = estimates.head(top) if top else estimates, format_of(estimates)
    names = names_of_rows(estimates) + [c for c in ("verbs",) if c in estimates]
    telling = {names[0], names_of_rows(estimates)[-1]}  # the groups, and what is counted in them
    names = [c for c in names if c in telling or rows[c].nunique() > 1 or len(rows) == 1]
    shown = rows[names].copy()
    heading = UNITS["rate"].strip() if estimates.attrs.get("kind") == "rate" else "estimate"
    shown[heading] = [number(v, n) for v, n in zip(rows["estimate"], rows["n"], strict=True)]
    limits = zip(rows["low"], rows["high"], rows["n"], strict=True)
    shown["95 % interval"] = ["–" if pd.isna(a) else f"{number(a, n)} to {number(b, n)}" for a, b, n in limits]
    unit = estimates.attrs.get("unit", "n")
    shown[unit if unit not in shown and unit != "articles" else "n"] = rows["n"].map("{:,}".format)
    if "unscored" in rows and rows["unscored"].gt(0).any():
        shown["unscored"] = [f"{100 * share:.0f}\u00a0%" for share in rows["unscored"]]
    shown["articles"] = rows["n_articles"]
    if (rows["n_clusters"] < rows["n_articles"]).any():
        shown["independent"] = rows["n_clusters"]
    shown.columns = [c.replace("_", " ") for c in shown.columns]
    result = Table(shown.reset_index(drop=True))
    result.caption = how_good(estimates) if "made_by" in estimates else ""
    return result


def format_of(estimates):
    """Return what writes a number of a result, given also over how many things it was counted."""
    percent, digits = in_percent(estimates), 1 if estimates.attrs.get("kind") in ONE_DIGIT else 2
    read = bool(READINGS & set(estimates.attrs.get("instruments", ()))) and not percent

    def written(value, n):
        if pd.isna(value):
            return "–"
        places = 1 if read and n < AVERAGED else digits
        return (f"{100 * value:.0f} %" if percent else f"{round(value, places) + 0.0:.{places}f}").replace("-", "−")

    return written
