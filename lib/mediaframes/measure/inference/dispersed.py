"""A test of two rates that lets each side have its own lengths and bursts: negative binomial, by saddlepoint."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse, special

BINS = 12  # of articles of like length, on either side
PRIOR = 2.0  # pairs of uses that a word is taken to have as all words have them
LEAST = 1e-3  # squared coefficient of variation
STEPS, CLOSE = 60, 1e-9


@dataclass
class Side:
    """The articles of one side: uses of each word in a unit, its length, and how many copies of it there are."""

    x: sparse.csc_array
    d: np.ndarray
    copies: np.ndarray

    @classmethod
    def of(cls, x, d, unit):
        """Take the mean of the copies of one text."""
        codes, copies = np.unique(np.asarray(unit, dtype=str), return_inverse=True, return_counts=True)[1:]
        mean = sparse.csr_array((1 / copies[codes], (codes, np.arange(len(codes)))), shape=(len(copies), len(codes)))
        d = mean @ np.asarray(d, dtype=float)
        some = d > 0
        return cls(sparse.csc_array((mean @ sparse.csr_array(x))[some]), d[some], copies[some].astype(float))

    def __post_init__(self):
        self.words = self.copies @ self.d
        self.uses = self.copies @ self.x
        self.squares = self.copies**2 @ self.d**2

    def pairs(self):
        """Return how often two uses of a word stand in one article, and how often they would if all articles were like.

        The second number is 1 + the squared coefficient of variation of the rate times smaller (an unbiased estimate).
        """
        total, squares = self.x.sum(axis=0), self.x.power(2).sum(axis=0)
        apart = self.d.sum() ** 2 - self.d @ self.d
        return squares - total, (total**2 - squares) / max(apart, 1e-300) * (self.d @ self.d)

    def bins(self):
        """Return (length, copies, articles) of articles of like length; copied ones apart."""
        for copies in np.unique(self.copies):
            d = np.sort(self.d[self.copies == copies])
            yield from ((part.mean(), copies, len(part)) for part in np.array_split(d, min(BINS, len(d))))


def dispersed_p(x, d, unit, target, *, columns=None):
    """Test for each column whether its rate differs between two sides whose articles differ in length and in bursts.

    Parameters
    ----------
    x : sparse matrix, shape (articles, k)
        Uses.
    d : ndarray, shape (articles,)
        Running words.
    unit : ndarray, shape (articles,)
        Copies of one text belong together.
    target : ndarray of bool, shape (articles,)
    columns : ndarray of int, optional
        Which columns to test, while all tell how words vary. Default: all.

    Returns
    -------
    p : ndarray, shape (columns,)
        Two-sided: twice the smaller tail.

    Notes
    -----
    Uses are negative binomial: the rate of a word varies between the articles of a side. How much is estimated from how
    often two of its uses stand in one article, on both sides together, as a multiple of what is usual for words of that
    side: a word that one side does not use says nothing of its bursts there (after Robinson & Smyth 2007,
    Bioinformatics 23(21), where dispersions are moderated likewise). The tail of the difference of the two rates is
    found by the saddlepoint method (Lugannani & Rice 1980, with the root r* of Barndorff-Nielsen 1986), half a use
    of the smaller side to the safe side.
    """
    sides = [Side.of(x[side], d[side], unit[side]) for side in (np.flatnonzero(target), np.flatnonzero(~target))]
    columns = np.arange(x.shape[1]) if columns is None else columns
    p = np.ones(len(columns))
    if min(side.words for side in sides) == 0:
        return p
    variation = _variation(sides)
    rate = _common_rate(sides, variation)[columns]
    apart = (sides[0].uses / sides[0].words - sides[1].uses / sides[1].words)[columns]
    distance = np.abs(apart) - 0.5 / min(side.words for side in sides)
    far = np.flatnonzero((distance > 0) & (rate > 0))
    law = Difference(sides, rate[far], [v[columns][far] for v in variation], np.sign(apart[far]))
    p[far] = np.minimum(2 * law.upper_tail(distance[far]), 1)
    return p


def _variation(sides):
    """Return the squared coefficient of variation of each word's rate, on either side."""
    pairs, expected = zip(*(side.pairs() for side in sides), strict=True)
    weight = 1 / np.maximum(sum(side.uses for side in sides), 1)  # so that the commonest words do not decide alone
    usual = [np.maximum((p @ weight) / max(e @ weight, 1e-300), 1) for p, e in zip(pairs, expected, strict=True)]
    foreseen = sum(e * u for e, u in zip(expected, usual, strict=True))
    own = (sum(pairs) + PRIOR) / (foreseen + PRIOR)
    return [np.maximum(own * u - 1, LEAST) for u in usual]


def _common_rate(sides, variation):
    """Return the rate of each word if it is the same on both sides: the surer side counts for more."""
    rates = [side.uses / side.words for side in sides]
    pooled = sum(side.uses for side in sides) / sum(side.words for side in sides)
    rate = pooled
    for _ in range(3):
        weights = [s.words / (1 + v * rate * s.squares / s.words) for s, v in zip(sides, variation, strict=True)]
        rate = sum(w * r for w, r in zip(weights, rates, strict=True)) / sum(weights)
        rate = np.maximum(rate, LEAST * pooled)
    return rate


class Difference:
    """The law of the difference of two mean rates, target less reference, or turned around where `sign` is -1."""

    def __init__(self, sides, rate, variation, sign):
        self.parts = [
            (n, copies * s * sign / side.words, length * rate, v)
            for side, v, s in zip(sides, variation, (1, -1), strict=True)
            for length, copies, n in side.bins()
        ]

    def cumulants(self, t):
        """Return the logarithm of the moment generating function at `t`, its slope and its curvature."""
        total = np.zeros((3, len(t)))
        for n, step, mean, v in self.parts:
            grown = np.exp(step * t)
            room = np.maximum(1 - v * mean * (grown - 1), 1e-300)
            slope = mean * grown / room
            total += n * np.stack([-np.log(room) / v, step * slope, step**2 * (slope + v * slope**2)])
        return total

    def upper_tail(self, distance):
        """Return the probability that the difference reaches a distance."""
        low, high = np.zeros(len(distance)), self._end()
        t = np.zeros(len(distance))
        for _ in range(STEPS):
            _, slope, curve = self.cumulants(t)
            low, high = np.where(slope < distance, t, low), np.where(slope < distance, high, t)
            newton = t + (distance - slope) / np.maximum(curve, 1e-300)
            before, t = t, np.where((newton > low) & (newton < high), newton, (low + high) / 2)
            if (np.abs(t - before) <= CLOSE * np.abs(t)).all():
                break
        log, _, curve = self.cumulants(t)
        r = np.sqrt(np.maximum(2 * (t * distance - log), 1e-12))
        return special.ndtr(-(r + np.log(np.maximum(t * np.sqrt(curve), 1e-12) / r) / r))

    def _end(self):
        """Return the largest `t` at which all is finite."""
        ends = [
            np.where(step > 0, np.log1p(1 / (v * mean)) / np.maximum(step, 1e-300), np.inf)
            for _, step, mean, v in self.parts
        ]
        return np.min(ends, axis=0) * (1 - 1e-9)
