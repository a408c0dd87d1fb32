"""One file to the rows of its articles and its line in the audit."""

import hashlib
import os
import threading
from concurrent.futures import ThreadPoolExecutor

import regex

from mediaframes.corpus.readers.items import Expected, Problem, Unreadable, reason
from mediaframes.corpus.readers.registry import choose
from mediaframes.corpus.readers.rows import article_rows
from mediaframes.corpus.safety.isolate import Worker
from mediaframes.corpus.wording import shortened

_MOST_WORKERS = 4
_LETTER = regex.compile(r"\p{L}")


def read_files(files):
    """Yield for each file found, in order, the rows of its articles and its entry for the audit.

    Files of isolated readers are read side by side, in worker processes.
    """
    workers, local = [], threading.local()

    def read(found):
        if not hasattr(local, "worker"):
            local.worker = Worker()
            workers.append(local.worker)
        return read_one(found, local.worker)

    pool = ThreadPoolExecutor(max_workers=min(_MOST_WORKERS, os.cpu_count() or 1))
    try:
        later = {found: pool.submit(read, found) for found in files if _is_isolated(found)}
        for found in files:
            yield later.pop(found).result() if found in later else read_one(found, None)
    finally:
        pool.shutdown(cancel_futures=True)
        for worker in workers:
            worker.close()


def _is_isolated(found):
    reader = None if found.refused else choose(found.name)[0]
    return reader is not None and reader.isolated


def read_one(found, worker):
    """Read one file; `worker` is used if its reader is isolated. See `read_files`."""
    reader, refused = (None, found.refused) if found.refused else choose(found.name)
    if reader is None:
        return [], _entry(found, None, 0, [Problem(refused)], None, None)
    digest, raw, problems, announced = None, [], [], None
    try:
        digest = _digest(found.path, reader)
        for item in _items(found, reader, worker):
            if isinstance(item, Problem):
                problems.append(item)
            elif isinstance(item, Expected):
                announced = item.n
            elif item is not None and _LETTER.search(item["text"]):
                raw.append(item)
            elif item is not None:
                problems.append(Problem("no word in its text", item.get("_where", "")))
    except Exception as error:  # whatever a broken file makes a reader raise becomes its reason in the audit
        problems.append(Problem(reason(error)))
    rows = article_rows(raw, found.name, reader.name, digest)
    return rows, _entry(found, reader.name, len(rows), problems, announced, digest)


def _items(found, reader, worker):
    if reader.isolated:
        yield from worker.read(reader.name, os.path.abspath(found.path), found.name)
    else:
        with open(found.path, "rb") as stream:
            yield from reader.read(stream, found.name)


def _digest(path, reader):
    """Hash the bytes of a file that is neither empty nor too large for its reader."""
    with open(path, "rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        if size == 0:
            raise Unreadable("empty file")
        if size > (most := reader.megabytes * 2**20):
            raise Unreadable(f"{size:,} bytes; the limit for {reader.name} is {most:,}")
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _entry(found, reader, n_articles, problems, announced, digest):
    """Word what became of a file; announced and found documents must add up."""
    pieces = n_articles + len(problems)
    expected = pieces if announced is None else announced
    if announced is not None and announced != pieces:
        problems = [*problems, Problem(f"announces {announced} articles, holds {pieces}")]
    if not problems and not n_articles:
        problems = [Problem("no article in it")]
    status = "rejected" if not n_articles else "partly" if problems else "read"
    return (found.name, reader, n_articles, expected, status, _summary(problems), digest)


def _summary(problems):
    """Join problems to one line, those of one kind together with the first places."""
    places = {}
    for problem in problems:
        places.setdefault(shortened(problem.why, 200), []).append(shortened(problem.where, 80))
    lines = []
    for why, where in places.items():
        named = [w for w in where if w][:5]
        more = f" and {len(where) - len(named):,} more" if len(where) > len(named) and named else ""
        lines.append(f"{why} ({', '.join(named)}{more})" if named else why)
    return "; ".join(lines[:20]) + (f"; and {len(lines) - 20} other problems" if len(lines) > 20 else "")
