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

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from mediaframes.annotate.attitude.instruments import optimisations
from mediaframes.annotate.schema import TABLES, as_arrow, empty_table, from_arrow
from mediaframes.annotate.syntax.parser import model_version

INSTRUMENTS = ("annotate", "codebook", "corpus/enrichment/furniture*")
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
    options = options | {"optimisations": optimisations()}
    parts = [_code_key(), repr(sorted(actors, key=lambda a: a.name)), json.dumps(options, sort_keys=True, default=str)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def article_keys(articles):
    """Return a digest for each article of all its columns that evidence depends on (list of str)."""
    columns = [c for c in ("article_id", "title", "text", "published", "language") if c in articles]
    rows = articles[columns].map(str).itertuples(index=False, name=None)
    return [hashlib.sha256("\0".join(row).encode("utf-8", "surrogatepass")).hexdigest()[:32] for row in rows]


def remembered(what, keys, make):
    """Return what `make()` gives, as JSON may hold it, made once for these keys and instruments.

    Parameters
    ----------
    what : str
        Its name.
    keys : iterable of str
        All that it depends on besides the instruments.
    make : callable
    """
    digest = hashlib.sha256("\0".join([_code_key(), what, *keys]).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    path = default_folder() / f"{digest}.json"
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # not there, or damaged
        made = make()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=path.parent, suffix=".writing", delete=False) as file:
            json.dump(made, file)
        os.replace(file.name, path)
    except OSError:  # it is made again next time
        pass
    return made


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
        wanted, found, parts = set(keys), set(), {name: [] for name in TABLES}
        for shard in sorted(self.folder.glob("*.shard")) if self.folder.is_dir() else ():
            index = _read_or_remove(shard, ["index"])
            known = index["index"].to_pydict() if index else {KEY: []}
            new = {key: i for key, i in zip(known[KEY], known.get("article_id", ()), strict=True) if key in wanted}
            tables = _read_or_remove(shard, TABLES) if new.keys() - found else None
            if tables is None:
                continue
            ids = [i for key, i in new.items() if key not in found]
            for name, table in tables.items():
                parts[name].append(table if len(ids) == len(known[KEY]) else _of(table, ids))
            found |= new.keys()
        # As one table each, for to turn many small ones into pandas' tables takes longer than to read them.
        return found, [{n: from_arrow(pa.concat_tables(t), n) for n, t in parts.items()}] if found else []

    def write(self, keys, articles, tables):
        """Store the tables of some articles as a new shard."""
        self.folder.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=".writing-", dir=self.folder))
        arrow = {name: as_arrow(table, name) for name, table in tables.items()}
        arrow["index"] = pa.table([list(keys), articles["article_id"].map(str).tolist()], schema=_schema("index"))
        for name, table in arrow.items():
            pq.write_table(table, work / f"{name}.parquet", write_page_checksum=True)
        os.replace(work, self.folder / f"{uuid.uuid4().hex}.shard")


def _read_or_remove(shard, names):
    """Read tables of a shard; one that cannot be read is removed, and made again by whoever needs it."""
    try:
        tables = {name: _read(shard / f"{name}.parquet") for name in names}
        for name, table in tables.items():
            if not table.schema.equals(_schema(name)):
                raise ValueError(f"{shard} holds another kind of {name}")
        return tables
    except (OSError, pa.ArrowException, KeyError, ValueError, TypeError):
        shutil.rmtree(shard, ignore_errors=True)
        return None


def _read(path):
    with pq.ParquetFile(path, page_checksum_verification=True) as file:
        return file.read(use_threads=False)


@cache
def _schema(name):
    if name == "index":
        return pa.schema({KEY: pa.large_string(), "article_id": pa.large_string()})
    return as_arrow(empty_table(name), name).schema


def _of(table, article_ids):
    return table.filter(pc.is_in(table["article_id"], pa.array(article_ids, type=pa.large_string())))
