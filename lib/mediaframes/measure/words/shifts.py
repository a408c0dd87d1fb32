"""Which words make two groups differ in the mean score of a lexicon."""

import numpy as np
import pandas as pd
from scipy import sparse

from mediaframes.errors import MediaframesError, check_option
from mediaframes.measure.compare.differences import check_sides
from mediaframes.measure.declaration import measure
from mediaframes.measure.groups import group_names
from mediaframes.measure.inference.resample import MIN_UNITS, drawn_times, interval, weighted_sums
from mediaframes.measure.words.frequency import grouped_terms, uses_of_terms


def _uses_of_lexicon(articles, row, options, of):
    """Return where a word of the lexicon stands in target and reference, and their articles."""
    both = articles[articles[options["by"]].isin([options["target"], options["reference"]])]
    rows, both = uses_of_terms(both, row, {"ngram": 1, "merge_variants": False}, of)
    return rows[rows["term"].isin(pd.Series(options["scores"]).dropna().index)], both


@measure(
    name="word shift",
    unit="words",
    formula="[(score in target + score in reference) ÷ 2 - centre] × difference of the word's shares + mean share × "
    "difference of its scores",
    denominator="words of the lexicon in target and reference",
    source="Gallagher et al. 2021",
    kind="score",
    items=("term",),
    filters=(),
    located=_uses_of_lexicon,
)
def word_shift(
    articles,
    scores,
    *,
    target,
    reference,
    by="outlet",
    reference_scores=None,
    centre=None,
    missing="error",
    copies="keep",
):
    """Explain the difference of two groups in a lexicon's mean score by its words.

    Parameters
    ----------
    articles : DataFrame
    scores : dict or Series
        Score of each word of the lexicon, in lower case.
    target, reference : str
        Values of `by`.
    by : str
    reference_scores : dict or Series, optional
        Scores for the reference, where words have another meaning there. Default: `scores`. Words that are not in both
        are not counted.
    centre : float, optional
        The score that is neither high nor low. Default: the mean score of the reference.
    missing : {"error", "drop"}
        What to do with words whose score is NaN: refuse the lexicon, or leave these words out.
    copies : {"keep", "drop"}

    Returns
    -------
    DataFrame
        One row a word of the lexicon that is used, the largest contribution first: `term`, `target`, `reference`,
        `estimate` (what the word adds to the target's mean score minus the reference's; the rows add up to that
        difference), `low`, `high`, `n` (words of the lexicon in both), `n_articles`, `n_clusters`, `score`,
        `count_target`, `count_reference`, `share_target`, `share_reference` (of the words of the lexicon). In `attrs`:
        `mean_target`, `mean_reference`, and `covered_target`, `covered_reference` (share of the running words that the
        lexicon knows).

    Raises
    ------
    MediaframesError
        If a score is missing or no number, or no word of the lexicon is used on one side.

    References
    ----------
    Gallagher et al. 2021, EPJ Data Science 10(4).

    Examples
    --------
    >>> names = mf.group_names(articles)
    >>> shift = mf.word_shift(articles, {"regime": -1, "government": 0}, target=names[0], reference=names[1])
    >>> sorted(shift["term"])
    ['government', 'regime']
    """
    check_sides(group_names(articles, by=by), target, reference, by)
    phi, other_phi = _lexicon(scores, reference_scores, missing)
    x, terms, cells = grouped_terms(articles, [by], stopwords="keep", copies=copies)
    known = terms.isin(phi.index)
    x, terms = sparse.csc_array(x[:, known]), terms[known]
    phi, other_phi = (p.reindex(terms).to_numpy(float) for p in (phi, other_phi))
    sides = {side: (cells[by] == side).to_numpy() for side in (target, reference)}
    counts = [x[on].sum(axis=0) for on in sides.values()]
    if not len(terms) or min(c.sum() for c in counts) == 0:
        raise MediaframesError("no word of the lexicon is used on both sides; its words must be in lower case")
    shares = [c / c.sum() for c in counts]
    estimate = shift_contributions(*shares, phi, other_phi, centre)
    drawn = [_drawn_shares(x[on], cells["unit"][on], number) for number, on in enumerate(sides.values())]
    units = [cells["unit"][on].nunique() for on in sides.values()]
    low, high = _limits(drawn, phi, other_phi, centre, min(units))
    n_articles = int(sum(on.sum() for on in sides.values()))
    table = pd.DataFrame({"term": terms, "target": target, "reference": reference, "estimate": estimate})
    table = table.assign(low=low, high=high, n=int(sum(c.sum() for c in counts)), n_articles=n_articles)
    table = table.assign(n_clusters=sum(units), score=phi, count_target=counts[0], count_reference=counts[1])
    table = table.assign(share_target=shares[0], share_reference=shares[1])
    table = table[(counts[0] + counts[1]) > 0].astype({"count_target": int, "count_reference": int})
    words = [cells["d"][on].sum() for on in sides.values()]
    table = table.sort_values(["estimate", "term"], key=lambda s: -s.abs() if s.name == "estimate" else s)
    table.attrs = {
        "mean_target": float(shares[0] @ phi),
        "mean_reference": float(shares[1] @ other_phi),
        "covered_target": float(counts[0].sum() / words[0]),
        "covered_reference": float(counts[1].sum() / words[1]),
    }
    return table


def shift_contributions(p, p_reference, phi, phi_reference, centre=None):
    """Return what each word adds to the difference of two mean scores (Gallagher et al. 2021).

    Parameters
    ----------
    p, p_reference : ndarray, shape (..., words)
        Shares of each word, adding up to 1.
    phi, phi_reference : ndarray, shape (words,)
        Scores.
    centre : float, optional
        Default: the mean score of the reference.
    """
    if centre is None:
        centre = (p_reference @ phi_reference)[..., None] if p_reference.ndim > 1 else p_reference @ phi_reference
    apart = ((phi + phi_reference) / 2 - centre) * (p - p_reference)
    return apart + (p + p_reference) / 2 * (phi - phi_reference)


def _lexicon(scores, reference_scores, missing):
    check_option("missing", missing, ("error", "drop"))
    both = [pd.Series(s, dtype="float64") for s in (scores, scores if reference_scores is None else reference_scores)]
    for series in both:
        if missing == "error" and series.isna().any():
            names = ", ".join(map(str, series.index[series.isna()][:5]))
            raise MediaframesError(f'scores are missing for: {names}; missing="drop" leaves these words out')
        if series.index.has_duplicates:
            raise MediaframesError(f"two scores for one word: {series.index[series.index.duplicated()][0]!r}")
    common = both[0].dropna().index.intersection(both[1].dropna().index)
    return both[0][common], both[1][common]


def _drawn_shares(x, unit, seed):
    """Return each word's share in resamples of whole units, shape (resamples, words); None with fewer than 10 units."""
    codes, units = pd.factorize(unit)
    if len(units) < MIN_UNITS:
        return None
    together = sparse.csr_array((np.ones(len(codes)), (codes, np.arange(len(codes)))))
    sums = weighted_sums(drawn_times(len(units), 1000, [0, seed]), together @ x).T
    with np.errstate(invalid="ignore", divide="ignore"):
        return sums / sums.sum(axis=1, keepdims=True)


def _limits(drawn, phi, other_phi, centre, units):
    if any(d is None for d in drawn):
        return np.full((2, len(phi)), np.nan)
    return interval(shift_contributions(*drawn, phi, other_phi, centre), units)
