"""How good the statistics are: false discoveries where there is nothing, and coverage where the truth is known."""

import numpy as np
import pandas as pd
from scipy import sparse, special

from mediaframes.measure.inference.permute import adjusted, article_p
from mediaframes.measure.inference.resample import ratio_interval, share_interval
from mediaframes.measure.words.frequency import grouped_terms
from mediaframes.measure.words.keyness import g_squared


def null_calibration(articles, *, by="outlet", target, shuffles=200, min_count=5, seed=0):
    """Shuffle the outlets, so that no word sets them apart, and count the words that tests find all the same.

    Parameters
    ----------
    articles : DataFrame
    by : str
    target : str
        Value of `by`; compared with all others.
    shuffles : int
        How often outlets are dealt out anew, whole groups of copies to one outlet.
    min_count : int
    seed : int

    Returns
    -------
    DataFrame
        One row a test ("articles permuted", as in `keyness`, and "words as independent draws", G² with its chi-squared
        p): `test`, `estimate` (share of the shuffles in which any word is found at a false discovery rate of 5 %: as
        nothing is to be found, each such shuffle holds false discoveries only), `low`, `high` (Clopper & Pearson
        1934), `n` (shuffles), `n_articles`, `n_clusters` (what was shuffled), `words_found` (mean number of words
        found), `p_below_05` (share of words with p < .05
        before the adjustment).

    Examples
    --------
    >>> null = mf.null_calibration(articles, target="Kavir Press Agency", shuffles=2)
    >>> null["test"].tolist()
    ['articles permuted', 'words as independent draws']
    """
    rng = np.random.default_rng(seed)
    x, _, cells = grouped_terms(articles, [by])
    x = sparse.csc_array(x[:, x.sum(axis=0) >= min_count])
    d, unit = cells["d"].to_numpy(float), cells["unit"].to_numpy(str)
    codes, first = np.unique(unit, return_inverse=True)[1], pd.Series(cells[by].eq(target).to_numpy()).groupby(unit)
    share = first.first().to_numpy()
    found = {"articles permuted": [], "words as independent draws": []}
    for _ in range(shuffles):
        on_target = rng.permutation(share)[codes]
        p = article_p(x, d, unit, on_target)
        for test, values in zip(found, (p, _token_p(x, d, on_target)), strict=True):
            found[test].append(((adjusted(values) < 0.05).sum(), (values < 0.05).mean()))
    table = pd.concat([_found(test, np.array(rows)) for test, rows in found.items()], ignore_index=True)
    table = table.assign(n_articles=len(cells), n_clusters=len(np.unique(unit)))
    table.attrs = {"measure": "shuffles with a false discovery", "unit": "shuffles", "kind": "share", "names": ["test"]}
    return table


def _token_p(x, d, on_target):
    a, b = (x.tocsr()[side].sum(axis=0) for side in (on_target, ~on_target))
    return special.chdtrc(1, g_squared(a, b, d[on_target].sum(), d[~on_target].sum()))


def _found(test, rows):
    hits = int((rows[:, 0] > 0).sum())
    numbers = {"estimate": hits / len(rows), **_limits(hits, len(rows)), "n": len(rows)}
    return pd.DataFrame([{"test": test, **numbers, "words_found": rows[:, 0].mean(), "p_below_05": rows[:, 1].mean()}])


def interval_coverage(*, n_articles=(12, 30, 100), repeats=1000, designs=None, seed=0):
    """Simulate articles with a known rate, and count how often the 95 % interval holds it.

    Parameters
    ----------
    n_articles : sequence of int
    repeats : int
        Simulated corpora of each design and size.
    designs : list of str, optional
        Names in `DESIGNS`. Default: all.
    seed : int

    Returns
    -------
    DataFrame
        One row a design and size: `design`, `articles`, `estimate` (share of the intervals that hold the truth), `low`,
        `high` (Clopper & Pearson 1934), `n` (repeats with some, and not all, counted), `too_low` and `too_high` (shares
        of the intervals that lie below, and above the truth).

    Examples
    --------
    >>> design = "half of the mentions"
    >>> bool(mf.interval_coverage(n_articles=[30], repeats=40, designs=[design]).loc[0, "estimate"] > 0.8)
    True
    """
    rows = []
    for number, name in enumerate(designs or DESIGNS):
        for size in n_articles:
            rng = np.random.default_rng([seed, number, size])
            rows.append({"design": name, "articles": size, **_covered(DESIGNS[name], size, repeats, rng)})
    return pd.DataFrame(rows)


def _covered(design, size, repeats, rng):
    below, above, held = 0, 0, 0
    draw, share = design
    for number in range(repeats):
        x, d, truth = draw(size, rng)
        if x.any() and not (share and (x == d).all()):
            low, high = (share_interval if share else ratio_interval)(x[:, None], d, seed=number)
            below, above, held = below + (high[0] < truth), above + (low[0] > truth), held + 1
    within = held - below - above
    sides = {"too_low": below / held, "too_high": above / held}
    return {"estimate": within / held, **_limits(int(within), held), "n": held, **sides}


def _limits(hits, n):
    from scipy.stats import binomtest  # scipy.stats takes half a second to load

    limits = binomtest(hits, n).proportion_ci()
    return {"low": limits.low, "high": limits.high}


def _lengths(size, rng):
    return np.rint(rng.lognormal(6, 0.6, size)) + 30


def _even_words(size, rng):
    d = _lengths(size, rng)
    return rng.poisson(d * rng.gamma(4, 0.005 / 4, size)).astype(float), d, 0.005


def _bursty_words(size, rng):
    d = _lengths(size, rng)
    return rng.poisson(d * rng.gamma(1, 0.005, size)).astype(float), d, 0.005


def _copied_words(size, rng):
    copies = rng.choice([1, 1, 1, 1, 1, 2, 3], size)
    d = _lengths(size, rng)
    return copies * rng.poisson(d * rng.gamma(4, 0.005 / 4, size)), copies * d, 0.005


def _mentions(share):
    def design(size, rng):
        d = 1 + rng.poisson(rng.gamma(1, 8, size))
        return rng.binomial(d, rng.beta(4 * share, 4 * (1 - share), size)).astype(float), d.astype(float), share

    return design


def _tone(size, rng):
    return 2 * rng.beta(2, 3, size) - 1, np.ones(size), -0.2


def _tone_mostly_neutral(size, rng):
    return np.where(rng.random(size) < 0.6, 0, -rng.beta(2, 1, size)), np.ones(size), -0.4 * 2 / 3


# What draws uses, denominators and the truth; and whether it is a share.
DESIGNS = {
    "a word, evenly used, articles of unequal length": (_even_words, True),
    "a word, used in bursts, articles of unequal length": (_bursty_words, True),
    "a word, in articles some of which are copied": (_copied_words, True),
    "a tenth of the mentions": (_mentions(0.1), True),
    "half of the mentions": (_mentions(0.5), True),
    "nine tenths of the mentions": (_mentions(0.9), True),
    "a mean of scores": (_tone, False),
    "a mean of scores that are mostly zero": (_tone_mostly_neutral, False),
}
