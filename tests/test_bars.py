"""The bars themselves: one a figure, of figures that are shipped, and never lowered."""

import io
import subprocess
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from bars import FILE, KEYS, estimate, fallen, hold

from mediaframes.validate.accuracy import accuracy

ROOT = Path(__file__).resolve().parents[1]


def git(*arguments):
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True)


def lowered(older, newer):
    """The bars of an older table that a newer one has lowered or lost."""
    both = older.merge(newer, on=KEYS, how="left", suffixes=("", "_now"))
    eased = (both["bar_now"] - both["bar"]) * both["at"].map({"least": 1, "most": -1})
    return [", ".join(row) for row in both.loc[~(eased >= 0), KEYS].itertuples(index=False)]


def test_each_figure_has_one_bar():
    table = pd.read_csv(FILE)
    assert not table.duplicated(KEYS).any()
    assert set(table["at"]) == {"least", "most"} and table["bar"].between(0, 1).all() and table["source"].notna().all()


def test_each_bar_is_of_a_figure_that_is_shipped():
    table = pd.read_csv(FILE).query("instrument not in ['wire', 'copies']")
    assert [estimate(accuracy(), bar) for bar in table.to_dict("records")] and len(table) > 20


def test_no_bar_was_ever_lowered():
    history = git("log", "--format=%H", "--", "tests/bars.csv").stdout.split()
    if not history:
        pytest.skip("no history of tests/bars.csv here: a checkout with history (git clone) has it")
    older = [pd.read_csv(io.StringIO(git("show", f"{commit}:tests/bars.csv").stdout)) for commit in history]
    assert [lowered(table, pd.read_csv(FILE)) for table in older] == [[]] * len(history)


@pytest.mark.parametrize(
    ("at", "bar", "now", "eased"),
    [("least", 0.8, 0.8, 0), ("least", 0.8, 0.9, 0), ("least", 0.8, 0.7, 1), ("most", 0.1, 0.05, 0),
     ("most", 0.1, 0.2, 1), ("least", 0.8, None, 1)],
)  # fmt: skip
def test_a_lowered_or_lost_bar_is_seen(at, bar, now, eased):
    older = pd.DataFrame([["tone", "D", "p", "m", at, bar]], columns=[*KEYS, "at", "bar"])
    newer = older.assign(bar=now) if now is not None else older.iloc[:0]
    assert len(lowered(older, newer)) == eased


@pytest.mark.parametrize(("at", "bar", "reached", "short"), [
    ("least", 0.75, 0.735, True), ("least", 0.75, 0.75, False), ("most", 0.05, 0.054, True), ("most", 0.05, 0.05, False)
])  # fmt: skip
def test_a_figure_under_its_bar_is_an_expected_failure_that_says_so(at, bar, reached, short):
    row = {"instrument": "tone", "data": "D", "part": "p", "measure": "m", "at": at, "bar": bar, "source": "s"}
    if short:
        with pytest.raises(pytest.xfail.Exception, match=rf"tone, D, p, m: reached {reached}.*, bar at {at} {bar}"):
            hold(row, reached)
    else:
        hold(row, reached)


def test_a_figure_worse_than_the_shipped_one_has_fallen():
    shipped = accuracy().query("not measure.str.startswith('F1: ')")
    leaning = shipped[shipped["measure"].str.startswith("mean tone")]
    shipped = shipped.drop(leaning.index)
    assert len(fallen(leaning.assign(estimate=leaning["estimate"] + 0.3 * np.sign(leaning["estimate"])))) == len(
        leaning
    )
    assert fallen(shipped).empty
    assert len(fallen(shipped.assign(part="new"))) == len(shipped)
    at_most = shipped["measure"].str.startswith("calibration error")
    assert len(fallen(shipped.assign(estimate=shipped["estimate"] - 0.1))) == (~at_most).sum()
    assert len(fallen(shipped.assign(estimate=shipped["estimate"] + 0.1))) == at_most.sum()
