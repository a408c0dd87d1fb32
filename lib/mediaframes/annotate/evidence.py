"""The tables that `annotate` fills, as one frozen bundle: written, read, filtered, never changed."""

import json
from dataclasses import dataclass, fields, replace
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from mediaframes.errors import MediaframesError

__all__ = ["COLUMNS", "TABLES", "Evidence", "as_arrow", "as_table", "empty_table", "read_evidence"]

# The type of each column, so that an empty table joins with a full one, and Parquet reads back what was written.
TABLES = {
    "sentences": "article_id:str sentence:int64 start:int64 end:int64 part:str",
    "mentions": "mention_id:str article_id:str sentence:int64 start:int64 end:int64 text:str actor:str kind:str "
    "voice:str source_actor:str role:str head:str modifiers:words predicates:words",
    "attributions": "attribution_id:str article_id:str source_start:Int64 source_end:Int64 source_text:str "
    "source_name:str source_actor:str cue_start:Int64 cue_end:Int64 cue_lemma:str content_start:Int64 "
    "content_end:Int64 kind:str stance:str form:str content_spans:spans",
    "clauses": "clause_id:str article_id:str sentence:int64 predicate:str agent:str patient:str agent_actor:str "
    "patient_actor:str negated:bool modal:str passive:bool agent_deleted:bool voice:str source_actor:str "
    "predicate_start:int64 predicate_end:int64 agent_start:Int64 agent_end:Int64 patient_start:Int64 patient_end:Int64 "
    "nominal:bool intransitive:bool cause:str cause_start:Int64 cause_end:Int64 group:int64",
    "tone": "mention_id:str article_id:str negative:float64 neutral:float64 positive:float64 score:float64 "
    "lexicon:float64 covered:float64",
    "relations": "article_id:str sentence:int64 p:str q:str neutral:float64 p_supports_q:float64 q_supports_p:float64 "
    "p_opposes_q:float64 q_opposes_p:float64 p_start:int64 p_end:int64 q_start:int64 q_end:int64 voice:str",
}
TYPES = {name: dict(pair.split(":") for pair in text.split()) for name, text in TABLES.items()}
COLUMNS = {name: list(types) for name, types in TYPES.items()}
LISTS = {"words": pa.list_(pa.large_string()), "spans": pa.list_(pa.list_(pa.int64()))}
ARROW = {
    "str": pa.large_string(),
    "int64": pa.int64(),
    "Int64": pa.int64(),
    "float64": pa.float64(),
    "bool": pa.bool_(),
}


def as_table(rows, name):
    """Return rows (dicts, or a table as Parquet gives it) as the evidence table called `name`."""
    table = pd.DataFrame(rows, columns=COLUMNS[name])
    plain = {column: kind for column, kind in TYPES[name].items() if kind not in LISTS}
    for column in set(table) - set(plain):
        table[column] = table[column].map(_as_lists).astype("object")
    return table.astype(plain)


def _as_lists(value):
    """Arrays and tuples as lists, however deep: what Parquet gives back is what was given."""
    return [_as_lists(v) for v in value] if isinstance(value, (list, tuple, np.ndarray)) else value


def empty_table(name):
    """Return the evidence table called `name` without rows."""
    return as_table([], name)


def as_arrow(table, name):
    """Return the evidence table called `name` for Parquet, its types the same whatever rows it happens to have."""
    types = {column: LISTS.get(kind) or ARROW[kind] for column, kind in TYPES[name].items()}
    return pa.Table.from_pandas(table[list(types)], schema=pa.schema(types.items()), preserve_index=False)


@dataclass(frozen=True)
class Evidence:
    """What was found in a corpus: one DataFrame a kind of evidence, all tied to `articles` by `article_id`.

    Every position is an offset into `articles.text`.
    """

    articles: pd.DataFrame
    sentences: pd.DataFrame
    mentions: pd.DataFrame
    attributions: pd.DataFrame
    clauses: pd.DataFrame
    tone: pd.DataFrame
    relations: pd.DataFrame

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
        """Write each table as a Parquet file into `folder` (made if missing), and return the folder."""
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        for name, table in self._tables():
            path = folder / f"{name}.parquet"
            if name in TABLES:
                pq.write_table(as_arrow(table, name), path)
            else:
                table.to_parquet(path, index=False)
        notes = {"tables": {name: len(table) for name, table in self._tables()}}
        (folder / "evidence.json").write_text(json.dumps(notes, indent=1) + "\n", encoding="utf-8")
        return folder

    @classmethod
    def read(cls, folder):
        """Read what `write` wrote.

        Raises
        ------
        MediaframesError
            If a table is missing; the message names it.
        """
        folder = Path(folder)
        names = [f.name for f in fields(cls)]
        missing = [n for n in names if not (folder / f"{n}.parquet").is_file()]
        if missing:
            raise MediaframesError(f"{folder} holds no evidence: {', '.join(f'{n}.parquet' for n in missing)} missing")
        read = {n: pd.read_parquet(folder / f"{n}.parquet") for n in names}
        return cls(**{n: as_table(table, n) if n in TABLES else table for n, table in read.items()})

    def _tables(self):
        return [(f.name, getattr(self, f.name)) for f in fields(self)]

    def __repr__(self):
        sizes = ", ".join(f"{len(table):,} {name}" for name, table in self._tables())
        return f"Evidence({sizes})"


def read_evidence(folder):
    """Read the evidence that `Evidence.write` or `mediaframes annotate` left in a folder."""
    return Evidence.read(folder)
