"""Encode all sentences once: `python training/prepare.py GOLD CORPORA --out prepared.npz`.

What is written has no text in it: the pieces and marks of each example, its task, label, source and fold.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
from data import read_development, read_training
from pool import examples as pool_examples
from pool import read_texts

from mediaframes.annotate.attitude.masking import encode

sys.path.append(str(Path(__file__).resolve().parents[1] / "benchmarks"))
from tone_accuracy import coded_countries

TASKS = ("tone", "relations")
LONGEST = 128  # word pieces


def prepare(examples):
    """Return the examples as arrays: all pieces and marks in one row, `starts` where each example begins."""
    encoded = encode([e.text for e in examples], [list(e.spans) for e in examples], longest=LONGEST)
    texts = {text: n for n, text in enumerate(dict.fromkeys(e.text for e in examples))}
    return {
        "ids": np.concatenate([ids for ids, _ in encoded]).astype(np.uint16),
        "marks": np.concatenate([marks for _, marks in encoded]).astype(np.uint8),
        "starts": np.cumsum([0, *(len(ids) for ids, _ in encoded)]).astype(np.int64),
        "task": np.array([TASKS.index(e.task) for e in examples], np.uint8),
        "label": np.array([-1 if e.label is None else e.label for e in examples], np.int8),
        "source": np.array([e.source for e in examples]),
        "fold": np.array([e.fold for e in examples], np.int8),
        "text": np.array([texts[e.text] for e in examples], np.int32),
    }


def kept_by_hand(corpora):
    """Return the sentences that were coded by hand, on which the instruments are measured besides."""
    return coded_countries(Path(corpora))["text"]


def main():
    """Read everything, write one file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold")
    parser.add_argument("corpora")
    parser.add_argument("--out", required=True)
    given = parser.parse_args()
    texts = read_texts(given.gold, given.corpora)
    examples = read_training(given.gold, texts, kept_by_hand(given.corpora)) + pool_examples(texts, given.gold)
    parts = read_development(given.gold)
    arrays = prepare(examples + [e for own in parts.values() for e in own])
    names = [name for name, own in parts.items() for _ in own]
    arrays["source"] = np.array([*arrays["source"][: len(examples)], *names])
    np.savez_compressed(given.out, **arrays)
    for name in dict.fromkeys(arrays["source"]):
        print(f"{name}: {np.sum(arrays['source'] == name)}")


if __name__ == "__main__":
    main()
