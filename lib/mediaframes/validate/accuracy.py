"""How good the instruments were measured to be: the shipped figures, and one clause of them beside a number."""

from functools import cache
from pathlib import Path

import pandas as pd

from mediaframes.errors import check_option

FIGURES = Path(__file__).with_name("figures")
ANY = "any"  # the row of an instrument for kinds of actors that were not measured by themselves


def accuracy(instrument=None):
    """Return how good the instruments are on coded news.

    Parameters
    ----------
    instrument : {"attributions", "mentions", "clauses", "deeds", "harms", "tone", "relations"}, optional
        Default: all.

    Returns
    -------
    DataFrame
        One row an instrument, data, part and measure: `instrument`, `data`, `part`, `measure`, `estimate`, `low`,
        `high` (95 %, over articles), `n` (what was coded or found), `n_articles` (or sentences, where these come
        without their articles), `n_clusters`, `kind` (kind of actor for which `accuracy_clause` takes this row; "any":
        all others; missing: a detail), `always_neutral` (what always saying "neutral" would get), `coded_by`, `on`
        (what was coded, in words).

    Raises
    ------
    MediaframesError
        For an instrument that was not measured.

    Examples
    --------
    >>> mf.accuracy("tone").query("kind == 'state'")["coded_by"].unique().tolist()
    ['a language model']
    """
    return _chosen(_read("accuracy"), instrument)


def confusion(instrument=None):
    """Return how often what was coded was found as what.

    Parameters
    ----------
    instrument : {"tone", "relations"}, optional
        Default: both.

    Returns
    -------
    DataFrame
        `instrument`, `data`, `coded`, `found`, `n` (mentions or pairs).

    Raises
    ------
    MediaframesError
        For an instrument that has no classes to confuse.

    Examples
    --------
    >>> mf.confusion("tone")["coded"].unique().tolist()
    ['negative', 'neutral', 'positive']
    """
    return _chosen(_read("confusion"), instrument)


def coverage():
    """Return how often 95 % intervals hold the truth, as `interval_coverage` measured it on 2,000 simulated corpora.

    Returns
    -------
    DataFrame
        As `interval_coverage` returns it.

    Examples
    --------
    >>> bool(mf.coverage()["estimate"].median() > 0.93)
    True
    """
    return _read("coverage").copy()


def accuracy_clause(instruments, *, kinds=()):
    """Say in one clause how good the instruments are that a number rests on.

    Parameters
    ----------
    instruments : sequence of str
        Names that `accuracy` knows; none gives an empty clause.
    kinds : sequence of {"state", "organisation", "armed group"}, optional
        Kinds of the actors that the number is about. A kind that was measured by itself is told by itself.

    Returns
    -------
    str
        On which data each was measured, by whom these were coded, and with which interval.

    Raises
    ------
    MediaframesError
        For an instrument that was not measured.

    Examples
    --------
    >>> from mediaframes.validate.accuracy import accuracy_clause
    >>> accuracy_clause(["mentions"]).startswith("instrument: mentions, coded mentions found .8")
    True
    """
    instruments = list(dict.fromkeys(instruments))
    if not instruments:
        return ""
    said = [f"{name}, {_measured(accuracy(name), kinds)}" for name in instruments]
    return f"instrument{'s' * (len(said) > 1)}: {'; '.join(said)}"


def no_better_than_neutral(instruments, *, kinds=()):
    """Return which of the instruments, on these kinds of actors, cannot be shown to beat always saying "neutral"."""
    table = accuracy()
    own = table[table["instrument"].isin(list(instruments)) & (table["measure"] == "share right")]
    own = own[own["kind"].isin(list(kinds) or [ANY]) & (own["low"] <= own["always_neutral"])]
    return list(own["instrument"].unique())


@cache
def _read(name):
    return pd.read_csv(FIGURES / f"{name}.csv", dtype={"kind": "object"})


def _chosen(table, instrument):
    table = table.copy()
    table.attrs = {"measure": "accuracy", "kind": "share"}
    if instrument is None:
        return table
    check_option("instrument", instrument, tuple(table["instrument"].unique()))
    return table[table["instrument"] == instrument].reset_index(drop=True)


def _measured(table, kinds):
    """Return the figures for these kinds, those on the same data together."""
    known = [kind if kind in table["kind"].values else ANY for kind in kinds] or [ANY]
    rows = pd.concat([table[table["kind"] == kind] for kind in dict.fromkeys(known)])
    return " and ".join(
        f"{', '.join(map(figure, own.to_dict('records')))} on {on} coded by {by}"
        for (on, by), own in rows.groupby(["on", "coded_by"], sort=False)
    )


def figure(row):
    """Return a row of `accuracy` as text: the measure, its estimate, interval, and what "always neutral" would get."""
    limits = "" if pd.isna(row["low"]) else f" [{_short(row['low'])}, {_short(row['high'])}]"
    neutral = row["always_neutral"]
    beside = "" if pd.isna(neutral) else f" (always neutral: {_short(neutral)})"
    return f"{row['measure'].replace(':', '')} {_short(row['estimate'])}{limits}{beside}"


def _short(share):
    return f"{share:.2f}".removeprefix("0")
