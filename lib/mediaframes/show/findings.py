"""What a comparison shows, in one sentence that its intervals bear."""

import re

import pandas as pd

from mediaframes.errors import MediaframesError
from mediaframes.measure.compare.differences import names_of_rows
from mediaframes.measure.explain import Prose, kinds_of
from mediaframes.measure.groups import EVERY
from mediaframes.measure.inference.resample import MIN_UNITS
from mediaframes.show.style import UNITS, in_percent
from mediaframes.show.wording import CALLED, measured, number, plural, side
from mediaframes.validate.accuracy import no_better_than_neutral


def finding(result, *, what):
    """Say in one sentence what a comparison shows: which difference is surest, or that none is sure.

    Parameters
    ----------
    result : DataFrame
        As from `all_differences`; or, where one comparison was chosen beforehand, one row of `difference` or
        `paired_difference`; or one row of any result, which is told as it is.
    what : str
        What is estimated, to open the sentence, with the columns that name rows in braces: "The tone toward {actor}".

    Returns
    -------
    str
        The interval is that of the difference; where it is the largest of many, it allows for the choice, and the
        sentence says so. Groups with too few articles for an interval are not compared; if some are left out, a second
        sentence says how many were compared, and if all are, the sentence says why.

    Raises
    ------
    MediaframesError
        If several rows were not compared with each other.

    Examples
    --------
    >>> apart = mf.all_differences(evidence, mf.attention, by="outlet", actors="Iraq")
    >>> "hare of articles that name Iraq" in mf.finding(apart, what="The share of articles that name {actor}")
    True
    """
    compared = {"target", "reference", "estimate_target"} <= set(result)
    if not compared and len(result) > 1:
        raise MediaframesError("finding tells of a comparison, and was given several rows that were not compared: "
                               "give what all_differences(data, measure, by=...) returns")  # fmt: skip
    if compared and len(result) > 1 and "looked_at" not in result.attrs:
        raise MediaframesError("finding would choose one of several differences whose intervals do not allow for that: "
                               "give what all_differences(data, measure, by=...) returns")  # fmt: skip
    sure = result.dropna(subset="low") if compared else result
    if sure.empty:
        return Prose(f"{_opening(what, result)} could not be compared: {_why_not(result)}.")
    said = (_compared if compared else _alone)(result, sure.iloc[0], what.format(**_named(sure)))
    return Prose(" ".join([said, *_left_out(result), *_warnings(result)]))


def _named(rows):
    return {name: rows[name].iloc[0] for name in names_of_rows(rows)}


def _warnings(result):
    """Say so where an instrument behind the finding is too poor to rest it on."""
    poor = no_better_than_neutral(result.attrs.get("instruments", []), kinds=kinds_of(result))
    return [
        f"But on such actors the instrument of {name} was not shown to be right more often than always saying "
        "“neutral”: do not rest a claim on this."
        for name in poor
    ]


def _left_out(result):
    """Say how many groups were compared, where not all could be."""
    compared, every = len(result.attrs.get("compared", [])), result.attrs.get("largest_of", 0)
    if not compared or compared >= every:
        return []
    groups = plural(result.attrs["between"])
    return [f"Compared are {compared} of {every:,} {groups}, the largest that have enough articles."]


def _why_not(result):
    """Say why nothing could be compared."""
    within, between, groups = (result.attrs.get(k) for k in ("within", "between", "largest_of"))
    needed = f"an interval needs {MIN_UNITS} " + (plural(within) if within else "independent articles on either side")
    if len(result) == 1 and groups in (None, 2):
        row = result.iloc[0]
        return f"{side(row['target'], between)} or {side(row['reference'], between)} has too few articles; {needed}"
    if groups == 0:
        return "no article has a date" if between in EVERY else f"no article says which {between} it is of"
    if groups == 1:
        return f"all articles are of one {between}"
    if len(result) and within:
        return f"no two {plural(between)} tell enough {plural(within)} in common in which it was counted; {needed}"
    if len(result):
        return f"no two {plural(between)} have enough articles in which it was counted; {needed}"
    return f"no {within} is told by two of them" if within else "there are no two groups in which it was counted"


def _opening(what, result):
    """Return the opening for all rows together: what they share by its name, else as "each actor"."""
    names = set(re.findall(r"{(\w+)}", what))
    known = {n: result[n].iloc[0] for n in names if n in result and result[n].nunique() == 1}
    every = {n: f"each {CALLED.get(n, n.replace('_', ' '))}" for n in names - set(known)}
    for name in every:
        what = what.replace(f"“{{{name}}}”", f"{{{name}}}")
    return what.format(**known, **every)


def _alone(result, row, what):
    if pd.isna(row["estimate"]):
        counted = result.attrs.get("denominator") or result.attrs.get("unit") or "what it is counted over"
        return f"{what} could not be measured: there are none of these: {counted}."
    said = f"{what} is {measured(row['estimate'], result)}"
    if pd.isna(row["low"]):
        return f"{said}; there are too few articles for an interval (it needs {MIN_UNITS})."
    low, high = (number(row[c], percent=in_percent(result)) for c in ("low", "high"))
    return f"{said} (95\u00a0% interval {low} to {high}; {row['n']:,} {result.attrs.get('unit', 'counted')})."


def _compared(result, row, what):
    looked_at, within, between = (result.attrs.get(k) for k in ("looked_at", "within", "between"))
    looked_at = looked_at or 1
    a, b = (measured(row[f"estimate_{c}"], result) for c in ("target", "reference"))
    target, reference = side(row["target"], between), side(row["reference"], between)
    where = f", in the {row['n']:,} {plural(within)} that both report" if within else ""
    chosen = f", allowing for the choice among {looked_at:,} differences" if looked_at > 1 else ""
    interval = f"a difference of {_interval(row, result, chosen)}"
    whole = looked_at > 1 and result["low"].notna().sum() == looked_at  # else rows were taken out since
    if row["low"] > 0 or row["high"] < 0:
        most = " differs most surely between" if whole else " differs between"
        return f"{what}{most} {target} ({a}) and {reference} ({b}){where}: {interval}."
    of = f"None of the {looked_at:,} differences looked at is sure" if whole else "The difference is not sure"
    return f"{of}: {what[:1].lower()}{what[1:]} is {a} in {target} and {b} in {reference}{where}, {interval}."


def _interval(row, result, chosen):
    percent, rate = in_percent(result), result.attrs.get("kind") == "rate"
    apart, low, high = (_apart(row[c], percent) for c in ("estimate", "low", "high"))
    unit = " points" if percent else UNITS["rate"] if rate else ""
    return f"{apart}{unit} (95\u00a0% interval {low} to {high}{chosen})"


def _apart(value, percent):
    return f"{round(100 * value):d}".replace("-", "−") if percent else number(value)
