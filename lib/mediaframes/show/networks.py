"""Actors as a network: arrows from who acts to whom it is done."""

import numpy as np

from mediaframes.show.style import COLOURS, GREY, axes, literal, shorten

__all__ = ["plot_deeds"]


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
    """
    ax = axes(ax, size=(8.5, 4.8))
    ax.set_axis_off()
    shown = deeds.head(top)
    if shown.empty:
        ax.text(0.5, 0.5, "nothing to show: no clause between two actors", ha="center", transform=ax.transAxes)
        return ax
    actors = sorted(set(shown["agent_actor"]) | set(shown["patient_actor"]))
    angles = np.pi / 2 - 2 * np.pi * np.arange(len(actors)) / len(actors)
    places = dict(zip(actors, zip(np.cos(angles), np.sin(angles), strict=True), strict=True))
    most = shown["count"].max()
    for number, row in enumerate(shown.itertuples(), start=1):
        _arrow(ax, places[row.agent_actor], places[row.patient_actor], row.count / most, number)
    for actor, (x, y) in places.items():
        box = {"boxstyle": "round,pad=0.35", "facecolor": "white", "edgecolor": COLOURS[0]}
        ax.text(x, y, shorten(actor), ha="center", va="center", bbox=box, zorder=5)
    lines = [
        f"{number}  {row.agent_actor} → {row.patient_actor}: {row.verbs} ({row.count})"
        for number, row in enumerate(shown.itertuples(), start=1)
    ]
    ax.text(1.55, 0, literal("\n".join(lines)), va="center", fontsize="small", linespacing=1.5)
    ax.set(xlim=(-1.4, 4.2), ylim=(-1.35, 1.35), aspect="equal")
    return ax


def _arrow(ax, start, end, weight, number):
    style = {
        "arrowstyle": "-|>",
        "connectionstyle": "arc3,rad=0.18",
        "shrinkA": 22,
        "shrinkB": 24,
        "mutation_scale": 12,
    }
    ax.annotate("", end, start, arrowprops=style | {"color": GREY, "linewidth": 0.8 + 3.2 * weight})
    # Beside the middle of the bent arrow, on its own side: the way back bends the other way.
    (x0, y0), (x1, y1) = start, end
    x, y = (x0 + x1) / 2 + 0.13 * (y1 - y0), (y0 + y1) / 2 - 0.13 * (x1 - x0)
    ax.text(x, y, str(number), fontsize="small", ha="center", va="center", color=COLOURS[0], fontweight="bold")
