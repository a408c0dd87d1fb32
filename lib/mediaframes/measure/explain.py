"""What a number means, in a few sentences."""

from html import escape

import pandas as pd

from mediaframes.codebook import load_actors
from mediaframes.errors import MediaframesError
from mediaframes.measure.counting import notes_of
from mediaframes.measure.inference.resample import MIN_UNITS

ACTORS = ("actor", "other", "agent_actor", "patient_actor", "victim_actor", "source_actor")
NEEDED = ("measure", "formula", "denominator", "unit", "source")


class Prose(str):
    """A text that a notebook and a terminal show as text, without quotation marks."""

    __slots__ = ()

    def __repr__(self):
        return str(self)

    def _repr_html_(self):
        return f"<p style='max-width:46rem'>{escape(self)}</p>"


def explain(estimates):
    """Say what an estimate measures, over which denominator, how its interval was made, and how good its instrument is.

    Parameters
    ----------
    estimates : DataFrame or Series
        A result of any measure, or one row of it.

    Returns
    -------
    str
        Shown by Jupyter as text.

    Raises
    ------
    MediaframesError
        If the table does not come from a measure of this package.

    Examples
    --------
    >>> mf.explain(mf.attention(evidence)).startswith("Attention to actors: articles that name the actor")
    True
    """
    notes = _notes(estimates)
    return Prose(" ".join([_what(notes), _how_sure(notes), how_good(estimates)]).strip())


def _notes(estimates):
    """Return what is known of a result: its `attrs`, or what its first row says of how it was made."""
    notes = getattr(estimates, "attrs", {})
    if set(NEEDED) <= set(notes):
        return notes
    made_by = estimates.get("made_by") if isinstance(estimates, (pd.Series, pd.DataFrame)) else None
    made_by = made_by.iloc[0] if isinstance(made_by, pd.Series) and len(made_by) else made_by
    if not isinstance(made_by, str):
        raise MediaframesError(
            "this table does not say what it measures: it has neither `attrs` nor a column `made_by`; give a result of "
            "a measure, or one row of it"
        )
    return notes_of(made_by)


def _what(notes):
    name = f"{notes['measure'][:1].upper()}{notes['measure'][1:]}"
    counted = f"n counts {notes['denominator']} (unit: {notes['unit']}; source: {notes['source']})"
    return f"{name}: {notes['formula']}; {counted}."


def _how_sure(notes):
    resampled = notes.get("resampled", "whole articles, copies of one text taken together")
    made = f"{notes['resamples']:,} resamples of {resampled} (seed {notes['seed']})"
    if notes["interval"] == "limits":
        made = f"the intervals of its two sides: {resampled} (Zou & Donner 2008)"
    if notes["interval"] == "jackknife":
        made = f"leaving out one unit after another: {resampled} (jackknife, on the logit scale)"
    return (
        f"The interval from low to high ({100 * notes['level']:.0f} %{notes.get('simultaneous', '')}) comes from "
        f"{made}, and is missing where fewer than {MIN_UNITS} are independent."
    )


def how_good(estimates):
    """Return in a short clause how accurate the instruments were measured to be that a result rests on.

    Parameters
    ----------
    estimates : DataFrame or Series

    Returns
    -------
    str
        For the kinds of actors that the result is about, where these were measured by themselves; empty for what rests
        on no instrument.
    """
    from mediaframes.validate.accuracy import accuracy_clause  # which stands to the right of measure

    clause = accuracy_clause(_notes(estimates).get("instruments", []), kinds=kinds_of(estimates))
    return f"{clause[:1].upper()}{clause[1:]}." if clause else ""


def kinds_of(estimates):
    """The kinds of the actors that stand in a result, the commonest first."""
    table = estimates.to_frame().T if isinstance(estimates, pd.Series) else estimates
    named = pd.concat([table[c] for c in ACTORS if c in table] or [pd.Series(dtype="object")])
    kinds = named.map({actor.name: actor.type for actor in load_actors()} if len(named) else {}).dropna()
    return list(kinds.value_counts().index)
