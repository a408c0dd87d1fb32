"""From per-article sums to ratio estimates with intervals: the one way in which every measure estimates.

The independent unit is the article, or the group of copies of one text. Intervals resample units, never words or
mentions.
"""

import numpy as np
import pandas as pd
from scipy import sparse

from mediaframes.measure.inference.resample import (
    LEVEL,
    MIN_UNITS,
    ratio_interval,
    share_interval,
)

RESULT = ["estimate", "low", "high", "n", "n_articles", "n_clusters"]


def ratio_estimates(numerators, denominators, *, by=(), over=(), scale=1, share=False, complete=False, seed=0):
    """Estimate, for each group and item, the ratio of two sums over articles, with an interval over units.

    Parameters
    ----------
    numerators : DataFrame
        One row an article, group and item: `article_id`, the columns `by` and `over`, and `x`. Rows that are not
        there count as x = 0.
    denominators : DataFrame
        One row an article and group: `article_id`, `unit`, the columns `by`, `d`, and optionally `n`, where the
        number counted differs from the denominator (default: `d`), and `weight`, by which x and d are multiplied.
    by, over : sequence of str
        Columns that name the group (it has a denominator of its own), and the item within a group.
    scale : float
        Estimates are `scale` times the ratio.
    share : bool
        Whether numerators are part of their denominators. Then limits lie between 0 and 1, and where all or none of
        a group is of an item and the resamples cannot differ, the interval is that of Clopper & Pearson (1934) on the
        units: for none, the largest share of units that may use the item, times the uses in an article that does (as
        found in all groups together) over the denominator of an article: all articles of such a unit may use it.
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
    cells = denominators.reset_index(drop=True)
    items = _items(numerators, over)
    key = ["article_id", *by]
    row = cells[key].drop_duplicates().reset_index().merge(numerators[key], on=key, how="right")["index"]
    here = row.notna().to_numpy()
    at = (row[here].to_numpy(int), _positions(numerators, items)[here])
    shape = (len(cells), len(items))
    x = sparse.coo_array((numerators["x"].to_numpy(float)[here], at), shape=shape).tocsr()
    return matrix_estimates(x, cells, items, by=by, scale=scale, share=share, complete=complete, seed=seed)


def article_means(rows, by, column):
    """Estimate a column's mean in each group: rows are averaged within an article, articles within the group.

    Parameters
    ----------
    rows : DataFrame
        `article_id`, `unit`, `weight`, the groups and the column; where it is missing, the row does not count.
    by : list of str
    column : str

    Returns
    -------
    DataFrame
        As from `ratio_estimates`, without `count`; `n` is the number of rows with a value.
    """
    key = ["article_id", "unit", "weight", *by]
    per = rows.groupby(key, sort=False, observed=True)[column].agg(x="mean", n="count").reset_index()
    per["d"] = (per["n"] > 0).astype(int)
    return ratio_estimates(per.dropna(subset="x"), per, by=by).drop(columns="count")


def _items(numerators, over):
    if not over:
        return pd.DataFrame(index=range(1))
    return numerators[over].drop_duplicates().sort_values(over).reset_index(drop=True)


def _positions(numerators, items):
    if not len(items.columns):
        return np.zeros(len(numerators), dtype=int)
    return pd.MultiIndex.from_frame(items).get_indexer(pd.MultiIndex.from_frame(numerators[list(items)]))


def matrix_estimates(x, cells, items, *, by=(), scale=1, share=False, complete=False, asked=None, seed=0):
    """Estimate as `ratio_estimates` does, from a matrix.

    Parameters
    ----------
    x : sparse matrix, shape (cells, items)
    cells : DataFrame
        The denominators, one row a row of `x`.
    items : DataFrame
        What the columns of `x` are, one row a column.
    by, scale, share, complete, seed
        As in `ratio_estimates`.
    asked : ndarray of bool, shape (items,), optional
        Which items are to have intervals. Default: all.
    """
    by = list(by)
    asked = np.ones(len(items), dtype=bool) if asked is None else asked
    cells = cells.assign(n=cells["n"] if "n" in cells else cells["d"])
    codes, groups = _groups(cells, by)
    some = (cells["d"] > 0).to_numpy()
    plain, count = x, _by_group(x, codes, some, len(groups))
    weight = cells["weight"].to_numpy(float) if "weight" in cells else np.ones(len(cells))
    even = (weight == 1).all()
    x, d = x if even else sparse.csr_array(sparse.diags_array(weight) @ x), cells["d"].to_numpy(float) * weight
    sums = count if even else _by_group(x, codes, some, len(groups))
    if complete or not len(items.columns):
        group, item = np.indices((len(groups), len(items))).reshape(2, -1)
    else:
        group, item = count.nonzero()
    totals = np.bincount(codes[some], d[some], minlength=len(groups))
    table = pd.concat([groups.iloc[group].reset_index(drop=True), items.iloc[item].reset_index(drop=True)], axis=1)
    with np.errstate(invalid="ignore"):
        table["estimate"] = _entries(sums, group, item) / totals[group]
    sizes = _sizes(cells[some], codes[some], len(groups))
    limits = np.full((2, len(group)), np.nan)
    for number in np.flatnonzero(sizes["n_clusters"] >= MIN_UNITS):
        rows = np.flatnonzero((group == number) & asked[item])
        own = np.flatnonzero(some & (codes == number))
        limits[:, rows] = _limits(x[own][:, item[rows]], d[own], cells["unit"].to_numpy()[own], share, [seed, number])
    table = table.assign(low=limits[0], high=limits[1], count=_entries(count, group, item))
    table = table.assign(**{name: sizes[name].to_numpy()[group] for name in sizes})
    if share:
        plain_totals = np.bincount(codes[some], cells.loc[some, "d"], minlength=len(groups))[group]
        table = _exact_where_all_agree(table, plain, plain_totals, item, asked[item])
    table[["estimate", "low", "high"]] *= scale
    return table[[*by, *items.columns, *RESULT, "count"]]


def _groups(cells, by):
    """Return the number of each cell's group, and one row a group."""
    if not by:
        return np.zeros(len(cells), dtype=int), pd.DataFrame(index=range(1))
    codes = cells.groupby(by, sort=True, observed=True).ngroup()
    first = codes.drop_duplicates().sort_values().index
    return codes.to_numpy(), cells.loc[first, by].reset_index(drop=True)


def _by_group(x, codes, some, n_groups):
    """Sum the rows of a matrix by group."""
    rows = np.flatnonzero(some)
    indicator = sparse.coo_array((np.ones(len(rows)), (codes[rows], rows)), shape=(n_groups, x.shape[0]))
    return (indicator.tocsr() @ x).tocsr()


def _entries(matrix, rows, columns):
    matrix.sum_duplicates()  # in order, entries are found fast
    return np.asarray(matrix[rows, columns], dtype=float).ravel() if len(rows) else np.zeros(0)


def _limits(x, d, unit, share, seed):
    codes, units = pd.factorize(unit)
    if len(units) < len(codes):
        x, d = _by_group(x, codes, np.ones(len(codes), dtype=bool), len(units)), np.bincount(codes, d)
    return share_interval(x, d, seed=seed) if share else ratio_interval(x, d, seed=seed)


def _sizes(cells, codes, n_groups):
    """How much lies behind each group: n, articles, units."""
    by_group = cells.assign(group=codes).groupby("group")
    sizes = by_group.agg(n=("n", "sum"), n_articles=("article_id", "nunique"), n_clusters=("unit", "nunique"))
    return sizes.reindex(range(n_groups), fill_value=0)


def _uses_where_used(x):
    """Mean uses of each item in the articles that use it, in all groups; 1 where none does."""
    x = x.tocsc()
    used = np.bincount(x.indices * 0 + np.repeat(np.arange(x.shape[1]), np.diff(x.indptr)), x.data > 0, x.shape[1])
    return np.where(used > 0, x.sum(axis=0) / np.maximum(used, 1), 1.0)


def _exact_where_all_agree(table, x, totals, item, asked):
    sure = (table["n_clusters"] >= MIN_UNITS) & asked
    units = table["n_clusters"].where(sure)
    share_of_units = 1 - ((1 - LEVEL) / 2) ** (1 / units)
    none, every = sure & (table["estimate"] <= 0), sure & (table["estimate"] >= 1)
    uses = _uses_where_used(x)[item] if none.any() else 1.0
    most = (share_of_units * uses / (totals / table["n_articles"])).clip(upper=share_of_units)
    low = table["low"].clip(lower=0).mask(none, 0.0).mask(every, 1 - share_of_units)
    return table.assign(low=low, high=table["high"].clip(upper=1).mask(none, most).mask(every, 1.0))
