"""From logits to probabilities: a temperature and a bias of each class, fitted on sentences not seen by the network."""

import numpy as np
from scipy.optimize import minimize
from scipy.special import log_softmax

RIDGE = 0.1  # how much a class' bias is held to 0, in log likelihood a sentence and square


def held_out(data, folds, source="countries"):
    """Return the rows of the coded countries of some folds."""
    return np.flatnonzero((data["source"] == source) & np.isin(data["fold"], folds))


def calibrate(logits, labels, *, biases=True):
    """Return the temperature and the biases with the least negative log likelihood (Guo et al. 2017), as a dict.

    Without `biases` the temperature alone is fitted: one number, where the sentences are those that are reported on.
    """

    def loss(x):
        x = x if biases else np.append(x[0], np.zeros(logits.shape[1]))
        said = log_softmax(logits / np.exp(x[0]) + x[1:], axis=1)
        return -said[np.arange(len(labels)), labels].mean() + RIDGE * (x[1:] ** 2).sum()

    found = minimize(loss, np.zeros(logits.shape[1] + 1), method="L-BFGS-B").x
    found[1:] *= biases
    return {"temperature": float(np.exp(found[0])), "bias": (found[1:] - found[1:].mean()).tolist()}
