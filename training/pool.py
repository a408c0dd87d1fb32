"""Sentences that name countries and armed groups, without codes: to draw from for coding, and for teachers to read.

They come from the folders `corpora` and `gold`, none of which is part of this repository.
"""

import json
import re
from itertools import combinations
from pathlib import Path

import pandas as pd
from data import LAST, Example, fold_of, read_countries, read_development

import mediaframes as mf
from mediaframes.annotate.entities.mentions import find_mentions
from mediaframes.annotate.segmentation.sentences import split_sentences

KINDS = ("state", "armed group", "organisation")
LONGEST = 70  # words


def read_texts(gold, corpora):
    """Return each text by its key (`newswcl50/…`, `headlines/hl17`, `dse/dse17` …)."""
    gold, corpora = Path(gold), Path(corpora)
    texts = {}
    for name in ("newswcl50", "us_election_2016"):
        articles = mf.load_corpus(corpora / name)
        texts |= {f"{name}/{i}": t for i, t in zip(articles["article_id"], articles["text"], strict=True)}
    titles = pd.read_csv(corpora / "gaza_headlines" / "headlines.csv")["title"].astype(str)
    texts |= {f"headlines/hl{n}": t for n, t in enumerate(titles)}
    told = _lines(gold / "casualties" / "sentences.jsonl")
    texts |= {f"casualties/cas{n}": json.loads(line)["sentence"] for n, line in enumerate(told)}
    named = _lines(gold / "newsmtsc" / "train.jsonl")
    texts |= {f"newsmtsc/mtsc{n}": json.loads(line)["sentence_normalized"] for n, line in enumerate(named)}
    pairs = _lines(gold / "dse" / "train.tsv")
    return texts | {f"dse/dse{n}": re.sub(r"[\[\]]", "", line.split("\t")[0]) for n, line in enumerate(pairs)}


def sentences_with_mentions(texts, gold):
    """Return sentences (key, start, end, text, mentions) with their mentions of countries, groups and organisations.

    Left out: what the development parts and the last look hold, and sentences that are coded already.
    """
    held = {_plain(e.text) for part in read_development(gold).values() for e in part}
    held |= {_plain(e.text) for e in read_countries(Path(gold) / "countries")}
    kept = {key: text for key, text in texts.items() if not _is_last(key)}
    articles = pd.DataFrame({"article_id": list(kept), "text": list(kept.values()), "title": "", "date": pd.NaT})
    sentences = split_sentences(articles)
    mentions = find_mentions(articles, sentences, [a for a in mf.load_actors() if a.type in KINDS])
    where = ["article_id", "sentence"]
    placed = mentions.merge(sentences[[*where, "start", "end"]], on=where, suffixes=("", "_of"))
    for (key, _), own in placed.groupby(where, sort=False):
        start, end = map(int, own[["start_of", "end_of"]].iloc[0])
        text = kept[key][start:end]
        if len(text.split()) > LONGEST or _plain(text) in held:
            continue
        held.add(_plain(text))
        own = own.drop_duplicates(["start", "end"]).sort_values("start")
        yield key, start, end, text, [(m.actor, m.start - start, m.end - start) for m in own.itertuples()]


def examples(texts, gold):
    """Return each mention and each two actors of the pool as an example without a label."""
    made = []
    for *_, text, mentions in sentences_with_mentions(texts, gold):
        made += [Example(text, ((a, b, "target"),), None, "tone", "pool") for _, a, b in mentions]
        first = {}
        for actor, start, end in mentions:
            first.setdefault(actor, (start, end))
        pairs = [(p, q) for p, q in combinations(first.values(), 2) if p[1] <= q[0]]
        made += [Example(text, ((*p, "p"), (*q, "q")), None, "relations", "pool") for p, q in pairs]
    return made


def _is_last(key):
    source, article = key.split("/", 1)
    return fold_of(source, article) == LAST


def _plain(text):
    return re.sub(r"\W+", " ", text.lower()).strip()


def _lines(path):
    return path.read_text(encoding="utf-8").splitlines()
