"""What was read before need not be read again: evidence per article, in Parquet files, safe against any interruption.

A shard is a folder of Parquet files, one a table, holding the evidence of some articles. It is written beside its place
and moved there whole, so that a reader sees all of it or nothing, whoever else is writing. Nothing is ever changed in
place; what cannot be read is thrown away and made again.
"""

import hashlib
import json
import os
import shutil
import tempfile
import uuid
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from mediaframes.annotate.evidence import TABLES, as_arrow, as_table
from mediaframes.annotate.parse import model_version

__all__ = ["Cache", "article_keys", "default_folder", "instruments_key"]

INSTRUMENTS = ("annotate", "codebook", "corpus/furniture*")
LIBRARIES = ("spacy", "nltk", "vaderSentiment", "onnxruntime", "tokenizers")
KEY = "key"


def default_folder():
    """Return the folder of the cache: MEDIAFRAMES_CACHE, or `mediaframes` in the user's cache folder."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(os.environ.get("MEDIAFRAMES_CACHE") or Path(home) / "mediaframes")


@cache
def _code_key():
    """A digest of the instruments themselves: code, word lists, weights, and the libraries that they stand on."""
    digest = hashlib.sha256(model_version().encode())
    digest.update(" ".join(f"{name}-{version(name)}" for name in LIBRARIES).encode())
    package = Path(__file__).resolve().parents[1]
    files = {
        f for pattern in INSTRUMENTS for p in package.glob(pattern) for f in ([p] if p.is_file() else p.rglob("*"))
    }
    for file in sorted(f for f in files if f.is_file() and f.suffix != ".pyc"):
        digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def instruments_key(actors, options):
    """Return a digest of all that evidence depends on besides the articles: actors, options, code and libraries."""
    parts = [_code_key(), repr(sorted(actors, key=lambda a: a.name)), json.dumps(options, sort_keys=True, default=str)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def article_keys(articles):
    """Return a digest for each article of all its columns that evidence depends on (list of str)."""
    columns = [c for c in ("article_id", "title", "text", "published", "language") if c in articles]
    rows = articles[columns].map(str).itertuples(index=False, name=None)
    return [hashlib.sha256("\0".join(row).encode("utf-8", "surrogatepass")).hexdigest()[:32] for row in rows]


class Cache:
    """The shards of one set of instruments in a folder.

    Parameters
    ----------
    folder : path
        Made if it is missing.
    key : str
        From `instruments_key`.
    """

    def __init__(self, folder, key):
        self.folder = Path(folder) / key

    def read(self, keys):
        """Return what is there for these articles: their keys (set), and the tables (dict of DataFrame)."""
        wanted, found, parts = set(keys), set(), []
        for shard in sorted(self.folder.glob("*.shard")) if self.folder.is_dir() else ():
            index = self._read_table(shard, "index")
            if index is None or wanted.isdisjoint(index[KEY]):
                continue
            tables = {name: self._read_table(shard, name) for name in TABLES}
            if any(table is None for table in tables.values()):
                continue
            new = index[index[KEY].isin(wanted - found)]
            found |= set(new[KEY])
            parts.append({name: _of(table, set(new["article_id"])) for name, table in tables.items()})
        return found, parts

    def _read_table(self, shard, name):
        """Read one table of a shard; a shard that cannot be read is removed, and made again by whoever needs it."""
        try:
            table = pq.read_table(shard / f"{name}.parquet", page_checksum_verification=True).to_pandas()
            return table if name == "index" else as_table(table, name)
        except (OSError, pa.ArrowException, KeyError, ValueError, TypeError):
            shutil.rmtree(shard, ignore_errors=True)
            return None

    def write(self, keys, articles, tables):
        """Store the tables of some articles as a new shard."""
        self.folder.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=".writing-", dir=self.folder))
        index = pd.DataFrame({KEY: list(keys), "article_id": articles["article_id"].to_numpy()})
        arrow = {name: as_arrow(table, name) for name, table in tables.items()}
        arrow["index"] = pa.Table.from_pandas(index, preserve_index=False)
        for name, table in arrow.items():
            pq.write_table(table, work / f"{name}.parquet", write_page_checksum=True)
        os.replace(work, self.folder / f"{uuid.uuid4().hex}.shard")


def _of(table, article_ids):
    return table[table["article_id"].isin(article_ids)]
