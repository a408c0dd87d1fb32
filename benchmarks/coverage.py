"""How often a 95 % interval holds the truth, on simulated articles whose rate is known.

    python benchmarks/coverage.py [--repeats 2000]

Writes benchmarks/results/coverage.csv, which notebook 10 shows: the table of `mediaframes.interval_coverage`.
"""

import argparse
from pathlib import Path

import mediaframes as mf

RESULTS = Path(__file__).resolve().parent / "results" / "coverage.csv"


def main():
    """Simulate, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeats", type=int, default=2000)
    table = mf.interval_coverage(repeats=parser.parse_args().repeats).round(4)
    RESULTS.parent.mkdir(exist_ok=True)
    table.to_csv(RESULTS, index=False)
    print(table.to_string())


if __name__ == "__main__":
    main()
