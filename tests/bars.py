"""One bar a figure, in `bars.csv`, and how a measured figure is held against it.

A figure under its bar is an expected failure that says so; one that is worse than the figure that the package ships,
by more than processors differ, is a failure. Bars only rise (those at most only fall), as `test_bars.py` checks.
"""

import os
from pathlib import Path

import pandas as pd
import pytest

from mediaframes.validate.accuracy import accuracy

FILE = Path(__file__).with_name("bars.csv")
GOLD = Path(os.environ.get("MEDIAFRAMES_GOLD", Path(__file__).resolve().parents[2] / "shared" / "gold"))
KEYS = ["instrument", "data", "part", "measure"]
OWN = "sentences of our own"  # of tests/gold, and the sample corpus
SLACK = 0.03  # int8 on another processor, one of our own sentences read otherwise


def needs(*places):
    """Skip where coded data is not here, and say how to get it."""
    missing = [place for place in places if not (GOLD / place).exists()]
    return pytest.mark.skipif(
        bool(missing),
        reason=f"coded data not here: {', '.join(missing)}. benchmarks/README.md says where to get it; set "
        "MEDIAFRAMES_GOLD to the folder that holds it",
    )


def bars(instrument, *, own=False):
    """Return the bars of an instrument as test parameters: those of our own sentences, or the others."""
    table = pd.read_csv(FILE)
    table = table[(table["instrument"] == instrument) & table["data"].eq(OWN).eq(own)]
    return [
        pytest.param(row, id=f"{instrument}, {row['data']}, {row['part']}, {row['measure']}")
        for row in table.to_dict("records")
    ]


def hold(bar, reached):
    """Hold a measured figure against its bar."""
    short = reached < bar["bar"] if bar["at"] == "least" else reached > bar["bar"]
    if short:
        figure = f"{bar['instrument']}, {bar['data']}, {bar['part']}, {bar['measure']}"
        pytest.xfail(f"{figure}: reached {reached:.3f}, bar at {bar['at']} {bar['bar']} ({bar['source']})")


def estimate(figures, bar):
    """Return the figure that a bar is about from a table of figures, exactly one."""
    rows = figures.loc[(figures[KEYS] == [bar[key] for key in KEYS]).all(axis=1), "estimate"]
    assert len(rows) == 1, f"{len(rows)} figures for {bar}"
    return rows.iloc[0]


def fallen(figures):
    """Return the rows that are worse than what the package ships, or that it does not ship.

    Classes by themselves are left out: one sentence of a rare class moves its F1 more than any slack allows.
    """
    figures = figures[~figures["measure"].str.startswith("F1: ")]
    both = figures.merge(accuracy(), on=KEYS, how="left", suffixes=("", "_shipped"))
    worse = both["estimate_shipped"] - both["estimate"]
    worse = worse.where(~both["measure"].str.startswith("calibration error"), -worse)
    leaning = both["estimate"].abs() - both["estimate_shipped"].abs()
    worse = worse.where(~both["measure"].str.startswith("mean tone"), leaning)
    return both.loc[~(worse <= SLACK), [*KEYS, "estimate", "estimate_shipped"]]
