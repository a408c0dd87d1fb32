"""From articles and actors to evidence: what is found, in which order, and only where it is needed."""

from collections import defaultdict

import pandas as pd
from tqdm.auto import tqdm

from mediaframes.annotate.evidence import COLUMNS, Evidence, empty_table
from mediaframes.annotate.lexicon import lexicon_tone
from mediaframes.annotate.mentions import find_mentions
from mediaframes.annotate.parse import parse
from mediaframes.annotate.phrases import mention_phrase
from mediaframes.annotate.sentences import split_sentences
from mediaframes.codebook import load_actors
from mediaframes.errors import MediaframesError

__all__ = ["annotate"]

PROGRESS_FROM = 200  # articles; less is done before a bar can be read
ENGLISH = ("en", "eng", "english")


def annotate(articles, actors=None, *, progress=None):
    """Find who is named in which words, by whom, and in what tone.

    Parameters
    ----------
    articles : DataFrame
        As from `load_corpus`; at least `article_id` and `text`.
    actors : list of Actor, optional
        As from `load_actors`. Default: all that the built-in codebook knows.
    progress : bool, optional
        Whether to show a progress bar. Default: only where there is much to do.

    Returns
    -------
    Evidence
        Articles in another language than English keep their row in `articles`, but no English instrument reads them.

    Raises
    ------
    MediaframesError
        If `articles` lacks a column, or two articles have the same `article_id`.
    """
    _check(articles)
    actors = load_actors() if actors is None else list(actors)
    readable = articles[_is_english(articles)]
    sentences = split_sentences(readable)
    named = find_mentions(readable, sentences, _with_codebook(actors))
    mentions = named[named["actor"].isin([a.name for a in actors])].reset_index(drop=True)
    show = len(readable) >= PROGRESS_FROM if progress is None else progress
    mentions = _with_phrases(readable, sentences, mentions, show)
    mentions["voice"] = mentions["voice"].fillna("newsroom")
    tone = lexicon_tone(readable, sentences, mentions, masked=named)
    return Evidence(
        articles=articles.reset_index(drop=True),
        sentences=sentences,
        mentions=mentions[COLUMNS["mentions"]],
        attributions=empty_table("attributions"),
        clauses=empty_table("clauses"),
        tone=tone,
        relations=empty_table("relations"),
    )


def _check(articles):
    missing = [c for c in ("article_id", "text") if c not in articles]
    if missing:
        raise MediaframesError(f"articles has no column {' and no column '.join(missing)}; load it with load_corpus")
    twice = articles["article_id"][articles["article_id"].duplicated()]
    if len(twice):
        raise MediaframesError(f"{len(twice)} articles share an article_id with another, {twice.iloc[0]!r} for one")


def _is_english(articles):
    """Mark the articles that the English instruments may read: those said to be English, or not said to be other."""
    if "language" not in articles:
        return pd.Series(True, index=articles.index)
    return articles["language"].map(lambda v: not isinstance(v, str) or v.lower().split("-")[0] in ENGLISH).astype(bool)


def _with_codebook(actors):
    """Return `actors` and those of the built-in codebook that they do not redefine.

    All are needed to read a text rightly: a longer name of another actor wins over a shorter one, and the tone's
    lexicon must be kept from every name.
    """
    own = {a.name for a in actors}
    return [*actors, *(a for a in load_actors() if a.name not in own)]


def _with_phrases(articles, sentences, mentions, show):
    """Add to each mention its phrase: head, modifiers (with appositions), predicates and role."""
    key = ["article_id", "sentence"]
    wanted = sentences.merge(mentions[key].drop_duplicates(), on=key, validate="one_to_one")
    texts = articles.set_index("article_id")["text"]
    spans = list(wanted[[*key, "start", "end"]].itertuples(index=False))
    docs = parse(texts[i][a:b] for i, _, a, b in spans)
    inside = defaultdict(list)
    for row, article_id, sentence, start, end in mentions[[*key, "start", "end"]].itertuples():
        inside[article_id, sentence].append((row, start, end))
    phrases = {}
    for (article_id, sentence, offset, _), doc in zip(
        tqdm(spans, desc="Reading sentences", unit=" sentences", disable=not show), docs, strict=True
    ):
        for row, start, end in inside[article_id, sentence]:
            phrases[row] = mention_phrase(doc, start - offset, end - offset)
    found = pd.DataFrame.from_dict(
        phrases, orient="index", columns=["head", "modifiers", "appositions", "predicates", "role"]
    )
    found["modifiers"] = found["modifiers"] + found.pop("appositions")
    return mentions.join(found, how="left")
