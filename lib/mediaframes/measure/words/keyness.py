"""Which words set one outlet apart: effect, interval and dispersion together."""

import numpy as np
import pandas as pd
from scipy import sparse

from mediaframes.corpus.enrichment.ribbons import ribbons
from mediaframes.errors import MediaframesError, tell
from mediaframes.measure.declaration import measure
from mediaframes.measure.groups import group_articles, unit_of
from mediaframes.measure.inference.permute import adjusted, article_p
from mediaframes.measure.inference.resample import MIN_UNITS, log_ratio_interval
from mediaframes.measure.words.chunks import running_text
from mediaframes.measure.words.frequency import dispersion, grouped_terms, in_runs, uses_of_terms
from mediaframes.measure.words.tokens import house_style, term_matrix
from mediaframes.measure.words.variants import compared_as

ALPHA_0 = 1000
OWN = "reference corpus"


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


def _uses_on_both_sides(articles, row, options, of):
    """Return where the term stands in target and reference, and their articles."""
    by, target = options["by"], options["target"]
    articles, named = _with_own(articles, target, options["reference"], by)
    side = _sides(group_articles(articles, [by])[by], by, target, named)
    return uses_of_terms(articles[side.notna().to_numpy()], row, options, of, among=articles)


@measure(
    name="keyness",
    unit="words",
    formula="log2 of (uses + 0.5) ÷ running words in the target over the same in the reference; z from log-odds with "
    f"an informative Dirichlet prior (α0 = {ALPHA_0}, target and reference together); g2 in the 4-term form; p from "
    "the permutation of whole articles of like length or, where larger, from negative binomial rates whose bursts may "
    "differ between the sides (saddlepoint approximations), adjusted after Benjamini & Hochberg 1995",
    denominator="running words of target and reference",
    source="Hardie 2014; Monroe, Colaresi & Quinn 2008; Dunning 1993",
    kind="log ratio",
    items=("term",),
    filters=(),
    located=_uses_on_both_sides,
    varies=("ngram", in_runs),
)
def keyness(
    articles,
    *,
    target,
    reference=None,
    by="outlet",
    ngram=1,
    min_count=5,
    stopwords="drop",
    merge_variants=False,
    copies="keep",
):
    """Compare the words of one group of articles with those of another.

    Parameters
    ----------
    articles : DataFrame
    target : str
        Value of `by` whose words are looked at.
    reference : str or DataFrame, optional
        Value of `by` to compare with, or the articles of a corpus of one's own. Default: all other articles.
    by : str
        Column that tells the groups apart.
    ngram : int
    min_count : int
        Leave out terms with fewer uses in both together.
    stopwords : {"drop", "keep"} or collection of str
        Whether function words are left out, or which words are: `mf.stopwords() | {"said"}`.
    merge_variants : bool
        Whether spellings of one word are one term, shown as it is used most: "ceasefire" with "cease-fire" and, where
        others write it together, "cease fire"; British with American spelling.
    copies : {"keep", "drop"}

    Returns
    -------
    DataFrame
        One row a term, the most telling first (by |z|): `term`, `target`, `reference`, `estimate` (log2 ratio of the
        relative frequencies: 1 means twice as often in the target, -1 in the reference), `low`, `high`, `n` (running
        words in both), `n_articles`, `n_clusters`, `count_target`, `count_reference`, `per_10k_target`,
        `per_10k_reference`, `articles_target`, `articles_reference`, `log_odds`, `z`, `g2`, `dpnorm` and
        `heaviest_share` over both, `house_style` (whether the term holds a title, a time of day or the like, or stands
        mostly in recurring ribbons such as "Live updates:"), `p` (test of whole articles) and `p_adjusted` (for all
        the terms of the table, Benjamini & Hochberg 1995), `made_by`. No interval and no p where one side has fewer
        than 10 independent articles.

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
    Lijffijt et al. 2016; test: Skovgaard 1987, Journal of Applied Probability 24.

    Examples
    --------
    >>> keyness = mf.keyness(articles, target="Calder City Ledger")
    >>> bool(keyness["p_adjusted"].dropna().between(0, 1).all())
    True
    """
    articles, named = _with_own(articles, target, reference, by)
    counted = {"ngram": ngram, "stopwords": stopwords, "merge_variants": merge_variants, "copies": copies}
    x, terms, cells = grouped_terms(articles, [by], **counted)
    side = _sides(cells[by], by, target, named)
    here = side.notna().to_numpy() if side.nunique() == 2 else np.zeros(len(cells), dtype=bool)
    x, cells, on_target = x[here], cells[here], side.eq("target").to_numpy(bool)[here]
    common = x.sum(axis=0) >= min_count if here.any() else np.zeros(len(terms), dtype=bool)
    x, terms = x[:, common], terms[common]
    table = _compared(x, terms, cells, on_target).assign(target=target, reference=named or "all others")
    ribboned = articles[articles["article_id"].isin(cells["article_id"])].reset_index(drop=True)
    table["house_style"] = house_style(terms) | _of_ribbons(ribboned, by, target, table, ngram)
    table["p"] = _p_values(x, cells, on_target)
    table["p_adjusted"] = adjusted(table["p"].to_numpy())
    spread = dispersion(x, terms, cells)
    table = table.merge(spread.drop(columns="document_frequency"), on="term", how="left", validate="one_to_one")
    first = ["term", "target", "reference"]
    table = table[first + [c for c in table if c not in first]]
    return table.sort_values(["z", "term"], key=lambda s: -s.abs() if s.name == "z" else s)


def _with_own(articles, target, reference, by):
    """Return the articles to compare and the name of the reference; those of a corpus of one's own are added."""
    if not isinstance(reference, pd.DataFrame):
        return articles, reference
    if by not in articles:
        raise MediaframesError(f"by={by!r} is no column of the articles; there are {', '.join(articles.columns)}")
    if reference.empty:
        raise MediaframesError("reference has no articles to compare with")
    own = reference.assign(**{by: OWN})
    for column in {"article_id", "copy_of"} & set(own):
        own[column] = OWN + ": " + own[column].astype("str").where(own[column].notna())
    return pd.concat([articles[articles[by] == target], own], ignore_index=True), OWN


def _sides(values, by, target, reference):
    known = sorted(set(values))
    for given in [target] if reference is None else [target, reference]:
        if given not in known:
            raise MediaframesError(f"no article has {by}={given!r}; there are: {', '.join(map(str, known))}")
    if reference == target:
        raise MediaframesError(f"target and reference are the same: {target!r}; {by} has: {', '.join(map(str, known))}")
    if known == [target]:
        tell(f"all articles have {by}={target!r}: there is nothing to compare it with")
    other = values.ne(target) if reference is None else values.eq(reference)
    side = pd.Series(pd.NA, index=values.index, dtype="object")
    side[other] = "reference"
    side[values.eq(target)] = "target"
    return side


def _compared(x, terms, cells, on_target):
    """Return one row a term: effect, interval, and what it was counted over."""
    sides = [(x[s], cells["d"].to_numpy(float)[s]) for s in (on_target, ~on_target)]
    (a, n1), (b, n2) = [(uses.sum(axis=0), words.sum()) for uses, words in sides]
    units = [
        _by_unit(*side, cells["unit"].to_numpy()[s]) for side, s in zip(sides, (on_target, ~on_target), strict=True)
    ]
    low, high = log_ratio_interval(*units[0], *units[1])
    delta, z = log_odds(a, b, n1, n2, ALPHA_0 * (a + b) / (n1 + n2))
    return pd.DataFrame(
        {
            "term": terms,
            "estimate": log_ratio(a, b, n1, n2),
            "low": low,
            "high": high,
            "n": int(n1 + n2),
            "n_articles": len(cells),
            "n_clusters": sum(len(d) for _, d in units),
            "count_target": a.astype(int),
            "count_reference": b.astype(int),
            "per_10k_target": 10_000 * a / n1,
            "per_10k_reference": 10_000 * b / n2,
            "articles_target": np.diff(sides[0][0].tocsc().indptr),
            "articles_reference": np.diff(sides[1][0].tocsc().indptr),
            "log_odds": delta,
            "z": z,
            "g2": g_squared(a, b, n1, n2),
        }
    )


def _by_unit(x, d, unit):
    """Add up the articles of each unit."""
    codes, units = pd.factorize(unit)
    if len(units) == len(codes):
        return x, d
    together = sparse.csr_array((np.ones(len(codes)), (codes, np.arange(len(codes)))))
    return sparse.csr_array(together @ x), together @ d


def _of_ribbons(articles, by, target, table, ngram):
    """Tell which terms stand in ribbons for most of their uses, on the side that uses them more."""
    outlets = articles["outlet"] if "outlet" in articles else articles[by]
    found = ribbons(articles["text"].map(running_text), outlets.astype("str"), unit_of(articles)).map("\n".join)
    some = articles[[by]].assign(text=found)[found != ""]
    uses = pd.DataFrame(0, index=table["term"].map(compared_as).drop_duplicates(), columns=[True, False])
    for side, own in some.groupby(some[by] == target):
        x, terms, _ = term_matrix(own, ngram=ngram)
        here = pd.Series(x.sum(axis=0), index=terms.map(compared_as)).groupby(level=0).sum()
        uses[side] = here.reindex(uses.index, fill_value=0)
    uses = uses.loc[table["term"].map(compared_as)]
    more = (table["estimate"] > 0).to_numpy()
    in_ribbons = np.where(more, uses[True], uses[False])
    return in_ribbons > np.where(more, table["count_target"], table["count_reference"]) / 2


def _p_values(x, cells, on_target):
    units = [cells["unit"][s].nunique() for s in (on_target, ~on_target)]
    if min(units) < MIN_UNITS or not x.shape[1]:
        return np.full(x.shape[1], np.nan)
    return article_p(x, cells["d"].to_numpy(float), cells["unit"].to_numpy(), on_target)
