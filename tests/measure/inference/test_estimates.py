import numpy as np
import pandas as pd
import pytest
from scipy import sparse, stats

from mediaframes.errors import MediaframesError
from mediaframes.measure.groups import group_articles, unit_of
from mediaframes.measure.inference.estimates import ratio_estimates
from mediaframes.measure.inference.resample import interval, resampled_sums


def counts(x, d, unit=None, outlet="A"):
    ids = [f"{outlet}{i}" for i in range(len(x))]
    numerators = pd.DataFrame({"article_id": ids, "outlet": outlet, "x": x})
    denominators = pd.DataFrame({"article_id": ids, "outlet": outlet, "unit": unit or ids, "d": d})
    return numerators, denominators


def test_the_estimate_is_the_ratio_of_the_sums():
    result = ratio_estimates(*counts([1] * 10, [2] * 5 + [4] * 5), by=["outlet"], scale=100)
    row = result.loc[0]
    assert row["estimate"] == pytest.approx(100 * 10 / 30)
    assert (row["n"], row["n_articles"], row["n_clusters"], row["count"]) == (30, 10, 10, 10)
    assert row["low"] < row["estimate"] < row["high"]


def test_fewer_than_ten_units_have_no_interval():
    row = ratio_estimates(*counts([1] * 9, [2] * 9), by=["outlet"]).loc[0]
    assert row["estimate"] == 0.5
    assert np.isnan(row["low"]) and np.isnan(row["high"])


def test_copies_are_one_unit():
    unit = ["copies"] * 6 + [f"u{i}" for i in range(6)]
    row = ratio_estimates(*counts([1] * 12, [2] * 12, unit), by=["outlet"]).loc[0]
    assert (row["n_articles"], row["n_clusters"]) == (12, 7)
    assert np.isnan(row["low"])


def test_nothing_counted_is_missing_not_zero():
    row = ratio_estimates(*counts([0] * 12, [0] * 12), by=["outlet"]).loc[0]
    assert np.isnan(row["estimate"]) and row["n"] == 0


def test_absent_items_count_as_zero_and_groups_have_their_own_denominator():
    numerators = pd.DataFrame({"article_id": ["a", "b"], "outlet": ["A", "B"], "term": ["war", "war"], "x": [1, 3]})
    denominators = pd.DataFrame(
        {
            "article_id": ["a", "a2", "b"],
            "unit": ["a", "a2", "b"],
            "outlet": ["A", "A", "B"],
            "d": [10, 10, 6],
        }
    )
    result = ratio_estimates(numerators, denominators, by=["outlet"], over=["term"])
    assert result["estimate"].tolist() == [1 / 20, 3 / 6]


def test_the_interval_of_a_mean_is_close_to_students():
    rng = np.random.default_rng(3)
    x = rng.normal(size=40)
    row = ratio_estimates(*counts(x, [1] * 40), by=["outlet"]).loc[0]
    low, high = stats.t.interval(0.95, 39, x.mean(), stats.sem(x))
    assert row["low"] == pytest.approx(low, abs=0.06)
    assert row["high"] == pytest.approx(high, abs=0.06)


def test_where_no_article_differs_the_interval_is_exact():
    row = ratio_estimates(*counts([0] * 20, [1] * 20), by=["outlet"], share=True).loc[0]
    exact = stats.binomtest(0, 20).proportion_ci(method="exact")
    assert (row["low"], row["high"]) == (0, pytest.approx(exact.high))


def test_resampling_is_seeded_and_the_same_dense_or_sparse():
    columns = np.arange(24.0).reshape(12, 2)
    dense = resampled_sums(columns, seed=1)
    assert np.array_equal(dense, resampled_sums(sparse.csr_array(columns), seed=1))
    assert not np.array_equal(dense, resampled_sums(columns, seed=2))
    assert dense.mean(axis=0) == pytest.approx(columns.sum(axis=0), rel=0.05)


def test_interval_is_wider_than_plain_percentiles_in_small_samples():
    draws = np.random.default_rng(0).normal(size=(5000, 1))
    low, high = interval(draws, 12)
    assert low[0] < np.quantile(draws, 0.025) and high[0] > np.quantile(draws, 0.975)


@pytest.mark.slow
def test_intervals_cover_a_known_rate():
    rng = np.random.default_rng(5)
    covered = 0
    for _ in range(400):
        length = rng.integers(100, 500, size=30)
        x = rng.poisson(length * rng.gamma(4, 0.01 / 4, size=30))
        numerators, denominators = counts(x, length)
        row = ratio_estimates(numerators, denominators, by=["outlet"], seed=int(rng.integers(1e6))).loc[0]
        covered += row["low"] <= 0.01 <= row["high"]
    assert 0.92 <= covered / 400 <= 0.98


def test_units_and_groups():
    articles = pd.DataFrame({"article_id": ["a", "b", "c"], "copy_of": [None, "b", "b"], "outlet": ["X", None, "X"]})
    assert unit_of(articles).tolist() == ["a", "b", "b"]
    assert group_articles(articles, ["outlet"])["outlet"].tolist() == ["X", "(missing)", "X"]
    with pytest.raises(MediaframesError, match="newspaper"):
        group_articles(articles, ["newspaper"])


@pytest.mark.parametrize("units, share", [(12, 0.3), (30, 0.1)])
def test_intervals_of_shares_cover_and_stay_within_their_limits(units, share):
    rng = np.random.default_rng(11)
    covered, made = 0, 0
    for _ in range(300):
        d = 1 + rng.poisson(2, units)
        x = rng.binomial(d, rng.beta(4 * share, 4 * (1 - share), units))
        if 0 < x.sum() < d.sum():
            row = ratio_estimates(*counts(x, d), by=["outlet"], share=True).loc[0]
            assert 0 <= row["low"] < row["estimate"] < row["high"] <= 1
            covered, made = covered + (row["low"] <= share <= row["high"]), made + 1
    assert 0.93 <= covered / made <= 0.99


@pytest.mark.parametrize("copies", [1, 2, 20])
def test_none_of_ten_texts_says_the_same_however_often_each_is_printed(copies):
    used, over = counts([1, 0] * 10, [1] * 20, outlet="B")
    _, cells = counts([0] * 10 * copies, [1] * 10 * copies, [f"t{i // copies}" for i in range(10 * copies)])
    row = ratio_estimates(used, pd.concat([cells, over]), by=["outlet"], share=True, complete=True).loc[0]
    assert (row["outlet"], row["estimate"], row["n_clusters"]) == ("A", 0, 10)
    assert row["high"] == pytest.approx(1 - 0.025 ** (1 / 10))
