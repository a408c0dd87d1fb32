"""The coded sentences that the instruments learn from, as examples: a text, marked spans, a label, a task."""

import json
import random
from dataclasses import dataclass
from pathlib import Path

TONE = ("negative", "neutral", "positive")
RELATIONS = ("neutral", "p_supports_q", "q_supports_p", "p_opposes_q", "q_opposes_p")


@dataclass(frozen=True)
class Example:
    """One sentence with its spans (start, end, mark), the index of its label if it has one, `tone` or `relations`."""

    text: str
    spans: tuple
    label: int | None
    task: str


def read_newsmtsc(path, *, further=False):
    """Read a part of NewsMTSC (Hamborg & Donnay 2021); with `further`, its other mentions are examples too."""
    examples = []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for target in row["targets"]:
            mentions = [target, *(target.get("further_mentions", []) if further else [])]
            label = round(target["polarity"] / 2) - 1
            examples += [
                Example(row["sentence_normalized"], ((m["from"], m["to"], "target"),), label, "tone") for m in mentions
            ]
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
        examples.append(Example(text, spans, int(label), "relations"))
    return examples


def read_gold(folder):
    """Return the training examples and the development parts by name.

    No training sentence is in a development part of tone. The published parts of the relations share pairs (the same
    sentence, names and label): these stay in training, as published, and the part `valid-new` is `valid` without them,
    for figures and temperatures that say something about sentences never seen.

    Parameters
    ----------
    folder : str or Path
        Holds `newsmtsc/{train,rw-dev,mt-dev}.jsonl` and `dse/{train,valid}.tsv`.
    """
    folder = Path(folder)
    dev = {part: read_newsmtsc(folder / "newsmtsc" / f"{part}.jsonl") for part in ("rw-dev", "mt-dev")}
    kept = {e.text for part in dev.values() for e in part}
    tone = [e for e in read_newsmtsc(folder / "newsmtsc" / "train.jsonl", further=True) if e.text not in kept]
    relations = list(dict.fromkeys(read_dse(folder / "dse" / "train.tsv")))
    pairs = {(e.text, e.spans) for e in relations}
    dev["valid"] = read_dse(folder / "dse" / "valid.tsv")
    dev["valid-new"] = [e for e in dev["valid"] if (e.text, e.spans) not in pairs]
    return tone + relations, dev


def names_as_targets(examples, number, seed=0):
    """Return some names of the pairs, drawn at random, as targets of tone without a label, for teachers to read.

    They bring what NewsMTSC lacks: countries, and news from elsewhere.
    """
    pairs = [e for e in examples if e.task == "relations"]
    names = dict.fromkeys((e.text, start, end) for e in pairs for start, end, _ in e.spans)
    drawn = random.Random(seed).sample(sorted(names), min(number, len(names)))
    return [Example(text, ((start, end, "target"),), None, "tone") for text, start, end in drawn]
