"""Who is named where, by any actor known: found once, kept, and given to whoever asks next."""

import pandas as pd

from mediaframes.annotate.entities.mentions import MENTION_COLUMNS, find_mentions
from mediaframes.annotate.schema import TABLES, as_table, empty_table
from mediaframes.annotate.segmentation.sentences import split_sentences
from mediaframes.annotate.store import Cache, article_keys, default_folder, instruments_key
from mediaframes.errors import tell

ENGLISH = ("en", "eng", "english")


class Names:
    """The sentences of articles, and the mentions of all actors known, whoever of them is asked for.

    Parameters
    ----------
    known : iterable of Actor
    cache : bool or path
        As for `annotate`.
    """

    def __init__(self, known, cache=True):
        self.known = tuple(known)
        self.store = open_cache(cache, instruments_key(self.known, {"names": True}) if cache else "")

    def of(self, articles):
        """Return the sentences and the mentions, as DataFrames, in the order of the articles."""
        keys = pd.Series(article_keys(articles) if self.store else "", index=articles.index, dtype="str")
        found, parts = self.store.read(keys) if self.store else (set(), [])
        todo = articles[~keys.isin(found).to_numpy()]
        if len(todo):
            parts.append(self._find(todo))
            self.store = keep(self.store, keys[~keys.isin(found).to_numpy()], todo, parts[-1])
        sentences, mentions = [joined([p[name] for p in parts], name, articles) for name in ("sentences", "mentions")]
        return sentences, mentions[MENTION_COLUMNS]

    def _find(self, articles):
        sentences = split_sentences(articles)
        mentions = find_mentions(articles, sentences, self.known).to_dict("records")
        found = {"sentences": sentences, "mentions": mentions}
        return {name: as_table(found.get(name, []), name) for name in TABLES}


def open_cache(cache, key):
    """Return the cache of what instruments with this key have read, or None where nothing is to be kept."""
    if cache is False or cache is None:
        return None
    return Cache(default_folder() if cache is True else cache, key)


def keep(store, keys, articles, tables):
    """Store what was read, and return the store: None once it cannot be written to, which is no reason to stop."""
    if store is None:
        return None
    try:
        store.write(keys, articles, tables)
        return store
    except OSError as error:
        tell(f"what was read cannot be kept in {store.folder.parent}: {error}; going on without")
        return None


def joined(tables, name, articles):
    """Put the tables of some articles each together, in the order of the articles."""
    filled = [t for t in tables if len(t)]
    if not filled:
        return empty_table(name)
    table = pd.concat(filled, ignore_index=True)
    place = {article_id: i for i, article_id in enumerate(articles["article_id"])}
    order = table["article_id"].map(place).to_numpy().argsort(kind="stable")
    return table.iloc[order].reset_index(drop=True)


def is_english(articles):
    """Mark the articles that the English instruments may read (Series of bool): those not said to be in another one."""
    if "language" not in articles:
        return pd.Series(True, index=articles.index)
    return articles["language"].map(lambda v: not isinstance(v, str) or v.lower().split("-")[0] in ENGLISH).astype(bool)
