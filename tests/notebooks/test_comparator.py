"""The saved outputs of the notebooks are compared by meaning: what passes, and what must not."""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import numpy as np
import pandas as pd
import pytest
from nbformat import v4

import mediaframes as mf
from mediaframes.annotate.attitude.instruments import AGREES_TO

CONFTEST = Path(__file__).parents[2] / "notebooks" / "conftest.py"
spec = importlib.util.spec_from_file_location("notebooks_conftest", CONFTEST)
comparator = importlib.util.module_from_spec(spec)
spec.loader.exec_module(comparator)


@pytest.mark.parametrize(
    "new, saved",
    [
        ("tone −0.11 (−0.23 to −0.01)", "tone −0.10 (−0.22 to 0.00)"),
        ("-0.10", "−0.10"),
        ("+0.00", "−0.01"),
        ("222.9 times", "222.8 times"),
        ("35 %", "36 %"),
        ("95.8%", "95.7%"),
        ("−0.10", "−0.12"),
        ("1.24e-05", "1.23e-05"),
        ("0.005", "0.016"),
        ("outlet  score\nA        0.00   3\nB        0.9    4", "outlet score\nA      −0.01 3\nB        0.9 4\n"),
        ("17,824 words.", "17,824 words."),
        ("n = 12\n", "n = 12"),
    ],
)
def test_what_means_the_same_agrees(new, saved):
    assert comparator.difference(new, saved) == ""


@pytest.mark.parametrize(
    "new, saved, told",
    [
        ("Iran is first", "Iraq is first", "line 1: 'Iran is first', but 'Iraq is first' was saved"),
        ("in 12 articles", "in 13 articles", "line 1: 12, but 13 was saved"),
        ("17,824 words", "17,825 words", "line 1: 17,824, but 17,825 was saved"),
        ("1,7 words", "17 words", None),
        ("−0.10", "−0.13", "line 1: −0.10, but −0.13 was saved"),
        ("0.005", "0.017", "line 1: 0.005, but 0.017 was saved"),
        ("95.8%", "95.6%", "line 1: 95.8%, but 95.6% was saved"),
        ("−0.10", "0.10", "line 1: −0.10, but 0.10 was saved"),
        ("22.9", "22.7", "line 1: 22.9, but 22.7 was saved"),
        ("35 %", "37 %", "line 1: 35 %, but 37 % was saved"),
        ("35 %", "35", None),
        ("0.10", "0", "line 1: 0.10, but 0 was saved"),
        ("0.10", "–", None),
        ("a\nb", "a\nb\nc", "line 3 is missing"),
        ("a\nb\nc", "a\nb", "line 3 is new"),
        ("a\n\nb", "a\nb", None),
        ("2022-01-12", "2022-01-13", "line 1: 12, but 13 was saved"),
        ("version 3.8.1", "version 3.9.1", None),
        ("id 059e00a9388e", "id 059e00a9389e", None),
        (
            "a 0.5\nb 0.5",
            "b 0.5\na 0.5",
            "line 1: 'a 0.5', but 'b 0.5' was saved; the same lines in another order: were two numbers nearly equal?",
        ),
    ],
)
def test_what_means_something_else_is_told(new, saved, told):
    found = comparator.difference(new, saved)
    assert found == told if told else found.startswith("line ")


# --- on what notebooks show ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def evidence():
    sample = mf.load_corpus(CONFTEST.parents[1] / "corpus" / "sample")
    return mf.annotate(sample, mf.load_actors("US", "Israel", "Iran"), syntax=False)


def shown(evidence, noise, seed=0):
    """The table of tone as printed, after so much noise on each probability."""
    rng = np.random.default_rng(seed)
    moved = evidence.tone["score"] + rng.uniform(-noise, noise, len(evidence.tone))
    noisy = mf.Evidence(**vars(evidence) | {"tone": evidence.tone.assign(score=moved)})
    table = pd.DataFrame(mf.tone_toward(noisy, by=["outlet", "actor"]))
    return table[["outlet", "actor", "estimate", "low", "high", "n", "n_articles"]].round(2).to_string()


def test_noise_as_between_machines_passes_and_more_does_not(evidence):
    saved = shown(evidence, 0)
    for seed in range(5):
        assert comparator.difference(shown(evidence, AGREES_TO, seed), saved) == ""
    assert all(comparator.difference(shown(evidence, 30 * AGREES_TO, seed), saved) for seed in range(5))


CELLS = [
    ("print('tone −0.11 in 12 articles')", "tone −0.10 in 12 articles\n", "passed"),
    ("print('tone −0.11 in 12 articles')", "tone −0.14 in 12 articles\n", "−0.11, but −0.14 was saved"),
    ("print('tone −0.10 in 11 articles')", "tone −0.10 in 12 articles\n", "11, but 12 was saved"),
    ("'tone −0.10'", "'tone −0.11'", "passed"),
    ("'tone of Iran'", "'tone of Iraq'", "but \"'tone of Iraq'\" was saved"),
]


def cell(number, source, saved):
    plain = v4.new_output("execute_result", {"text/plain": saved}, execution_count=number)
    output = v4.new_output("stream", name="stdout", text=saved) if source.startswith("print") else plain
    return v4.new_code_cell(source, execution_count=number, outputs=[output])


def test_nbval_compares_so(tmp_path):
    shutil.copy(CONFTEST, tmp_path)
    cells = [cell(number, *told[:2]) for number, told in enumerate(CELLS, 1)]
    nbformat.write(v4.new_notebook(cells=cells), tmp_path / "one.ipynb")
    command = [sys.executable, "-m", "pytest", "-v", "--nbval", "--nbval-current-env", "-p", "no:cacheprovider"]
    run = subprocess.run([*command, str(tmp_path)], cwd=tmp_path, capture_output=True, text=True)
    for number, (*_, told) in enumerate(CELLS):
        assert f"Cell {number} {'PASSED' if told == 'passed' else 'FAILED'}" in run.stdout
        assert told == "passed" or told in run.stdout
