"""Intervals that hold together: for whoever looks at many differences and speaks of the largest."""

import numpy as np
from scipy import special

from mediaframes.measure.inference.resample import LEVEL, MIN_UNITS


def simultaneous_interval(estimates, draws, units, freedom=None):
    """Return limits that hold for all estimates at once, with 95 % probability.

    Parameters
    ----------
    estimates : ndarray, shape (k,)
    draws : ndarray, shape (resamples, k)
        The same statistics in resamples: one row, one resample for all.
    units : ndarray of int, shape (k,)
        How many independent units each rests on; of two sides the smaller number.
    freedom : ndarray, shape (k,), optional
        Degrees of freedom of each spread, as from `welch`. Default: units - 1.

    Returns
    -------
    low, high : ndarray, shape (k,)
        NaN with fewer than 10 units, and where the resamples do not differ.

    Notes
    -----
    Max-t: each distance from the estimate is divided by the standard deviation of its resamples, and the 95 % quantile
    of the largest one of each resample is the reach of all (Westfall & Young 1993; Hothorn, Bretz & Westfall 2008,
    Biometrical Journal 50(3)). In small samples the reach is that of Student's t as far out in its tail, widened by
    sqrt(n / (n - 1)) (after Hesterberg 2015, The American Statistician 69(4)). A resample that drew nothing of a side
    says nothing of its differences.
    """
    with np.errstate(invalid="ignore", divide="ignore"):
        spread = np.nanstd(draws, axis=0) if len(estimates) else np.zeros(0)
        usable = (units >= MIN_UNITS) & (spread > 0) & np.isfinite(estimates)
        if not usable.any():
            return np.full((2, len(estimates)), np.nan)
        far = np.abs(draws[:, usable] - estimates[usable]) / spread[usable]
        largest = np.fmax.reduce(far, axis=1)  # NaN only where a resample has none of them
        n = np.maximum(units, 2)
        tail = special.ndtr(-np.nanquantile(largest, LEVEL))
        far_out = -special.stdtrit(n - 1 if freedom is None else freedom, tail) * np.sqrt(n / (n - 1))
    reach = np.where(usable, far_out * spread, np.nan)
    return estimates - reach, estimates + reach


def welch(spreads, units):
    """Return the degrees of freedom of differences between two sides (Welch 1947, Biometrika 34).

    Parameters
    ----------
    spreads : ndarray, shape (2, k)
        Standard errors of the two sides.
    units : ndarray of int, shape (2, k)

    Returns
    -------
    ndarray, shape (k,)
        Between those of the smaller side and of both together; where neither side varies those of the smaller side.
    """
    variances, own = np.asarray(spreads) ** 2, np.maximum(np.asarray(units) - 1, 1)
    least = own.min(axis=0).astype(float)
    parts = (variances**2 / own).sum(axis=0)
    return np.divide(variances.sum(axis=0) ** 2, parts, out=least, where=parts > 0)
