"""Pictures of estimates: the effect, its interval, and how much lies behind it."""

import numpy as np

from mediaframes.errors import MediaframesError
from mediaframes.measure.compare.contrasts import ITEMS, counted_most
from mediaframes.measure.compare.differences import names_of_rows
from mediaframes.measure.inference.estimates import RESULT
from mediaframes.show.palette import ALONE, REST, palette
from mediaframes.show.style import GREY, GRID, UNITS, axes, finish, in_percent, note, shorten, start_at_zero
from mediaframes.show.wording import CALLED, plural


def plot_estimates(estimates, ax=None, *, label=None, series=None, xlabel=None, title="", top=None):
    """Draw each estimate as a point with its interval and the number of articles behind it.

    Parameters
    ----------
    estimates : DataFrame
        A result of any measure.
    ax : Axes, optional
    label : str, optional
        Column that names the lines, one a value. Default: the items that the measure counts (names, words, actors), or
        else the first column that names rows.
    series : str, optional
        Column that is told apart by colour and marker. Default: the next such column, if any.
    xlabel, title : str
    top : int, optional
        How many lines to show, 12 by default: the items counted most, or the groups with most articles.

    Returns
    -------
    Axes
        Shares are in percent, and start at zero. Estimates without an interval (too few articles) are hollow. The seven
        outlets with most articles look the same in every picture of a corpus; the others are grey points, without their
        intervals, where they have one.

    Raises
    ------
    MediaframesError
        If the table is no result.

    Examples
    --------
    >>> mf.plot_estimates(mf.attention(evidence)).get_xlabel()
    'attention to actors (%)'
    """
    check_result(estimates)
    if estimates.empty:
        return nothing(ax)
    label, series = _roles(estimates, label, series)
    estimates = _apart(estimates, label, series)
    groups = palette(estimates, series) if series else None
    shown, scale = _foremost(estimates, label, series, groups, top), 100 if in_percent(estimates) else 1
    lines = list(dict.fromkeys(shown[label]))
    names = _names(shown, label, series, groups)
    slots = _slots(shown, series, groups)
    ax = axes(ax, size=(7.5, max(2.2, 1.1 + (0.14 * len(slots) + 0.22) * len(lines))))
    reach = min(0.32, 0.1 * (len(slots) - 1))  # so that what belongs to one line stands together
    offsets = np.linspace(-reach, reach, len(slots))
    for (name, rows, look), offset in zip(slots, offsets, strict=True):
        _draw_points(ax, rows, rows[label].map(lines.index) + offset, look, names[1].get(name, name), scale)
    ax.set_yticks(range(len(lines)), [names[0][line] for line in lines])
    ax.set_ylim(len(lines) - 0.5, -0.5)
    if series:
        ax.hlines(np.arange(len(lines) - 1) + 0.5, 0, 1, transform=ax.get_yaxis_transform(), color=GRID, linewidth=0.8)
        heading = CALLED.get(series, series.replace("_", " "))
        ax.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), frameon=False, title=heading)
    finish(ax, title=title, xlabel=_xlabel(ax, estimates, xlabel))
    start_at_zero(ax, shown)
    note(ax, *_notes(estimates, shown, label, slots, names))
    return ax


def _xlabel(ax, estimates, xlabel):
    """Name what is measured; where it may be of either sign, say which side is which, and draw zero."""
    measure, kind = xlabel or estimates.attrs.get("measure", "estimate"), estimates.attrs.get("kind")
    if kind == "mean":
        ax.axvline(0, color=GREY, linewidth=1)
        return f"◀ negative        {measure}        positive ▶"
    return measure + UNITS.get(kind, "")


def check_result(estimates):
    missing = set(RESULT) - set(estimates.columns)
    if missing:
        raise MediaframesError(f"no result to draw: columns {', '.join(sorted(missing))} are missing")


def nothing(ax):
    """Say on the picture that there is nothing to draw: an empty frame would look like a fault."""
    ax = axes(ax, size=(7.5, 1.2))
    ax.text(0.5, 0.5, "nothing to show: no article has any", ha="center", va="center", transform=ax.transAxes)
    ax.set_axis_off()
    return ax


def _roles(estimates, label, series):
    names = names_of_rows(estimates)
    items = [c for c in names if c not in estimates.attrs.get("by", names)]
    names = [c for c in names if estimates[c].nunique() > 1] or names
    label = label or (items or names or [None])[0]
    if label is None:
        raise MediaframesError("no column names the rows: give label=")
    others = [c for c in names if c != label]
    if series is None and estimates.duplicated(label).any() and others:
        series = others[0]
    return label, series


def _apart(estimates, label, series):
    """Name lines by all that tells rows apart: two actors' "regime" on one line would look like one."""
    kept = [c for c in (label, series) if c]
    others = [c for c in names_of_rows(estimates) if c not in kept and estimates[c].nunique() > 1]
    if not others or not estimates.duplicated(kept).any():
        return estimates
    parts = [estimates[c].astype(str) for c in (*others, label)]
    return estimates.assign(**{label: parts[0].str.cat(parts[1:], sep=": ")})


def _foremost(estimates, label, series, groups, top):
    """Keep the lines to show: items by how much they weigh in the groups told apart, groups by their articles.

    A finding looks at the same items of the same groups (`all_differences`), so that what it names is shown.
    """
    names, by = names_of_rows(estimates), estimates.attrs.get("by", [])
    if label not in names or label in by or (not by and "count" not in estimates):
        return _largest(estimates, label, top)
    told = estimates[estimates[series].isin(list(groups.looks))] if series else estimates
    if "count" in estimates and estimates.attrs.get("kind") != "score":
        kept = counted_most(told, top or ITEMS)
        total = kept.groupby(label)["count"].sum()
    else:
        total = told.groupby(label)["estimate"].sum()
    order = list(total.sort_index().sort_values(ascending=False, kind="stable").index[: top or ITEMS])
    some = estimates[estimates[label].isin(order)]
    return some.sort_values(label, key=lambda s: s.map(order.index), kind="stable")


def _largest(estimates, label, top):
    """Keep the lines of the groups with most articles, in the order of the table; of other lines the first ones."""
    lines = list(dict.fromkeys(estimates[label]))
    if largest := estimates.attrs.get("largest", {}).get(label):
        lines = [name for name in largest if name in lines][: top or ITEMS]
    return estimates[estimates[label].isin(lines[:top])]


def _slots(shown, series, groups):
    """What is drawn beside each other on a line: its name, its rows and its look; the rest, if any, in one."""
    if series is None:
        return [(None, shown, ALONE)]
    slots = [(value, shown[shown[series] == value], look) for value, look in groups.looks.items()]
    rest = shown[shown[series].isin(groups.rest) & shown["low"].notna()]
    number = rest[series].nunique()
    return slots + ([(f"{number} {'other' if number == 1 else 'others'}", rest, REST)] if number else [])


def _counted(shown, column):
    """Return each value of a column with the number of articles behind it, a range if it differs along the row."""
    n = shown.groupby(column)["n_articles"].agg(["min", "max"])
    return {v: f"{a:,}" if a == b else f"{a:,}–{b:,}" for v, a, b in n.itertuples()}


def _varies(counted):
    return any("–" in n for n in counted.values())


def _names(shown, label, series, groups):
    """Name lines and series, the number of articles beside whichever of the two it belongs to."""
    told = shown[shown[series].isin(list(groups.looks))] if series else shown
    lines, groups = _counted(told, label), {} if series is None else _counted(told, series)
    of_lines = series is None or (_varies(groups) and not _varies(lines))
    return (
        {v: f"{shorten(v)}  ({lines[v]})" if of_lines and v in lines else shorten(v) for v in shown[label]},
        {v: shorten(v) if of_lines else f"{shorten(v)} ({n})" for v, n in groups.items()},
    )


def _notes(estimates, shown, label, slots, names):
    """Say what the numbers, the marks and the grey mean, and what is not shown."""
    ranges = any("–" in name.rpartition("(")[2] for one in names for name in one.values())
    yield "in brackets: articles" + (", the fewest–the most" if ranges else "")
    if any(rows["low"].isna().any() for _, rows, _ in slots):
        yield "hollow: too few articles for an interval"
    if slots[-1][2] == REST:
        yield "grey: the others that have an interval"
    lines, every = shown[label].nunique(), estimates[label].nunique()
    if lines < every and label in estimates.attrs.get("largest", {}):
        yield f"{lines} of {every:,} {plural(label)}, those with most articles"


def _draw_points(ax, rows, y, look, name, scale):
    (colour, marker), sure = look, rows["low"].notna()
    x, low, high = (rows[c] * scale for c in ("estimate", "low", "high"))
    if look != REST:
        ax.hlines(y[sure], low[sure], high[sure], color=colour, linewidth=1.8, clip_on=False)
    style = {"marker": marker, "s": 34, "linewidths": 1.4, "edgecolors": colour, "zorder": 3, "clip_on": False}
    ax.scatter(x[sure], y[sure], color=colour, label=name if sure.any() else None, **style)
    ax.scatter(x[~sure], y[~sure], facecolors="white", label=None if sure.any() else name, **style)
