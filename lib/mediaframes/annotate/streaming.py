"""Evidence of a corpus that is larger than memory: Parquet in, Parquet out, a batch at a time."""

import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from mediaframes.annotate.pipeline import annotate
from mediaframes.annotate.progress import progress_bar
from mediaframes.annotate.schema import TABLES, as_arrow, empty_table
from mediaframes.errors import MediaframesError

BATCH = 5000  # articles in memory at once


def is_articles_file(path):
    """Whether this is a Parquet file that holds a table of articles: `article_id` and `text`."""
    path = Path(path)
    if path.suffix != ".parquet" or not path.is_file():
        return False
    try:
        return {"article_id", "text"} <= set(pq.read_schema(path).names)
    except (OSError, pa.ArrowException):
        return False


def annotate_parquet(source, actors, folder, *, client=None, cache=False):
    """Write the evidence of a Parquet file of articles into a folder, without ever holding all of it.

    Parameters
    ----------
    source : path
        A table of articles, as `load_corpus(...).to_parquet(...)` writes it; each `article_id` once.
    actors : list of Actor
    folder : path
        Where to write the tables, as `Evidence.write` does; they appear when all is done.
    client : dask.distributed.Client, optional
    cache : bool or path
        As in `annotate`.

    Returns
    -------
    dict
        How many rows each table has.

    Raises
    ------
    MediaframesError
        If `source` is no such file, or an `article_id` comes twice.
    """
    if not is_articles_file(source):
        raise MediaframesError(f"{source} is no Parquet file with the columns article_id and text")
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".writing-", dir=folder))
    try:
        rows = _write_batches(pq.ParquetFile(source), actors, work, client, cache)
        for file in work.iterdir():
            file.replace(folder / file.name)
        return rows
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _write_batches(file, actors, work, client, cache):
    rows, seen = dict.fromkeys(["articles", *TABLES], 0), set()
    schemas = {name: as_arrow(empty_table(name), name).schema for name in TABLES} | {"articles": file.schema_arrow}
    with ExitStack() as stack:
        writers = {n: stack.enter_context(pq.ParquetWriter(work / f"{n}.parquet", s)) for n, s in schemas.items()}
        bar = stack.enter_context(progress_bar("Reading articles", file.metadata.num_rows, "articles"))
        for batch in file.iter_batches(batch_size=BATCH):
            articles = batch.to_pandas()
            twice = seen.intersection(articles["article_id"])
            if twice:
                raise MediaframesError(f"article_id {min(twice)!r} comes twice in the file; give each article its own")
            seen.update(articles["article_id"])
            evidence = annotate(articles, actors, client=client, cache=cache, progress=False)
            writers["articles"].write_batch(batch)
            for name in TABLES:
                writers[name].write_table(as_arrow(getattr(evidence, name), name))
                rows[name] += len(getattr(evidence, name))
            rows["articles"] += len(articles)
            bar.update(len(articles))
    return rows
