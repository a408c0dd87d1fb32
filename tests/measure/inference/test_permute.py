from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from scipy import sparse, stats

from mediaframes.measure.inference.permute import adjusted, permutation_p
from mediaframes.measure.words.keyness import keyness


def studentized(x, d, side):
    """The statistic, written out: difference of rates over its standard error."""
    rate = x.sum() / d.sum()
    parts = [(x[s].sum() / d[s].sum(), ((x[s] - rate * d[s]) ** 2).sum() / d[s].sum() ** 2) for s in (side, ~side)]
    variance = parts[0][1] + parts[1][1]
    return (parts[0][0] - parts[1][0]) / np.sqrt(variance) if variance else 0


def test_p_is_that_of_all_permutations_counted_one_by_one():
    x, d = np.array([3.0, 2, 4, 2, 0, 1, 0, 1, 0]), np.array([10.0, 8, 12, 9, 10, 11, 9, 10, 7])
    side = np.arange(9) < 4
    least = abs(studentized(x, d, side)) * (1 - 1e-9)
    chosen = [np.isin(np.arange(9), c) for c in combinations(range(9), 4)]
    exact = np.mean([abs(studentized(x, d, c)) >= least for c in chosen])
    p = permutation_p(sparse.csr_array(x[:, None]), d, np.arange(9), side)
    assert p[0] == pytest.approx(exact, abs=0.02)


def test_copies_are_dealt_out_together():
    x, d = np.ones((20, 1)), np.full(20, 10.0)
    x[10:] = 0
    side, alone = np.arange(20) < 10, np.arange(20).astype(str)
    groups = np.array(["a"] * 5 + ["b"] * 5 + ["c"] * 5 + ["e"] * 5)
    matrix = sparse.csr_array(x)
    assert permutation_p(matrix, d, alone, side)[0] < 0.001
    assert permutation_p(matrix, d, groups, side)[0] == pytest.approx(1 / 3, abs=0.05)  # 2 of the 6 ways to deal


def test_many_articles_are_bundled_and_still_tested():
    rng = np.random.default_rng(0)
    d = rng.integers(100, 600, 3000).astype(float)
    side = np.arange(3000) < 900
    x = sparse.csr_array(rng.poisson(d[:, None] * np.where(side[:, None], [0.004, 0.006], [0.004, 0.004])))
    p = permutation_p(x, d, np.arange(3000), side)
    assert p[0] > 0.01 and p[1] == pytest.approx(1e-4)


def test_adjusted_is_benjamini_and_hochbergs_and_leaves_out_the_missing():
    p = np.array([0.01, np.nan, 0.04, 0.03, 0.2])
    assert adjusted(p)[[0, 2, 3, 4]] == pytest.approx(stats.false_discovery_control([0.01, 0.04, 0.03, 0.2]))
    assert np.isnan(adjusted(p)[1]) and np.isnan(adjusted(np.full(2, np.nan))).all()


def corpus(a, b, n=15):
    texts = {"A": a, "B": b}
    return pd.DataFrame(
        [(f"{o}{i}", o, text) for o, text in texts.items() for i in range(n)],
        columns=["article_id", "outlet", "text"],
    )


def test_keyness_tests_articles_and_not_words():
    table = keyness(corpus("regime talks today", "state talks today"), target="A").set_index("term")
    assert (table.loc[["regime", "state"], "p_adjusted"] < 0.001).all() and table.loc["talks", "p_adjusted"] > 0.9
    few = keyness(corpus("regime talks today", "state talks today", n=9), target="A")
    assert few["p"].isna().all() and few["p_adjusted"].isna().all()


def test_a_burst_in_one_article_is_no_finding():
    articles = corpus("talks today now", "talks today now")
    articles.loc[0, "text"] = "regime " * 40
    row = keyness(articles, target="A").set_index("term").loc["regime"]
    assert row["g2"] > 40 and row["p"] > 0.05


def test_a_reference_corpus_of_ones_own():
    articles, own = corpus("regime talks today", "state talks"), corpus("army talks", "army talks", n=6)
    table = keyness(articles, target="A", reference=own).set_index("term")
    assert table["reference"].unique().tolist() == ["reference corpus"]
    assert (table.loc["regime", "count_target"], table.loc["army", "count_reference"]) == (15, 12)
    assert "state" not in table.index and table["n_articles"].iloc[0] == 27
