"""How often, how evenly: term frequency and dispersion."""

import numpy as np
import pandas as pd
from scipy import sparse

from mediaframes.errors import MediaframesError
from mediaframes.measure.declaration import measure
from mediaframes.measure.groups import as_list, group_articles
from mediaframes.measure.inference.estimates import matrix_estimates
from mediaframes.measure.words.tokens import dropped, located_terms, spelt_as_one, term_matrix
from mediaframes.measure.words.variants import compared_as

ENOUGH = 5  # uses: an interval of a rarer term would say little, and most terms are rarer


def uses_of_terms(articles, row, options, of, *, among=None):
    """Return where the term of a result's row stands, or with `of="denominator"` all words, and the articles.

    Spellings merged are looked for in the articles `among` which they were counted.
    """
    pairs = spelt_as_one(articles if among is None else among) if options["merge_variants"] else None
    same = (lambda term: term) if pairs is None else compared_as
    wanted = row["term"] if of == "numerator" and row is not None else None
    key = None if wanted is None else same(wanted)
    rows = [
        (article_id, term if wanted is None else wanted, start, end)
        for article_id, text in zip(articles["article_id"], articles["text"], strict=True)
        for term, start, end in located_terms(text, options["ngram"], pairs)
        if wanted is None or same(term) == key
    ]
    return pd.DataFrame(rows, columns=["article_id", "term", "start", "end"]), articles


def in_runs(ngram):
    """What a measure of words calls what it counts over, where terms are runs of several words."""
    return {"unit": f"runs of {ngram} words"} if ngram > 1 else {}


@measure(
    name="term frequency",
    unit="words",
    formula="10,000 × uses of the term ÷ running words",
    denominator="running words of the group, page furniture left out",
    source="per-article resampling: Lijffijt et al. 2016",
    kind="rate",
    items=("term",),
    filters=(),
    located=uses_of_terms,
    varies=("ngram", in_runs),
)
def term_frequency(
    articles,
    *,
    by=None,
    ngram=1,
    terms=None,
    min_count=1,
    stopwords="drop",
    merge_variants=False,
    copies="keep",
    weights="article",
):
    """Estimate how often each term is used, per 10,000 running words, in each group of articles.

    Parameters
    ----------
    articles : DataFrame
    by : str or list of str, optional
        Columns of `articles` that make the groups, such as "outlet"; also "day", "week", "month", "quarter" or "year"
        of publication.
    ngram : int
        How many words make a term.
    terms : list of str, optional
        Only these (in lower case), with a row for each in each group, used or not. Default: all that are used.
    min_count : int
        Leave out terms with fewer uses in all groups together.
    stopwords : {"drop", "keep"} or collection of str
        Whether function words get rows, or which words do not: `mf.stopwords() | {"said"}`. They count as running
        words in either case.
    merge_variants : bool
        Whether spellings of one word are one term, shown as it is used most: "ceasefire" with "cease-fire" and, where
        others write it together, "cease fire"; British with American spelling.
    copies : {"keep", "drop"}
        Whether to count each copy of a text, or the first of each group only.
    weights : {"article", "story"}
        What counts once: each article, or each story, its articles in equal parts.

    Returns
    -------
    DataFrame
        One row a group and term, the most frequent first: the group columns, `term`, `estimate`, `low`, `high`, `n`
        (running words), `n_articles`, `n_clusters`, `count`, `document_frequency` (share of the group's articles
        that use the term), `dpnorm` (0 even ... 1 in one article only), `heaviest_share` (share of the hits that
        are in the one article with most). Terms with fewer than 5 uses in all groups together have no interval, unless
        they are asked for in `terms`. `made_by` says how the row was made.

    Raises
    ------
    MediaframesError
        If there are no articles, or no such column.

    References
    ----------
    Dispersion: Gries 2008, International Journal of Corpus Linguistics 13(4); Lijffijt & Gries 2012, ibid. 17(1).

    Examples
    --------
    >>> mf.term_frequency(articles, terms=["regime"], by=None)["term"].tolist()
    ['regime']
    """
    by = as_list(by)
    kept = {"stopwords": stopwords if terms is None else "keep", "copies": copies, "weights": weights}
    x, names, cells = grouped_terms(articles, by, ngram=ngram, merge_variants=merge_variants, **kept)
    x, names = _only(x, names, terms, merge_variants) if terms is not None else (x, names)
    uses = x.sum(axis=0)
    if (uses < min_count).any():
        x, names, uses = x[:, uses >= min_count], names[uses >= min_count], uses[uses >= min_count]
    asked = (uses >= ENOUGH) | (terms is not None)
    options = {"scale": 10_000, "share": True, "complete": terms is not None, "asked": asked}
    table = matrix_estimates(x, cells, names.to_frame(index=False), by=by, **options)
    table = table.merge(dispersion(x, names, cells, by), on=[*by, "term"], how="left", validate="one_to_one")
    table = table.fillna({"document_frequency": 0.0}).astype({"count": int})
    return table.sort_values([*by, "estimate", "term"], ascending=[True] * len(by) + [False, True])


def grouped_terms(articles, by, *, ngram=1, stopwords="drop", merge_variants=False, copies="keep", weights="article"):
    """Count the terms of each article that counts.

    Returns
    -------
    x : sparse matrix, shape (articles, terms)
    terms : Index of str
    cells : DataFrame
        One row an article: `article_id`, the columns `by`, `unit`, `weight` and `d` (running words).
    """
    drop = dropped(stopwords)
    if articles.empty:
        raise MediaframesError("there are no articles to count words in")
    articles = articles.reset_index(drop=True)
    cells = group_articles(articles, by, copies=copies, weights=weights)
    pairs = spelt_as_one(articles) if merge_variants else None
    x, terms, d = term_matrix(articles.loc[cells.index], ngram=ngram, drop=drop, pairs=pairs)
    return x, terms, cells.assign(d=d).reset_index(drop=True)


def _only(x, terms, asked, merge_variants):
    """Keep the columns of these terms, with empty ones for those that nobody uses."""
    asked = pd.Index(dict.fromkeys(t.lower() for t in as_list(asked)), name="term")
    at = terms.map(compared_as).get_indexer(asked.map(compared_as)) if merge_variants else terms.get_indexer(asked)
    wider = sparse.hstack([x, sparse.csr_array((x.shape[0], 1))]).tocsc()
    return wider[:, np.where(at < 0, x.shape[1], at)].tocsr(), asked


def dispersion(x, terms, cells, by=()):
    """Measure how evenly each term is spread over the articles of its group.

    Parameters
    ----------
    x, terms, cells
        As from `grouped_terms`.
    by : sequence of str

    Returns
    -------
    DataFrame
        One row a group and term that it uses: the group columns, `term`, `document_frequency`, `dpnorm`,
        `heaviest_share`.

    Notes
    -----
    DP = 1/2 sum |v_i / f - s_i| over the group's articles, with v_i the uses in article i, f in all, s_i the
    article's share of the words; DPnorm = DP / (1 - min s_i). Articles without the term add s_i each, so that only
    the others need be summed.
    """
    by = list(by)
    some = cells["d"].to_numpy() > 0
    groups = cells[some].groupby(by).indices.items() if by else [((), np.arange(some.sum()))]
    x, d = x if some.all() else x[some], cells["d"].to_numpy(float)[some]
    tables = [pd.DataFrame(columns=[*by, "term", "document_frequency", "dpnorm", "heaviest_share"])]
    for key, rows in groups:
        values = dict(zip(by, key if isinstance(key, tuple) else (key,), strict=True))
        tables.append(_spread(x[rows], terms, d[rows]).assign(**values))
    table = pd.concat(tables[1:] or tables, ignore_index=True)[list(tables[0])]
    return table.astype(dict.fromkeys(by, "object"))


def _spread(x, terms, d):
    s = d / d.sum()
    x = x.tocsc()
    articles = np.diff(x.indptr)
    column = np.repeat(np.arange(len(terms)), articles)
    used = articles > 0
    v = x.data / np.bincount(column, x.data, minlength=len(terms))[column]
    here = s[x.indices]
    apart = np.bincount(column, np.abs(v - here), minlength=len(terms))
    dp = (apart + 1 - np.bincount(column, here, minlength=len(terms)))[used] / 2
    # A group of one article has no spread: 0 / 0, missing.
    dpnorm = dp / (1 - s.min()) if len(s) > 1 else np.full(len(dp), np.nan)
    heaviest = np.maximum.reduceat(v, x.indptr[:-1][used]) if used.any() else np.zeros(0)
    columns = {"document_frequency": articles[used] / len(d), "dpnorm": dpnorm, "heaviest_share": heaviest}
    return pd.DataFrame({"term": terms[used], **columns})
