from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from scipy import sparse, stats

from mediaframes.measure.inference.permute import adjusted, article_p, permutation_p
from mediaframes.measure.words.keyness import keyness


def p_of(x, side, d=None, unit=None):
    x = np.asarray(x, dtype=float).reshape(len(side), -1)
    d = np.full(len(side), 100.0) if d is None else d
    return permutation_p(sparse.csr_array(x), d, np.arange(len(side)) if unit is None else unit, side)


@pytest.mark.parametrize("articles, on_target, using, there", [
    (924, 130, 12, 12), (924, 130, 12, 6), (924, 130, 40, 20), (924, 130, 200, 64), (924, 130, 200, 8), (60, 20, 6, 6),
    (924, 15, 40, 8),
])  # fmt: skip
def test_p_is_that_of_dealing_out_the_articles_far_into_the_tail(articles, on_target, using, there):
    side = np.arange(articles) < on_target
    x = np.zeros(articles)
    x[:there] = x[on_target : on_target + using - there] = 1
    exact = stats.hypergeom(articles, using, on_target)
    exact = 2 * (exact.sf(there - 1) if there > using * on_target / articles else exact.cdf(there))
    p = p_of(x, side)[0]
    assert 0.85 * exact < p < 4 * exact  # on the safe side


def test_p_is_that_of_all_ways_to_deal_counted_one_by_one():
    x, side = np.array([3.0, 2, 4, 2, 0, 1, 0, 1, 0, 0, 2, 1]), np.arange(12) < 5
    d = np.full(12, 10.0)
    sums = np.array([x[list(c)].sum() for c in combinations(range(12), 5)])
    assert p_of(x, side, d)[0] == pytest.approx(2 * np.mean(sums >= x[side].sum()), abs=0.05)


def test_both_sides_may_be_named_either_way():
    rng = np.random.default_rng(1)
    x, side, unit = (
        rng.poisson(1.0, (80, 30)),
        np.arange(80) < 30,
        np.r_[np.arange(60), np.repeat([100, 101, 102, 103], 5)],
    )
    assert p_of(x, side, unit=unit) == pytest.approx(p_of(x, ~side, unit=unit))


def test_copies_are_dealt_out_together():
    x, side = np.r_[np.ones(10), np.zeros(10)], np.arange(20) < 10
    groups = np.array(["a"] * 5 + ["b"] * 5 + ["c"] * 5 + ["e"] * 5)
    assert p_of(x, side)[0] < 0.005
    assert p_of(x, side, unit=groups)[0] > 0.1  # 2 of the 6 ways to deal are as far apart
    assert p_of(x, side, unit=np.tile(["a", "b"], 10))[0] == 1  # printed by both sides: tells nothing


def test_articles_trade_places_with_those_of_like_length():
    rng = np.random.default_rng(0)
    side = np.arange(400) < 100
    d = np.where(side, rng.integers(800, 1200, 400), rng.integers(100, 1200, 400)).astype(float)
    p = p_of(rng.poisson(d[:, None] * 0.002, (400, 400)), side, d)
    assert (p < 0.05).mean() < 0.08 and (p < 0.3).mean() > 0.15


def test_no_article_or_word_too_many():
    side = np.arange(24) < 12
    assert p_of(np.zeros((24, 2)), side).tolist() == [1, 1]
    assert p_of(np.ones(24), side, d=np.zeros(24)).tolist() == [1]


def corpora(number, sizes, bursts, lengths, more=1.0, words=300, repeats=40):
    """Uses of words in articles of two sides: (x, d, side), the first 30 words `more` frequent in the target."""
    for repeat in range(repeats):
        rng = np.random.default_rng([number, repeat])
        rates, parts = 0.002 * rng.pareto(1.1, words).clip(0.05, 20) / 4, []
        for n, shape, length, times in zip(sizes, bursts, lengths, (more, 1.0), strict=True):
            d = np.rint(rng.lognormal(np.log(length), 0.5, n)) + 30
            own = rates * np.where(np.arange(words) < 30, times, 1.0) * rng.gamma(shape, 1 / shape, (n, words))
            parts.append((rng.poisson(d[:, None] * own), d))
        x, d = (np.concatenate(part) for part in zip(*parts, strict=True))
        yield sparse.csr_array(x[:, x.sum(axis=0) >= 5].astype(float)), d, np.arange(len(d)) < sizes[0]


def any_found(number, *setting):
    return np.mean([
        (adjusted(article_p(x, d, np.arange(len(d)), side)) < 0.05).any() for x, d, side in corpora(number, *setting)
    ])  # fmt: skip


@pytest.mark.parametrize("number, setting", list(enumerate([
    ((40, 360), (0.15, 2), (400, 400)), ((100, 100), (0.15, 2), (400, 400)), ((40, 360), (2, 0.15), (400, 400)),
    ((100, 100), (0.5, 0.5), (130, 400)), ((40, 360), (0.2, 1), (130, 400)), ((60, 240), (2, 2), (400, 400)),
])))  # fmt: skip
def test_sides_with_other_bursts_or_lengths_are_no_finding(number, setting):
    assert any_found(number, *setting) <= 0.1


def test_and_what_differs_is_found():
    found = [
        (adjusted(article_p(x, d, np.arange(len(d)), side))[:20] < 0.05).mean()
        for x, d, side in corpora(9, (60, 240), (2, 2), (400, 400), 3.0, repeats=10)
    ]
    assert np.mean(found) > 0.5


def test_words_that_copies_print_count_once_for_each_side():
    x, side = np.r_[np.ones(30), np.zeros(30)], np.arange(60) < 30
    alone, copied = np.arange(60), np.r_[np.zeros(30), np.arange(1, 31)]
    p = [article_p(sparse.csr_array(x[:, None]), np.full(60, 100.0), unit, side)[0] for unit in (alone, copied)]
    assert p[0] < 1e-6 and p[1] > 0.05


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
