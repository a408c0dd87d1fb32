"""Words as the measures count them, over what is not page furniture."""

from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from itertools import pairwise

import numpy as np
import pandas as pd
import regex
from scipy import sparse

from mediaframes.codebook.english import words as word_list
from mediaframes.errors import check_option
from mediaframes.measure.words.chunks import chunked, running_text
from mediaframes.measure.words.variants import joined_pairs, merged, places_of_pairs

# "U.S." is one word, also beside a hyphen; what else a hyphen or an apostrophe joins is one word.
WORD = r"(?:\p{L}\.){2,}\p{L}?(?:'s\b)?|\p{L}[\p{L}\p{M}\p{N}]*(?:['-](?!(?:\p{L}\.){2})\p{L}[\p{L}\p{M}\p{N}]*)*"
WORDS = regex.compile(WORD)
STOP = "."  # n-grams do not reach across these
WORDS_AND_STOPS = regex.compile(WORD + r"|[.!?;:\n\"“”]+")
LETTER = regex.compile(r"\p{L}")
INVISIBLE = regex.compile(r"[\u00AD\u200B-\u200D\u2060\uFEFF]")
CHUNK = regex.compile(r"[^\x00-\x20]+")  # as `chunked` cuts: behind any of these characters
COUNTRY = regex.compile(r"\bUS\b")


def stopwords():
    """Return the function words that the measures of words leave out.

    Returns
    -------
    frozenset of str
        In lower case. `mf.stopwords() | {"said"}` and `mf.stopwords() - {"against"}` are lists of one's own, for the
        option `stopwords` of the measures.

    Examples
    --------
    >>> "the" in mf.stopwords(), "regime" in mf.stopwords()
    (True, False)
    """
    return word_list("stopwords")


def dropped(given):
    """Return the words that the option `stopwords` leaves out: "drop", "keep", or a collection of words.

    Raises
    ------
    MediaframesError
        If it is none of these.
    """
    if isinstance(given, str) or given is None:
        check_option("stopwords", given, ("drop", "keep"))
        return stopwords() if given == "drop" else frozenset()
    return frozenset(word.lower() for word in given)


def house_style(terms):
    """Tell which terms hold a word of house style: a title, a time of day, a word of running news pages."""
    style = word_list("house_style")
    return np.array([not style.isdisjoint(term.split()) for term in terms], dtype=bool)


def tokenize(texts):
    """Split texts into words.

    A word starts with a letter; hyphens and apostrophes inside it belong to it, a possessive 's does not; letters
    are in lower case; "U.S." is one word, and "US" is the same; invisible characters (soft hyphen, zero-width
    space) do not divide it.

    Parameters
    ----------
    texts : iterable of str

    Returns
    -------
    list of list of str
    """
    return [[word for chunk in text.split() for word in _words(chunk, False)] for text in texts]


@lru_cache(maxsize=100_000)
def _words(chunk, stops):
    """Return the words of a piece of text, and "." for what ends a run of words if `stops`."""
    plain = chunk if chunk.isascii() else INVISIBLE.sub("", chunk).replace("’", "'").replace("‑", "-")
    plain = COUNTRY.sub("U.S.", plain) if "US" in plain else plain  # lower case alone would make it the pronoun
    plain = plain.lower()
    found = (WORDS_AND_STOPS if stops else WORDS).findall(plain)
    return tuple([w.removesuffix("'s").removesuffix("'") if LETTER.match(w) else STOP for w in found])


def located_terms(text, ngram=1, pairs=None):
    """Find the words of a text, or its runs of `ngram` words, as `term_matrix` counts them.

    Returns
    -------
    list of (str, int, int)
        Each term with its place in the text.
    """
    words = located_words(running_text(text), stops=ngram > 1 or pairs is not None)
    words = _with_pairs(words, pairs) if pairs else words
    if ngram == 1:
        return [found for found in words if found[0] != STOP]
    runs = [words[at : at + ngram] for at in range(len(words) - ngram + 1)]
    return [
        (" ".join(w for w, _, _ in run), run[0][1], run[-1][2]) for run in runs if STOP not in {w for w, _, _ in run}
    ]


def _with_pairs(words, pairs):
    """Put together what is one word."""
    hits = [at for at, (one, two) in enumerate(pairwise(words)) if (one[0], two[0]) in pairs]
    begun = set(places_of_pairs(hits))
    return [
        (f"{word} {words[at + 1][0]}", start, words[at + 1][2]) if at in begun else (word, start, end)
        for at, (word, start, end) in enumerate(words)
        if at - 1 not in begun
    ]


def spelt_as_one(articles):
    """Return the pairs of words in these articles that others write as one: what the option `merge_variants` takes."""
    _, chunks = chunked(articles["text"])
    return joined_pairs({word for piece in chunks for word in _words(piece, False)})


def located_words(text, *, stops=False):
    """Find the words of a text as `tokenize` does, each with its place; with `stops` also what ends a run of words."""
    return [
        (word, chunk.start() + start, chunk.start() + end)
        for chunk in CHUNK.finditer(text)
        for word, start, end in _located(chunk[0], stops)
    ]


@lru_cache(maxsize=100_000)
def _located(piece, stops):
    """Return the words of a piece with their places: as `_words`, from characters that remember where they stood."""
    lower, places = _lower_with_places(piece)
    found = []
    for match in (WORDS_AND_STOPS if stops else WORDS).finditer(lower):
        word = match[0].removesuffix("'s").removesuffix("'") if LETTER.match(match[0]) else STOP
        found.append((word, places[match.start()], places[match.start() + len(word) - 1] + 1))
    return tuple(found)


def _lower_with_places(piece):
    """Return a piece as it is matched, and where each of its characters stands in it."""
    if piece.isascii() and "US" not in piece:
        return piece.lower(), range(len(piece))
    kept = [(char, at) for at, char in enumerate(piece) if not INVISIBLE.match(char)]
    plain = "".join(char for char, _ in kept).replace("’", "'").replace("‑", "-")
    places = [at for _, at in kept]
    for country in reversed(list(COUNTRY.finditer(plain))):
        at = country.start()
        plain, places = plain[:at] + "U.S." + plain[at + 2 :], places[: at + 1] + places[at : at + 2] + places[at + 1 :]
    lower = plain.lower()
    if len(lower) != len(plain):  # letters such as İ, whose lower case is two characters
        places = [place for char, place in zip(plain, places, strict=True) for _ in char.lower()]
    return lower, places


def term_matrix(articles, *, ngram=1, drop=(), pairs=None):
    """Count the words, or runs of `ngram` words, of each article.

    Parameters
    ----------
    articles : DataFrame
        With `text`.
    ngram : int
        How many words make a term. Runs do not reach across sentences or quotation marks.
    drop : collection of str
        Words that have no column; they are running words all the same. Runs of several words are never dropped.
    pairs : set of (str, str), optional
        Spellings of one word are merged; these pairs, as from `spelt_as_one`, are one word.

    Returns
    -------
    x : sparse matrix, shape (articles, terms)
    terms : Index of str
        In alphabetical order.
    d : ndarray, shape (articles,)
        Number of running words, or of runs.
    """
    blocks, chunks = chunked(articles["text"])
    alone = ngram == 1 and pairs is None
    pieces = [_words(piece, not alone) for piece in chunks]
    words, codes = np.unique(np.array([w for p in pieces for w in p], dtype=object), return_inverse=True)
    sizes = np.array([len(piece) for piece in pieces], dtype=int)
    if alone:
        x, words, d = _products(blocks, sizes, codes, words, drop)
        return x, pd.Index(words, dtype="str", name="term"), d.astype(int)
    codes, text = _sequence(codes, sizes, blocks)
    codes, words, text = merged(codes, words, text, pairs) if pairs is not None else (codes, words, text)
    codes, words, text = _runs(codes, words, text, ngram)
    x = sparse.csr_array((np.ones(len(codes)), (text, codes)), shape=(len(articles), len(words)))
    kept = np.flatnonzero([ngram > 1 or word not in drop for word in words])
    return x[:, kept], pd.Index(words[kept], dtype="str", name="term"), x.sum(axis=1).astype(int)


def _products(blocks, sizes, codes, words, drop):
    """Count words by way of the pieces that hold them: what is dropped is not counted by article."""
    words_of = _whole_numbers(codes, np.concatenate([[0], np.cumsum(sizes)]), len(words))
    kept = np.flatnonzero([word not in drop for word in words])
    words_of = words_of[:, kept].astype(float)

    def product(block):
        pieces = _whole_numbers(*block, len(sizes))
        return pieces @ words_of, pieces @ sizes

    with ThreadPoolExecutor() as pool:
        x, d = zip(*pool.map(product, blocks), strict=True)
    return _stacked(x), words[kept], np.concatenate(d)


def _stacked(blocks):
    """Put matrices below each other: what SciPy's vstack does, in a third of the time."""
    begun = np.cumsum([0, *(block.nnz for block in blocks)])
    starts = np.concatenate([[0], *(block.indptr[1:] + at for block, at in zip(blocks, begun, strict=False))])
    parts = [np.concatenate([getattr(block, part) for block in blocks]) for part in ("data", "indices")]
    shape = (sum(block.shape[0] for block in blocks), blocks[0].shape[1])
    return sparse.csr_array((*parts, starts.astype(parts[1].dtype)), shape=shape)


def _whole_numbers(columns, starts, width):
    """Return a matrix with a one in each of these columns, row after row; a column may come twice."""
    parts = (np.ones(len(columns)), columns.astype(np.int32), starts.astype(np.int32))
    return sparse.csr_array(parts, shape=(len(starts) - 1, width))


def _sequence(codes, sizes, blocks):
    """Return the code of each word in turn, and the number of the text that each stands in."""
    chunk = np.concatenate([chunk for chunk, _ in blocks])
    pieces = np.concatenate([np.diff(ends) for _, ends in blocks])
    size = sizes[chunk]
    first = np.repeat((np.cumsum(sizes) - sizes)[chunk] - np.cumsum(size) + size, size)
    text = np.repeat(np.repeat(np.arange(len(pieces)), pieces), size)
    return codes[first + np.arange(len(first))], text


def _runs(codes, words, text, ngram):
    """Return the code of each run of words, the runs, and the number of the text that each stands in."""
    usable = np.append(words != STOP, False)[codes]
    last = len(codes) - ngram + 1
    if last < 1:
        return codes[:0], words[:0], text[:0]
    whole = np.all([usable[k : last + k] for k in range(ngram)], axis=0) & (text[:last] == text[ngram - 1 :])
    at = np.flatnonzero(whole)
    run = codes[at].astype(np.int64)
    for k in range(1, ngram):  # numbered anew at each step, so that the numbers stay small
        run = np.unique(run, return_inverse=True)[1] * len(words) + codes[at + k]
    _, first, run = np.unique(run, return_index=True, return_inverse=True)
    parts = [words[codes[at[first] + k]] for k in range(ngram)]
    names = np.array([" ".join(p) for p in zip(*parts, strict=True)], dtype=object)
    return run, names, text[at]
