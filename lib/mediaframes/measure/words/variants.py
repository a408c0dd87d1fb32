"""Spellings of one word, merged by choice: "cease-fire", "cease fire" and "ceasefire", "labour" and "labor"."""

from functools import lru_cache

import numpy as np
import regex

from mediaframes.codebook.english import words as word_list
from mediaframes.corpus.data import yaml_beside

_DATA = yaml_beside(__file__, "variants.yaml")
RULES = [(regex.compile(pattern), american) for pattern, american in _DATA["rules"]]
APART, PREFIXES, NOT_SECOND = (frozenset(_DATA[name].split()) for name in ("apart", "prefixes", "not_second"))
PARTS = regex.compile("[- ]")
SHORTEST = 2  # letters of each of two words that may be one


@lru_cache(maxsize=200_000)
def compared_as(term):
    """Return what a term has in common with its other spellings: no hyphen or space, American spelling."""
    return term if term in APART else "".join(_american(part) for part in PARTS.split(term))


def _american(word):
    if word in _DATA["pairs"]:
        return _DATA["pairs"][word]
    fitting = ((pattern.fullmatch(word), american) for pattern, american in RULES)
    return next((match.expand(american) for match, american in fitting if match), word)


def joined_pairs(words):
    """Return the pairs of words, side by side, that are one word in other places of the same texts.

    Parameters
    ----------
    words : iterable of str
        All words of the texts, each once.

    Returns
    -------
    set of (str, str)
    """
    by_key = {}
    for word in words:
        by_key.setdefault(compared_as(word), []).append(word)
    return {pair for key, forms in by_key.items() for pair in _splits(key, forms, by_key)}


def _splits(key, forms, by_key):
    """Yield the pairs of words that make this one; where it is written with a hyphen only, after prefixes alone."""
    solid = any("-" not in form for form in forms)
    for at in range(SHORTEST, len(key) - SHORTEST + 1):
        for first in by_key.get(key[:at], ()):
            if first in PREFIXES or (solid and first not in word_list("stopwords")):
                seconds = by_key.get(key[at:], ())
                yield from ((first, s) for s in seconds if s not in NOT_SECOND and s not in word_list("stopwords"))


def places_of_pairs(hits):
    """Return where pairs begin, of places where one may: no word is part of two, and the first in the text wins."""
    kept = []
    for at in hits:
        if not kept or at > kept[-1] + 1:
            kept.append(at)
    return kept


def merged(codes, words, text, pairs):
    """Merge the variants in texts given as the codes of their words.

    Parameters
    ----------
    codes, text : ndarray of int
        The code of each word in turn, and the number of the text that it stands in.
    words : ndarray of str
        What the codes mean.
    pairs : set of (str, str)
        From `joined_pairs`.

    Returns
    -------
    codes, words, text : ndarray
        The same after the merger, each word under the form in which it is used most.
    """
    codes, words, text = _joined(codes, words, text, pairs)
    uses = np.bincount(codes, minlength=len(words))
    keys, group = np.unique([compared_as(word) for word in words], return_inverse=True)
    best = np.lexsort((words.astype(str), -uses, group))
    names = words[best[np.unique(group[best], return_index=True)[1]]]
    order = np.argsort(names.astype(str))
    place = np.empty(len(keys), dtype=int)
    place[order] = np.arange(len(keys))
    return place[group][codes], names[order], text


def _joined(codes, words, text, pairs):
    number = {word: code for code, word in enumerate(words)}
    pairs = sorted(pair for pair in pairs if pair[0] in number and pair[1] in number)
    pair_codes = np.array([number[a] * len(words) + number[b] for a, b in pairs], dtype=np.int64)
    beside = codes[:-1].astype(np.int64) * len(words) + codes[1:]
    hits = np.array(places_of_pairs(np.flatnonzero(np.isin(beside, pair_codes) & (text[:-1] == text[1:]))), dtype=int)
    which = np.argsort(pair_codes)[np.searchsorted(np.sort(pair_codes), beside[hits])]
    codes, kept = codes.copy(), np.ones(len(codes), dtype=bool)
    codes[hits], kept[hits + 1] = len(words) + which, False
    words = np.concatenate([words, np.array([" ".join(pair) for pair in pairs], dtype=object)])
    return codes[kept], words, text[kept]
