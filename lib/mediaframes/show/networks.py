"""Actors as a network: arrows from who acts to whom it is done."""

import textwrap

import numpy as np

from mediaframes.show.palette import OTHER_COLOURS
from mediaframes.show.style import GREY, INK, axes, literal, shorten
from mediaframes.show.wording import AVERAGED

COOPERATION, CONFLICT, NEITHER = (OTHER_COLOURS[0], "-"), (OTHER_COLOURS[1], "--"), (GREY, "-")  # colour, line
DEEDS = {
    "more cooperation than conflict": COOPERATION,
    "more conflict than cooperation": CONFLICT,
    "as much of both, or of no known kind": NEITHER,
}
RELATIONS = {
    "shown as friendly": COOPERATION,
    "shown as hostile": CONFLICT,
    "unsure: the interval holds zero, or there is none": (GREY, "-"),
}


def plot_deeds(deeds, ax=None, *, top=12):
    """Draw who does something to whom: an arrow a pair, as wide as its share, signed by conflict or cooperation.

    Parameters
    ----------
    deeds : DataFrame
        From `deeds`, of one group.
    ax : Axes, optional
    top : int
        How many arrows to draw, the commonest first.

    Returns
    -------
    Axes
        Solid arrows are of pairs with more cooperation than conflict, dashed ones of pairs with more conflict; those of
        which neither is known are grey. Beside each stand its verbs and the number of its clauses.

    Examples
    --------
    >>> ax = mf.plot_deeds(mf.deeds(evidence))
    >>> "→" in ax.texts[-1].get_text()
    True
    """
    shown = deeds.head(top)
    most = shown["estimate"].max()
    arrows = [
        (row.agent_actor, row.patient_actor, row.estimate / most, *_kind(row), _deeds_said(row))
        for row in shown.itertuples()
    ]
    return _network(
        ax, arrows, "no clause between two actors", DEEDS, "From who acts to whom, as wide as the share of all clauses"
    )


def _kind(row):
    """Colour and line of a pair: of which it has more."""
    if row.conflict == row.cooperation:
        return NEITHER
    return CONFLICT if row.conflict > row.cooperation else COOPERATION


def _deeds_said(row):
    sides = [f"{n} {side}" for n, side in ((row.cooperation, "cooperation"), (row.conflict, "conflict")) if n]
    return (
        f"{row.verbs} ({'; '.join([f'{row.count} clause' + 's' * (row.count != 1), ', '.join(sides) or 'no class'])})"
    )


def plot_relations(relations, ax=None, *, top=12):
    """Draw who is shown as friendly or hostile to whom: solid blue arrows are friendly, dashed red ones hostile.

    Parameters
    ----------
    relations : DataFrame
        From `relations_between`, of one group.
    ax : Axes, optional
    top : int
        How many arrows to draw: those with the greatest estimate × sentences, in either direction.

    Returns
    -------
    Axes
        Estimates whose interval holds zero, or that have none, are drawn in grey.

    Examples
    --------
    >>> ax = mf.plot_relations(mf.relations_between(evidence, by=None))
    >>> "→" in ax.texts[-1].get_text()
    True
    """
    weight = (relations["estimate"] * relations["n"]).abs()
    shown = relations.loc[weight.sort_values(ascending=False, kind="stable").index[:top]]
    most = shown["estimate"].abs().max()
    arrows = [(row.actor, row.other, abs(row.estimate) / most, *_signed(row)) for row in shown.itertuples()]
    return _network(ax, arrows, "no sentence names two actors", RELATIONS, "From whom to whom, the wider the more so")


def _signed(row):
    """Colour, line and text of a relation: its sign, and in grey where that is not sure."""
    sure = row.low > 0 or row.high < 0
    colour, line = COOPERATION if row.estimate > 0 else CONFLICT
    places = 1 if row.n < AVERAGED else 2
    estimate, low, high = (_with_sign(value, places) for value in (row.estimate, row.low, row.high))
    limits = f" [{low}, {high}]" if row.low == row.low else ""
    return colour if sure else GREY, line, f"{estimate}{limits}, {row.n} sentence{'s' * (row.n != 1)}"


def _with_sign(value, places):
    """Return a number with its sign, of which what rounds to zero has none."""
    return f"{value:+.{places}f}".replace("-", "−") if round(value, places) else f"{0:.{places}f}"


def _network(ax, arrows, nothing, kinds, title):
    """Draw arrows, each (from, to, weight from 0 to 1, colour, line style, what is written beside), and a legend."""
    ax = axes(ax, size=(8.5, 4.8))
    ax.set_axis_off()
    if not arrows:
        ax.text(0.5, 0.5, f"nothing to show: {nothing}", ha="center", transform=ax.transAxes)
        return ax
    actors = sorted({actor for arrow in arrows for actor in arrow[:2]})
    angles = np.pi / 2 - 2 * np.pi * np.arange(len(actors)) / len(actors)
    places = dict(zip(actors, zip(np.cos(angles), np.sin(angles), strict=True), strict=True))
    for number, (start, end, weight, colour, line, _) in enumerate(arrows, start=1):
        _arrow(ax, places[start], places[end], weight, number, colour, line)
    for actor, (x, y) in places.items():
        box = {"boxstyle": "round,pad=0.35", "facecolor": "white", "edgecolor": INK}
        ax.text(x, y, textwrap.fill(shorten(actor), 12), ha="center", va="center", bbox=box, zorder=5)
    lines = [f"{number}  {a} → {b}: {said}" for number, (a, b, *_, said) in enumerate(arrows, start=1)]
    ax.text(1.7, 0, literal("\n".join(lines)), va="center", fontsize="small", linespacing=1.5)
    ax.set(xlim=(-1.4, 4.35), ylim=(-1.35, 1.35), aspect="equal")
    _legend(ax, kinds, {arrow[3:5] for arrow in arrows}, title)
    return ax


def _legend(ax, kinds, drawn, title):
    """Say what a line is, below: the kinds that are drawn, grey ones by colour alone."""
    colours = {colour for colour, _ in drawn}
    handles = [
        ax.plot([], [], color=colour, linestyle=line, linewidth=2, label=text)[0]
        for text, (colour, line) in kinds.items()
        if (colour, line) in drawn or (colour == GREY and GREY in colours)
    ]
    look = {"loc": "upper left", "bbox_to_anchor": (0, 0), "ncols": 3, "frameon": False, "fontsize": "small"}
    ax.legend(handles=handles, title=title, title_fontsize="small", alignment="left", **look)


def _arrow(ax, start, end, weight, number, colour, line):
    style = {
        "arrowstyle": "-|>",
        "connectionstyle": "arc3,rad=0.18",
        "shrinkA": 22,
        "shrinkB": 24,
        "mutation_scale": 12,
        "color": colour,
        "linewidth": 0.8 + 3.2 * weight,
        "linestyle": line,
    }
    ax.annotate("", end, start, arrowprops=style)
    # Beside the middle of the bent arrow, on its own side: the way back bends the other way.
    (x0, y0), (x1, y1) = start, end
    x, y = (x0 + x1) / 2 + 0.13 * (y1 - y0), (y0 + y1) / 2 - 0.13 * (x1 - x0)
    ax.text(x, y, str(number), fontsize="small", ha="center", va="center", color=INK, fontweight="bold")
