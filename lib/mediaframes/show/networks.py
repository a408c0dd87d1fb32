"""Actors as a network: arrows from who acts to whom it is done."""

import numpy as np

from mediaframes.show.palette import OTHER_COLOURS
from mediaframes.show.style import GREY, INK, axes, literal, shorten
from mediaframes.show.wording import AVERAGED


def plot_deeds(deeds, ax=None, *, top=12):
    """Draw who does something to whom: an arrow a pair, its width and number the clauses, its verbs listed beside.

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

    Examples
    --------
    >>> ax = mf.plot_deeds(mf.deeds(evidence))
    >>> "→" in ax.texts[-1].get_text()
    True
    """
    shown = deeds.head(top)
    most = shown["count"].max()
    arrows = [
        (row.agent_actor, row.patient_actor, row.count / most, GREY, f"{row.verbs} ({row.count})")
        for row in shown.itertuples()
    ]
    return _network(ax, arrows, "no clause between two actors")


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
    return _network(ax, arrows, "no sentence names two actors")


def _signed(row):
    sure = row.low > 0 or row.high < 0
    colour = OTHER_COLOURS[row.estimate < 0] if sure else GREY
    places = 1 if row.n < AVERAGED else 2
    limits = f" [{row.low:+.{places}f}, {row.high:+.{places}f}]" if row.low == row.low else ""
    said = f"{row.estimate:+.{places}f}{limits}, {row.n} sentence{'s' * (row.n != 1)}"
    return colour, said.replace("-", "−"), "-" if row.estimate > 0 else "--"


def _network(ax, arrows, nothing):
    """Draw arrows, each (from, to, weight from 0 to 1, colour, what is written beside, line style if not solid)."""
    ax = axes(ax, size=(8.5, 4.8))
    ax.set_axis_off()
    if not arrows:
        ax.text(0.5, 0.5, f"nothing to show: {nothing}", ha="center", transform=ax.transAxes)
        return ax
    actors = sorted({actor for arrow in arrows for actor in arrow[:2]})
    angles = np.pi / 2 - 2 * np.pi * np.arange(len(actors)) / len(actors)
    places = dict(zip(actors, zip(np.cos(angles), np.sin(angles), strict=True), strict=True))
    for number, (start, end, weight, colour, _, *style) in enumerate(arrows, start=1):
        _arrow(ax, places[start], places[end], weight, number, colour, *style)
    for actor, (x, y) in places.items():
        box = {"boxstyle": "round,pad=0.35", "facecolor": "white", "edgecolor": INK}
        ax.text(x, y, shorten(actor), ha="center", va="center", bbox=box, zorder=5)
    lines = [f"{number}  {a} → {b}: {said}" for number, (a, b, _, _, said, *_) in enumerate(arrows, start=1)]
    ax.text(1.55, 0, literal("\n".join(lines)), va="center", fontsize="small", linespacing=1.5)
    ax.set(xlim=(-1.4, 4.2), ylim=(-1.35, 1.35), aspect="equal")
    return ax


def _arrow(ax, start, end, weight, number, colour, line="-"):
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
