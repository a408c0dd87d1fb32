"""A test of whole articles: would the words lie so far apart if the articles had been dealt out by chance?"""

import numpy as np
from scipy import sparse

from mediaframes.measure.inference.resample import weighted_sums

PERMUTATIONS = 9999
FIRST = 999
ENOUGH = 10  # so many permutations as extreme as the data settle a term
MOST_WORK = 5e9  # multiplications that the further permutations may cost
BUNDLES, SMALLEST_SIDE = 500, 50
CHUNK = 1000  # columns at a time


def permutation_p(x, d, unit, target, *, seed=0):
    """Test for each column whether its rate differs between the two sides.

    Parameters
    ----------
    x : sparse matrix, shape (articles, k)
        Uses.
    d : ndarray, shape (articles,)
        Running words.
    unit : ndarray, shape (articles,)
        What is dealt out as one: copies of one text belong together.
    target : ndarray of bool, shape (articles,)
        Whether an article is on the side of the target.
    seed : int

    Returns
    -------
    p : ndarray, shape (k,)
        Two-sided, at least 1 / 10,000; where columns are very many, at least 1 / 1,000.

    Notes
    -----
    The statistic is the difference of the two rates over its standard error, which makes the test valid for sides of
    unequal size and articles of unequal length (Janssen 1997; Chung & Romano 2013, Annals of Statistics 41(2)). Groups
    of copies trade places with groups of copies, each side's share of a group going with it. Of many articles, equally
    many of one side are first put together at random, which leaves them exchangeable. Columns that 10 of the first 999
    permutations reach are settled; the others get 9,999 (Besag & Clifford 1991, Biometrika 78(2)).
    """
    rng = np.random.default_rng(seed)
    single, groups = _units(x, d, unit, target, rng)
    rate = x.sum(axis=0) / d.sum()
    observed = _labels(single[2], groups[2], groups[3], 1, None)
    reached, drawn = np.zeros(x.shape[1]), np.zeros(x.shape[1])
    columns = np.arange(x.shape[1])
    for times in (FIRST, PERMUTATIONS - FIRST):
        labels = _labels(single[2], groups[2], groups[3], times, rng)
        for at in range(0, len(columns), CHUNK):
            part = columns[at : at + CHUNK]
            sides = [(u[0][:, part], u[1]) for u in (single, groups)]
            least = np.abs(_statistics(sides, observed, rate[part])) * (1 - 1e-9)
            reached[part] += (np.abs(_statistics(sides, labels, rate[part])) >= least).sum(axis=1)
        drawn[columns] += times
        columns = columns[reached[columns] < ENOUGH]
        if (PERMUTATIONS - FIRST) * single[0][:, columns].nnz > MOST_WORK:
            break
    return (reached + 1) / (drawn + 1)


def adjusted(p):
    """Return p-values adjusted for the false discovery rate (Benjamini & Hochberg 1995), missing ones left out."""
    from scipy.stats import false_discovery_control  # scipy.stats takes half a second to load

    known = ~np.isnan(p)
    q = np.full(len(p), np.nan)
    if known.any():
        q[known] = false_discovery_control(p[known])
    return q


def _units(x, d, unit, target, rng):
    """Return (uses, words, articles on the target's side, on the other) of units of one article, and of groups.

    Uses and words of a group are those of its mean article.
    """
    codes, units = _codes(unit)
    own = [np.bincount(codes[side], minlength=units) for side in (target, ~target)]
    size = own[0] + own[1]
    mean = sparse.csr_array((1 / size[codes], (codes, np.arange(len(codes)))), shape=(units, len(codes)))
    x, d = sparse.csr_array(mean @ x), mean @ d
    alone = np.flatnonzero(size == 1)
    together = _bundled(own[0][alone] == 1, rng)
    single = (sparse.csc_array(together @ x[alone]), together @ d[alone], (together @ own[0][alone]) > 0)
    several = np.flatnonzero(size > 1)
    return single, (
        sparse.csc_array(x[several]),
        d[several],
        own[0][several].astype(float),
        own[1][several].astype(float),
    )


def _codes(unit):
    values, codes = np.unique(np.asarray(unit, dtype=str), return_inverse=True)
    return codes, len(values)


def _bundled(on_target, rng):
    """Put units of one side together at random, equally many in each bundle, up to one."""
    sides = [np.flatnonzero(on_target), np.flatnonzero(~on_target)]
    size = max(1, min(len(on_target) // BUNDLES, min(map(len, sides)) // SMALLEST_SIDE))
    rows, before = np.empty(len(on_target), dtype=int), 0
    for side in sides:
        number = max(1, len(side) // size)
        rows[rng.permutation(side)] = before + np.arange(len(side)) % number
        before += number if len(side) else 0
    shape = (before, len(on_target))
    return sparse.csr_array((np.ones(len(on_target)), (rows, np.arange(len(on_target)))), shape=shape)


def _labels(on_target, here, there, times, rng):
    """Return who is on the target's side: units of one article (times × units), and the two shares of groups."""
    if rng is None:
        return on_target[None, :].astype(float), here[None, :], there[None, :]
    one = rng.permuted(np.tile(on_target.astype(float), (times, 1)), axis=1)
    order = rng.permuted(np.tile(np.arange(len(here)), (times, 1)), axis=1)
    return one, here[order], there[order]


def _statistics(sides, labels, rate):
    """Return the studentized difference of rates, shape (columns, permutations)."""
    (x, d), (gx, gd) = sides
    on, here, there = labels
    uses = weighted_sums(on, x)
    uses = [uses, x.sum(axis=0)[:, None] - uses]
    words = [on @ d + here @ gd, d.sum() - on @ d + there @ gd]
    (mixed, plain), rate = _squares(x, d, rate), rate[:, None]
    squares = weighted_sums(on, mixed) + rate**2 * (on @ plain)
    squares = [squares, mixed.sum(axis=0)[:, None] + rate**2 * plain.sum() - squares]
    if len(gd):
        mixed, plain = _squares(gx, gd, rate[:, 0])
        for k, share in enumerate((here, there)):
            uses[k] += weighted_sums(share, gx)
            squares[k] += weighted_sums(share**2, mixed) + rate**2 * (share**2 @ plain)
    variance = np.maximum(squares[0], 0) / words[0] ** 2 + np.maximum(squares[1], 0) / words[1] ** 2
    difference = uses[0] / words[0] - uses[1] / words[1]
    return np.divide(difference, np.sqrt(variance), out=np.zeros_like(difference), where=variance > 0)


def _squares(x, d, rate):
    """Squared residuals of each unit, the part that is sparse and the part that every unit has."""
    cross = sparse.diags_array(2 * d) @ x @ sparse.diags_array(rate)
    return sparse.csc_array(x.power(2) - cross), d**2
