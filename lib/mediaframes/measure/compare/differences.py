"""How far two groups are apart: in all their articles, or story by story."""

import numpy as np
import pandas as pd

from mediaframes.errors import MediaframesError, tell
from mediaframes.measure.counting import derived
from mediaframes.measure.groups import articles_of, as_list, group_names, kept
from mediaframes.measure.inference.estimates import RESULT
from mediaframes.measure.inference.resample import ratio_interval

SIDES = ("estimate_target", "estimate_reference")
COMPARED = ["target", "reference", "estimate", *RESULT[3:], *SIDES]
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
        interval="limits",
        resampled="whole articles on either side, copies of one text taken together",
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
        If a group is not there, or no story has articles of both.

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
    shared = told_by_several(articles[articles[side].isin([target, reference])], side, within)
    if shared.empty:
        raise MediaframesError(f"no {within} holds articles of both {target} and {reference}: nothing can be paired")
    per_story = measure(kept(data, shared), by=[side, *groups, within], **options)
    rows, apart = differences_by_story(per_story, side, within, [(target, reference)])
    if rows.empty:
        both = shared[within].nunique()
        tell(f"{both:,} {within}: in none of these could both {target} and {reference} be measured")
    limits = [ratio_interval(own.dropna().to_numpy()[:, None], np.ones(own.notna().sum())) for _, own in apart.items()]
    table = rows.assign(low=[low[0] for low, _ in limits], high=[high[0] for _, high in limits])
    return derived(
        table[in_order(table)],
        per_story,
        "paired_difference",
        {"by": side, "within": within},
        measure=f"difference in {per_story.attrs['measure']} within each {within}",
        interval="resampled",
        resampled=f"each {within} as a whole",
        denominator=f"each {within} in which both sides could be measured",
        unit=within,
        within=within,
    )


def told_by_several(articles, side, within):
    """Keep the articles of the stories that several sides report."""
    stories = articles[within] if within in articles else pd.Series(pd.NA, index=articles.index)
    return articles[stories.notna() & (articles.groupby(stories)[side].transform("nunique") > 1)]


def differences_by_story(table, side, within, pairs):
    """Compare pairs of sides story by story.

    Parameters
    ----------
    table : DataFrame
        A result, with the side and the story among its groups.
    side, within : str
    pairs : list of (str, str)
        Of which sides; the difference is the first less the second.

    Returns
    -------
    rows : DataFrame
        One row a pair and value of the other columns: these, the sides, and means and numbers as in a comparison.
    apart : DataFrame
        The differences: one row a story, one column a row of `rows`; missing where one side could not be measured.
    """
    names = [n for n in table.attrs["names"] if n not in (side, within)]
    filled = with_zeros(table, table.attrs["by"]).dropna(subset="estimate")
    rows, apart = [], []
    for key, own in filled.groupby(names) if names else [((), filled)]:
        named = dict(zip(names, key if isinstance(key, tuple) else (key,), strict=True))
        wide = own.pivot(index=within, columns=side, values=["estimate", "n_articles"])
        for a, b in pairs:
            columns = [(c, side) for c in ("estimate", "n_articles") for side in (a, b)]
            both = wide.reindex(columns=columns).dropna().astype(float)
            if len(both):
                means, n = both["estimate"].mean(), len(both)
                values = [a, b, means[a] - means[b], n, int(both["n_articles"].to_numpy().sum()), n, *means]
                rows.append(named | dict(zip(COMPARED, values, strict=True)))
                apart.append(both["estimate"][a] - both["estimate"][b])
    return pd.DataFrame(rows, columns=[*names, *COMPARED]), pd.concat(apart, axis=1) if apart else pd.DataFrame()


def in_order(table):
    """Return the columns of a comparison in their order: names, the result, and what was compared."""
    last = [c for c in ("count", *SIDES) if c in table]
    return [*[c for c in table if c not in (*RESULT, *last)], *RESULT, *last]


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


def _joined(a, b, names):
    if names:
        return a.merge(b, on=names, how="outer", suffixes=("_a", "_b"), validate="one_to_one")
    return a.add_suffix("_a").reset_index(drop=True).join(b.add_suffix("_b").reset_index(drop=True))
