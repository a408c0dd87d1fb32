"""What several notebooks need is read once, on all processors, before the first of them starts."""

import os
from contextlib import contextmanager

from mediaframes.annotate.choice import actors_in
from mediaframes.annotate.pipeline import CHUNK, annotate
from mediaframes.annotate.store import default_folder
from mediaframes.codebook import load_actors

LEAST = 3  # articles for which a process of its own is worth its start


def cache_folder(work):
    """Return where what is read is kept: the user's cache, or a folder in `work` if that cannot be written to."""
    folder = nearest = default_folder()
    while not nearest.exists():
        nearest = nearest.parent
    return folder if nearest.is_dir() and os.access(nearest, os.W_OK) else work / "cache"


def read_ahead(articles, actors, folder, jobs, on_articles):
    """Read articles into a cache, where `annotate` finds them.

    Parameters
    ----------
    articles : DataFrame
    actors : list of str
        As for `load_actors`; none: those that the articles name most, as the notebooks choose them.
    folder : Path
        The cache.
    jobs : int
        Processes to read with.
    on_articles : callable
        Is called with the number of articles that have just been read.
    """
    from joblib import Parallel, delayed
    from joblib.externals.loky import get_reusable_executor

    wanted = load_actors(*(actors or actors_in(articles)))
    size = max(LEAST, min(CHUNK // 2, -(-len(articles) // jobs)))
    chunks = [articles.iloc[first : first + size] for first in range(0, len(articles), size)]
    reading = Parallel(n_jobs=min(jobs, len(chunks)), return_as="generator_unordered")
    try:
        with _without_bars():
            for n in reading(delayed(_read)(chunk, wanted, folder) for chunk in chunks):
                on_articles(n)
    finally:
        get_reusable_executor().shutdown(wait=False, kill_workers=True)


@contextmanager
def _without_bars():
    """Let processes that start now draw no progress bars of their own."""
    before = os.environ.get("TQDM_DISABLE")
    os.environ["TQDM_DISABLE"] = "1"
    try:
        yield
    finally:
        del os.environ["TQDM_DISABLE"]
        os.environ.update({"TQDM_DISABLE": before} if before is not None else {})


def _read(articles, actors, folder):
    annotate(articles, actors, cache=folder, progress=False)
    return len(articles)
