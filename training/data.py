"""The coded sentences that the instruments learn from, as examples: a text, marked spans, a label, a task."""

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

TONE = ("negative", "neutral", "positive")
RELATIONS = ("neutral", "p_supports_q", "q_supports_p", "p_opposes_q", "q_opposes_p")
FOLDS, LAST = 5, 4  # articles are held out by fifths; the last fifth is never learnt from
CODES = Path(__file__).resolve().parent / "codes"


@dataclass(frozen=True)
class Example:
    """One sentence with its spans (start, end, mark) and the index of its label, if it has one.

    `task` is "tone" or "relations", `source` the set it comes from, `fold` a number from 0 to 4 for what is held out in
    turn, by article, and -1 for the rest.
    """

    text: str
    spans: tuple
    label: int | None
    task: str
    source: str
    fold: int = -1


def fold_of(source, article):
    """Return the fold of an article, always the same: `LAST` is kept for the last look."""
    return int(hashlib.sha256(f"{source}/{article}".encode()).hexdigest(), 16) % FOLDS


def read_newsmtsc(path, *, further=False):
    """Read a part of NewsMTSC (Hamborg & Donnay 2021); with `further`, its other mentions are examples too."""
    examples = []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for target in row["targets"]:
            mentions = [target, *(target.get("further_mentions", []) if further else [])]
            label = round(target["polarity"] / 2) - 1
            spans = [((m["from"], m["to"], "target"),) for m in mentions]
            examples += [Example(row["sentence_normalized"], s, label, "tone", "newsmtsc") for s in spans]
    return list(dict.fromkeys(examples)) if further else examples


def read_dse(path):
    """Read a part of the directed sentiment data (Park, Pan & Joo 2021); brackets are taken out of the text."""
    examples = []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        bracketed, _, _, label = line.split("\t")
        text, edges = "", []
        for char in bracketed:
            if char in "[]":
                edges.append(len(text))
            else:
                text += char
        spans = ((edges[0], edges[1], "p"), (edges[2], edges[3], "q"))
        examples.append(Example(text, spans, int(label), "relations", "dse"))
    return examples


def read_countries(folder):
    """Read the codes of countries and armed groups, made by a language model with a written codebook."""
    folder = Path(folder)
    tone = [
        Example(
            r["sentence"],
            ((r["at"], r["at"] + len(r["words"]), "target"),),
            TONE.index(r["code"]),
            "tone",
            "countries",
            fold_of(r["source"], r["article_id"]),
        )
        for r in _rows(folder / "tone.jsonl")
    ]
    relations = [
        Example(
            r["sentence"],
            ((*r["p_at"], "p"), (*r["q_at"], "q")),
            RELATIONS.index(r["code"]),
            "relations",
            "countries",
            fold_of(r["source"], r["article_id"]),
        )
        for r in _rows(folder / "relations.jsonl")
    ]
    return [in_order(e) for e in tone + relations]


def read_codes(texts, task):
    """Read our own codes, made by a language model with the same codebook; `texts` gives a text by its key.

    `codes/{tone,relations}.csv` hold offsets alone: the sentences are not part of this repository. Of rows that several
    coders coded, the code given most often counts; a row whose text is missing, or that is not the actor, is left out.
    """
    rows = pd.read_csv(CODES / f"{task}.csv")
    marks = {"tone": [("", "target")], "relations": [("p_", "p"), ("q_", "q")]}[task]
    labels = TONE if task == "tone" else RELATIONS
    place = [
        "key",
        "sentence_start",
        "sentence_end",
        *(f"{side}{edge}" for side, _ in marks for edge in ("start", "end")),
    ]
    agreed = rows.groupby(place)["code"].agg(lambda codes: codes.mode()[0]).reset_index()
    made = []
    for r in agreed[agreed["code"].isin(labels)].to_dict("records"):
        if (text := texts.get(r["key"])) is None:
            continue
        at = r["sentence_start"]
        spans = tuple((r[f"{side}start"] - at, r[f"{side}end"] - at, mark) for side, mark in marks)
        made.append(in_order(Example(text[at : r["sentence_end"]], spans, labels.index(r["code"]), task, "codes")))
    return made


def in_order(example):
    """Return the example with p the name that comes first, as in use."""
    first, *second = example.spans
    if not second or first[:2] <= second[0][:2]:
        return example
    spans = ((*second[0][:2], "p"), (*first[:2], "q"))
    label = example.label
    return replace(example, spans=spans, label=label if label is None else MIRRORED[label])


MIRRORED = [0, 2, 1, 4, 3]  # the relations with p and q changed


def read_development(folder):
    """Return the development parts of NewsMTSC and DSE by name.

    The published parts of DSE share pairs; `valid-new` is `valid` without those that `train` holds.
    """
    folder = Path(folder)
    dev = {part: read_newsmtsc(folder / "newsmtsc" / f"{part}.jsonl") for part in ("rw-dev", "mt-dev")}
    seen = {(e.text, e.spans) for e in read_dse(folder / "dse" / "train.tsv")}
    dev["valid-new"] = [e for e in read_dse(folder / "dse" / "valid.tsv") if (e.text, e.spans) not in seen]
    return dev


def read_training(folder, texts, kept=()):
    """Return what is learnt from: NewsMTSC, DSE, the codes of countries, and our own.

    No sentence of the development parts, and none of `kept`, is in it.
    """
    folder = Path(folder)
    held = {e.text for part in read_development(folder).values() for e in part} | set(kept)
    mtsc = read_newsmtsc(folder / "newsmtsc" / "train.jsonl", further=True)
    dse = dict.fromkeys(read_dse(folder / "dse" / "train.tsv"))
    own = [e for task in ("tone", "relations") for e in read_codes(texts, task)]
    return [e for e in [*mtsc, *dse, *read_countries(folder / "countries"), *own] if e.text not in held]


def _rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
