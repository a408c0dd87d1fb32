"""The tables that `annotate` fills, as one frozen bundle: written, read, filtered, never changed."""

import json
from dataclasses import dataclass, fields, replace
from pathlib import Path

import pandas as pd

from mediaframes.errors import MediaframesError

__all__ = ["COLUMNS", "Evidence", "empty_table", "read_evidence"]

COLUMNS = {
    "sentences": ["article_id", "sentence", "start", "end", "part"],
    "mentions": [
        "mention_id",
        "article_id",
        "sentence",
        "start",
        "end",
        "text",
        "actor",
        "kind",
        "voice",
        "source_actor",
        "role",
        "head",
        "modifiers",
        "predicates",
    ],
    "attributions": [
        "attribution_id",
        "article_id",
        "source_start",
        "source_end",
        "source_text",
        "source_name",
        "source_actor",
        "cue_start",
        "cue_end",
        "cue_lemma",
        "content_start",
        "content_end",
        "kind",
        "stance",
    ],
    "clauses": [
        "clause_id",
        "article_id",
        "sentence",
        "predicate",
        "agent",
        "patient",
        "agent_actor",
        "patient_actor",
        "negated",
        "modal",
        "passive",
        "agent_deleted",
        "voice",
        "source_actor",
        "predicate_start",
        "predicate_end",
        "agent_start",
        "agent_end",
        "patient_start",
        "patient_end",
    ],
    "tone": ["mention_id", "negative", "neutral", "positive", "score", "covered"],
    "relations": [
        "article_id",
        "sentence",
        "p",
        "q",
        "neutral",
        "p_supports_q",
        "q_supports_p",
        "p_opposes_q",
        "q_opposes_p",
    ],
}


def empty_table(name):
    """Return the evidence table called `name` without rows."""
    return pd.DataFrame(columns=COLUMNS[name])


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
        kept = {
            name: table[table["article_id"].isin(ids)].reset_index(drop=True)
            for name, table in self._tables()
            if "article_id" in table
        }
        scored = self.tone["mention_id"].isin(kept["mentions"]["mention_id"])
        return replace(self, **kept, tone=self.tone[scored].reset_index(drop=True))

    def write(self, folder):
        """Write each table as a Parquet file into `folder` (made if missing), and return the folder."""
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        for name, table in self._tables():
            table.to_parquet(folder / f"{name}.parquet", index=False)
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
        return cls(**{n: pd.read_parquet(folder / f"{n}.parquet") for n in names})

    def _tables(self):
        return [(f.name, getattr(self, f.name)) for f in fields(self)]

    def __repr__(self):
        sizes = ", ".join(f"{len(table):,} {name}" for name, table in self._tables())
        return f"Evidence({sizes})"


def read_evidence(folder):
    """Read the evidence that `Evidence.write` or `mediaframes annotate` left in a folder."""
    return Evidence.read(folder)
