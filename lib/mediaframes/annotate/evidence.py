"""The tables that `annotate` fills, as one frozen bundle: written, read, filtered, never changed."""

import json
from dataclasses import dataclass, field, fields, replace
from functools import partial
from inspect import cleandoc
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

from mediaframes.annotate.schema import TABLES, as_arrow, described, empty_table, from_arrow
from mediaframes.errors import MediaframesError

NEEDED = ("article_id", "text")


def check_articles(articles):
    """Raise MediaframesError unless `articles` has ids and texts, and each id once."""
    for column in NEEDED:
        if column not in articles:
            given = ", ".join(map(str, articles.columns)) or "none"
            raise MediaframesError(f"articles has no column {column}; given: {given}; load it with load_corpus")
    twice = articles["article_id"][articles["article_id"].duplicated()]
    if len(twice):
        raise MediaframesError(f"{len(twice)} articles share an article_id with another, {twice.iloc[0]!r} for one")


def _of_the_schema(cls):
    """Make a frozen dataclass of the articles and the tables that are declared, and describe it."""
    cls.__annotations__ = dict.fromkeys(["articles", *TABLES], pd.DataFrame)
    for name in TABLES:
        setattr(cls, name, field(default_factory=partial(empty_table, name)))
    cls.__doc__ = f"{cleandoc(cls.__doc__)}\n{described()}\n"
    return dataclass(frozen=True, repr=False, eq=False)(cls)


@_of_the_schema
class Evidence:
    """What was found in a corpus: one DataFrame a kind of evidence, all tied to `articles` by `article_id`.

    Every position is an offset into `articles.text` in characters, and `text[start:end]` is the quoted span. What does
    not apply or is not known is missing. A table that is not given has no rows, but all its columns.

    Attributes
    ----------
    articles : DataFrame, one row an article
        As given to `annotate`; at least `article_id` and `text`.
    """

    def of_articles(self, article_ids):
        """Return the evidence of some articles only.

        Parameters
        ----------
        article_ids : iterable of str
            Ids, or a DataFrame of articles.

        Returns
        -------
        Evidence
        """
        if isinstance(article_ids, pd.DataFrame):
            article_ids = article_ids["article_id"]
        ids = set(article_ids)
        kept = {name: table[table["article_id"].isin(ids)].reset_index(drop=True) for name, table in self._tables()}
        return replace(self, **kept)

    def write(self, folder):
        """Write each table as a Parquet file into `folder` (made if missing), and return the folder.

        Raises
        ------
        MediaframesError
            If a table is not as declared; the message names table, column, what was given and what is allowed.
        """
        check_articles(self.articles)
        found = {name: as_arrow(table, name) for name, table in self._tables() if name in TABLES}
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        self.articles.to_parquet(folder / "articles.parquet", index=False)
        for name, table in found.items():
            pq.write_table(table, folder / f"{name}.parquet")
        notes = {"tables": {name: len(table) for name, table in self._tables()}}
        (folder / "evidence.json").write_text(json.dumps(notes, indent=1) + "\n", encoding="utf-8")
        return folder

    @classmethod
    def read(cls, folder):
        """Read what `write` wrote.

        Raises
        ------
        MediaframesError
            If a table is missing or not as declared; the message names it.
        """
        folder = Path(folder)
        names = [f.name for f in fields(cls)]
        missing = [n for n in names if not (folder / f"{n}.parquet").is_file()]
        if missing:
            raise MediaframesError(f"{folder} holds no evidence: {', '.join(f'{n}.parquet' for n in missing)} missing")
        articles = pd.read_parquet(folder / "articles.parquet")
        check_articles(articles)
        return cls(articles, **{n: from_arrow(pq.read_table(folder / f"{n}.parquet"), n) for n in TABLES})

    def _tables(self):
        return [(f.name, getattr(self, f.name)) for f in fields(self)]

    def __repr__(self):
        sizes = ", ".join(f"{len(table):,} {name}" for name, table in self._tables())
        return f"Evidence({sizes})"


def read_evidence(folder):
    """Read the evidence that `Evidence.write` or `mediaframes annotate` left in a folder.

    Parameters
    ----------
    folder : path

    Returns
    -------
    Evidence

    Raises
    ------
    MediaframesError
        If a table is missing or not as declared; the message names it.

    Examples
    --------
    >>> import tempfile
    >>> folder = evidence.write(tempfile.mkdtemp())
    >>> len(mf.read_evidence(folder).mentions) == len(evidence.mentions)
    True
    """
    return Evidence.read(folder)
