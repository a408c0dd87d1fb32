"""How often a deed gets the class of PLOVER that people gave it: used by `accuracy.py` and the tests."""

import json
import zlib

import pandas as pd
from clause_accuracy import coded_events

import mediaframes as mf
from mediaframes.measure.inference.estimates import ratio_estimates

# The manual's first names for what later versions put together.
LATER = {"concede": "yield", "retreat": "yield", "demand": "request", "disapprove": "accuse", "investigate": "accuse",
         "fight": "assault"}  # fmt: skip


def score(gold):
    """Return of PLOVER's sentences the share whose deed, where it was found, has the coded class.

    Once for deeds that join the coded source and target, once for predicates among the words that were coded as the
    event; by halves of the sentences: the lists were mended by looking at the first, not at the second.
    """
    rows = coded_classes(gold)
    tables = [_score(rows, of) for of in ("joined", "event")]
    table = pd.concat(tables).assign(instrument="deeds", data="PLOVER", coded_by="people")
    kept = table["part"].map({"second half": " kept"}).fillna("")
    return table.assign(on=table["n"].astype(str) + kept + " sentences of the PLOVER manual")


def _score(rows, of):
    found = rows.dropna(subset=of)
    right = [coded in kinds for coded, kinds in zip(found["coded"], found[of], strict=True)]
    counts = found[["article_id", "part"]].assign(x=right, d=1, unit=found["article_id"])
    counts = pd.concat([counts.assign(part="all"), counts])
    named = {"joined": "class of a deed that joins source and target", "event": "class of the coded event"}
    return ratio_estimates(counts, counts, by=["part"], share=True).assign(measure=named[of])


def coded_classes(gold):
    """Return `article_id`, `text`, `part`, `coded`, and the classes found, missing where no deed was.

    `joined` : set of the classes of clauses that join a coded pair. `event` : set of one, the class of the first
    predicate that has one among the words coded as the event.
    """
    lines = (gold / "plover" / "records.jsonl").read_text("utf-8").splitlines()
    events = pd.DataFrame([json.loads(line) for line in lines]).rename(columns={"id": "article_id"})
    rows = events[["article_id", "text"]].assign(text=events["text"].str.strip())
    rows["coded"] = [LATER.get(name.lower(), name.lower()) for name in events["event"]]
    rows["part"] = ["second half" if zlib.crc32(name.encode()) % 2 else "first half" for name in rows["article_id"]]
    articles = rows[["article_id", "text"]].assign(outlet="coded")
    clauses = mf.annotate(articles, mf.load_actors(), cache=False, attitudes=False).clauses
    by_article = dict(list(clauses.groupby("article_id")))
    pairs = coded_events(gold).set_index("article_id")["pairs"].to_dict()
    none = clauses.iloc[:0]
    own = [by_article.get(name, none) for name in rows["article_id"]]
    rows["joined"] = [_joined(c, pairs.get(name, ())) for name, c in zip(rows["article_id"], own, strict=True)]
    rows["event"] = [_of_event(*row) for row in zip(own, rows["text"], events["eventText"], strict=True)]
    return rows


def _joined(clauses, pairs):
    other = clauses["patient_actor"].fillna(clauses["target_actor"])
    both = [pair in pairs for pair in zip(clauses["agent_actor"], other, strict=True)]
    return set(clauses.loc[both, "plover"].fillna("none")) or None


def _of_event(clauses, text, event):
    words = set(str(event).lower().split())
    spans = zip(clauses["predicate_start"], clauses["predicate_end"], strict=True)
    found = clauses[[text[start:end].lower() in words for start, end in spans]]
    if found.empty:
        return None
    return {next(iter(found["plover"].dropna()), "none")}
