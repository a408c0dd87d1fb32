"""From per-article sums to ratio estimates with intervals: the one way in which every measure estimates.

The independent unit is the article, or the group of copies of one text. Intervals resample units, never words or
mentions.
"""

import numpy as np
import pandas as pd
from scipy import sparse, stats

from mediaframes.errors import MediaframesError

__all__ = [
    "MISSING",
    "as_estimates",
    "as_list",
    "group_articles",
    "group_names",
    "interval",
    "ratio_estimates",
    "resampled_sums",
    "unit_of",
]

LEVEL = 0.95
MIN_UNITS = 10
RESAMPLES = 1000
CHUNK = 100
MISSING = "(missing)"
RESULT = ["estimate", "low", "high", "n", "n_articles", "n_clusters"]


def as_list(by):
    """Return group columns given as None, a name or several names as a list."""
    return [] if by is None else [by] if isinstance(by, str) else list(by)


def unit_of(articles):
    """Return each article's independent unit: its group of copies, or else itself (Series like `articles`)."""
    own = articles["article_id"].astype("str")
    return (
        own if "copy_of" not in articles else articles["copy_of"].astype("str").where(articles["copy_of"].notna(), own)
    )


def group_articles(articles, by):
    """Return `article_id`, `unit` and the group columns of each article, groups without a value as "(missing)".

    Raises
    ------
    MediaframesError
        If `articles` has no such column; the message lists those it has.
    """
    unknown = [b for b in by if b not in articles]
    if unknown:
        raise MediaframesError(f"by={unknown} are no columns of the articles; there are {', '.join(articles.columns)}")
    keys = articles[["article_id", *by]].astype("object").where(articles[["article_id", *by]].notna(), MISSING)
    keys["article_id"] = articles["article_id"]
    return keys.assign(unit=unit_of(articles))


def group_names(articles, by="outlet"):
    """Return the names of the groups, the one with most articles first; those without a name as "(missing)"."""
    names = group_articles(articles, [by])[by]
    return sorted(names.unique(), key=lambda name: (-(names == name).sum(), str(name)))


def resampled_sums(columns, *, n_resamples=RESAMPLES, seed=0):
    """Sum columns over units drawn with replacement.

    Parameters
    ----------
    columns : array or sparse matrix, shape (units, k)
    n_resamples : int
    seed : int or sequence of int

    Returns
    -------
    ndarray, shape (n_resamples, k)
        Each row: the sums over as many units as there are, drawn with replacement (Efron 1979).
    """
    rng = np.random.default_rng(seed)
    units = columns.shape[0]
    transposed = sparse.csr_array(columns.T) if sparse.issparse(columns) else np.asarray(columns, dtype=float).T
    sums = np.empty((n_resamples, columns.shape[1]))
    for first in range(0, n_resamples, CHUNK):
        rows = min(CHUNK, n_resamples - first)
        drawn = rng.integers(0, units, size=(rows, units)) + np.arange(rows)[:, None] * units
        times = np.bincount(drawn.ravel(), minlength=rows * units).reshape(rows, units).astype(float)
        sums[first : first + rows] = (transposed @ times.T).T
    return sums


def interval(draws, n_units):
    """Return the limits of the 95 % interval of resampled estimates, NaN with fewer than 10 units.

    Parameters
    ----------
    draws : ndarray, shape (resamples, k)
    n_units : int
        How many units were resampled; with two samples, the smaller one.

    Returns
    -------
    low, high : ndarray, shape (k,)

    Notes
    -----
    Expanded percentiles: plain percentiles are too narrow in small samples, so the tail is that of Student's t with
    n - 1 degrees of freedom, widened by sqrt(n / (n - 1)) (Hesterberg 2015, The American Statistician 69(4)).
    """
    if n_units < MIN_UNITS:
        return np.full((2, draws.shape[1]), np.nan)
    t = stats.t.ppf((1 + LEVEL) / 2, n_units - 1) * np.sqrt(n_units / (n_units - 1))
    tail = stats.norm.cdf(-t)
    return np.nanquantile(draws, [tail, 1 - tail], axis=0)


def ratio_estimates(numerators, denominators, *, by=(), over=(), scale=1, share=False, complete=False, seed=0):
    """Estimate, for each group and item, the ratio of two sums over articles, with an interval over units.

    Parameters
    ----------
    numerators : DataFrame
        One row an article, group and item: `article_id`, the columns `by` and `over`, and `x`. Rows that are not
        there count as x = 0.
    denominators : DataFrame
        One row an article and group: `article_id`, `unit`, the columns `by`, `d`, and optionally `n`, where the
        number counted differs from the denominator (default: `d`).
    by, over : sequence of str
        Columns that name the group (it has a denominator of its own), and the item within a group.
    scale : float
        Estimates are `scale` times the ratio.
    share : bool
        Whether numerators are part of their denominators. Then, where all or none of a group is of an item and the
        resamples cannot differ, the interval is that of Clopper & Pearson (1934) on the units: for none, the largest
        share of units that may use the item, times the uses in a unit that does (as found in all groups together)
        over the denominator of a unit.
    complete : bool
        Whether each group has a row for every item of any group, used or not: "0 of 40" is a result, too.
    seed : int

    Returns
    -------
    DataFrame
        The columns `by` and `over`, `estimate`, `low`, `high`, `n`, `n_articles`, `n_clusters` and `count` (the sum
        of x). Groups without a denominator have NaN as their estimate.
    """
    by, over = list(by), list(over)
    counted = denominators.assign(n=denominators["n"] if "n" in denominators else denominators["d"])
    groups = counted.groupby(by, sort=True, observed=True) if by else [((), counted)]
    parts = dict(list(numerators.groupby(by, sort=False, observed=True))) if by else {(): numerators}
    tables = []
    for number, (key, group) in enumerate(groups):
        x = parts.get(key, numerators.iloc[:0])
        items = _items(numerators if complete else x, over)
        table = _group_ratios(x, group, items, [seed, number])
        table = _exact_where_all_agree(table, _uses_where_used(numerators, items)) if share else table
        table[["estimate", "low", "high"]] *= scale
        tables.append(table.assign(**dict(zip(by, key, strict=True))))
    columns = [*by, *over, *RESULT, "count"]
    return pd.concat(tables, ignore_index=True)[columns] if tables else pd.DataFrame(columns=columns)


def _group_ratios(numerators, group, items, seed):
    group = group[group["d"] > 0]
    units = pd.Index(group["unit"].unique())
    d = group.groupby("unit", sort=False)["d"].sum().reindex(units).to_numpy(float)
    x = _matrix(numerators, group, units, items)
    sums = np.asarray(x.sum(axis=0)).ravel()
    total = d.sum()
    estimate = sums / total if total else np.full(len(sums), np.nan)
    low, high = np.full((2, len(sums)), np.nan)
    if len(units) >= MIN_UNITS and len(sums):
        draws = resampled_sums(sparse.hstack([sparse.csc_array(d[:, None]), x]).tocsr(), seed=seed)
        low, high = interval(draws[:, 1:] / draws[:, :1], len(units))
    return items.assign(
        estimate=estimate,
        low=low,
        high=high,
        n=group["n"].sum(),
        n_articles=group["article_id"].nunique(),
        n_clusters=len(units),
        count=sums,
    )


def _items(numerators, over):
    if not over:
        return pd.DataFrame(index=range(1))
    return numerators[over].drop_duplicates().sort_values(over).reset_index(drop=True)


def _matrix(numerators, group, units, items):
    """Return x as a sparse matrix of units by items."""
    unit = numerators["article_id"].map(group.drop_duplicates("article_id").set_index("article_id")["unit"])
    numerators = numerators[unit.notna()]
    rows, columns = units.get_indexer(unit.dropna()), np.zeros(len(numerators), dtype=int)
    if len(items.columns):
        columns = pd.MultiIndex.from_frame(items).get_indexer(pd.MultiIndex.from_frame(numerators[list(items)]))
    shape = (len(units), len(items))
    return sparse.coo_array((numerators["x"].to_numpy(float), (rows, columns)), shape=shape).tocsr()


def _uses_where_used(numerators, items):
    """Mean uses of each item in the articles that use it, in all groups; 1 where none does."""
    used = numerators[numerators["x"] > 0]
    if not len(items.columns):
        return np.array([used["x"].mean() if len(used) else 1.0])
    means = used.groupby(list(items), observed=True)["x"].mean().rename("uses").reset_index()
    return items.merge(means, on=list(items), how="left")["uses"].fillna(1.0).to_numpy()


def _exact_where_all_agree(table, uses):
    sure = table["n_clusters"] >= MIN_UNITS
    units = table["n_clusters"].where(sure)
    share_of_units = 1 - ((1 - LEVEL) / 2) ** (1 / units)
    most = (share_of_units * uses / (table["n"] / units)).clip(upper=share_of_units)
    none, every = sure & (table["estimate"] <= 0), sure & (table["estimate"] >= 1)
    low = table["low"].mask(none, 0.0).mask(every, 1 - share_of_units)
    return table.assign(low=low, high=table["high"].mask(none, most).mask(every, 1.0))


def as_estimates(table, **notes):
    """Return `table` with what it measures in its `attrs`.

    Parameters
    ----------
    table : DataFrame
        In the shape of a result.
    **notes
        `measure`, `formula`, `denominator`, `unit`, `source`, `seed`, `by`, and `evidence`: how `evidence_for` finds
        the sentences behind a row.
    """
    table = table.reset_index(drop=True)
    table.attrs = {"seed": 0, "resamples": RESAMPLES, "level": LEVEL, "by": [], **notes}
    return table
