"""Pictures of time: articles and measures by day, week or month."""

from textwrap import fill

import numpy as np
import pandas as pd

from mediaframes.errors import MediaframesError
from mediaframes.measure.compare.differences import names_of_rows
from mediaframes.measure.groups import EVERY, MISSING, largest_groups, time_unit
from mediaframes.show.palette import ALONE, Palette, palette
from mediaframes.show.periods import in_part, period_axis, shade, width
from mediaframes.show.points import nothing
from mediaframes.show.style import (
    GREY,
    GRID,
    QUIET,
    UNITS,
    axes,
    finish,
    in_percent,
    literal,
    note,
    shorten,
    start_at_zero,
)
from mediaframes.show.wording import plural

TOGETHER = 3  # lines that one picture bears; more are drawn side by side
COLUMNS = 3
FAINT = {"color": "#c4c4c4", "linewidth": 0.8, "zorder": 1}


def plot_articles(articles, ax=None, *, by="outlet"):
    """Draw how many articles each group has per day, week or month, whichever the time they span asks for.

    Parameters
    ----------
    articles : DataFrame
    ax : Axes, optional
    by : str
        Column that is told apart by colour and marker.

    Returns
    -------
    Axes
        Articles without a date are counted above, groups beyond the seven largest are drawn as one, in grey. More than
        three groups are drawn side by side, unless `ax` is given; the first is returned. Periods that the articles
        cover in part only are shaded.

    Examples
    --------
    >>> mf.plot_articles(articles).get_ylabel()
    'articles per month'
    """
    dated = articles.dropna(subset="published")
    if dated.empty:
        return nothing(ax)
    every = time_unit(dated["published"])
    groups, group = _rest_as_one(dated, by, largest_groups(articles, [by]))
    counts = dated.groupby([dated["published"].dt.to_period(EVERY[every]), group]).size().unstack(fill_value=0)
    counts = counts.reindex(pd.period_range(counts.index.min(), counts.index.max(), freq=EVERY[every]), fill_value=0)
    counts = counts.rename_axis("period").to_timestamp()
    lines = counts.melt(ignore_index=False, var_name=by, value_name="estimate").reset_index()
    lines = lines.assign(low=lines["estimate"], high=lines["estimate"])
    days = dated["published"].min(), dated["published"].max()
    undated = len(articles) - len(dated)
    said = [f"{len(dated):,} articles", f"{undated:,} without a date are not shown" if undated else ""]
    return _draw(ax, groups, lines, by, f"articles per {every}", every, days, said, 1, interval=False)


def _rest_as_one(articles, by, largest):
    """Return the groups to draw, those beyond the largest as one, and the group of each article."""
    group = articles[by].astype("object").where(articles[by].notna(), MISSING).rename(by)
    table = pd.DataFrame({by: group, "n_articles": 1})
    table.attrs["largest"] = largest
    groups = palette(table, by)
    if not groups.rest:
        return groups, group
    rest = str(groups.rest[0]) if len(groups.rest) == 1 else f"{len(groups.rest)} others"
    return Palette({**groups.looks, rest: (GREY, "o")}, []), group.where(~group.isin(groups.rest), rest)


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
        Estimates without an interval (too few articles) are hollow; periods that the articles cover in part only are
        shaded. More than three lines are drawn side by side, each with the others faint behind it, unless `ax` is
        given; the first of these Axes is returned, `ax.figure.axes` has all.

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
    if trend.empty:
        return nothing(ax)
    names = [c for c in names_of_rows(trend) if c != "period" and trend[c].nunique() > 1]
    series = series or (names[0] if names else None)
    shown = trend.sort_values("period")
    if shown.duplicated(["period", *([series] if series else [])]).any():
        raise MediaframesError(f"several rows for one period and {series}; keep one value of {', '.join(names[1:])}")
    groups = palette(shown, series) if series else Palette({None: ALONE}, [])
    every, ends = trend.attrs.get("every"), [trend.attrs.get(day) for day in ("first_day", "last_day")]
    ylabel = (ylabel or trend.attrs.get("measure", "estimate")) + UNITS.get(trend.attrs.get("kind"), "")
    scale = 100 if in_percent(trend) else 1
    return _draw(ax, groups, shown, series, ylabel, every, ends, _trend_notes(trend, shown, series, groups), scale)


def _draw(ax, groups, rows, series, ylabel, every, ends, said, scale, *, interval=True):
    """Draw lines, in one picture or side by side."""
    part = in_part(*ends, every) if all(ends) else {}
    each, apart = list(groups.looks.items()), ax is None and len(groups.looks) > TOGETHER
    panels = _panels(len(each)) if apart else [axes(ax, size=(7.5, 3.4))]
    for number, (name, look) in enumerate(each):
        panel = panels[number] if apart else panels[0]
        own = rows if series is None else rows[rows[series] == name]
        beside = (number - (len(each) - 1) / 2) * width(rows["period"]) / 12 if not apart else pd.Timedelta(0)
        _draw_line(panel, own, name, look, beside, scale, interval=interval)
        if apart:
            panel.set_title(shorten(name, 26), loc="left", fontsize="small", color=look[0], fontweight="bold")
    for number, panel in enumerate(panels):
        behind = [n for n in groups.looks if n != each[number][0]] if apart else []
        _faint(panel, rows, series, behind, scale)
        finish(panel, ylabel=(fill(ylabel, 20) if apart else ylabel) if number % COLUMNS == 0 else "")
        panel.grid(axis="y", color=GRID)
        shade(panel, part, rows["period"])
        period_axis(panel, rows["period"], few=apart)
        start_at_zero(panel, rows if interval else _of_counts(rows), axis="y")
    _explain(panels, series, [*said, *part.values()], apart=apart, groups=groups)
    return panels[0]


def _of_counts(rows):
    counts = rows[["estimate", "low"]].copy()
    counts.attrs["kind"] = "rate"
    return counts


def _panels(number):
    import matplotlib.pyplot as plt  # only here, so that a caller may choose a backend first

    high = int(np.ceil(number / COLUMNS))
    _, grid = plt.subplots(high, COLUMNS, figsize=(8.5, 0.8 + 1.75 * high), sharex=True, sharey=True,
                                layout="constrained", squeeze=False)  # fmt: skip
    for unused in grid.flat[number:]:
        unused.remove()
    for above in grid.flat[max(0, number - COLUMNS) : number]:  # the lowest of each column has the dates
        above.tick_params(labelbottom=True)
    return list(grid.flat[:number])


def _draw_line(ax, rows, name, look, beside, scale, *, interval):
    (colour, marker), sure = look, rows["low"].notna().to_numpy()
    x, (y, low, high) = rows["period"] + beside, (rows[c] * scale for c in ("estimate", "low", "high"))
    label = None if name is None else shorten(name)
    ax.plot(x, y, color=colour, linewidth=1.2, label=label, marker=marker, ms=5, markerfacecolor="white", zorder=3)
    ax.plot(x[sure], y[sure], color=colour, linestyle="none", marker=marker, ms=5, zorder=3)
    if interval:
        ax.vlines(x[sure], low[sure], high[sure], color=colour, linewidth=1.4)


def _faint(ax, rows, series, names, scale):
    for name in names:
        own = rows[rows[series] == name]
        ax.plot(own["period"], own["estimate"] * scale, label=None, **FAINT)


def _explain(panels, series, said, *, apart, groups):
    ax = panels[0]
    if groups.rest:
        said = [*said, f"{len(groups.rest)} other {plural(series)} are not shown"]
    if apart:
        said = fill("; ".join(s for s in [*said, "faint: the others shown"] if s), 110)
        ax.figure.suptitle(literal(said), x=0.01, ha="left", fontsize="small", color=QUIET)
        return
    note(ax, *said)
    if series:
        ax.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), frameon=False, title=series.replace("_", " "))


def _trend_notes(trend, shown, series, groups):
    told = shown[shown[series].isin(list(groups.looks))] if series else shown
    every, undated = trend.attrs.get("every", "period"), trend.attrs.get("undated", 0)
    yield f"per {every if every in EVERY else 'period'}"
    if told["low"].isna().any() and told["estimate"].notna().any():
        yield "hollow: too few articles for an interval"
    if told["estimate"].isna().any():
        yield "gaps: nothing to measure"
    if undated:
        yield f"{undated:,} articles without a date are not shown"
