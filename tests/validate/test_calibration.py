"""What the statistics find where there is nothing to find, and how often their intervals hold the truth."""

import numpy as np
import pandas as pd
import pytest

from mediaframes.validate.calibration import interval_coverage, null_calibration


@pytest.fixture
def alike():
    rng = np.random.default_rng(4)
    words = np.array([f"{a}{b}{c}" for a in "bdk" for b in "aeo" for c in "lmn"])
    texts = [" ".join(np.repeat(rng.choice(words, 6), rng.integers(1, 5, 6))) for _ in range(48)]
    return pd.DataFrame({"article_id": [f"a{i}" for i in range(48)], "outlet": list("ABCD") * 12, "text": texts})


@pytest.mark.slow
def test_false_discoveries_where_there_is_nothing_to_find(alike):
    table = null_calibration(alike, target="A", shuffles=60).set_index("test")
    assert table.loc["articles permuted", "estimate"] <= 0.1
    assert table.loc["articles permuted", "p_below_05"] < 0.08
    assert table.loc["words as independent draws", "estimate"] > 0.5


@pytest.mark.slow
def test_intervals_cover_the_known_truth():
    table = interval_coverage(n_articles=(30,), repeats=800)
    assert table["estimate"].between(0.91, 0.985).all(), table
    assert table["estimate"].mean() == pytest.approx(0.95, abs=0.015)


def test_a_simulation_can_be_repeated_and_adds_up():
    asked = {"n_articles": (12, 30), "repeats": 40, "designs": ["half of the mentions"]}
    table = interval_coverage(**asked)
    pd.testing.assert_frame_equal(table, interval_coverage(**asked))
    assert table[["design", "articles", "n"]].to_numpy().tolist() == [
        ["half of the mentions", 12, 40],
        ["half of the mentions", 30, 40],
    ]
    assert (table["estimate"] + table["too_low"] + table["too_high"]).tolist() == pytest.approx([1, 1])
    assert not table.equals(interval_coverage(**asked, seed=1))
