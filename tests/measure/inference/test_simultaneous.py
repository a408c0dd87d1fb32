import numpy as np
import pytest
from scipy import stats

from mediaframes.measure.inference.simultaneous import simultaneous_interval, welch


def resampled_means(x, rng, times=1000):
    drawn = rng.integers(0, len(x), (times, len(x)))
    return x[drawn].mean(axis=1)


def test_one_estimate_has_about_students_interval():
    x = np.random.default_rng(2).normal(size=(40, 1))
    low, high = simultaneous_interval(x.mean(axis=0), resampled_means(x, np.random.default_rng(0)), np.array([40]))
    expected = stats.t.interval(0.95, 39, x.mean(), stats.sem(x[:, 0]))
    assert (low[0], high[0]) == (pytest.approx(expected[0], abs=0.03), pytest.approx(expected[1], abs=0.03))


def test_of_many_each_reaches_farther():
    rng = np.random.default_rng(3)
    x = rng.normal(size=(40, 20))
    estimates, draws, units = x.mean(axis=0), resampled_means(x, rng), np.full(20, 40)
    one = simultaneous_interval(estimates[:1], draws[:, :1], units[:1])
    all_of_them = simultaneous_interval(estimates, draws, units)
    # Twenty independent means: 1 - .95 ** (1 / 20) on both sides asks for 3.02 standard errors in place of 1.96.
    ratio = (all_of_them[1][0] - all_of_them[0][0]) / (one[1][0] - one[0][0])
    assert ratio == pytest.approx(3.02 / 1.96, abs=0.15)


def test_what_cannot_be_known_is_missing():
    draws = np.column_stack([np.zeros(100), np.arange(100.0), np.arange(100.0)])
    low, high = simultaneous_interval(np.array([0.0, 50.0, 50.0]), draws, np.array([30, 9, 30]))
    assert np.isnan(low).tolist() == np.isnan(high).tolist() == [True, True, False]
    assert simultaneous_interval(np.zeros(0), np.zeros((5, 0)), np.zeros(0, int))[0].shape == (0,)


@pytest.mark.slow
def test_all_hold_at_once_in_95_of_100_samples():
    """Six outlets without any difference: how often is one of the fifteen differences called sure?"""
    rng, wrong, repeats = np.random.default_rng(7), 0, 400
    a, b = np.triu_indices(6, 1)
    for _ in range(repeats):
        x = 2 * rng.beta(2, 3, size=(6, 20)) - 1
        draws = np.column_stack([resampled_means(row, rng) for row in x])
        means = x.mean(axis=1)
        low, high = simultaneous_interval(means[a] - means[b], draws[:, a] - draws[:, b], np.full(15, 20))
        wrong += ((low > 0) | (high < 0)).any()
    assert stats.binomtest(wrong, repeats, 0.05, alternative="greater").pvalue > 0.01
    assert wrong / repeats > 0.01  # nor is it so careful as to find nothing


def test_a_resample_without_a_side_leaves_the_others_their_intervals():
    x = np.random.default_rng(4).normal(size=(40, 2))
    draws = resampled_means(x, np.random.default_rng(0))
    draws[0], draws[1, 0] = np.nan, np.nan
    assert np.isfinite(simultaneous_interval(x.mean(axis=0), draws, np.array([40, 40]))).all()


def test_the_reach_is_students_as_far_out_as_the_largest_of_many_lies():
    x = np.random.default_rng(5).normal(size=(10, 28))
    draws = resampled_means(x, np.random.default_rng(0))
    low, high = simultaneous_interval(x.mean(axis=0), draws, np.full(28, 10))
    largest = np.quantile((np.abs(draws - x.mean(axis=0)) / draws.std(axis=0)).max(axis=1), 0.95)
    expected = stats.t.isf(stats.norm.sf(largest), 9) * np.sqrt(10 / 9) * draws.std(axis=0)
    assert (high - low) / 2 == pytest.approx(expected)


def test_degrees_of_freedom_are_those_of_welch():
    assert welch([[1.0, 1.0, 0.0], [1.0, 0.0, 0.0]], [[10, 10, 10], [10, 201, 20]]).tolist() == [18, 9, 9]
