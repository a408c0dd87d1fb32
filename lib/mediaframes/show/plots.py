"""Pictures of estimates: the effect, its interval, and how much lies behind it."""

from textwrap import fill

import numpy as np
import pandas as pd

from mediaframes.errors import MediaframesError
from mediaframes.measure.compare.differences import names_of_rows
from mediaframes.measure.groups import EVERY, MISSING, time_unit
from mediaframes.show.style import COLOURS, GREY, UNITS, axes, colour_of, date_axis, finish, in_percent, shorten

RESULT = {"estimate", "low", "high", "n", "n_articles", "n_clusters"}
MOST = 12  # items


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
        How many lines to show: the items counted most over all groups, 12 by default; of other lines the first ones.

    Returns
    -------
    Axes
        Shares are in percent. Estimates without an interval (too few articles) are hollow.

    Raises
    ------
    MediaframesError
        If the table is no result.

    Examples
    --------
    >>> mf.plot_estimates(mf.attention(evidence)).get_xlabel()
    'attention to actors (%)'
    """
    _check(estimates)
    if estimates.empty:
        return _nothing(ax)
    label, series = _roles(estimates, label, series)
    shown = _foremost(estimates, label, top)
    lines = list(dict.fromkeys(shown[label]))
    groups = _largest(shown, series) if series else [None]
    ax = axes(ax, size=(7.5, max(2.2, 0.9 + (0.16 * len(groups) + 0.22) * len(lines))))
    line_names, group_names = _names(shown, label, series)
    places, scale = {line: i for i, line in enumerate(lines)}, 100 if in_percent(estimates) else 1
    offsets = np.linspace(-0.28, 0.28, len(groups)) if len(groups) > 1 else [0.0]
    for number, (group, offset) in enumerate(zip(groups, offsets, strict=True)):
        rows = shown if series is None else shown[shown[series] == group]
        _draw_points(ax, rows, rows[label].map(places) + offset, number, group_names.get(group), scale)
    ax.set_yticks(range(len(lines)), [line_names[line] for line in lines])
    ax.set_ylim(len(lines) - 0.5, -0.5)
    if series:
        title_of = _legend_title(shown, series, groups)
        ax.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), frameon=False, title=title_of)
    return finish(ax, title=title, xlabel=_xlabel(ax, estimates, xlabel))


def _xlabel(ax, estimates, xlabel):
    """Name what is measured; where it may be of either sign, say which side is which, and draw zero."""
    measure, kind = xlabel or estimates.attrs.get("measure", "estimate"), estimates.attrs.get("kind")
    if kind == "mean":
        ax.axvline(0, color=GREY, linewidth=1)
        return f"◀ negative        {measure}        positive ▶"
    return measure + UNITS.get(kind, "")


def _check(estimates):
    missing = RESULT - set(estimates.columns)
    if missing:
        raise MediaframesError(f"no result to draw: columns {', '.join(sorted(missing))} are missing")


def _nothing(ax):
    """Say on the picture that there is nothing to draw: an empty frame would look like a fault."""
    ax = axes(ax, size=(7.5, 1.2))
    ax.text(0.5, 0.5, "nothing to show: no article has any", ha="center", va="center", transform=ax.transAxes)
    ax.set_axis_off()
    return ax


def _foremost(estimates, label, top):
    """Keep the lines to show: items by how much they weigh over all groups, others in the order of the table."""
    names, by = names_of_rows(estimates), estimates.attrs.get("by", [])
    if label not in names or label in by or (not by and "count" not in estimates):
        return estimates[estimates[label].isin(list(dict.fromkeys(estimates[label]))[:top])]
    weight = "count" if "count" in estimates and estimates.attrs.get("kind") != "score" else "estimate"
    total = estimates.groupby(label)[weight].sum()
    order = pd.DataFrame({"total": -total, "name": total.index}).sort_values(["total", "name"]).index[: top or MOST]
    some = estimates[estimates[label].isin(order)]
    return some.sort_values(label, key=lambda s: s.map(order.get_loc), kind="stable")


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


def _largest(shown, series):
    """The values of a column with most articles, as many as colours can tell apart, in the order of the table."""
    sizes = shown.groupby(series)["n_articles"].max().sort_values(ascending=False, kind="stable")
    kept = set(sizes.index[: len(COLOURS)])
    return [g for g in dict.fromkeys(shown[series]) if g in kept]


def _legend_title(shown, series, groups):
    every = shown[series].nunique()
    return series.replace("_", " ") + (f" ({len(groups)} largest of {every})" if every > len(groups) else "")


def _counted(shown, column):
    """Return each value of a column with the number of articles behind it, a range if it differs along the row."""
    n = shown.groupby(column)["n_articles"].agg(["min", "max"])
    return {v: f"{a:,}" if a == b else f"{a:,}–{b:,}" for v, a, b in n.itertuples()}


def _varies(counted):
    return any("–" in n for n in counted.values())


def _names(shown, label, series):
    """Name lines and series, the number of articles beside whichever of the two it belongs to."""
    lines, groups = _counted(shown, label), {} if series is None else _counted(shown, series)
    of_lines = series is None or (_varies(groups) and not _varies(lines))
    return (
        {v: f"{shorten(v)}  ({n})" if of_lines else shorten(v) for v, n in lines.items()},
        {v: shorten(v) if of_lines else f"{shorten(v)} ({n})" for v, n in groups.items()},
    )


def _draw_points(ax, rows, y, number, name, scale):
    colour, marker = colour_of(number)
    sure = rows["low"].notna()
    x, low, high = (rows[c] * scale for c in ("estimate", "low", "high"))
    ax.hlines(y[sure], low[sure], high[sure], color=colour, linewidth=1.8)
    style = {"marker": marker, "s": 34, "linewidths": 1.4, "edgecolors": colour, "zorder": 3}
    ax.scatter(x[sure], y[sure], color=colour, label=name if sure.any() else None, **style)
    ax.scatter(x[~sure], y[~sure], facecolors="white", label=None if sure.any() else name, **style)


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
        Articles without a date are counted in the title, groups beyond the largest seven are drawn as one.

    Examples
    --------
    >>> mf.plot_articles(articles).get_ylabel()
    'articles per month'
    """
    ax = axes(ax, size=(7.5, 3.2))
    dated = articles.dropna(subset="published")
    if dated.empty:
        return _nothing(ax)
    name = time_unit(dated["published"])
    unit = EVERY[name]
    group = dated[by].astype("object").where(dated[by].notna(), MISSING)
    largest = group.value_counts().index[: len(COLOURS)]
    group = group.where(group.isin(largest), "all others")
    counts = dated.groupby([dated["published"].dt.to_period(unit), group]).size().unstack(fill_value=0)
    counts = counts.reindex(pd.period_range(counts.index.min(), counts.index.max(), freq=unit), fill_value=0)
    for number, column in enumerate(counts):
        colour, marker = colour_of(number)
        ax.plot(counts.index.to_timestamp(), counts[column], color=colour, marker=marker, ms=5, label=shorten(column))
    undated = len(articles) - len(dated)
    note = f"{len(dated):,} articles" + (f"; {undated:,} without a date are not shown" if undated else "")
    finish(ax, title=note, ylabel=f"articles per {name}")
    ax.set_ylim(bottom=0)
    ax.margins(y=0.08)
    ax.yaxis.get_major_locator().set_params(integer=True)
    date_axis(ax)
    ax.grid(axis="y", color="#e4e4e4")
    ax.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), frameon=False, title=by)
    return ax


def plot_keyness(keyness, ax=None, *, top=12):
    """Draw the words that most set target and reference apart, both named at their end of the axis.

    Parameters
    ----------
    keyness : DataFrame
        As from `keyness`.
    ax : Axes, optional
    top : int
        How many words of each side.

    Returns
    -------
    Axes
        At the right, in how many articles of either a word stands. Words in bold differ by the test of whole articles,
        at a false discovery rate of 5 %. Words that stand in one article for more than half of their uses are hollow
        and marked with an asterisk: they tell of that article, not of the outlet.

    Raises
    ------
    MediaframesError
        If the table is no result.

    Examples
    --------
    >>> ax = mf.plot_keyness(mf.keyness(articles, target="Kavir Press Agency"))
    >>> "Kavir Press Agency ▶" in ax.get_xlabel()
    True
    """
    _check(keyness)
    if keyness.empty:
        return _nothing(ax)
    sides = [keyness[keyness["z"] > 0].head(top), keyness[keyness["z"] < 0].head(top)]
    rows = pd.concat(sides).sort_values("estimate", ascending=False)
    ax = axes(ax, size=(7.5, max(2.4, 1.1 + 0.24 * len(rows))))
    y = np.arange(len(rows))
    for number, side in enumerate((rows["z"] > 0, rows["z"] <= 0)):
        colour, marker = colour_of(number)
        for uneven in (False, True):
            at = (side & ((rows["heaviest_share"] > 0.5) == uneven)).to_numpy()
            part = rows[at]
            ax.hlines(y[at], part["low"], part["high"], color=colour, linewidth=1.8)
            face = "white" if uneven else colour
            ax.scatter(part["estimate"], y[at], marker=marker, s=34, facecolors=face, edgecolors=colour, zorder=3)
    names = [shorten(t) + ("*" if h > 0.5 else "") for t, h in zip(rows["term"], rows["heaviest_share"], strict=True)]
    ax.set_yticks(y, names)
    ax.set_ylim(len(rows) - 0.5, -0.5)
    ax.axvline(0, color=GREY, linewidth=1)
    _beside_keyness(ax, y, rows)
    target, reference = shorten(rows["target"].iloc[0]), shorten(rows["reference"].iloc[0])
    finish(ax, xlabel=f"◀ {reference}        log2 ratio of frequencies        {target} ▶")
    ax.set_title(_keyness_note(keyness, rows), loc="left", fontsize="small")
    return ax


def _beside_keyness(ax, y, rows):
    """Write the articles that use each word beside it, and set in bold what the test finds."""
    for label, p in zip(ax.get_yticklabels(), rows["p_adjusted"], strict=True):
        label.set_fontweight("bold" if p < 0.05 else "normal")
    beside = {"xycoords": ("axes fraction", "data"), "va": "center", "fontsize": "small", "color": "#555555"}
    for at, a, b in zip(y, rows["articles_target"], rows["articles_reference"], strict=True):
        ax.annotate(f"{a:,} · {b:,}", (1.01, at), **beside)


def _keyness_note(keyness, rows):
    notes = [
        f"{int(keyness['n_articles'].iloc[0]):,} articles",
        "1 = twice as often",
        "at the right: articles with the word",
    ]
    if (rows["p_adjusted"] < 0.05).any():
        notes.append("bold: differs at a false discovery rate of 5 %")
    if keyness["low"].isna().all():
        notes.append("no intervals: one side has fewer than 10 independent articles")
    if (rows["heaviest_share"] > 0.5).any():
        notes.append("* more than half of the uses in one article")
    return fill("; ".join(notes), 78)


def plot_co_occurrence(pairs, ax=None, *, top=8):
    """Draw as a table of shades in which share of the sentences naming one actor another is named.

    Parameters
    ----------
    pairs : DataFrame
        From `co_occurrence`, of one group.
    ax : Axes, optional
    top : int
        Show the actors named in most sentences.

    Returns
    -------
    Axes

    Raises
    ------
    MediaframesError
        If the table is no result.

    Examples
    --------
    >>> [t.get_text() for t in mf.plot_co_occurrence(mf.co_occurrence(evidence), top=1).get_yticklabels()]
    ['US']
    """
    _check(pairs)
    if pairs.empty:
        return _nothing(ax)
    order = list(pairs.groupby("actor")["n"].max().sort_values(ascending=False).index[:top])
    grid = pairs.pivot_table(index="actor", columns="other", values="estimate", aggfunc="mean")
    grid = grid.reindex(index=order, columns=order)
    ax = axes(ax, size=(1.6 + 0.62 * len(order), 1.4 + 0.45 * len(order)))
    ax.imshow(
        grid.to_numpy(float), cmap="cividis_r", vmin=0, vmax=max(0.01, np.nanmax(grid.to_numpy(float), initial=0))
    )
    highest = np.nanmax(grid.to_numpy(float), initial=0)
    for (i, j), share in np.ndenumerate(grid.to_numpy(float)):
        if i != j:
            text = "0" if np.isnan(share) else f"{100 * share:.0f}"
            dark = not np.isnan(share) and share > 0.55 * highest
            ax.text(j, i, text, ha="center", va="center", fontsize="small", color="white" if dark else "black")
    ax.set_xticks(range(len(order)), [shorten(o) for o in order], rotation=40, ha="right")
    ax.set_yticks(range(len(order)), [shorten(o) for o in order])
    for side in ax.spines.values():
        side.set_visible(False)
    ax.tick_params(length=0)
    ax.set_title(
        "of 100 sentences naming the actor at the left,\nhow many name the one below", loc="left", fontsize="small"
    )
    return ax
