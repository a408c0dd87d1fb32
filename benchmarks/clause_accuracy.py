"""How often a clause joins who acts and toward whom: used by `accuracy.py` and the tests."""

import json
from itertools import product

import pandas as pd

import mediaframes as mf
from mediaframes.measure.inference.estimates import ratio_estimates


def score(gold):
    """Return the share of PLOVER's sentences on two states in which a clause joins source and target.

    The examples of the manual (Open Event Data Alliance 2018); each is its own article here.
    """
    rows = coded_events(gold)
    found = joined(rows)
    counts = pd.DataFrame(
        {"x": found, "d": 1, "article_id": rows["article_id"], "unit": rows["article_id"], "part": "all"}
    )
    table = ratio_estimates(counts, counts, by=["part"], share=True)
    on = f"{len(rows)} sentences of the PLOVER manual"
    return table.assign(
        measure="source and target joined", instrument="clauses", data="PLOVER, two states", coded_by="people", on=on
    )


def coded_events(gold):
    """Return `article_id`, `text` and the coded `pairs` (source, target) of different states of the codebook."""
    states = {actor.code: actor.name for actor in mf.load_actors() if actor.code}
    lines = (gold / "plover" / "records.jsonl").read_text("utf-8").splitlines()
    events = [json.loads(line) for line in lines]
    rows = [(event["id"], event["text"].strip(), _pairs(event, states)) for event in events]
    return pd.DataFrame([row for row in rows if row[2]], columns=["article_id", "text", "pairs"])


def _pairs(event, states):
    """Return the pairs of an event; of one that is mutual, which has sources only, each pair both ways."""
    sources, targets = (
        [states[who["code"]] for who in event[role] or [] if isinstance(who, dict) and who.get("code") in states]
        for role in ("source", "target")
    )
    mutual = not isinstance(event["target"], list)
    return {(a, b) for a, b in product(sources, sources if mutual else targets) if a != b}


def joined(rows):
    """Return whether some clause of each text joins one of its pairs."""
    return [bool(found & pairs) for found, pairs in zip(pairs_found(rows), rows["pairs"], strict=True)]


def pairs_found(rows):
    """Return of each text the pairs of different actors of whom a clause has one as agent, one as patient or target."""
    articles = rows[["article_id", "text"]].assign(outlet="coded")
    clauses = mf.annotate(articles, mf.load_actors(), cache=False).clauses
    found = {article: set() for article in rows["article_id"]}
    for column in [c for c in ("patient_actor", "target_actor") if c in clauses]:
        named = clauses.dropna(subset=["agent_actor", column]).query(f"agent_actor != {column}")
        for article, agent, other in zip(named["article_id"], named["agent_actor"], named[column], strict=True):
            found[article].add((agent, other))
    return list(found.values())
