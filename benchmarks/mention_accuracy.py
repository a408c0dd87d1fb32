"""How many human-coded mentions of countries are found: used by `accuracy.py` and the tests.

A coded mention counts as found if a mention of the right actor overlaps it. The coded words are looked up in their
paragraph of the article, else anywhere in it, because the token offsets of the release belong to another tokeniser.
"""

import re

import pandas as pd

from mediaframes.annotate.entities.mentions import find_mentions
from mediaframes.annotate.segmentation.sentences import split_sentences
from mediaframes.codebook import load_actors
from mediaframes.measure.inference.estimates import ratio_estimates

FEWEST = 30  # mentions of a country that has a row of its own


def score(gold):
    """Return the recall on NewsWCL50 (Hamborg, Zhukova & Gipp 2019), in all and by country."""
    codes = coded_mentions(gold)
    counts = codes.groupby(["article_id", "code_name"])["found"].agg(x="sum", d="size").reset_index()
    counts = counts.rename(columns={"code_name": "part"}).assign(unit=counts["article_id"])
    all_of_it = ratio_estimates(counts.assign(part="all"), counts.assign(part="all"), by=["part"], share=True)
    counts = counts[counts.groupby("part")["d"].transform("sum") >= FEWEST]
    rows = pd.concat([all_of_it, ratio_estimates(counts, counts, by=["part"], share=True)])
    rows = rows.assign(measure="coded mentions found", instrument="mentions", data="NewsWCL50, six events")
    return rows.assign(coded_by="people", on=[f"{n:,} mentions of countries in six events" for n in rows["n"]])


def coded_mentions(gold):
    """The human-coded mentions of countries, with `article_id`, `code_name` and whether each was `found`."""
    articles = pd.read_json(gold.parent / "corpora" / "newswcl50" / "articles.jsonl", lines=True)
    articles["published"] = pd.to_datetime(articles["published"])
    actors = load_actors()
    mentions = find_mentions(articles, split_sentences(articles), actors)
    mentions["code"] = mentions["actor"].map({a.name: a.code for a in actors})
    codes = pd.read_csv(gold / "newswcl50" / "annotations.csv").query("code_type == 'COUNTRY'")
    codes["article_id"] = codes["event_id"].astype(str) + "_" + codes["publisher_id"]
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    by_article = dict(list(mentions.groupby("article_id")))
    codes["found"] = [_is_found(texts[row.article_id], row, by_article[row.article_id]) for row in codes.itertuples()]
    return codes


def _is_found(text, row, mentions):
    own = mentions[mentions["code"] == row.code_name]
    words = r"\W*".join(map(re.escape, re.findall(r"\w+", row.code_mention)))
    paragraphs = [m.span() for m in re.finditer(r"[^\n]+", text)]
    start, end = paragraphs[row.paragraph] if row.paragraph < len(paragraphs) else (0, 0)
    coded = re.compile(rf"(?<!\w){words}(?!\w)")
    spans = [m.span() for m in coded.finditer(text, start, end)] or [m.span() for m in coded.finditer(text)]
    return any(((own["start"] < b) & (own["end"] > a)).any() for a, b in spans)
