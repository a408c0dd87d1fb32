"""How good the instruments are on the sentences of `tests/gold`, which are at hand on any checkout."""

import re
from pathlib import Path

import attribution_accuracy
import clause_accuracy
import pandas as pd
import tone_accuracy

import mediaframes as mf
from mediaframes.annotate.entities.mentions import find_mentions
from mediaframes.annotate.segmentation.sentences import split_sentences
from mediaframes.measure.inference.estimates import ratio_estimates

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "gold"
MARK = re.compile(r"\[([\w .-]+): ([^\[\]]*)\]")
DATA = "sentences of our own"
CODERS = "the project's authors with the help of a language model"


def score():
    """Return the figures of all instruments, and the confusion table of tone and relations."""
    figures, confused = attitudes()
    figures = pd.concat([attributions(), mentions(), clauses(), figures], ignore_index=True)
    return figures.assign(data=DATA, coded_by=CODERS), confused


def attitudes():
    """Return the figures of tone and relations, and their confusion table."""
    figures, confused = zip(*[_attitude(instrument) for instrument in ("tone", "relations")], strict=True)
    return pd.concat(figures), pd.concat(confused)


def read(name):
    """Return a file's rows, with `text` freed of its marks and `spans`, a list of (role, start, end)."""
    table = pd.read_csv(FOLDER / f"{name}.tsv", sep="\t", quoting=3, keep_default_na=False)
    table["text"], table["spans"] = zip(*map(_unmarked, table["text"]), strict=True)
    table["article_id"] = table["unit"] = [f"{name}-{number}" for number in range(len(table))]
    return table


def _unmarked(marked):
    text, spans, done = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[done : mark.start()]
        spans.append((mark[1], len(text), len(text) + len(mark[2])))
        text, done = text + mark[2], mark.end()
    return text + marked[done:], spans


def _spans(row, role):
    return [(start, end) for name, start, end in row if name == role]


def _attitude(instrument):
    rows = read(instrument).rename(columns={"code": "coded"})
    roles = {"tone": "t", "relations": "pq"}[instrument]
    first = {role: [_spans(row, role)[0] for row in rows["spans"]] for role in roles}
    if instrument == "tone":
        rows["start"], rows["end"] = zip(*first["t"], strict=True)
    else:
        rows["p"], rows["q"] = first["p"], first["q"]
    told = {"coded_by": CODERS, "counted": {"tone": "mentions", "relations": "pairs"}[instrument] + " of our own"}
    return tone_accuracy.scored(instrument, DATA, tone_accuracy.read(instrument, rows), told)


def attributions():
    """Return how well the words said and their sources are found."""
    rows = read("attributions").assign(title=None)
    rows["gold"] = [_attribution(row) for row in rows["spans"]]
    table = attribution_accuracy.ratios(attribution_accuracy.score_articles(rows).assign(part="all"))
    return table.assign(instrument="attributions", on=f"{len(rows)} texts of our own")


def _attribution(spans):
    return [{role: _spans(spans, role.lower()) for role in ("Source", "Cue", "Content")}] if spans else []


def mentions():
    """Return the share of the coded mentions that are found, and of those found that are coded."""
    rows = read("mentions").assign(outlet="coded", published=pd.NaT, title=None)
    found = find_mentions(rows, split_sentences(rows), mf.load_actors())
    by_text = {text: own for text, own in found.groupby("article_id")}
    counts = []
    for row in rows.itertuples():
        own = by_text.get(row.article_id, found.iloc[:0])
        got = list(own[["actor", "start", "end"]].itertuples(index=False, name=None))
        counts.append(
            {
                "coded": len(row.spans),
                "got": len(got),
                "both": sum(_is_among(s, got) for s in row.spans),
                "right": sum(_is_among(s, row.spans) for s in got),
            }
        )
    return _shares(
        rows,
        counts,
        {"coded mentions found": ("both", "coded"), "mentions that are right": ("right", "got")},
        "mentions",
    )


def _is_among(span, others):
    return any(span[0] == name and span[1] < end and start < span[2] for name, start, end in others)


def clauses():
    """Return the share of the coded pairs of actors that a clause joins, and of the joined pairs that are coded."""
    rows = read("clauses")
    coded = [set() if row == "-" else {tuple(pair.split(">")) for pair in row.split("; ")} for row in rows["pairs"]]
    found = clause_accuracy.pairs_found(rows)
    counts = [{"coded": len(c), "got": len(f), "both": len(c & f)} for c, f in zip(coded, found, strict=True)]
    measures = {"source and target joined": ("both", "coded"), "joined pairs that are right": ("both", "got")}
    return _shares(rows, counts, measures, "clauses")


def _shares(rows, counts, measures, instrument):
    counts = pd.DataFrame(counts).assign(article_id=rows["article_id"], unit=rows["unit"], part="all")
    parts = []
    for measure, (x, d) in measures.items():
        own = counts.assign(x=counts[x], d=counts[d])
        parts.append(ratio_estimates(own, own, by=["part"], share=True).assign(measure=measure))
    return pd.concat(parts).assign(instrument=instrument, on=f"{len(rows)} texts of our own")
