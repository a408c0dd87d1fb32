"""Fit how much the deeds of two actors weigh beside the network.

    python training/grounds.py GOLD CORPORA --without 0 --out grounds.json

The shipped network reads the pairs of the folds `--without`, which it has not seen, the clauses of the same sentences
are read, and the weights are those of the largest likelihood, held to 0.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import pandas as pd
from data import RELATIONS, read_training
from figures import calibration_error, macro_f1
from prepare import kept_by_hand
from scipy.optimize import minimize
from tone_accuracy import told

from mediaframes.annotate.attitude.grounds import GROUNDS, grounds, together
from mediaframes.annotate.attitude.instruments import read_relations

RIDGE = 2  # on the sum of squares of the weights, against the log likelihood of all sentences


def fit(logs, found, labels):
    """Return the weights (grounds, 5)."""
    shape = (len(GROUNDS), len(RELATIONS))

    def loss(flat):
        odds = together(logs, found, flat.reshape(shape))
        return -np.log(odds[np.arange(len(labels)), labels]).sum() + RIDGE * (flat**2).sum()

    return minimize(loss, np.zeros(shape).ravel(), method="L-BFGS-B").x.reshape(shape)


def show(name, labels, odds):
    """Print the figures of one part."""
    guessed, classes = odds.argmax(1), odds.shape[1]
    print(
        f"{name} (n={len(labels)}): macro-F1 {macro_f1(labels, guessed, classes):.3f}, "
        f"accuracy {np.mean(guessed == labels):.3f}, calibration error {calibration_error(labels, odds):.3f}"
    )


def main():
    """Fit, show what it brings on parts of the same sentences that were not fitted on, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold")
    parser.add_argument("corpora")
    parser.add_argument("--without", nargs="+", type=int, required=True)
    parser.add_argument("--out", required=True)
    given = parser.parse_args()
    examples = read_training(given.gold, {}, kept_by_hand(given.corpora))
    own = [e for e in examples if e.task == "relations" and e.source == "countries" and e.fold in given.without]
    labels = np.array([e.label for e in own])
    spans = [[e.spans[k][:2] for e in own] for k in (0, 1)]
    read = read_relations([e.text for e in own], *spans, np.zeros(len(own)))
    logs = np.log(read[list(RELATIONS)].to_numpy())
    found = grounds(*told([e.text for e in own], *spans))
    parts = np.unique([e.text for e in own], return_inverse=True)[1] % 5
    odds = np.exp(logs)
    show("network", labels, odds)
    for k in range(5):
        here = parts == k
        odds[here] = together(logs[here], found[here], fit(logs[~here], found[~here], labels[~here]))
    show("with the deeds, five-fold", labels, odds)
    weights = np.round(fit(logs, found, labels), 3).tolist()
    table = {g: dict(zip(RELATIONS, own, strict=True)) for g, own in zip(GROUNDS, weights, strict=True)}
    Path(given.out).write_text(json.dumps(table, indent=1) + "\n")
    print(pd.DataFrame(table).T)


if __name__ == "__main__":
    main()
