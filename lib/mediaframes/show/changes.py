"""Pictures of what makes two mean scores differ, word by word."""

import numpy as np

from mediaframes.errors import MediaframesError
from mediaframes.show.palette import sides
from mediaframes.show.style import GREY, axes, finish, note, shorten


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
    (of_target, _), (of_reference, _) = sides(shift)
    colours = [of_target if e > 0 else of_reference for e in rows["estimate"]]
    sure = (rows["low"] > 0) | (rows["high"] < 0)
    faces = [c if s else "white" for c, s in zip(colours, sure, strict=True)]
    ax.barh(y, rows["estimate"], color=faces, edgecolor=colours, height=0.7)
    ax.hlines(y, rows["low"], rows["high"], color="black", linewidth=1)
    ax.set_yticks(y, [_signed(row, shift.attrs.get("mean_reference", 0)) for _, row in rows.iterrows()])
    ax.set_ylim(len(rows) - 0.5, -0.5)
    ax.axvline(0, color=GREY, linewidth=1)
    target, reference = (shorten(shift[c].iloc[0]) if len(shift) else c for c in ("target", "reference"))
    finish(ax, xlabel=f"◀ {reference} higher        what the word adds        {target} higher ▶")
    note(ax, *_shift_notes(shift, target, reference))
    return ax


def _signed(row, centre):
    above = "+" if row["score"] > centre else "−"
    more = "↑" if row["share_target"] > row["share_reference"] else "↓"
    return f"{shorten(row['term'])} {above}{more}"


def _shift_notes(shift, target, reference):
    notes = shift.attrs
    if "mean_target" not in notes:
        return
    means = f"mean score: {target} {notes['mean_target']:.2f}, {reference} {notes['mean_reference']:.2f}"
    covered = f"{100 * notes['covered_target']:.0f} % and {100 * notes['covered_reference']:.0f} %"
    yield means.replace("-", "−")
    yield f"the lexicon knows {covered} of the words"
    yield "hollow: the interval holds zero, or there is none"
    yield "+ and −: the word scores above or below the mean; ↑ and ↓: the first uses it more or less"
