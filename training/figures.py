"""How good the probabilities are: macro-F1 with a bootstrap interval, and the expected calibration error."""

import numpy as np


def macro_f1(labels, guesses, classes):
    """Return the mean of the classes' F1."""
    f1 = []
    for k in range(classes):
        hits = np.sum((labels == k) & (guesses == k))
        f1.append(2 * hits / max(np.sum(labels == k) + np.sum(guesses == k), 1))
    return float(np.mean(f1))


def interval(labels, guesses, classes, *, draws=1000, seed=0):
    """Return macro-F1's 95 % percentile interval over resampled sentences."""
    rng = np.random.default_rng(seed)
    drawn = rng.integers(0, len(labels), (draws, len(labels)))
    return tuple(np.quantile([macro_f1(labels[i], guesses[i], classes) for i in drawn], [0.025, 0.975]))


def calibration_error(labels, probabilities, *, bins=10):
    """Return the expected calibration error of the likeliest class, in equally wide bins (Guo et al. 2017)."""
    best, right = probabilities.max(1), probabilities.argmax(1) == labels
    at = np.minimum((best * bins).astype(int), bins - 1)
    return sum(abs(best[at == b].mean() - right[at == b].mean()) * np.mean(at == b) for b in np.unique(at))
