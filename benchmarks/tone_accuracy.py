"""How good tone and relations are on human-coded sentences: used by `accuracy.py`."""

import json
from pathlib import Path

import numpy as np
import pandas as pd

import mediaframes as mf
from mediaframes.annotate.attitude.instruments import RELATION_CLASSES, TONE_CLASSES
from mediaframes.annotate.attitude.lexicon import score_sentence
from mediaframes.annotate.segmentation.sentences import split_sentences

HAND_CODES = Path(__file__).resolve().parent / "hand_codes" / "country_tone.csv"
DRAWS, FEWEST = 1000, 10  # as everywhere: no interval from fewer than ten independent units
WORD_LIST = "word list, names masked"


def coded_tone(gold, part):
    """Return NewsMTSC's coded targets: `text`, `start`, `end`, `coded`, and the sentence as `unit`."""
    rows = [json.loads(line) for line in (gold / "newsmtsc" / f"{part}.jsonl").read_text("utf-8").splitlines()]
    return pd.DataFrame(
        [
            (row["sentence_normalized"], t["from"], t["to"], TONE_CLASSES[int(t["polarity"]) // 2 - 1], number)
            for number, row in enumerate(rows)
            for t in row["targets"]
        ],
        columns=["text", "start", "end", "coded", "unit"],
    )


def coded_countries(corpora):
    """Return our own codes of countries, with their sentences, and the article as `unit`."""
    codes = pd.read_csv(HAND_CODES).query("code != 'not the actor'")
    parts = []
    for corpus, own in codes.groupby("corpus"):
        articles = mf.load_corpus(corpora / corpus)
        texts = dict(zip(articles["article_id"], articles["text"], strict=True))
        sentences = split_sentences(articles[articles["article_id"].isin(own["article_id"])])
        rows = own.merge(sentences, on="article_id", suffixes=("", "_of"))
        rows = rows[(rows["start_of"] <= rows["start"]) & (rows["end"] <= rows["end_of"])]
        inside = {c: rows[c] - rows["start_of"] for c in ("start", "end")}
        found = [texts[i][a:b] for i, a, b in zip(rows["article_id"], rows["start_of"], rows["end_of"], strict=True)]
        parts.append(rows.assign(text=found, coded=rows["code"], unit=rows["article_id"], **inside))
    return pd.concat(parts)[["text", "start", "end", "coded", "unit"]].reset_index(drop=True)


def coded_relations(gold):
    """Return the coded pairs of the directed sentiment data: those of `valid` that training has not seen, and all."""
    rows, seen = [], {line.rsplit("\t", 1)[0] for line in _lines(gold, "train")}
    for number, line in enumerate(_lines(gold, "valid")):
        bracketed, *_, label = line.split("\t")
        edges = [i - n for n, i in enumerate(i for i, char in enumerate(bracketed) if char in "[]")]
        text = bracketed.replace("[", "").replace("]", "")
        new = line.rsplit("\t", 1)[0] not in seen
        rows.append((text, tuple(edges[:2]), tuple(edges[2:]), RELATION_CLASSES[int(label)], number, new))
    return pd.DataFrame(rows, columns=["text", "p", "q", "coded", "unit", "new"])


def _lines(gold, part):
    return (gold / "dse" / f"{part}.tsv").read_text("utf-8").splitlines()


def by_word_list(rows):
    """Return what the sign of the word list's score says, names masked; no known word is neutral here."""
    spans = zip(rows["text"], rows["start"], rows["end"], strict=True)
    scores = np.array([score_sentence(text, [(a, b)])["lexicon"] for text, a, b in spans])
    return np.select([scores < 0, scores > 0], ["negative", "positive"], "neutral")


def by_network(rows):
    """Return the likeliest tone."""
    return mf.tone(rows["text"], list(zip(rows["start"], rows["end"], strict=True))).idxmax(axis=1).to_numpy()


def f1_rows(rows, found, classes):
    """Return the macro-F1 and each class's F1 as rows of a result, with intervals over resampled units."""
    codes, units = np.unique(rows["unit"], return_inverse=True)
    coded = rows["coded"].to_numpy()
    hits = np.stack([(coded == c) & (found == c) for c in classes], axis=1).astype(float)
    sizes = np.stack([(coded == c).astype(float) + (found == c) for c in classes], axis=1)
    hits, sizes = (np.stack([np.bincount(units, column) for column in x.T], axis=1) for x in (hits, sizes))
    drawn = np.random.default_rng(0).multinomial(len(codes), np.full(len(codes), 1 / len(codes)), DRAWS)
    once, many = _f1(hits.sum(0), sizes.sum(0)), _f1(drawn @ hits, drawn @ sizes)
    names = ["macro-F1", *(f"F1: {c.replace('_', ' ')}" for c in classes)]
    counts = [len(coded), *((coded == c).sum() for c in classes)]
    table = [
        (name, value, *_limits(draws, len(codes)), n, len(codes), len(codes))
        for name, value, draws, n in zip(names, [once.mean(), *once], [many.mean(1), *many.T], counts, strict=True)
    ]
    return pd.DataFrame(table, columns=["measure", "estimate", "low", "high", "n", "n_articles", "n_clusters"])


def _f1(hits, sizes):
    return np.divide(2 * hits, sizes, out=np.zeros_like(hits), where=sizes > 0)


def _limits(draws, units):
    return np.quantile(draws, [0.025, 0.975]) if units >= FEWEST else (np.nan, np.nan)


def confusion(rows, found, data):
    """Count what was found for what was coded."""
    pairs = pd.DataFrame({"data": data, "coded": rows["coded"].to_numpy(), "found": found})
    return pairs.groupby(["data", "coded", "found"]).size().rename("n").reset_index()


def score(gold):
    """Return the figures of tone and relations, and their confusion table.

    Parameters
    ----------
    gold : Path
        Holds `newsmtsc/` and `dse/`; `../corpora` beside it the texts of our hand codes.
    """
    gold = Path(gold)
    tone = {f"NewsMTSC, {part}": coded_tone(gold, part) for part in ("rw-dev", "mt-dev")}
    tone["countries, hand-coded here"] = coded_countries(gold.parent / "corpora")
    figures, confused = [], []
    for data, rows in tone.items():
        for part, found in (("trained", by_network(rows)), (WORD_LIST, by_word_list(rows))):
            figures.append(f1_rows(rows, found, TONE_CLASSES).assign(instrument="tone", data=data, part=part))
            confused += [confusion(rows, found, data)] if part == "trained" else []
    pairs = coded_relations(gold)
    found = mf.relations(pairs["text"], pairs["p"], pairs["q"]).idxmax(axis=1).to_numpy()
    for data, some in (("directed sentiment, valid", pairs["new"] | True), ("the same, new pairs only", pairs["new"])):
        row = f1_rows(pairs[some], found[some], RELATION_CLASSES)
        figures.append(row.assign(instrument="relations", data=data, part="trained"))
    confused.append(confusion(pairs[pairs["new"]], found[pairs["new"]], "the same, new pairs only"))
    return pd.concat(figures, ignore_index=True), pd.concat(confused, ignore_index=True)
