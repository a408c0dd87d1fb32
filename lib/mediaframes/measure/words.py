"""How often, how evenly: term frequency and dispersion."""

import numpy as np
import pandas as pd

from mediaframes.errors import MediaframesError, check_option
from mediaframes.measure.estimates import as_estimates, as_list, group_articles, ratio_estimates
from mediaframes.measure.tokens import STOPWORDS, term_counts

__all__ = ["dispersion", "grouped_counts", "term_frequency"]


def term_frequency(articles, *, by=None, ngram=1, terms=None, min_count=1, stopwords="drop", copies="keep"):
    """Estimate how often each term is used, per 10,000 running words, in each group of articles.

    Parameters
    ----------
    articles : DataFrame
    by : str or list of str, optional
        Columns of `articles` that make the groups, such as "outlet".
    ngram : int
        How many words make a term.
    terms : list of str, optional
        Only these (in lower case). Default: all.
    min_count : int
        Leave out terms with fewer uses in all groups together.
    stopwords : {"drop", "keep"}
        Whether function words get rows. They count as running words in either case.
    copies : {"keep", "drop"}
        Whether to count each copy of a text, or the first of each group and outlet only.

    Returns
    -------
    DataFrame
        One row a group and term, the most frequent first: the group columns, `term`, `estimate`, `low`, `high`, `n`
        (running words), `n_articles`, `n_clusters`, `count`, `document_frequency` (share of the group's articles
        that use the term), `dpnorm` (0 even ... 1 in one article only), `heaviest_share` (share of the hits that
        are in the one article with most).

    References
    ----------
    Dispersion: Gries 2008, International Journal of Corpus Linguistics 13(4); Lijffijt & Gries 2012, ibid. 17(1).
    """
    by = as_list(by)
    counts, totals = grouped_counts(articles, by, ngram=ngram, stopwords=stopwords, copies=copies)
    if terms is not None:
        counts = counts[counts["term"].isin([t.lower() for t in as_list(terms)])]
    if min_count > 1:
        counts = counts[counts.groupby("term")["x"].transform("sum") >= min_count]
    table = ratio_estimates(counts, totals, by=by, over=["term"], scale=10_000)
    table = table.merge(dispersion(counts, totals, by), on=[*by, "term"], how="left", validate="one_to_one")
    table["count"] = table["count"].astype(int)
    order = table.sort_values([*by, "estimate", "term"], ascending=[True] * len(by) + [False, True])
    return as_estimates(
        order,
        measure="term frequency",
        formula="10,000 × uses of the term ÷ running words",
        denominator="running words of the group, page furniture left out",
        unit="words" if ngram == 1 else f"runs of {ngram} words",
        source="per-article resampling: Lijffijt et al. 2016",
        by=by,
        evidence={"kind": "term", "ngram": ngram},
    )


def grouped_counts(articles, by, *, ngram=1, stopwords="drop", copies="keep"):
    """Return `term_counts` with the group columns joined to the counts, and group columns and unit to the totals."""
    check_option("stopwords", stopwords, ("drop", "keep"))
    check_option("copies", copies, ("keep", "drop"))
    if articles.empty:
        raise MediaframesError("there are no articles to count words in")
    keys = group_articles(articles, by)
    if copies == "drop":
        keys = keys[~keys.duplicated(["unit", *by])]
        articles = articles[articles["article_id"].isin(keys["article_id"])]
    counts, totals = term_counts(articles, ngram=ngram)
    if stopwords == "drop":
        counts = counts[~counts["term"].isin(STOPWORDS)]
    join = {"on": "article_id", "how": "inner"}
    counts = counts.merge(keys[["article_id", *by]], validate="many_to_one", **join)
    return counts, totals.merge(keys, validate="one_to_one", **join)


def dispersion(counts, totals, by=()):
    """Measure how evenly each term is spread over the articles of its group.

    Parameters
    ----------
    counts, totals : DataFrame
        As from `grouped_counts`.
    by : sequence of str

    Returns
    -------
    DataFrame
        The group columns, `term`, `document_frequency`, `dpnorm`, `heaviest_share`.

    Notes
    -----
    DP = 1/2 sum |v_i / f - s_i| over the group's articles, with v_i the uses in article i, f in all, s_i the
    article's share of the words; DPnorm = DP / (1 - min s_i). Articles without the term add s_i each, so that only
    the others need be summed.
    """
    by = list(by)
    totals = totals[totals["d"] > 0]
    size = totals.groupby(by)["d"] if by else totals["d"]
    if by:
        s = totals["d"] / size.transform("sum")
        n_articles, least = totals.groupby(by).size(), s.groupby([totals[b] for b in by]).min()
    else:
        s = totals["d"] / size.sum()
        n_articles, least = len(totals), s.min()
    rows = counts[[*by, "article_id", "term", "x"]].merge(totals.assign(s=s)[["article_id", "s"]], on="article_id")
    key = [*by, "term"]
    f = rows.groupby(key)["x"].transform("sum")
    rows = rows.assign(v=rows["x"] / f, gap=(rows["x"] / f - rows["s"]).abs())
    table = rows.groupby(key).agg(
        articles=("x", "size"), gap=("gap", "sum"), here=("s", "sum"), heaviest_share=("v", "max")
    )
    dp = (table["gap"] + 1 - table["here"]) / 2
    if by:
        groups = table.reset_index()[by].set_index(by).index
        n_articles, least = n_articles.reindex(groups).to_numpy(), least.reindex(groups).to_numpy()
    with np.errstate(invalid="ignore", divide="ignore"):
        # A group of one article has no spread: 0 / 0, missing.
        dpnorm = np.where(np.isclose(least, 1), np.nan, dp / (1 - least))
    table = table.assign(document_frequency=table["articles"] / n_articles, dpnorm=dpnorm).reset_index()
    return pd.DataFrame(table[[*key, "document_frequency", "dpnorm", "heaviest_share"]])
