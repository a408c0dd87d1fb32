"""How likely a sum of rates with labels dealt out anew is to lie as far out: the double saddlepoint approximation."""

import numpy as np
from scipy import special

STEPS, LONGEST_STEP, CLOSE = 50, 2.0, 1e-8


class Stratum:
    """Units of which each has a rate in each column, mostly zero, and a label that it trades with the others.

    Parameters
    ----------
    y : sparse matrix (csc), shape (units, columns)
    labels : ndarray, shape (units,)
        With a mean of zero.
    """

    def __init__(self, y, labels):
        self.rate, self.column = y.data, np.repeat(np.arange(y.shape[1]), np.diff(y.indptr))
        self.unused = y.shape[0] - np.diff(y.indptr)
        self.values, times = np.unique(labels, return_counts=True)
        self.logs = np.log(times / len(labels))
        self.largest = np.zeros(y.shape[1])
        np.maximum.at(self.largest, self.column, self.rate)

    def sums(self, s, shift):
        """Return cumulants of labels tilted by `s × rate + shift`, summed over units, for each column.

        Returns
        -------
        ndarray, shape (6, columns)
            The logarithm of the moment generating function; its slopes in `s` and in `shift`; its second derivatives
            in `s`, in both, and in `shift`.
        """
        log, mean, variance = self._cumulants(s[self.column] * self.rate + shift[self.column])
        terms = (log, self.rate * mean, mean, self.rate**2 * variance, self.rate * variance, variance)
        total = np.stack([np.bincount(self.column, term, minlength=len(s)) for term in terms]).astype(float)
        log, mean, variance = self._cumulants(shift)
        total[[0, 2, 5]] += self.unused * np.stack([log, mean, variance])
        return total

    def _cumulants(self, tilt):
        """Return log moment generating function, mean and variance of the label of a unit."""
        exponents = np.multiply.outer(self.values, tilt) + self.logs[:, None]
        log = np.logaddexp.reduce(exponents, axis=0)
        weights = np.exp(exponents - log)
        mean = self.values @ weights
        return log, mean, np.maximum(self.values**2 @ weights - mean**2, 1e-300)


def upper_tail(strata, distance):
    """Return the probability that the sum of labels × rates reaches a distance, for each column.

    Parameters
    ----------
    strata : list of Stratum
    distance : ndarray, shape (columns,)
        Positive, and less than what can be reached.

    Returns
    -------
    ndarray, shape (columns,)

    Notes
    -----
    The sum is taken given that of the labels in each stratum (Skovgaard 1987, Journal of Applied Probability 24;
    Booth & Butler 1990, Biometrika 77(4)), with the root r* of Barndorff-Nielsen 1986, which never leaves (0, 1).
    """
    s, shifts = np.zeros(len(distance)), np.zeros((len(strata), len(distance)))
    flat = _sums(strata, s, shifts)[5]
    for _ in range(STEPS):
        sums = _sums(strata, s, shifts)
        step, shift_step, bend = _newton(sums, distance)
        if max(np.abs(step * bend**0.5).max(), np.abs(shift_step).max()) < CLOSE:
            break
        s, shifts = _moved(strata, s, shifts, step, shift_step)
    log, *_, curve_shift = sums
    r = np.sqrt(np.maximum(2 * (s * distance - log.sum(axis=0)), 1e-12))
    u = s * np.sqrt(bend * np.prod(curve_shift / flat, axis=0))
    return special.ndtr(-(r + np.log(np.maximum(u, 1e-12) / r) / r))


def _sums(strata, s, shifts):
    return np.stack([part.sums(s, shift) for part, shift in zip(strata, shifts, strict=True)], axis=1)


def _newton(sums, distance):
    """Return the steps toward the saddlepoint, and the curvature along the way that keeps the sums of labels."""
    _, by_s, by_shift, curve, cross, curve_shift = sums
    bend = np.maximum(curve.sum(axis=0) - (cross**2 / curve_shift).sum(axis=0), 1e-300)
    step = (distance - by_s.sum(axis=0) + (cross * by_shift / curve_shift).sum(axis=0)) / bend
    return step, -(by_shift + cross * step) / curve_shift, bend


def _moved(strata, s, shifts, step, shift_step):
    """Go a step, shortened so that no unit's tilt changes by much more than the approximation bears."""
    reach = sum(
        np.maximum(part.largest * np.abs(step), np.abs(move)) for part, move in zip(strata, shift_step, strict=True)
    )
    short = np.minimum(1, LONGEST_STEP / np.maximum(reach, 1e-300))
    return s + short * step, shifts + short * shift_step
