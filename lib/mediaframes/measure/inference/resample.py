"""Intervals by resampling: whole articles, or groups of copies, are drawn again, never words or mentions."""

import numpy as np
from scipy import sparse, special

LEVEL = 0.95
MIN_UNITS = 10
RESAMPLES = 2000
BUNDLES = 500  # more units than this are resampled in bundles
WIDEST = 6.0  # standard errors
CHUNK = 1000  # columns at a time
DENSE = 0.1  # share of cells in use from which a plain matrix is faster


def bundles(units, seed=0):
    """Put units together at random, where there are many.

    Parameters
    ----------
    units : int
    seed : int or sequence of int

    Returns
    -------
    sparse matrix, shape (bundles, units)
        Sums units into at most 500 bundles of equal size (up to one unit); the identity where there are fewer units.

    Notes
    -----
    The mean of a bundle varies as the mean of its units should, so that intervals stay what they were, and their cost
    no longer grows with the corpus (random groups: Wolter 2007, chapter 2).
    """
    number = np.arange(units)
    if units > BUNDLES:
        number = np.random.default_rng(seed).permutation(units) % BUNDLES
    return sparse.coo_array((np.ones(units), (number, np.arange(units))), shape=(min(units, BUNDLES), units)).tocsr()


def drawn_times(units, n_resamples, seed):
    """Return how often each unit is drawn in each resample, shape (n_resamples, units)."""
    rng = np.random.default_rng(seed)
    drawn = rng.integers(0, units, size=(n_resamples, units)) + np.arange(n_resamples)[:, None] * units
    return np.bincount(drawn.ravel(), minlength=n_resamples * units).reshape(n_resamples, units).astype(float)


def weighted_sums(times, columns):
    """Return the sums of each column with each row of weights: `(times @ columns).T`, shape (columns, rows).

    Each column is multiplied in the way that is faster for it.
    """
    columns = sparse.csc_array(columns)
    dense = np.diff(columns.indptr) > DENSE * columns.shape[0]
    turned = np.ascontiguousarray(times.T)
    sums = np.empty((columns.shape[1], times.shape[0]))
    sums[dense] = columns[:, dense].toarray().T @ turned
    sums[~dense] = sparse.csr_array(columns[:, ~dense].T) @ turned
    return sums


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
        Each row: the sums over as many units as there are, drawn with replacement (Efron 1979). More than 500 units
        are drawn in `bundles`.
    """
    columns = columns if sparse.issparse(columns) else np.asarray(columns, dtype=float)
    columns = bundles(columns.shape[0], seed) @ columns
    return weighted_sums(drawn_times(columns.shape[0], n_resamples, seed), columns).T


def interval(draws, n_units):
    """Return the limits of the 95 % interval of resampled statistics that have no standard error of their own.

    Parameters
    ----------
    draws : ndarray, shape (resamples, k)
    n_units : int
        How many units were resampled; with two samples, the smaller one.

    Returns
    -------
    low, high : ndarray, shape (k,)
        NaN with fewer than 10 units.

    Notes
    -----
    Expanded percentiles: plain percentiles are too narrow in small samples, so the tail is that of Student's t with
    n - 1 degrees of freedom, widened by sqrt(n / (n - 1)) (Hesterberg 2015, The American Statistician 69(4)).
    """
    if n_units < MIN_UNITS:
        return np.full((2, draws.shape[1]), np.nan)
    t = special.stdtrit(n_units - 1, (1 + LEVEL) / 2) * np.sqrt(n_units / (n_units - 1))
    tail = special.ndtr(-t)
    draws = np.ascontiguousarray(draws.T)
    ranked = np.nanquantile if np.isnan(draws).any() else np.quantile  # the latter is far faster
    return ranked(draws, [tail, 1 - tail], axis=1)


def ratio_interval(x, d, *, n_resamples=RESAMPLES, seed=0):
    """Return the limits of the 95 % intervals of ratios of sums over units.

    Parameters
    ----------
    x : array or sparse matrix, shape (units, k)
    d : ndarray, shape (units,)
    n_resamples : int
    seed : int or sequence of int

    Returns
    -------
    low, high : ndarray, shape (k,)
        NaN with fewer than 10 units.

    Notes
    -----
    Bootstrap-t: what is resampled is the distance from the estimate in standard errors, so that the long tail of
    counts in articles of unequal length is met on the side where it lies; percentiles miss it (Efron & Tibshirani 1993,
    chapter 12; Hesterberg 2015). In resamples the standard error is that of the ratio's linear form, for the interval
    itself the jackknife's, which knows that a long article pulls the ratio toward itself. No limit is farther than six
    standard errors away.
    """
    k = x.shape[1]
    if len(d) < MIN_UNITS or not k:
        return np.full((2, k), np.nan)
    together = bundles(len(d), seed)
    x, d = sparse.csc_array(together @ x), together @ d
    times = drawn_times(len(d), n_resamples, seed)
    limits = [_ratio_limits(x[:, at : at + CHUNK], d, times) for at in range(0, k, CHUNK)]
    return np.concatenate(limits, axis=1)


def share_interval(x, d, *, seed=0):
    """Return the limits of the 95 % intervals of shares: ratios of which x is a part of d.

    Parameters
    ----------
    x : array or sparse matrix, shape (units, k)
    d : ndarray, shape (units,)
    seed : int or sequence of int

    Returns
    -------
    low, high : ndarray, shape (k,)
        Between 0 and 1; NaN with fewer than 10 units, and where all or none is counted.

    Notes
    -----
    Each unit is left out in turn (jackknife), and the interval is Student's t, with units - 1 degrees of freedom,
    around the logit of the share, so that it stays within 0 and 1 (Korn & Graubard 1998, Survey Methodology 24). Near
    the edges and in small samples this covers as it should, where bootstrap-t is far too wide.
    """
    k = x.shape[1]
    if len(d) < MIN_UNITS or not k:
        return np.full((2, k), np.nan)
    together = bundles(len(d), seed)
    x, d = sparse.csc_array(together @ x), together @ d
    share, error = _ratio_and_error(x, x.power(2), sparse.csc_array(sparse.diags_array(d) @ x), d)
    inside = (share > 0) & (share < 1)
    spread = np.divide(error, share * (1 - share), out=np.full(k, np.nan), where=inside)
    reach = special.stdtrit(len(d) - 1, (1 + LEVEL) / 2) * spread
    logit = np.log(np.divide(share, 1 - share, out=np.full(k, np.nan), where=inside))
    return np.stack([special.expit(logit - reach), special.expit(logit + reach)])


def _ratio_and_error(x, squares, products, d):
    """Return the ratios of sums, and their standard errors by leaving each unit out in turn."""
    ratio = x.sum(axis=0) / d.sum()
    left = 1 / np.maximum(d.sum() - d, 1e-300) ** 2
    error = root(left @ squares - 2 * ratio * (left @ products) + ratio**2 * (left @ d**2))
    return ratio, error / np.sqrt(len(d) / (len(d) - 1))


def _ratio_limits(x, d, times):
    squares = [x, x.power(2), sparse.csc_array(sparse.diags_array(d) @ x)]
    drawn_d, drawn_dd = times @ d, times @ d**2
    ratios, drawn_xx, drawn_xd = (weighted_sums(times, s) for s in squares)
    ratios /= drawn_d
    correction = np.sqrt(len(d) / (len(d) - 1))
    errors = correction * root(drawn_xx + ratios * (ratios * drawn_dd - 2 * drawn_xd)) / drawn_d
    ratio, error = _ratio_and_error(*squares, d)
    return studentized(ratio, error, ratios, errors)


def log_ratio_interval(x, d, other_x, other_d, *, n_resamples=RESAMPLES, seed=0):
    """Return the limits of the 95 % intervals of log2 ratios of two rates, half a use added to each sum.

    Parameters
    ----------
    x, other_x : sparse matrix, shape (units, k) and (other units, k)
    d, other_d : ndarray
    n_resamples : int
    seed : int

    Returns
    -------
    low, high : ndarray, shape (k,)
        NaN with fewer than 10 units on either side.

    Notes
    -----
    Both sides are resampled apart; percentiles as in `interval`. On this scale these cover better than bootstrap-t: a
    word that stands in a single article has a standard error that says little.
    """
    k, smaller = x.shape[1], min(len(d), len(other_d))
    if smaller < MIN_UNITS or not k:
        return np.full((2, k), np.nan)
    sides = []
    for number, (own_x, own_d) in enumerate(((x, d), (other_x, other_d))):
        together = bundles(len(own_d), [seed, number])
        times = drawn_times(together.shape[0], n_resamples, [seed, number])
        sides.append((sparse.csc_array(together @ own_x), times, times @ (together @ own_d)))
    limits = []
    for at in range(0, k, CHUNK):
        logs = [np.log2((weighted_sums(times, x[:, at : at + CHUNK]) + 0.5) / words) for x, times, words in sides]
        limits.append(interval((logs[0] - logs[1]).T, smaller))
    return np.concatenate(limits, axis=1)


def root(squares):
    """Square root of a sum of squares that rounding may have made negative."""
    return np.sqrt(np.maximum(squares, 0))


def studentized(estimate, error, drawn, drawn_errors):
    """Return the limits of bootstrap-t intervals.

    Parameters
    ----------
    estimate, error : ndarray, shape (k,)
    drawn, drawn_errors : ndarray, shape (k, resamples)

    Returns
    -------
    low, high : ndarray, shape (k,)
    """
    gap, least = drawn - estimate[:, None], 1e-9 * error[:, None]
    tiny = drawn_errors <= least
    far = gap / np.where(tiny, 1, drawn_errors)
    far[tiny] = (np.where(np.abs(gap) <= least, 0, np.sign(gap)) * WIDEST)[tiny]
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(far, [tail, 1 - tail], axis=1).clip(-WIDEST, WIDEST)
    return estimate - np.maximum(high, 0) * error, estimate - np.minimum(low, 0) * error
