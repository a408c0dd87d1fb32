"""What a number means, in two sentences."""

from mediaframes.errors import MediaframesError
from mediaframes.measure.inference.estimates import MIN_UNITS

__all__ = ["explain", "explanation"]

NEEDED = ("measure", "formula", "denominator", "unit", "source")


def explanation(estimates):
    """Return the two sentences that `explain` prints.

    Raises
    ------
    MediaframesError
        If the table does not come from a measure of this package.
    """
    notes = getattr(estimates, "attrs", {})
    missing = [n for n in NEEDED if n not in notes]
    if missing:
        raise MediaframesError(
            f"this table does not say what it measures ({', '.join(missing)} missing in its attrs); "
            "give a result of a measure, not one that was merged"
        )
    what = (
        f"{notes['measure'][:1].upper()}{notes['measure'][1:]}: {notes['formula']}; "
        f"n counts {notes['denominator']} (unit: {notes['unit']}; source: {notes['source']})."
    )
    resampled = notes.get("resampled", "whole articles, copies of one text taken together")
    made = f"{notes['resamples']:,} resamples of {resampled} (seed {notes['seed']})"
    if notes["interval"] == "share":
        made = f"leaving out one unit after another: {resampled} (jackknife, on the logit scale)"
    how_sure = (
        f"The interval from low to high ({notes['level']:.0%}) comes from {made}, "
        f"and is missing where fewer than {MIN_UNITS} are independent."
    )
    return f"{what} {how_sure}"


def explain(estimates):
    """Print what an estimate measures, over which denominator, and how its interval was made.

    Parameters
    ----------
    estimates : DataFrame or Series
        A result of any measure, or one row of it.
    """
    print(explanation(estimates))
