"""How often a 95 % interval holds the truth, on simulated articles whose rate is known.

    python benchmarks/intervals.py [--repeats 2000]

Writes coverage.csv into the package, which `mediaframes.coverage` returns: the table of `interval_coverage`.
"""

import argparse

import mediaframes as mf
from mediaframes.validate.accuracy import FIGURES


def main():
    """Simulate, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeats", type=int, default=2000)
    table = mf.interval_coverage(repeats=parser.parse_args().repeats).round(4)
    table.to_csv(FIGURES / "coverage.csv", index=False)
    print(table.to_string())


if __name__ == "__main__":
    main()
