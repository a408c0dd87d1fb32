"""How well attributions are found, in words of their content and by source: used by `accuracy.py` and the tests."""

import csv
import re

import numpy as np
import pandas as pd

from mediaframes.annotate.attribution.attributions import cue_sentences, find_attributions
from mediaframes.annotate.segmentation.sentences import split_sentences
from mediaframes.annotate.syntax.parser import parse
from mediaframes.measure.inference.estimates import ratio_estimates

WORD = re.compile(r"\w+")
MARKS = re.compile(r"[\"“”„«»]|''|``")
# What is counted, and over what: all are ratios of sums over articles, F1 too.
RATIOS = {
    "content words: F1": ("twice_both", "wanted_and_got"),
    "content words: precision": ("both", "got"),
    "content words: recall": ("both", "wanted"),
    "indirect speech: recall of content words": ("indirect_got", "indirect"),
    "source found": ("source_got", "sourced"),
}


def score(gold):
    """Return the figures on PolNeAR's development part (Newell, Margolin & Ruths 2018), in all and by outlet."""
    articles = gold_articles(gold / "polnear" / "dev")
    table = score_articles(articles)
    table["part"] = articles["article_id"].str.split("_").str[0]
    rows = pd.concat([ratios(table.assign(part="all")), ratios(table)])
    rows = rows.assign(instrument="attributions", data="PolNeAR, development part", coded_by="people")
    return rows.assign(on=f"{len(articles)} articles of US election news")


def score_articles(articles):
    """Return what each article adds to the counts."""
    found = predictions(articles)
    rows = zip(articles["text"], articles["gold"], found, strict=True)
    table = pd.DataFrame([counts(*row) for row in rows])
    table["twice_both"], table["wanted_and_got"] = 2 * table["both"], table["wanted"] + table["got"]
    table["article_id"] = table["unit"] = articles["article_id"]
    return table


def ratios(table):
    """Return each ratio for each part of a table of counts."""
    scored = []
    for measure, (x, d) in RATIOS.items():
        counts = table[["article_id", "unit", "part"]].assign(x=table[x], d=table[d])
        scored.append(ratio_estimates(counts, counts, by=["part"], share=True).assign(measure=measure))
    return pd.concat(scored)


def read_annotations(path):
    """Attributions of one brat file: a list of dicts of spans by role (Source, Cue, Content)."""
    spans, events = {}, []
    for line in path.read_text(encoding="utf-8").split("\n"):
        fields = line.split("\t")
        if re.fullmatch(r"T\d+", fields[0]) and len(fields) > 1:
            _, places = fields[1].split(" ", 1)
            spans[fields[0]] = [tuple(map(int, place.split())) for place in places.split(";")]
        elif re.fullmatch(r"E\d+", fields[0]) and len(fields) > 1:
            events.append([pair.split(":") for pair in fields[1].split()[1:]])
    roles = ("Source", "Cue", "Content")
    return [
        {role: sorted(s for r, t in event if r.rstrip("0123456789") == role for s in spans[t]) for role in roles}
        for event in events
    ]


def gold_articles(folder):
    """Rows of article_id, title, text, and the attributions of the first annotator."""
    with open(folder / "metadata.tsv", encoding="utf-8", newline="") as file:
        titles = {row["filename"]: row["title"] for row in csv.DictReader(file, delimiter="\t")}
    rows = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        article = path.stem.rsplit("_", 1)[0]
        if article not in rows:
            text = (folder / "text" / f"{article}.txt").read_bytes().decode("utf-8")
            rows[article] = (article, titles.get(article), text, read_annotations(path))
    return pd.DataFrame(list(rows.values()), columns=["article_id", "title", "text", "gold"])


def predictions(articles):
    """The attributions of each article, parsed as far as needed, in the order of `articles`."""
    sentences = split_sentences(articles)
    found = []
    for article in articles.itertuples():
        own = sentences[sentences["article_id"] == article.article_id]
        spans = list(own[["start", "end", "part"]].itertuples(index=False, name=None))
        wanted = sorted(cue_sentences(article.text, spans))
        docs = dict(zip(wanted, parse(article.text[spans[i][0] : spans[i][1]] for i in wanted), strict=True))
        found.append(find_attributions(article.text, spans, docs))
    return found


def overlap(some, others):
    return any(a < d and c < b for a, b in some for c, d in others)


def is_indirect(text, content):
    return not MARKS.search(text[max(content[0][0] - 2, 0) : content[-1][1] + 2])


def counts(text, gold, found):
    """What one article adds to the counts: content words, words of indirect speech, sources."""

    def words_in(spans):
        inside = np.zeros(len(text) + 1, dtype=bool)
        for a, b in spans:
            inside[a:b] = True
        return {m.start() for m in WORD.finditer(text) if inside[m.start()]}

    coded = [g for g in gold if g["Content"]]
    wanted = words_in(s for g in coded for s in g["Content"])
    got = words_in(s for row in found for s in row["content_spans"])
    indirect = words_in(s for g in coded if is_indirect(text, g["Content"]) for s in g["Content"])
    sourced = [g for g in coded if g["Source"]]
    return {
        "both": len(wanted & got),
        "wanted": len(wanted),
        "got": len(got),
        "indirect": len(indirect),
        "indirect_got": len(indirect & got),
        "sourced": len(sourced),
        "source_got": sum(source_found(g, found) for g in sourced),
    }


def source_found(gold, found):
    """Whether an attribution with overlapping content has a source that shares a word with the coded one."""
    return any(
        row["source_start"] is not None
        and overlap(gold["Source"], [(row["source_start"], row["source_end"])])
        and overlap(gold["Content"], row["content_spans"])
        for row in found
    )
