"""How good the instruments are on coded news and on sentences of our own, with intervals over articles.

    python benchmarks/accuracy.py [GOLD]

GOLD is the folder that holds `polnear/`, `newswcl50/`, `newsmtsc/`, `dse/`, `countries/`, `plover/` and `casualties/`
(default: MEDIAFRAMES_GOLD, or `../shared/gold` beside the checkout). Writes accuracy.csv and confusion.csv into the
package; `mediaframes.accuracy` and `mediaframes.confusion` say what their columns are.
"""

import argparse
import os
from pathlib import Path

import attribution_accuracy
import clause_accuracy
import deed_accuracy
import harm_accuracy
import mention_accuracy
import own_accuracy
import pandas as pd
import tone_accuracy

from mediaframes.validate.accuracy import FIGURES

GOLD = Path(os.environ.get("MEDIAFRAMES_GOLD", Path(__file__).resolve().parents[2] / "shared" / "gold"))
KEYS = ["instrument", "data", "part", "measure"]
COLUMNS = [
    *KEYS,
    "estimate",
    "low",
    "high",
    "n",
    "n_articles",
    "n_clusters",
    "kind",
    "always_neutral",
    "coded_by",
    "on",
]
# The figures that a number rests on, whoever its actors are.
ANY_KIND = {
    ("attributions", "all", "content words: F1"),
    ("attributions", "all", "source found"),
    ("mentions", "all", "coded mentions found"),
    ("clauses", "all", "source and target joined"),
    ("deeds", "second half", "class of the coded event"),
    ("harms", harm_accuracy.HALVES[1], "macro-F1"),
    ("harms", harm_accuracy.HALVES[1], "side right where given"),
}


def measure(gold):
    """Return the table of figures and the confusion table."""
    tone, confused = tone_accuracy.score(gold)
    parts = (attribution_accuracy, mention_accuracy, clause_accuracy, deed_accuracy, harm_accuracy)
    counted = pd.concat([part.score(gold) for part in parts])
    keys = counted[["instrument", "part", "measure"]].itertuples(index=False, name=None)
    counted = counted.assign(kind=["any" if key in ANY_KIND else None for key in keys])
    own, own_confused = own_accuracy.score()
    table = pd.concat([counted, tone, own], ignore_index=True)
    return table[COLUMNS].round(4), pd.concat([confused, own_confused])


def main():
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="?", type=Path, default=GOLD)
    table, confused = measure(parser.parse_args().gold)
    table.to_csv(FIGURES / "accuracy.csv", index=False)
    confused[["instrument", "data", "coded", "found", "n"]].to_csv(FIGURES / "confusion.csv", index=False)
    print(table.drop(columns=["coded_by", "on"]).to_string())


if __name__ == "__main__":
    main()
