"""What several notebooks need is read once, on all processors, before the first of them starts."""

import os

from mediaframes.annotate.pipeline import CHUNK, actors_in, annotate
from mediaframes.annotate.store import default_folder
from mediaframes.codebook import load_actors

LEAST = 3  # articles for which a process of its own is worth its start


def read_ahead(articles, actors, jobs, on_articles):
    """Read articles into the user's cache, where `annotate` finds them.

    Parameters
    ----------
    articles : DataFrame
    actors : list of str
        As for `load_actors`; none: those that the articles name most, as the notebooks choose them.
    jobs : int
        Processes to read with.
    on_articles : callable
        Is called with the number of articles that have just been read.
    """
    if not _can_keep():
        return
    from joblib import Parallel, delayed
    from joblib.externals.loky import get_reusable_executor

    wanted = load_actors(*(actors or actors_in(articles)))
    size = max(LEAST, min(CHUNK // 2, -(-len(articles) // jobs)))
    chunks = [articles.iloc[first : first + size] for first in range(0, len(articles), size)]
    reading = Parallel(n_jobs=min(jobs, len(chunks)), return_as="generator_unordered")
    try:
        for n in reading(delayed(_read)(chunk, wanted) for chunk in chunks):
            on_articles(n)
    finally:
        get_reusable_executor().shutdown(wait=False, kill_workers=True)


def _read(articles, actors):
    annotate(articles, actors, progress=False)
    return len(articles)


def _can_keep():
    """Whether the cache can be written to: what is not kept need not be read ahead."""
    folder = default_folder()
    while not folder.exists():
        folder = folder.parent
    return os.access(folder, os.W_OK)
