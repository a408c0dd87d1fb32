"""Articles on the same event: alike in their opening words, and near in time."""

import numpy as np
import pandas as pd
import polars as pl
from scipy.sparse import csr_array

from mediaframes.corpus.enrichment.groups import as_series, components, day_numbers, group_names, word_rows
from mediaframes.corpus.enrichment.ribbons import lower_words, without_ribbons

SIMILARITY = 0.23  # cosine; of pairs below it, few are on the same event
SIMILARITY_OF_HEADLINES = 0.46  # where one of them has few words: sharing two names is not yet an event
FEW = 20  # words
WINDOW = 3  # days
_OPENING = 100  # words: news tells the event first
_CHARACTERS = 10 * _OPENING
_TERMS = 40  # the strongest of each article
_MOST_COMPARED = 20_000  # articles before each one, so that a corpus without dates takes no quadratic time
_BLOCK = 500
_BATCH = 5000


def story_groups(articles, *, copies=None):
    """Group articles on the same event: for each row the smallest article_id of its story, None if it is alone.

    Each article is tied to the earlier one that is most like it, if their cosine is at least 0.23 (0.46 where one
    has fewer than 20 words) and they lie no more than three days apart (without a date, it is compared with the
    20,000 before); what is tied together is a story. Vectors are tf-idf weights, (1 + ln tf) ln(N / df), of the 40
    strongest words among the title and the first 100 words (first-story detection as in Allan et al. 1998, with a
    window in time). A story lasts as long as each new article resembles one of the last three days. Copies, whose
    groups `copies` names for each row, are of one story. What an outlet prints over many articles ("List of key events,
    day 91") is left out, so that a series is no event.
    """
    days = day_numbers(articles["published"])
    order = np.argsort(days, kind="stable")
    openings = _openings(articles, copies)
    short = _opening_words(openings) < FEW
    pairs = order[_nearest_earlier(word_vectors(openings)[order], days[order], short[order])]
    pairs = np.concatenate([pairs, _tied(copies or [])])
    return group_names(components(pairs, len(articles)), list(articles["article_id"]))


def _openings(articles, copies):
    """Return titles, and the texts as far as they are looked at, without the ribbons of their outlets."""
    table = pd.DataFrame({name: articles[name].fillna("").astype("object") for name in ("title", "text")})
    table = table.assign(text=table["text"].str.slice(0, _CHARACTERS)).reset_index(drop=True)
    own = pd.Series(np.arange(len(table)).astype(str), dtype="object")
    units = own if copies is None else pd.Series(copies, dtype="object").fillna(own)
    outlets = articles["outlet"] if "outlet" in articles else pd.Series("", index=articles.index)
    outlets = outlets.astype("object").fillna("").reset_index(drop=True)
    common = lower_words(table["text"])
    return table.apply(without_ribbons, outlets=outlets, units=units, common=common)


def word_vectors(articles):
    """Weigh the words that open each article: a sparse row of length 1, or of 0 where no other has its words."""
    counts = _word_counts(as_series(articles["title"]), as_series(articles["text"]))
    spread = counts.group_by("word").agg(df=pl.len()).filter(pl.col("df") > 1)
    weight = (1 + pl.col("tf").log()) * (len(articles) / pl.col("df")).log()
    terms = counts.join(spread, on="word").with_columns(weight=weight, column=pl.col("word").rank("dense") - 1)
    terms = terms.sort("doc", "weight", "word", descending=[False, True, False])
    terms = terms.filter(pl.int_range(pl.len()).over("doc") < _TERMS)
    terms = terms.with_columns(weight=pl.col("weight") / (pl.col("weight") ** 2).sum().sqrt().over("doc"))
    shape = (len(articles), (terms["column"].max() or 0) + 1)
    weights = np.nan_to_num(terms["weight"].to_numpy())
    return csr_array((weights, (terms["doc"].to_numpy(), terms["column"].to_numpy())), shape=shape)


def _opening_words(articles):
    """Count the different words of each title and opening."""
    docs = _word_counts(as_series(articles["title"]), as_series(articles["text"]))["doc"].to_numpy()
    return np.bincount(docs, minlength=len(articles))


def _word_counts(titles, texts):
    """Count the words of title and opening, as hashes: columns doc, word, tf."""
    pieces = []
    for start in range(0, len(texts), _BATCH):
        opening = titles.slice(start, _BATCH) + "\n" + texts.slice(start, _BATCH).str.slice(0, _CHARACTERS)
        words = word_rows(opening, first=_OPENING).filter(pl.col("word").str.len_chars() > 2)
        words = words.with_columns(pl.col("doc") + start, pl.col("word").hash(seed=5))
        pieces.append(words.group_by("doc", "word").agg(tf=pl.len()))
    schema = {"doc": pl.UInt32, "word": pl.UInt64, "tf": pl.UInt32}
    return pl.concat(pieces) if pieces else pl.DataFrame(schema=schema)


def _nearest_earlier(vectors, days, short):
    """Pair each row with the most similar row before it, where near and similar enough; rows lie in date order."""
    pairs = [np.zeros((0, 2), np.int64)]
    for start in range(0, len(days), _BLOCK):
        end = min(start + _BLOCK, len(days))
        first = np.searchsorted(days[:start], days[start] - WINDOW) if days[start] == days[start] else 0
        first = max(int(first), end - _MOST_COMPARED, 0)
        alike = (vectors[start:end] @ vectors[first:end].T).tocoo()
        i, j, value = alike.row + start, alike.col + first, alike.data
        least = np.where(short[i] | short[j], SIMILARITY_OF_HEADLINES, SIMILARITY)
        kept = (j < i) & (value >= least) & ~(np.abs(days[i] - days[j]) > WINDOW)
        i, j, value = i[kept], j[kept], value[kept]
        best = np.lexsort((j, -value, i))
        leading = np.unique(i[best], return_index=True)[1]
        pairs.append(np.column_stack([i, j])[best][leading])
    return np.concatenate(pairs)


def _tied(names):
    """Pair each member of a named group with the first one."""
    first = {}
    pairs = [(first.setdefault(name, row), row) for row, name in enumerate(names) if name is not None]
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)
