"""How far two groups are apart: in all their articles, or story by story."""

import numpy as np
import pandas as pd

from mediaframes.errors import MediaframesError
from mediaframes.measure.counting import derived
from mediaframes.measure.groups import articles_of, as_list, group_names, kept
from mediaframes.measure.inference.estimates import RESULT, ratio_estimates

__all__ = ["check_sides", "difference", "names_of_rows", "paired_difference", "with_zeros"]

OTHER = {*RESULT, "count", "made_by"}


def difference(estimates, *, target, reference, by="outlet"):
    """Estimate how far two groups of a result are apart.

    Parameters
    ----------
    estimates : DataFrame
        A result of any measure, with both groups.
    target, reference : str
        Values of `by`.
    by : str
        Column that tells the groups apart.

    Returns
    -------
    DataFrame
        One row for each value of the other columns that name rows, the surest difference first: these columns,
        `target`, `reference`, `estimate` (target minus reference), `low`, `high`, `n`, `n_articles`, `n_clusters`
        (both together), `count` where the measure counts, `estimate_target`, `estimate_reference`, `made_by`. Missing
        where one side is.

    Raises
    ------
    MediaframesError
        If a group is not there; the message lists those that are.

    Notes
    -----
    The limits follow from those of the two sides, which are resampled apart: the lower one lies
    `sqrt((a - low_a)² + (high_b - b)²)` below the difference, the upper one likewise (Zou & Donner 2008, Statistics in
    Medicine 27(10)). Copies that both sides print make the true interval shorter than this one. For a comparison that
    was chosen because it is the largest of many, use `all_differences`.

    Examples
    --------
    >>> names = mf.group_names(articles)
    >>> seen = mf.attention(evidence, by="outlet")
    >>> apart = mf.difference(seen, target=names[0], reference=names[1])
    >>> bool((apart["estimate"] == apart["estimate_target"] - apart["estimate_reference"]).all())
    True
    """
    check_sides(estimates.get(by, []), target, reference, by)
    names = [c for c in names_of_rows(estimates) if c != by]
    added = [c for c in (*RESULT[3:], "count") if c in estimates]
    shown = [*names, *RESULT[:3], *added, *(["made_by"] if "made_by" in estimates else [])]
    sides = [estimates.loc[estimates[by] == side, shown] for side in (target, reference)]
    both = _joined(*sides, names)
    a, b = both["estimate_a"], both["estimate_b"]
    table = both[names].assign(
        target=target,
        reference=reference,
        estimate=a - b,
        low=a - b - np.hypot(a - both["low_a"], both["high_b"] - b),
        high=a - b + np.hypot(both["high_a"] - a, b - both["low_b"]),
        **{c: (both[f"{c}_a"].fillna(0) + both[f"{c}_b"].fillna(0)).astype(int) for c in added},
        estimate_target=a,
        estimate_reference=b,
    )
    half = (table["high"] - table["low"]).replace(0, np.nan)
    order = (table["estimate"].abs() / half).sort_values(ascending=False, kind="stable").index
    return derived(
        table.loc[order],
        estimates,
        "difference",
        {"target": target, "reference": reference, "by": by},
        measure=f"difference in {estimates.attrs.get('measure', 'the estimate')}",
        interval="resampled",
        resampled="whole articles on either side, copies of one text taken together",
        source="limits of a difference from those of its sides: Zou & Donner 2008",
    )


def paired_difference(data, measure, *, target, reference, by="outlet", within="story", **options):
    """Estimate how far two groups are apart where they report the same: in the mean over stories.

    Parameters
    ----------
    data : Evidence or DataFrame
        What is measured: the evidence, or the articles.
    measure : function
        Any measure of this package, such as `mf.tone_toward`.
    target, reference : str
        Values of the first column of `by`.
    by : str or list of str
        The column of the articles that tells the two sides apart, then further groups, such as "actor".
    within : str
        Column of the articles that tells the pairs apart.
    **options
        Of the measure.

    Returns
    -------
    DataFrame
        One row for each value of the other columns that name rows: these, `target`, `reference`, `estimate` (mean over
        stories of target minus reference), `low`, `high`, `n` (stories in which both sides could be measured),
        `n_articles`, `n_clusters` (stories), `estimate_target`, `estimate_reference`, `made_by`.

    Raises
    ------
    MediaframesError
        If a group is not there, or no article has a story.

    Examples
    --------
    >>> names = mf.group_names(articles)
    >>> sides = {"target": names[0], "reference": names[1]}
    >>> mf.paired_difference(evidence, mf.attention, **sides)["n"].nunique()
    1
    """
    side, *groups = as_list(by)
    articles = articles_of(data)
    check_sides(group_names(articles, by=side) if side in articles else [], target, reference, side)
    if within not in articles or articles[within].isna().all():
        raise MediaframesError(f"no article has a {within}; there is nothing to pair the two sides by")
    shared = _shared(articles, side, target, reference, within)
    per_story = measure(kept(data, shared), by=[side, *groups, within], **options)
    names = [c for c in names_of_rows(per_story) if c not in (side, "target", "reference")]
    filled = with_zeros(per_story, per_story.attrs["by"])
    sides = [filled.loc[filled[side] == value, [*names, *RESULT]] for value in (target, reference)]
    both = _joined(*sides, names).dropna(subset=["estimate_a", "estimate_b"])
    items = [c for c in names if c != within]
    both = both.assign(article_id=both[within].astype(str), unit=both[within].astype(str), d=1)
    both["x"] = both["estimate_a"] - both["estimate_b"]
    table = ratio_estimates(both, both, by=items).drop(columns="count")
    means = both.assign(articles=both["n_articles_a"] + both["n_articles_b"])
    means = means.groupby(items) if items else means.groupby(lambda _: 0)
    more = means.agg(
        estimate_target=("estimate_a", "mean"),
        estimate_reference=("estimate_b", "mean"),
        n_articles=("articles", "sum"),
    ).reset_index(drop=True)
    table = table.assign(n_articles=more.pop("n_articles"), target=target, reference=reference, **more)
    first = [*items, "target", "reference", *RESULT]
    return derived(
        table[[*first, "estimate_target", "estimate_reference"]],
        per_story,
        "paired_difference",
        {"target": target, "reference": reference, "by": side, "within": within},
        measure=f"difference in {per_story.attrs['measure']} within each {within}",
        interval="resampled",
        resampled=f"each {within} as a whole",
        denominator=f"each {within} in which both sides could be measured",
        unit=within,
    )


def names_of_rows(estimates):
    """Return the columns that name the rows of a result: its groups and items; of a plain table, those of no number."""
    names = estimates.attrs.get("names")
    if names is not None:
        return [c for c in estimates if c in names]
    return [c for c in estimates if c not in OTHER and not pd.api.types.is_numeric_dtype(estimates[c])]


def with_zeros(estimates, groups):
    """Add the rows of items that a group could have used and did not: 0 of its n, where the measure counts items.

    Parameters
    ----------
    estimates : DataFrame
    groups : list of str
        The columns that have a denominator of their own.

    Returns
    -------
    DataFrame
        The rows added have no interval.
    """
    items = [c for c in names_of_rows(estimates) if c not in groups]
    if not items or "count" not in estimates or estimates.empty:
        return estimates
    sizes = estimates[[*groups, "n", "n_articles", "n_clusters"]].drop_duplicates(groups)
    grid = sizes.merge(estimates[items].drop_duplicates(), how="cross")
    known = estimates.drop(columns=["n", "n_articles", "n_clusters"])
    grid = grid.merge(known, on=[*groups, *items], how="left", validate="one_to_one", indicator=True)
    unused = (grid.pop("_merge") == "left_only") & (grid["n"] > 0)
    grid.loc[unused, ["estimate", "count"]] = 0
    return grid[list(estimates)]


def check_sides(known, target, reference, over):
    known = list(dict.fromkeys(known))
    for side in (target, reference):
        if side not in known:
            raise MediaframesError(f"there is no {over}={side!r}; there are: {', '.join(map(str, known)) or 'none'}")
    if target == reference:
        raise MediaframesError(f"target and reference are the same: {target!r}; there are: {', '.join(known)}")


def _shared(articles, over, target, reference, within):
    """Keep the articles of stories that both sides report."""
    rows = articles[articles[over].isin([target, reference]) & articles[within].notna()]
    return rows[rows.groupby(within)[over].transform("nunique") == 2]


def _joined(a, b, names):
    if names:
        return a.merge(b, on=names, how="outer", suffixes=("_a", "_b"), validate="one_to_one")
    return a.add_suffix("_a").reset_index(drop=True).join(b.add_suffix("_b").reset_index(drop=True))
