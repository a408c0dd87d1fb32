"""A test of whole articles: would the words lie so far apart if the articles had been dealt out by chance?"""

import numpy as np
from scipy import sparse, special

from mediaframes.measure.inference.dispersed import dispersed_p
from mediaframes.measure.inference.saddlepoint import Stratum, upper_tail

STRATA = (5, 3, 2, 1)  # of articles of like length; fewer where too few of both sides would meet in them
KEPT = 0.75  # share of the information that strata must keep
WORTH_A_LOOK = 0.2
SURELY_NONE = 1.0  # standard errors below which the normal approximation does


def permutation_p(x, d, unit, target):
    """Test for each column whether it is used more, or less, on one side than dealing out the articles would give.

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

    Returns
    -------
    p : ndarray, shape (k,)
        Two-sided: twice the smaller tail. As small as it is: no number of permutations bounds it.

    Notes
    -----
    Articles trade places with articles of like length (up to five strata), and groups of copies with groups of copies,
    each side's share of a group going with it. The statistic is the difference of the mean rates of target and
    reference, each article's rate weighed by the mean length in its stratum. Its permutation distribution is not
    sampled but approximated by the double saddlepoint method (Skovgaard 1987, Journal of Applied Probability 24; Booth
    & Butler 1990, Biometrika 77(4)), half the smallest step to the safe side, which holds far into the tail, where
    permutations would have to be millions. It is a test of whether the articles are of one kind: where one side has
    shorter articles or uses words more in bursts, more than the rate may differ, and `article_p` guards against that.
    """
    strata = [s for s in _strata(sparse.csr_array(x), np.asarray(d, dtype=float), unit, target) if np.ptp(s[1]) > 0]
    p = np.ones(x.shape[1])
    if not strata:
        return p
    distance = sum(labels @ y for y, labels in strata)
    variance = sum(_variance(y, labels) for y, labels in strata)
    sign, distance = np.sign(distance), np.abs(distance) - _half_a_step(strata)
    tested = variance > 1e-12 * variance.max(initial=0)
    z = np.divide(distance, np.sqrt(variance), out=np.zeros_like(distance), where=tested)
    p[tested] = np.minimum(2 * special.ndtr(-z[tested]), 1)
    far = np.flatnonzero(z > SURELY_NONE)
    for side in (1, -1):
        columns = far[sign[far] == side]
        if len(columns):
            chosen = [Stratum(y[:, columns], side * labels) for y, labels in strata]
            p[columns] = np.minimum(2 * upper_tail(chosen, distance[columns]), 1)
    return p


def article_p(x, d, unit, target):
    """Test for each column whether target and reference differ in its rate: as `permutation_p`, for unlike sides too.

    Returns
    -------
    p : ndarray, shape (k,)
        The larger one of the p of dealing out the articles, which holds for whatever their uses are like as long as
        they are alike on both sides, and that of `dispersed_p`, which lets the sides differ in lengths and bursts.
    """
    p = permutation_p(x, d, unit, target)
    near = np.flatnonzero(p < WORTH_A_LOOK)
    if len(near):
        p[near] = np.maximum(p[near], dispersed_p(x, d, unit, target, columns=near))
    return p


def adjusted(p):
    """Return p-values adjusted for the false discovery rate (Benjamini & Hochberg 1995), missing ones left out."""
    from scipy.stats import false_discovery_control  # scipy.stats takes half a second to load

    known = ~np.isnan(p)
    q = np.full(len(p), np.nan)
    if known.any():
        q[known] = false_discovery_control(p[known])
    return q


def _strata(x, d, unit, target):
    """Return (rates, labels) of the units that may trade places, stratum by stratum.

    A label is what a unit's rate adds to the difference of target and reference.
    """
    codes = np.unique(np.asarray(unit, dtype=str), return_inverse=True)[1]
    own = [np.bincount(codes[side], minlength=codes.max() + 1) for side in (target, ~target)]
    size = own[0] + own[1]
    mean = sparse.csr_array((1 / size[codes], (codes, np.arange(len(codes)))), shape=(len(size), len(codes)))
    x, d = sparse.csr_array(mean @ x), mean @ d
    labels = own[0] / own[0].sum() - own[1] / own[1].sum()
    alone = np.flatnonzero((size == 1) & (d > 0))
    parts = [*_by_length(alone, d, own[0] > 0), np.flatnonzero((size > 1) & (d > 0))]
    labels = labels / np.ptp(labels)  # an article that changes sides moves the sum by about its rate
    return [_stratum(x[rows], d[rows], labels[rows]) for rows in parts if len(rows)]


def _stratum(x, d, labels):
    return sparse.csc_array(sparse.diags_array(d.mean() / d) @ x), labels - labels.mean()


def _by_length(rows, d, on_target):
    """Cut units of one article into as many strata of like length as leave both sides enough of each other."""
    rows = np.random.default_rng(0).permutation(rows)  # so that articles of one length do not come in their order
    rows = rows[np.argsort(d[rows], kind="stable")]
    for number in [n for n in STRATA if n <= max(len(rows), 1)]:
        parts = np.array_split(rows, number)
        met = sum(len(p) * np.var(on_target[p]) for p in parts if len(p))
        if len(rows) and met >= KEPT * len(rows) * np.var(on_target[rows]):
            return parts
    return [rows]


def _variance(y, labels):
    """Variance of the sum of labels × rates when the labels are dealt out anew."""
    n = len(labels)
    return labels @ labels / max(n - 1, 1) * (y.power(2).sum(axis=0) - y.sum(axis=0) ** 2 / n)


def _half_a_step(strata):
    """Half of what the smallest rate moves the sum by when its article changes sides."""
    least = np.full(strata[0][0].shape[1], np.inf)
    for y, labels in strata:
        used = np.diff(y.indptr) > 0
        smallest = np.minimum.reduceat(y.data, y.indptr[:-1][used]) if used.any() else []
        least[used] = np.minimum(least[used], np.ptp(labels) * np.asarray(smallest))
    return 0.5 * np.where(np.isinf(least), 0, least)
