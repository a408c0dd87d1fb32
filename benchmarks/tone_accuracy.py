"""How good tone and relations are on coded sentences: used by `accuracy.py` and the tests."""

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd

import mediaframes as mf
from mediaframes.annotate.attitude.grounds import stand_on_deeds
from mediaframes.annotate.attitude.instruments import RELATION_CLASSES, TONE_CLASSES, read_relations, read_tone
from mediaframes.annotate.attitude.lexicon import score_sentence
from mediaframes.annotate.segmentation.sentences import split_sentences
from mediaframes.measure.inference.estimates import ratio_estimates

sys.path.append(str(Path(__file__).resolve().parents[1] / "training"))
from data import LAST, fold_of

HAND_CODES = Path(__file__).resolve().parent / "hand_codes" / "country_tone.csv"
DRAWS, FEWEST = 1000, 10  # as everywhere: no interval from fewer than ten independent units
WORD_LIST, TRAINED = "word list, names masked", "trained"
MODEL_CODED = "countries and groups, coded by a language model"
# What is counted where a row is about actors of one kind; of pairs, that of the first of these kinds that is in it.
KINDS = {"armed group": "armed groups", "organisation": "international organisations", "state": "countries"}


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


def coded_attitudes(gold, kind):
    """Return what a language model coded of countries, organisations and armed groups: tone, or relations.

    Only of the articles that are kept from the training (`data.fold_of`): from the others the instruments have learnt.
    Columns as of `coded_tone` or `coded_relations`, with `kinds`, the set of the kinds of the actors that the codebook
    knows, and the article as `unit`.
    """
    types = {actor.name: actor.type for actor in mf.load_actors()}
    lines = (gold / "countries" / f"{kind}.jsonl").read_text("utf-8").splitlines()
    rows = pd.DataFrame([json.loads(line) for line in lines])
    kept = [fold_of(*place) == LAST for place in zip(rows["source"], rows["article_id"], strict=True)]
    rows = rows[kept].reset_index(drop=True)
    names = [rows[column] for column in ("actor", "p", "q") if column in rows]
    kinds = [{types.get(name, "other") for name in own} for own in zip(*names, strict=True)]
    rows = rows.assign(text=rows["sentence"], coded=rows["code"], unit=rows["source"] + rows["article_id"], kinds=kinds)
    if kind == "tone":
        return rows.assign(start=rows["at"], end=rows["at"] + rows["words"].str.len())
    return rows.assign(p=rows["p_at"].map(tuple), q=rows["q_at"].map(tuple))


def by_word_list(rows):
    """Return what the sign of the word list's score says, names masked; no known word is neutral here."""
    spans = zip(rows["text"], rows["start"], rows["end"], strict=True)
    scores = np.array([score_sentence(text, [(a, b)])["lexicon"] for text, a, b in spans])
    return np.select([scores < 0, scores > 0], ["negative", "positive"], "neutral")


def read(instrument, rows, *, of_countries=False):
    """Return the rows with the probability of each class, what is `found`, and what the word list says (tone only).

    With `of_countries`, all names are known to be those of countries, groups or organisations, as `annotate` knows it
    from the whole article ("Kim"); else `mf.tone` and `mf.relations` look at each name alone.
    """
    known = np.zeros(len(rows))
    if instrument == "tone":
        spans = list(zip(rows["start"], rows["end"], strict=True))
        found = read_tone(list(rows["text"]), spans, known) if of_countries else mf.tone(rows["text"], spans)
        rows = rows.assign(word_list=by_word_list(rows))
    else:
        places = list(rows["text"]), list(rows["p"]), list(rows["q"])
        found = read_relations(*places, known) if of_countries else mf.relations(*places)
    found.index = rows.index
    return rows.assign(**found, found=found.idxmax(axis=1))


def found_at(texts, *spans):
    """Return for each text whom the codebook finds at its spans (rows of mentions, or None), and the clauses."""
    ids = {text: f"text {n}" for n, text in enumerate(dict.fromkeys(texts))}
    articles = pd.DataFrame({"article_id": list(ids.values()), "text": list(ids)})
    evidence = mf.annotate(articles, attitudes=False, cache=False, progress=False)
    named = {i: list(own.itertuples()) for i, own in evidence.mentions.groupby("article_id")}
    found = []
    for text, *places in zip(texts, *spans, strict=True):
        own = named.get(ids[text], [])
        found.append([next((m for m in own if m.start < end and start < m.end), None) for start, end in places])
    return found, [ids[text] for text in texts], evidence.clauses


def told(texts, spans_p, spans_q):
    """Return pairs (`article_id`, `sentence`, `p`, `q`: whom the codebook finds at the spans) and the clauses there."""
    rows = []
    found, ids, clauses = found_at(texts, spans_p, spans_q)
    for (p, q), own in zip(found, ids, strict=True):
        together = p is not None and q is not None and p.sentence == q.sentence
        rows.append((own, p.sentence, p.actor, q.actor) if together else (own, -1, None, None))
    return pd.DataFrame(rows, columns=["article_id", "sentence", "p", "q"]), clauses


def standing_on_deeds(rows):
    """Return the rows with what network and deeds say together, as `annotate` does."""
    pairs, clauses = told(rows["text"], rows["p"], rows["q"])
    pairs = pairs.assign(**{c: rows[c].to_numpy() for c in RELATION_CLASSES})
    found = stand_on_deeds(pairs, clauses)[RELATION_CLASSES].set_axis(rows.index)
    return rows.assign(**found, found=found.idxmax(axis=1))


SIDES = dict(zip(RELATION_CLASSES, ("neutral", "support", "support", "opposition", "opposition"), strict=True))


def sides_row(rows):
    """Return the macro-F1 of support, opposition or neither, whoever it comes from."""
    coded, found = rows["coded"].map(SIDES), rows["found"].map(SIDES)
    macro = f1_rows(rows.assign(coded=coded), found, list(dict.fromkeys(SIDES.values()))).head(1)
    return macro.assign(measure="macro-F1 of support, opposition, neutral")


def calibration_row(rows, classes):
    """Return how far the likeliest class's probability is from the share that is right, over ten equal bins."""
    best, right = rows[list(classes)].max(axis=1).to_numpy(), (rows["found"] == rows["coded"]).to_numpy()
    bins = np.minimum((best * 10).astype(int), 9)
    error = sum(abs(best[bins == b].mean() - right[bins == b].mean()) * np.mean(bins == b) for b in np.unique(bins))
    return _one_row("calibration error of the likeliest class", error, rows)


def share_row(rows):
    """Return the share of the rows of which the code is found, and what always saying "neutral" would get."""
    counts = pd.DataFrame(
        {"x": rows["coded"] == rows["found"], "d": 1, "article_id": rows["unit"], "unit": rows["unit"]}
    )
    row = ratio_estimates(counts.assign(part=TRAINED), counts.assign(part=TRAINED), by=["part"], share=True)
    return row.assign(measure="share right", always_neutral=(rows["coded"] == "neutral").mean())


def _one_row(measure, estimate, rows):
    units = rows["unit"].nunique()
    counts = {"n": len(rows), "n_articles": units, "n_clusters": units}
    return pd.DataFrame([{"measure": measure, "estimate": estimate, "low": np.nan, "high": np.nan, **counts}])


def f1_rows(rows, found, classes):
    """Return the macro-F1 and each class's F1 as rows of a result, with intervals over resampled units."""
    codes, units = np.unique(rows["unit"], return_inverse=True)
    coded, found = rows["coded"].to_numpy(), np.asarray(found)
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
        Holds `newsmtsc/`, `dse/` and `countries/`; `../corpora` beside it the texts of our hand codes.
    """
    figures, confused = zip(*[*_tone(gold), *_relations(gold)], strict=True)
    return pd.concat(figures, ignore_index=True), pd.concat(confused, ignore_index=True)


def _tone(gold):
    """Yield figures and confusion of each part that is coded for tone."""
    persons = {"kind": "person", "coded_by": "people", "counted": "mentions of politicians, parties and groups"}
    ours = {"coded_by": "the project's authors", "counted": "mentions of countries"}
    parts = [(f"NewsMTSC, {part}", coded_tone(gold, part), persons) for part in ("rw-dev", "mt-dev")]
    parts.append(("countries, hand-coded here", coded_countries(gold.parent / "corpora"), ours))
    for data, rows, told in parts:
        yield scored("tone", data, read("tone", rows, of_countries=told is ours), told)
    by_model = read("tone", coded_attitudes(gold, "tone"), of_countries=True)
    by_model = by_model.assign(outlet=outlets(gold, by_model))
    yield from _by_kind("tone", by_model, "mentions of")


def _relations(gold):
    """Yield figures and confusion of each part that is coded for relations."""
    pairs = read("relations", coded_relations(gold))
    told = {"coded_by": "people", "counted": "pairs of names"}
    yield scored("relations", "directed sentiment, valid", pairs, told)
    new = {"coded_by": "people", "counted": "pairs of names, not seen in training", "kind": "person"}
    yield scored("relations", "the same, new pairs only", pairs[pairs["new"]], new)
    of_countries = standing_on_deeds(read("relations", coded_attitudes(gold, "relations"), of_countries=True))
    yield from _by_kind("relations", of_countries, "pairs with")


MOST_NAMED = 6
ALL = "all mentions"
APART = "mean tone, machine less coded"


def apart_rows(rows, parts):
    """Return how far the mean tone that is read is from the one that is coded, for the largest of the parts and in all.

    This is what a comparison of means rests on: errors that cancel out do no harm to it, leanings do.
    """
    signs = dict(zip(TONE_CLASSES, (-1, 0, 1), strict=True))
    apart = rows["positive"] - rows["negative"] - rows["coded"].map(signs)
    rows = pd.DataFrame({"x": apart, "d": 1, "article_id": rows["unit"], "unit": rows["unit"], "part": parts})
    named = rows["part"].value_counts()
    rows = pd.concat([rows[rows["part"].isin(named.index[:MOST_NAMED])], rows.assign(part=ALL)])
    rows = rows.groupby(["article_id", "unit", "part"], as_index=False)[["x", "d"]].sum()
    return ratio_estimates(rows, rows, by=["part"]).assign(measure=APART)


def _by_kind(instrument, rows, what):
    """Yield the figures on what a language model coded, in all and by kind of actor."""
    told = {"coded_by": "a language model", "counted": f"{what} countries, organisations and armed groups"}
    figures, confused = scored(instrument, MODEL_CODED, rows, told | {"kind": "any"})
    if instrument == "tone":
        on = f"{len(rows):,} {told['counted']}"
        by_outlet = apart_rows(rows, rows["outlet"])
        apart = pd.concat([apart_rows(rows, rows["actor"]), by_outlet[by_outlet["part"] != ALL]])
        apart = apart.assign(instrument=instrument, data=MODEL_CODED, coded_by=told["coded_by"], on=on)
        figures = pd.concat([figures, apart])
    yield figures, confused
    if instrument == "tone":
        for name, own in _by_place(rows):
            yield scored(instrument, f"{MODEL_CODED}: {name}", rows[own], told | {"kind": None})
    first = rows["kinds"].map(lambda kinds: next((kind for kind in KINDS if kind in kinds), None))
    for kind, name in KINDS.items():
        told = {"coded_by": "a language model", "counted": f"{what} {name}", "kind": kind}
        yield scored(instrument, f"{MODEL_CODED}: {name}", rows[first == kind], told)


def _by_place(rows):
    """Yield what part a mention takes in its sentence, in whose voice, and where, with the rows of which it is so."""
    found, *_ = found_at(rows["text"], list(zip(rows["start"], rows["end"], strict=True)))
    role = pd.Series([m.role if m is not None else None for (m,) in found], rows.index)
    voice = pd.Series([m.voice if m is not None else None for (m,) in found], rows.index)
    for name, own in (("agents", role == "agent"), ("patients", role == "patient"), ("others", role == "other")):
        yield f"as {name}", own
    for name in ("newsroom", "quoted"):
        yield f"{name} voice", voice == name
    headline = rows["source"] == "headlines"
    yield from (("headlines", headline), ("bodies", ~headline))


def outlets(gold, rows):
    """Return the outlet of each coded mention, where it is known."""
    corpora, known = gold.parent / "corpora", {}
    for name in ("newswcl50", "us_election_2016", "seesaw"):
        articles = mf.load_corpus(corpora / name)
        known |= {(name, i): outlet for i, outlet in zip(articles["article_id"], articles["outlet"], strict=True)}
    titles = pd.read_csv(corpora / "gaza_headlines" / "headlines.csv")
    known |= {("headlines", f"hl{n}"): outlet for n, outlet in enumerate(titles["outlet"])}
    told = (gold / "casualties" / "sentences.jsonl").read_text("utf-8").splitlines()
    known |= {("casualties", f"cas{n}"): json.loads(line)["outlet"] for n, line in enumerate(told)}
    return [known.get(place) for place in zip(rows["source"], rows["article_id"], strict=True)]


def scored(instrument, data, rows, told):
    """Return the figures of an instrument on one part, beside the word list for tone, and the confusion table.

    `told` holds `coded_by`, `counted` (in words) and, where a number rests on this part, the `kind` of actor.
    """
    classes = TONE_CLASSES if instrument == "tone" else RELATION_CLASSES
    coded = [c for c in classes if (rows["coded"] == c).any()]
    parts = [f1_rows(rows, rows["found"], coded), share_row(rows), calibration_row(rows, classes)]
    if instrument == "relations":
        parts.append(sides_row(rows))
    figures = pd.concat(parts).assign(part=TRAINED)
    figures["kind"] = np.where(figures["measure"].isin(_resting(rows, classes)), told.get("kind"), None)
    if instrument == "tone":
        figures = pd.concat([figures, f1_rows(rows, rows["word_list"], coded).assign(part=WORD_LIST)])
    on = f"{len(rows):,} {told['counted']}"
    figures = figures.assign(instrument=instrument, data=data, coded_by=told["coded_by"], on=on)
    return figures, confusion(rows, rows["found"].to_numpy(), data).assign(instrument=instrument)


def _resting(rows, classes):
    """Return the measures that a number may rest on: no mean over classes of which one is hardly coded at all."""
    rare = rows["coded"].value_counts().reindex(classes, fill_value=0).min() < FEWEST
    return ["share right"] if rare else ["macro-F1", "share right"]
