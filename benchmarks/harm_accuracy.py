"""How often the side of those killed is found, and found rightly: used by `accuracy.py` and the tests."""

import hashlib
import json

import pandas as pd
from tone_accuracy import f1_rows

import mediaframes as mf
from mediaframes.measure.inference.estimates import ratio_estimates

SIDES = ("israel", "palestine", "both")
ACTORS = {"Israel": "israel", "Palestine": "palestine", "Hamas": "palestine", "Islamic Jihad": "palestine"}
DEADLY = ("killing", "death")
OPEN = "open"
DATA = "Israel-Gaza war, three outlets"
# The rules were written with the first half in view; the second was never looked at.
HALVES = ("half that the rules were written on", "half not looked at")


def score(gold):
    """Return how well the side of the victims is found in sentences on deaths, in all and by half.

    The sentences of the New York Times and the Washington Post (Jackson 2023) and the BBC (Najjar & Lietava 2023), each
    with its title an article here; a side that is left open counts as missed.
    """
    rows = coded_harms(gold)
    rows = rows.assign(found=sides_found(rows))
    parts = [rows.assign(part="all"), rows.assign(part=rows["half"])]
    return pd.concat(
        [_figures(own) for part in parts for _, own in part.groupby("part", sort=False)], ignore_index=True
    )


def coded_harms(gold):
    """Return `article_id`, `outlet`, `published`, `title`, `text`, whose victims are `coded`, `unit` and `half`."""
    lines = (gold / "casualties" / "sentences.jsonl").read_text("utf-8").splitlines()
    rows = pd.DataFrame([json.loads(line) for line in lines]).rename(columns={"sentence": "text", "victims": "coded"})
    rows = rows.assign(title=rows["title"].fillna(""), published=pd.to_datetime(rows["published"], format="mixed"))
    half = [int(hashlib.md5(title.encode()).hexdigest(), 16) % 2 for title in rows["title"]]
    ids = [f"harm-{number}" for number in range(len(rows))]
    return rows.assign(article_id=ids, unit=rows["outlet"] + rows["title"], half=[HALVES[h] for h in half])


def sides_found(rows):
    """Return of each text the sides whose people are told to be killed or to have died: as they are coded, or open."""
    articles = rows[["article_id", "outlet", "published", "title", "text"]]
    harms = mf.annotate(articles, mf.load_actors(*ACTORS), cache=False, attitudes=False, progress=False).harms
    harms = harms[harms["kind"].isin(DEADLY)].assign(side=harms["victim_actor"].map(ACTORS)).dropna(subset="side")
    sides = harms.groupby("article_id")["side"].agg(set).reindex(rows["article_id"])
    return [_side(found) if isinstance(found, set) else OPEN for found in sides]


def _side(found):
    return "both" if len(found) == 2 else next(iter(found))


def _figures(rows):
    given = rows[rows["found"] != OPEN]
    shares = [
        ("side right where given", given, given["found"] == given["coded"]),
        ("side given", rows, rows["found"] != OPEN),
    ]
    parts = [f1_rows(rows, rows["found"], SIDES)]
    for measure, own, hit in shares:
        counts = pd.DataFrame({"x": hit, "d": 1, "article_id": own["article_id"], "unit": own["unit"], "part": "all"})
        parts.append(ratio_estimates(counts, counts, by=["part"], share=True).assign(measure=measure))
    on = f"{len(rows):,} sentences on deaths in the Israel-Gaza war"
    part = rows["part"].iloc[0]
    return pd.concat(parts).assign(instrument="harms", data=DATA, part=part, coded_by="people", on=on)
