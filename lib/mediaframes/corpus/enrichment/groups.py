"""What copies and stories share: words, days, groups from pairs, and their names."""

import numpy as np
import polars as pl
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from mediaframes.corpus.readers.rows import WORD


def components(pairs, n):
    """Number the connected groups of `n` things, given which of them are paired (array of two columns)."""
    pairs = np.asarray(pairs, dtype=np.int64).reshape(-1, 2)
    graph = coo_array((np.ones(len(pairs), bool), (pairs[:, 0], pairs[:, 1])), shape=(n, n))
    return connected_components(graph, directed=False)[1] if n else np.zeros(0, np.int64)


def group_names(labels, ids):
    """Name each group of two or more after the smallest id in it; None for what is alone."""
    smallest, size = {}, {}
    for label, name in zip(labels, ids, strict=True):
        smallest[label] = min(name, smallest.get(label, name))
        size[label] = size.get(label, 0) + 1
    return [smallest[label] if size[label] > 1 else None for label in labels]


def day_numbers(published):
    """Number the days of a column of dates; NaN where there is none."""
    days = published.to_numpy().astype("datetime64[D]").astype("float64")
    days[published.isna().to_numpy()] = np.nan
    return days


def as_series(column):
    """Hand a pandas column of text to polars, without a copy where it can be; missing text is empty."""
    return pl.from_pandas(column).cast(pl.String).fill_null("")


def word_rows(texts, *, first=None):
    """List the words of each text in lower case, or the first of them: a row each, columns doc and word."""
    words = texts.str.to_lowercase().str.extract_all(WORD)
    rows = pl.DataFrame({"word": words.list.head(first) if first else words}).with_row_index("doc")
    return rows.explode("word", empty_as_null=True).filter(pl.col("word").is_not_null())
