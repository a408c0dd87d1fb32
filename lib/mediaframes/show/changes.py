"""Pictures of change and of its causes: over time, and word by word."""

import numpy as np
import pandas as pd

from mediaframes.errors import MediaframesError
from mediaframes.measure.compare.differences import names_of_rows
from mediaframes.measure.groups import EVERY
from mediaframes.show.style import COLOURS, GREY, UNITS, axes, colour_of, date_axis, finish, in_percent, shorten


def plot_trend(trend, ax=None, *, series=None, ylabel=""):
    """Draw a measure over time, with its intervals; where there was nothing to measure the line is broken.

    Parameters
    ----------
    trend : DataFrame
        As from `trend`.
    ax : Axes, optional
    series : str, optional
        Column that is told apart by colour and marker. Default: the first that has several values.
    ylabel : str

    Returns
    -------
    Axes
        Estimates without an interval (too few articles) are hollow.

    Raises
    ------
    MediaframesError
        If there is no column `period`, or more than one column tells lines apart.

    Examples
    --------
    >>> use = mf.trend(articles, mf.term_frequency, terms=["regime"], by=None)
    >>> mf.plot_trend(use).get_ylabel()
    'term frequency per 10,000 words'
    """
    if "period" not in trend:
        raise MediaframesError("no trend to draw: column period is missing; give a result of trend")
    ax = axes(ax, size=(7.5, 3.4))
    names = [c for c in names_of_rows(trend) if c != "period" and trend[c].nunique() > 1]
    series = series or (names[0] if names else None)
    shown = trend.sort_values("period")
    if shown.duplicated(["period", *([series] if series else [])]).any():
        raise MediaframesError(f"several rows for one period and {series}; keep one value of {', '.join(names[1:])}")
    groups = _with_most(shown, series) if series else [None]
    for number, group in enumerate(groups):
        rows = shown if series is None else shown[shown[series] == group]
        _draw_line(ax, rows, number, group, len(groups), 100 if in_percent(trend) else 1)
    measure = trend.attrs.get("measure", "estimate")
    finish(ax, ylabel=(ylabel or measure) + UNITS.get(trend.attrs.get("kind"), ""), title="")
    ax.grid(axis="y", color="#e4e4e4")
    ax.set_title(_trend_note(trend), loc="left", fontsize="small")
    date_axis(ax)
    if shown["period"].nunique() == 1:  # else the axis would span years
        ax.set_xlim(*(shown["period"].iloc[0] + pd.Timedelta(days=d) for d in (-3, 3)))
    if series:
        every = shown[series].nunique()
        title = series + (f" ({len(groups)} of {every})" if every > len(groups) else "")
        ax.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), frameon=False, title=title)
    return ax


def _with_most(shown, series):
    sizes = shown.groupby(series)["n"].sum().sort_values(ascending=False, kind="stable")
    kept = set(sizes.index[: len(COLOURS)])
    return [g for g in dict.fromkeys(shown[series]) if g in kept]


def _draw_line(ax, rows, number, group, of, scale):
    colour, marker = colour_of(number)
    beside = pd.Timedelta(hours=5 * (number - (of - 1) / 2))  # so that intervals of one period do not hide each other
    step = {"D": 0.6, "W": 3.0, "M": 12.0}
    if len(rows) > 1:
        days = (rows["period"].iloc[1] - rows["period"].iloc[0]).days
        beside = beside * step["D" if days < 2 else "W" if days < 20 else "M"]
    x, sure = rows["period"] + beside, rows["low"].notna().to_numpy()
    y, low, high = (rows[c] * scale for c in ("estimate", "low", "high"))
    label = None if group is None else shorten(group)
    ax.plot(x, y, color=colour, linewidth=1.2, label=label, marker=marker, ms=5, markerfacecolor="white")
    ax.plot(x[sure], y[sure], color=colour, linestyle="none", marker=marker, ms=5)
    ax.vlines(x[sure], low[sure], high[sure], color=colour, linewidth=1.4)


def _trend_note(trend):
    every, undated = trend.attrs.get("every", "period"), trend.attrs.get("undated", 0)
    note = f"per {every if every in EVERY else 'period'}"
    if trend["low"].isna().any() and trend["estimate"].notna().any():
        note += "; hollow: too few articles for an interval"
    if trend["estimate"].isna().any():
        note += "; gaps: nothing to measure"
    return note + (f"; {undated:,} articles without a date are not shown" if undated else "")


def plot_word_shift(shift, ax=None, *, top=20):
    """Draw the words that add most to the difference of two mean scores, both outlets named at their end of the axis.

    Parameters
    ----------
    shift : DataFrame
        As from `word_shift`.
    ax : Axes, optional
    top : int
        How many words.

    Returns
    -------
    Axes
        Each bar says in which direction the word pulls, and beside its word whether its score is above (+) or below
        (−) the mean and whether the target uses it more (↑) or less (↓). Bars whose interval holds zero, or that have
        none, are hollow.

    Raises
    ------
    MediaframesError
        If the table is no word shift.

    Examples
    --------
    >>> sides = {"target": "Kavir Press Agency", "reference": "The Morning Rampart"}
    >>> ax = mf.plot_word_shift(mf.word_shift(articles, {"regime": -1, "support": 1}, **sides))
    >>> "The Morning Rampart higher" in ax.get_xlabel()
    True
    """
    missing = {"term", "estimate", "low", "high", "score"} - set(shift)
    if missing:
        raise MediaframesError(f"no word shift to draw: columns {', '.join(sorted(missing))} are missing")
    rows = shift[shift["estimate"] != 0]
    rows = rows.reindex(rows["estimate"].abs().sort_values(ascending=False, kind="stable").index[:top])
    ax = axes(ax, size=(7.5, max(2.4, 1.1 + 0.26 * len(rows))))
    y = np.arange(len(rows))
    colours = [colour_of(0 if e > 0 else 1)[0] for e in rows["estimate"]]
    sure = (rows["low"] > 0) | (rows["high"] < 0)
    faces = [c if s else "white" for c, s in zip(colours, sure, strict=True)]
    ax.barh(y, rows["estimate"], color=faces, edgecolor=colours, height=0.7)
    ax.hlines(y, rows["low"], rows["high"], color="black", linewidth=1)
    ax.set_yticks(y, [_signed(row, shift.attrs.get("mean_reference", 0)) for _, row in rows.iterrows()])
    ax.set_ylim(len(rows) - 0.5, -0.5)
    ax.axvline(0, color=GREY, linewidth=1)
    target, reference = (shorten(shift[c].iloc[0]) if len(shift) else c for c in ("target", "reference"))
    finish(ax, xlabel=f"◀ {reference} higher        what the word adds        {target} higher ▶")
    ax.set_title(_shift_note(shift, target, reference), loc="left", fontsize="small")
    return ax


def _signed(row, centre):
    above = "+" if row["score"] > centre else "−"
    more = "↑" if row["share_target"] > row["share_reference"] else "↓"
    return f"{shorten(row['term'])} {above}{more}"


def _shift_note(shift, target, reference):
    notes = shift.attrs
    if "mean_target" not in notes:
        return ""
    means = f"mean score: {target} {notes['mean_target']:.2f}, {reference} {notes['mean_reference']:.2f}"
    covered = f"{100 * notes['covered_target']:.0f} % and {100 * notes['covered_reference']:.0f} %"
    return means.replace("-", "−") + f"\nthe lexicon knows {covered} of the words"
