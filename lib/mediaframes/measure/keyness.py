"""Which words set one outlet apart: effect, interval and dispersion together."""

import warnings

import numpy as np
import pandas as pd
from scipy import sparse

from mediaframes.errors import MediaframesError
from mediaframes.measure.estimates import MIN_UNITS, as_estimates, interval, resampled_sums
from mediaframes.measure.words import dispersion, grouped_counts

__all__ = ["g_squared", "keyness", "log_odds", "log_ratio"]

ALPHA_0 = 1000


def log_ratio(a, b, n1, n2):
    """Log2 of the ratio of two relative frequencies, half a use added to each count (Hardie 2014)."""
    return np.log2(((a + 0.5) / n1) / ((b + 0.5) / n2))


def g_squared(a, b, n1, n2):
    """G² over the four cells of term × corpus (Dunning 1993): the 4-term form; Rayson & Garside's has two terms."""
    observed = np.array([a, b, n1 - a, n2 - b], dtype=float)
    share = (a + b) / (n1 + n2)
    expected = np.array([n1 * share, n2 * share, n1 * (1 - share), n2 * (1 - share)])
    with np.errstate(divide="ignore", invalid="ignore"):
        cells = np.where(observed > 0, observed * np.log(observed / expected), 0.0)
    return 2 * cells.sum(axis=0)


def log_odds(a, b, n1, n2, prior):
    """Log-odds difference with an informative Dirichlet prior, and its z (Monroe, Colaresi & Quinn 2008).

    Parameters
    ----------
    a, b : ndarray
        Uses of each term in the target and in the reference.
    n1, n2 : float
        Running words of each.
    prior : ndarray
        alpha_w: alpha_0 times each term's share of a background corpus.

    Returns
    -------
    delta, z : ndarray
        z ranks; it is no test.
    """
    alpha_0 = ALPHA_0
    target = np.log((a + prior) / (n1 + alpha_0 - a - prior))
    reference = np.log((b + prior) / (n2 + alpha_0 - b - prior))
    return target - reference, (target - reference) / np.sqrt(1 / (a + prior) + 1 / (b + prior))


def keyness(articles, *, target, reference=None, by="outlet", ngram=1, min_count=5, stopwords="drop", copies="keep"):
    """Compare the words of one group of articles with those of another.

    Parameters
    ----------
    articles : DataFrame
    target : str
        Value of `by` whose words are looked at.
    reference : str, optional
        Value of `by` to compare with. Default: all other articles.
    by : str
        Column that tells the groups apart.
    ngram : int
    min_count : int
        Leave out terms with fewer uses in both together.
    stopwords : {"drop", "keep"}
    copies : {"keep", "drop"}

    Returns
    -------
    DataFrame
        One row a term, the most telling first (by |z|): `term`, `target`, `reference`, `estimate` (log2 ratio of the
        relative frequencies: 1 means twice as often in the target, -1 in the reference), `low`, `high`, `n` (running
        words in both), `n_articles`, `n_clusters`, `count_target`, `count_reference`, `per_10k_target`,
        `per_10k_reference`, `articles_target`, `articles_reference`, `log_odds`, `z`, `g2`, `dpnorm` and
        `heaviest_share` over both. No interval where one side has fewer than 10 independent articles.

    Raises
    ------
    MediaframesError
        If `by` has no such value; the message lists those it has.

    Notes
    -----
    The prior of `log_odds` is alpha_0 = 1000 words spread as in target and reference together.

    References
    ----------
    Hardie 2014; Monroe, Colaresi & Quinn 2008, Political Analysis 16(4); Dunning 1993; resampling of whole articles:
    Lijffijt et al. 2016.
    """
    counts, totals = grouped_counts(articles, [by], ngram=ngram, stopwords=stopwords, copies=copies)
    side = _sides(totals[by], by, target, reference)
    totals = totals.assign(side=side).dropna(subset="side")
    comparable = totals["side"].nunique() == 2
    counts = counts[counts["article_id"].isin(totals["article_id"]) & comparable]
    counts = counts[counts.groupby("term")["x"].transform("sum") >= min_count]
    terms = pd.Index(sorted(counts["term"].unique()), name="term")
    x, d = _sums(counts, totals, terms)
    a, b, n1, n2 = (
        x["target"].sum(axis=0),
        x["reference"].sum(axis=0),
        d["target"].sum(),
        d["reference"].sum(),
    )
    low, high = _log_ratio_interval(x, d)
    delta, z = log_odds(a, b, n1, n2, ALPHA_0 * (a + b) / (n1 + n2))
    n_articles = totals.groupby("side")["article_id"].nunique()
    table = pd.DataFrame(
        {
            "term": terms,
            "target": target,
            "reference": reference or "all others",
            "estimate": log_ratio(a, b, n1, n2),
            "low": low,
            "high": high,
            "n": int(n1 + n2),
            "n_articles": int(n_articles.sum()),
            "n_clusters": x["target"].shape[0] + x["reference"].shape[0],
            "count_target": a.astype(int),
            "count_reference": b.astype(int),
            "per_10k_target": 10_000 * a / n1,
            "per_10k_reference": 10_000 * b / n2,
            "log_odds": delta,
            "z": z,
            "g2": g_squared(a, b, n1, n2),
        }
    )
    table = table.merge(_articles_using(counts, totals), on="term", how="left", validate="one_to_one")
    spread = dispersion(counts, totals)[["term", "dpnorm", "heaviest_share"]]
    table = table.merge(spread, on="term", how="left", validate="one_to_one")
    return as_estimates(
        table.sort_values(["z", "term"], key=lambda s: -s.abs() if s.name == "z" else s),
        measure="keyness",
        formula="log2 of (uses + 0.5) ÷ running words in the target over the same in the reference; "
        f"z from log-odds with an informative Dirichlet prior (α0 = {ALPHA_0}, target and reference together); "
        "g2 in the 4-term form",
        denominator="running words of target and reference",
        unit="words" if ngram == 1 else f"runs of {ngram} words",
        source="Hardie 2014; Monroe, Colaresi & Quinn 2008; Dunning 1993",
        by=[],
        evidence={"kind": "term", "ngram": ngram, "sides": [by]},
    )


def _sides(values, by, target, reference):
    known = sorted(set(values))
    for given in [target] if reference is None else [target, reference]:
        if given not in known:
            raise MediaframesError(f"no article has {by}={given!r}; there are: {', '.join(map(str, known))}")
    if reference == target:
        raise MediaframesError(f"target and reference are the same: {target!r}; {by} has: {', '.join(map(str, known))}")
    if known == [target]:
        warnings.warn(f"all articles have {by}={target!r}: there is nothing to compare it with", stacklevel=3)
    other = values.ne(target) if reference is None else values.eq(reference)
    side = pd.Series(pd.NA, index=values.index, dtype="object")
    side[other] = "reference"
    side[values.eq(target)] = "target"
    return side


def _sums(counts, totals, terms):
    """Return uses (units × terms) and running words (units) of each side."""
    x, d = {}, {}
    for side in ("target", "reference"):
        part = totals[totals["side"] == side]
        units = pd.Index(part["unit"].unique())
        here = counts.merge(part[["article_id", "unit"]], on="article_id")
        entries = (
            here["x"].to_numpy(float),
            (units.get_indexer(here["unit"]), terms.get_indexer(here["term"])),
        )
        x[side] = sparse.coo_array(entries, shape=(len(units), len(terms))).tocsr()
        d[side] = part.groupby("unit", sort=False)["d"].sum().reindex(units).to_numpy(float)
    return x, d


def _log_ratio_interval(x, d):
    smaller = min(len(d["target"]), len(d["reference"]))
    if smaller < MIN_UNITS or not x["target"].shape[1]:
        return np.full((2, x["target"].shape[1]), np.nan)
    draws = [
        resampled_sums(sparse.hstack([sparse.csc_array(d[side][:, None]), x[side]]).tocsr(), seed=[0, number])
        for number, side in enumerate(("target", "reference"))
    ]
    ratios = log_ratio(draws[0][:, 1:], draws[1][:, 1:], draws[0][:, :1], draws[1][:, :1])
    return interval(ratios, smaller)


def _articles_using(counts, totals):
    using = counts.merge(totals[["article_id", "side"]], on="article_id").groupby(["term", "side"]).size()
    table = using.unstack(fill_value=0).reindex(columns=["target", "reference"], fill_value=0)
    return table.rename(columns=lambda side: f"articles_{side}").reset_index()
