"""From articles and actors to evidence: what is found, in which order, and only where it is needed."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby, islice

import pandas as pd

from mediaframes.annotate.attitude.grounds import stand_on_deeds
from mediaframes.annotate.attitude.lexicon import lexicon_tone
from mediaframes.annotate.attitude.readings import read_attitudes, voice_of_pairs
from mediaframes.annotate.attribution.triage import cue_sentences
from mediaframes.annotate.events.surroundings import surroundings
from mediaframes.annotate.evidence import Evidence, check_articles
from mediaframes.annotate.names import Names, is_english, joined, keep, open_cache
from mediaframes.annotate.progress import progress_bar
from mediaframes.annotate.reading import read_article
from mediaframes.annotate.schema import COLUMNS, TABLES, as_table, empty_table
from mediaframes.annotate.segmentation.quotations import with_quotation_warnings
from mediaframes.annotate.store import article_keys, instruments_key
from mediaframes.annotate.syntax.parser import parse
from mediaframes.annotate.syntax.speed import one_thread
from mediaframes.codebook import load_actors

PROGRESS_FROM = 200  # articles; less is done before a bar can be read
CHUNK = 100  # articles read and kept together
SHARE = 25  # articles sent to a worker at once: few, so that no worker waits for another at the end


def annotate(articles, actors=None, *, syntax=True, attitudes=True, cache=True, client=None, progress=None):
    """Find who is named in which words, who says what, who does what to whom, and in what tone.

    Parameters
    ----------
    articles : DataFrame
        As from `load_corpus`; at least `article_id` and `text`.
    actors : list of Actor, optional
        As from `load_actors`, or what it takes. Default: all that the built-in codebook knows.
    syntax : bool
        Whether to parse sentences. Without, voices, attributions and clauses stay empty, in a small part of the time.
    attitudes : bool
        Whether to read with the trained instruments. Without, the tone of a mention is that of the word list only,
        and there are no relations.
    cache : bool or path
        Where to keep what was read, so that new articles cost only themselves: the user's cache folder (or the one
        named by MEDIAFRAMES_CACHE), another folder, or nowhere.
    client : dask.distributed.Client, optional
        Workers to read on; the tables are the same.
    progress : bool, optional
        Whether to show a progress bar. Default: only where there is much to do.

    Returns
    -------
    Evidence
        Articles in another language than English keep their row in `articles`, but no English instrument reads them.
        Where quotation marks are unbalanced, the column `warnings` of `articles`, if there is one, says so: who said
        what is less certain there.

    Raises
    ------
    MediaframesError
        If `articles` lacks a column, or two articles have the same `article_id`.

    Notes
    -----
    Only sentences that name an actor, hold a cue of speech, or hold a word of harm in an article that names an actor
    are parsed. The tables are the same whatever the order of files, the number of workers or the cache; on another
    processor, readings of the trained instruments differ a little (see `mediaframes.annotate.attitude.instruments`).

    Examples
    --------
    >>> evidence = mf.annotate(articles, mf.load_actors("US", "Iran"))
    >>> evidence.mentions.groupby("actor").size().idxmax()
    'Iran'
    """
    check_articles(articles)
    articles = articles.reset_index(drop=True)  # labels may be there twice
    actors = load_actors() if actors is None else load_actors(actors) if len(actors) else []
    job = Job(tuple(_with_codebook(actors)), frozenset(a.name for a in actors), syntax, attitudes)
    readable = articles[is_english(articles)]
    names = Names(job.known, cache)
    store = _store(cache, job)
    keys = pd.Series(article_keys(readable) if store else "", index=readable.index, dtype="str")
    found, parts = store.read(keys) if store else (set(), [])
    todo = readable[~keys.isin(found)]
    size = CHUNK if client is None else SHARE
    chunks = [todo.iloc[first : first + size] for first in range(0, len(todo), size)]
    show = len(todo) >= PROGRESS_FROM if progress is None else progress
    quiet = {} if show else {"disable": True}  # not disable=False: TQDM_DISABLE in the environment has its say
    with progress_bar("Reading articles", len(todo), "articles", **quiet) as bar:
        for chunk, tables in _results(job, names, chunks, client):
            parts.append(tables)
            bar.update(len(chunk))
            store = keep(store, keys[chunk.index], chunk, tables)
    found = {name: joined([p[name] for p in parts], name, articles) for name in TABLES}
    return Evidence(articles=with_quotation_warnings(articles).reset_index(drop=True), **found)


def _store(cache, job):
    options = {"wanted": sorted(job.wanted), "syntax": job.syntax, "attitudes": job.attitudes}
    return open_cache(cache, instruments_key(job.known, options) if cache else "")


def _results(job, names, chunks, client):
    """Yield each chunk with its tables, in whatever order they get done."""
    if client is None:
        yield from ((chunk, job.read(chunk, names)) for chunk in chunks)
        return
    from distributed import as_completed

    shared = client.scatter(job, broadcast=True)
    futures = {client.submit(_read_remotely, shared, chunk, pure=False, retries=3): chunk for chunk in chunks}
    for future, tables in as_completed(futures, with_results=True):
        yield futures.pop(future), tables


def _read_remotely(job, chunk):
    return job.read(chunk, Names(job.known, cache=False), beside=False)


@dataclass(frozen=True)
class Job:
    """What to look for: all actors that take part in the matching, the names of those asked for, and how deep."""

    known: tuple
    wanted: frozenset
    syntax: bool = True
    attitudes: bool = True

    def read(self, articles, names, *, beside=True):
        """Read some articles, in which `names` finds who is named: the tables of `Evidence` for these alone.

        With `beside`, the network runs beside the parser, which keeps one core busy; a worker has one core for both.
        """
        sentences, named = names.of(articles)
        asked = named[named["actor"].isin(self.wanted)]
        with ThreadPoolExecutor(1) as pool, one_thread():
            early = pool.submit(self._attitudes, articles, sentences, asked) if beside else None
            found = self._parsed(articles, sentences, named) if self.syntax else {"mentions": asked.to_dict("records")}
            tone, relations = early.result() if beside else self._attitudes(articles, sentences, asked)
        if found.get("clauses"):
            relations = stand_on_deeds(relations, as_table(found["clauses"], "clauses"))
        mentions = as_table(found["mentions"], "mentions")
        tone = lexicon_tone(articles, sentences, mentions, masked=named).merge(tone, on="mention_id", how="left")
        found |= {
            "sentences": sentences,
            "mentions": mentions,
            "tone": tone[COLUMNS["tone"]],
            "relations": relations.assign(voice=voice_of_pairs(relations, mentions)),
        }
        return {name: as_table(found.get(name, []), name) for name in TABLES}

    def _attitudes(self, articles, sentences, mentions):
        if not self.attitudes:
            read = [c for c in COLUMNS["tone"] if c not in ("article_id", "lexicon", "covered")]
            return mentions.reindex(columns=read), empty_table("relations")
        persons = {actor.name for actor in self.known if actor.type == "person"}
        tone, relations = read_attitudes(articles, sentences, mentions, persons=persons, threads=1)
        return tone.drop(columns="article_id"), relations

    def _parsed(self, articles, sentences, named):
        spans = _by_article(sentences, sentences[["start", "end", "part"]].itertuples(index=False, name=None))
        rows = [m | {"known": m["actor"]} for m in named.to_dict("records")]
        rows = [m if m["actor"] in self.wanted else m | {"actor": None} for m in rows]
        inside = _by_article(named, rows)
        texts = list(zip(articles["article_id"], articles["text"], strict=True))
        about = surroundings(articles, spans, inside, self.known, self.wanted)
        needed = [
            (i, text, sorted(cue_sentences(text, spans.get(i, [])) | _naming(inside.get(i, [])) | about[i].sentences))
            for i, text in texts
        ]
        docs = parse(text[slice(*spans[i][n][:2])] for i, text, numbers in needed for n in numbers)
        rows = {"mentions": [], "attributions": [], "clauses": [], "harms": []}
        for i, text, numbers in needed:
            parsed = dict(zip(numbers, islice(docs, len(numbers)), strict=True))
            found = read_article(i, text, spans.get(i, []), parsed, inside.get(i, []), about[i])
            for name, new in zip(rows, found, strict=True):
                rows[name] += new
        return rows


def _naming(mentions):
    """Numbers of the sentences that name an actor asked for."""
    return {m["sentence"] for m in mentions if m["actor"] is not None}


def _by_article(table, rows):
    """Return the rows of each article as a list."""
    pairs = zip(table["article_id"], rows, strict=True)
    return {key: [row for _, row in group] for key, group in groupby(pairs, key=lambda pair: pair[0])}


def _with_codebook(actors):
    """Return `actors` and those of the built-in codebook that they do not redefine.

    All are needed to read a text rightly: the tone's lexicon must be kept from every name.
    """
    own = {a.name for a in actors}
    return [*actors, *(a for a in load_actors() if a.name not in own)]
