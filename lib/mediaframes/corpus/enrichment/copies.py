"""Near-duplicates: groups of articles that print the same text, whole, edited or cut."""

import numpy as np
import polars as pl

from mediaframes.corpus.enrichment.groups import as_series, components, day_numbers, group_names, word_rows

SHINGLE = 5  # words
JACCARD = 0.8
CONTAINMENT = 0.5  # of the shorter text's shingles, for copy that was cut or put into a longer article
WINDOW = 4  # days
_FEWEST = 12  # shingles; a shorter text is a copy only if it is the same
_SHORT = 40  # shingles; of shorter texts, the numbers must be the same, too
_SAMPLED = 8  # one shingle of so many is in the sketch
_BATCH = 5000  # articles
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


def copy_groups(articles):
    """Group articles that are copies of each other: for each row the smallest article_id of its group, None if alone.

    Two articles are copies if the Jaccard index of their sets of 5-word shingles is at least 0.8, or if at
    least 0.5 of the shorter one's shingles are in the longer one, and they appeared within four days of
    each other (articles without a date are compared with all). Candidates come from sketches of the shingles
    whose hash is divisible by 8, which keep containment as MinHash values do not (Broder 1997, "On the
    resemblance and containment of documents"); each candidate pair is then checked on all shingles.
    """
    texts, days = as_series(articles["text"]), day_numbers(articles["published"])
    pairs = _candidates(_sketches(texts), days)
    checked = np.unique(pairs)
    hashes, bounds = shingle_hashes(texts.gather(checked))
    places = np.searchsorted(checked, pairs)
    numbers = texts.gather(checked).str.extract_all(r"\d+").to_list()
    kept = [
        pair
        for pair, (i, j) in zip(pairs, places, strict=True)
        if _are_copies(hashes, bounds, i, j, same_numbers=numbers[i] == numbers[j])
    ]
    return group_names(components(kept, len(articles)), list(articles["article_id"]))


def shingle_hashes(texts):
    """Hash every run of five words of each text (a polars Series), case and punctuation aside.

    Returns the distinct hashes of each text, sorted within the text, one text after the other, and the bounds: text i
    has `hashes[bounds[i]:bounds[i + 1]]`. A text of fewer than five words has the hash of all of them.
    """
    rows = _in_batches(texts, lambda rows: rows)
    sizes = np.bincount(rows["doc"].to_numpy(), minlength=len(texts))
    return rows["hash"].to_numpy(), np.append(0, np.cumsum(sizes))


def _sketches(texts):
    """Keep of each text the hashes divisible by 8, of a short text all: columns doc, hash, short, sampled."""
    short = pl.len().over("doc") < _FEWEST * _SAMPLED
    rules = {"short": short, "sampled": pl.col("hash") % _SAMPLED == 0}
    return _in_batches(texts, lambda rows: rows.with_columns(**rules).filter(pl.col("sampled") | pl.col("short")))


def _in_batches(texts, choose):
    """Hash the shingles of some texts at a time, and keep the rows that `choose` gives, each once, in order."""
    pieces = [choose(_batch_hashes(texts.head(0), 0))]
    columns = pl.col("doc", "hash")
    for start in range(0, len(texts), _BATCH):
        rows = choose(_batch_hashes(texts.slice(start, _BATCH), start))
        pieces.append(rows.sort("doc", "hash").filter(pl.any_horizontal(columns.ne_missing(columns.shift()))))
    return pl.concat(pieces)


def _batch_hashes(texts, start):
    """Hash shingles, columns doc and hash: each hash is a sum over the five words that follow a place."""
    words = word_rows(texts)
    doc, word = words["doc"].to_numpy().astype(np.int64), words["word"].hash(seed=5).to_numpy()
    n = len(doc)
    last = np.searchsorted(doc, doc, side="right") - 1  # of the text that the word stands in
    value, inside = np.zeros(n, np.uint64), np.zeros(n, bool)
    for offset in range(SHINGLE):
        place = np.arange(n) + offset
        inside = place <= last
        value = value * _FACTOR + np.where(inside, word[np.minimum(place, last)], np.uint64(7))
    first = np.append(True, doc[1:] != doc[:-1])[:n]
    whole = inside | (first & (last - np.arange(n) < SHINGLE - 1))
    return pl.DataFrame({"doc": doc[whole] + start, "hash": _mix(value[whole])})


def _mix(value):
    """Spread the bits, so that the low ones, which choose the sketch, depend on all words."""
    value = (value ^ (value >> np.uint64(31))) * np.uint64(0x7FB5D329728EA185)
    return value ^ (value >> np.uint64(29))


def _candidates(sketches, days):
    """Pair articles that share enough of their sketches, each with its neighbours in the order of dates.

    Among many copies each need not meet all: neighbours are enough to connect the group.
    """
    rank = np.empty(len(days), np.int64)
    rank[np.argsort(days, kind="stable")] = np.arange(len(days))
    frame = sketches.select("doc", "hash", rank=rank[sketches["doc"].to_numpy()]).sort("hash", "rank")
    value, article = frame["hash"].to_numpy(), frame["doc"].to_numpy()
    pairs = [np.zeros((0, 2), np.int64)]
    for step in (1, 2):
        same = value[step:] == value[:-step]
        pairs.append(np.column_stack([article[:-step][same], article[step:][same]]))
    both = pl.DataFrame(np.sort(np.concatenate(pairs), axis=1), schema=["i", "j"]).group_by("i", "j").len()
    i, j, shared = (both.sort("i", "j")[column].to_numpy() for column in ("i", "j", "len"))
    near = ~(np.abs(days[i] - days[j]) > WINDOW)  # also true where a date is missing
    size, short = np.zeros(len(days)), np.zeros(len(days), bool)
    texts = sketches.group_by("doc").agg(pl.col("sampled").sum(), pl.col("short").any())
    size[texts["doc"].to_numpy()], short[texts["doc"].to_numpy()] = texts["sampled"], texts["short"]
    # two short texts share all their hashes, others only those divisible by 8
    most = np.minimum(size[i], size[j]) * np.where(short[i] & short[j], _SAMPLED, 1)
    likely = shared >= 0.5 * CONTAINMENT * most
    return np.column_stack([i, j])[near & likely]


def _are_copies(hashes, bounds, i, j, *, same_numbers):
    one, two = hashes[bounds[i] : bounds[i + 1]], hashes[bounds[j] : bounds[j + 1]]
    shared = len(np.intersect1d(one, two, assume_unique=True))
    smaller, both = min(len(one), len(two)), len(one) + len(two) - shared
    if smaller < _SHORT and not same_numbers:
        return False  # of a series, or another count of the dead
    if smaller < _FEWEST:
        return shared == both
    return shared >= JACCARD * both or shared >= CONTAINMENT * smaller
