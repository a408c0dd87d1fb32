"""Intervals that hold together: for whoever looks at many differences and speaks of the largest."""

import numpy as np
from scipy import special

from mediaframes.measure.inference.resample import LEVEL, MIN_UNITS


def simultaneous_interval(estimates, draws, units):
    """Return limits that hold for all estimates at once, with 95 % probability.

    Parameters
    ----------
    estimates : ndarray, shape (k,)
    draws : ndarray, shape (resamples, k)
        The same statistics in resamples: one row, one resample for all.
    units : ndarray of int, shape (k,)
        How many independent units each rests on; of two sides the smaller number.

    Returns
    -------
    low, high : ndarray, shape (k,)
        NaN with fewer than 10 units, and where the resamples do not differ.

    Notes
    -----
    Max-t: each distance from the estimate is divided by the standard deviation of its resamples, and the 95 % quantile
    of the largest one of each resample is the reach of all (Westfall & Young 1993; Hothorn, Bretz & Westfall 2008,
    Biometrical Journal 50(3)). In small samples it is widened as Student's t with units - 1 degrees of freedom and
    sqrt(n / (n - 1)) ask for (Hesterberg 2015, The American Statistician 69(4)).
    """
    with np.errstate(invalid="ignore", divide="ignore"):
        spread = np.nanstd(draws, axis=0) if len(estimates) else np.zeros(0)
        usable = (units >= MIN_UNITS) & (spread > 0) & np.isfinite(estimates)
        if not usable.any():
            return np.full((2, len(estimates)), np.nan)
        far = np.nanmax(np.abs(draws[:, usable] - estimates[usable]) / spread[usable], axis=1)
        n = np.maximum(units, 2)
        tail = (1 + LEVEL) / 2
        wider = special.stdtrit(n - 1, tail) * np.sqrt(n / (n - 1)) / special.ndtri(tail)
    reach = np.where(usable, np.quantile(far, LEVEL) * wider * spread, np.nan)
    return estimates - reach, estimates + reach
