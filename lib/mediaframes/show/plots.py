"""Pictures of words that set two sides apart, and of actors that are named together."""

import numpy as np
import pandas as pd

from mediaframes.show.palette import sides
from mediaframes.show.points import check_result, nothing
from mediaframes.show.style import GREY, QUIET, axes, finish, note, shorten

NAMED = 5  # words of house style


def plot_keyness(keyness, ax=None, *, top=12, house_style=False):
    """Draw the words that most set target and reference apart, both named at their end of the axis.

    Parameters
    ----------
    keyness : DataFrame
        As from `keyness`.
    ax : Axes, optional
    top : int
        How many words of each side.
    house_style : bool
        Whether to draw house style, too: titles before names, times of day, words of running news pages. Else
        what of it the test finds is named in a note.

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
    check_result(keyness)
    if keyness.empty:
        return nothing(ax)
    drawn = keyness if house_style else keyness[~keyness["house_style"]]
    both = [drawn[drawn["z"] > 0].head(top), drawn[drawn["z"] < 0].head(top)]
    rows = pd.concat(both).sort_values("estimate", ascending=False)
    if rows.empty:
        return nothing(ax)
    ax = axes(ax, size=(7.5, max(2.4, 1.1 + 0.24 * len(rows))))
    y = np.arange(len(rows))
    for (colour, marker), side in zip(sides(keyness), (rows["z"] > 0, rows["z"] <= 0), strict=True):
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
    note(ax, *_keyness_notes(keyness, rows), *([] if house_style else _left_out(keyness)))
    return ax


def _beside_keyness(ax, y, rows):
    """Write the articles that use each word beside it, and set in bold what the test finds."""
    for label, p in zip(ax.get_yticklabels(), rows["p_adjusted"], strict=True):
        label.set_fontweight("bold" if p < 0.05 else "normal")
    beside = {"xycoords": ("axes fraction", "data"), "va": "center", "fontsize": "small", "color": QUIET}
    for at, a, b in zip(y, rows["articles_target"], rows["articles_reference"], strict=True):
        ax.annotate(f"{a:,} · {b:,}", (1.01, at), **beside)


def _keyness_notes(keyness, rows):
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
    return notes


def _left_out(keyness):
    """Name the house style that the test finds."""
    style = keyness.loc[keyness["house_style"] & (keyness["p_adjusted"] < 0.05), "term"]
    named = ", ".join(style.head(NAMED)) + (" …" if len(style) > NAMED else "")
    return [f"house style is left out: {named}"] if named else []


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
    check_result(pairs)
    if pairs.empty:
        return nothing(ax)
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
