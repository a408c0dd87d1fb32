"""The way back: from a row of a result to the sentences behind it."""

import pandas as pd

from mediaframes.annotate.segmentation.sentences import split_sentences
from mediaframes.errors import MediaframesError
from mediaframes.measure.actors import display_forms
from mediaframes.measure.clauses import passive_clauses, two_sided
from mediaframes.measure.compare.trends import periods
from mediaframes.measure.deeds import asked, participants, without_speech
from mediaframes.measure.groups import in_voice
from mediaframes.measure.inference.estimates import MISSING, unit_of
from mediaframes.measure.relations import directed
from mediaframes.measure.speech import first_said, said
from mediaframes.measure.words.concordance import find_terms

__all__ = ["evidence_for"]

ARTICLE = ["outlet", "published", "title", "url"]


def evidence_for(row, evidence):
    """Return the sentences behind one row of a result.

    Parameters
    ----------
    row : Series
        One row, as `estimates.loc[i]` gives it.
    evidence : Evidence or DataFrame
        What the result was measured on: the evidence, or for measures of words the articles.

    Returns
    -------
    DataFrame
        One row a sentence and voice, by outlet and date: `outlet`, `published`, `title`, `text` (the sentence),
        `spans` (list of (start, end) within it, to highlight), `voice` (missing where the measure does not ask),
        `url`, `article_id`, `start`, `end` (characters of `articles.text`); for tone and relations `score`, what the
        instrument read in the sentence.

    Raises
    ------
    MediaframesError
        If `row` does not come from a measure of this package.
    """
    how = getattr(row, "attrs", {}).get("evidence")
    if how is None:
        raise MediaframesError(
            "this row does not say where it comes from; give one row of a result, such as estimates.loc[0], "
            "and not one that was merged or copied without its attrs"
        )
    is_table = isinstance(evidence, pd.DataFrame)
    articles = _in_groups(evidence if is_table else evidence.articles, row, how)
    hits = FINDERS[how["kind"]](row, how, evidence, articles)
    hits = hits[hits["article_id"].isin(articles["article_id"])]
    wanted = articles[articles["article_id"].isin(hits["article_id"])]
    sentences = split_sentences(wanted) if is_table else evidence.sentences
    return _sentences_of(hits, sentences, wanted)


def _in_groups(articles, row, how):
    """Keep the articles of the row's groups, and of the sides that are compared."""
    wanted = {b: [row[b]] for b in row.attrs["by"] if b in articles and b in row.index}
    for side in how.get("sides", ()):
        wanted[side] = [row["target"], row["reference"]]
    for column, values in wanted.items():
        if "all others" not in values:
            shown = articles[column].astype("object").where(articles[column].notna(), MISSING)
            articles = articles[shown.isin(values)]
    if "every" in how:
        articles = articles[periods(articles["published"], how["every"]) == row["period"]]
    return articles[~unit_of(articles).duplicated()] if how.get("copies") == "drop" else articles


def _term_hits(row, how, evidence, articles):
    hits = find_terms(articles, row["term"], whole=True)
    return hits.assign(voice=pd.NA)


def _collocate_hits(row, how, evidence, articles):
    """Both words, in the sentences that hold both."""
    sentences = split_sentences(articles) if isinstance(evidence, pd.DataFrame) else evidence.sentences
    both = [_with_sentence(find_terms(articles, t), sentences) for t in (how["term"], row["collocate"])]
    key = ["article_id", "sentence"]
    shared = both[0][key].drop_duplicates().merge(both[1][key].drop_duplicates())
    return pd.concat(both).merge(shared, on=key).drop(columns="sentence").assign(voice=pd.NA)


def _mention_hits(row, how, evidence, articles):
    mentions = in_voice(evidence.mentions, how["voice"])
    mentions = mentions[mentions["mention_id"].isin(how["ids"])] if "ids" in how else mentions
    for column, value in how.get("only", {}).items():
        mentions = mentions[mentions[column] == value]
    mentions = _like(mentions, row, {"actor", "kind", "voice"}, {})
    if "scored" in how:
        scored = evidence.tone.dropna(subset=how["scored"])[["mention_id", how["scored"]]]
        mentions = mentions.merge(scored.set_axis(["mention_id", "score"], axis=1), on="mention_id")
    if how.get("form") == "text":
        mentions = mentions[display_forms(mentions["text"]).str.casefold() == row["form"].casefold()]
    elif how.get("form") == "kind":
        mentions = mentions[mentions["kind"] == row["form"]]
    if "words" in how:
        mentions = mentions[[row["word"] in words for words in mentions[how["words"]]]]
    return mentions[[c for c in ("article_id", "start", "end", "voice", "score") if c in mentions]]


def _pair_hits(row, how, evidence, articles):
    mentions = in_voice(evidence.mentions, how["voice"])
    sides = [mentions[mentions["actor"] == row[side]] for side in ("actor", "other")]
    key = ["article_id", "sentence"]
    shared = sides[0][key].drop_duplicates().merge(sides[1][key].drop_duplicates())
    return pd.concat(sides).merge(shared, on=key)[["article_id", "start", "end", "voice"]]


def _relation_hits(row, how, evidence, articles):
    """Both names of each relation, where they were read."""
    rows = in_voice(directed(evidence), how["voice"])
    rows = _like(rows, row, {"actor", "other", "voice"}, {})
    return _spans(rows, ("p", "q"), "score")


def _attribution_hits(row, how, evidence, articles):
    """Cue and source of each attribution in the row's group."""
    rows = said(evidence.attributions)
    rows = first_said(rows) if how["first"] else rows
    rows = _like(rows, row, {"source_actor", "kind", "stance"}, {"source_actor": "(other)"})
    cues = rows[["article_id", "cue_start", "cue_end"]].set_axis(["article_id", "start", "end"], axis=1)
    sources = rows[["article_id", "source_start", "source_end"]].set_axis(["article_id", "start", "end"], axis=1)
    return pd.concat([cues, sources]).dropna(subset="start").assign(voice=pd.NA)


def _clause_hits(row, how, evidence, articles):
    clauses = in_voice(evidence.clauses, how["voice"])
    clauses = clauses if how["speech"] == "keep" else without_speech(clauses, evidence.attributions)
    rows = asked(participants(clauses), how["of"])[0]
    rows = _like(rows, row, {"actor", "voice", "role"}, {})
    verbs = rows[["article_id", "predicate_start", "predicate_end", "voice"]]
    verbs = verbs.set_axis(["article_id", "start", "end", "voice"], axis=1)
    return pd.concat([verbs, rows[["article_id", "start", "end", "voice"]]])


def _passive_hits(row, how, evidence, articles):
    rows, hit = passive_clauses(in_voice(evidence.clauses, how["voice"]), row["of"])
    return _spans(_like(rows[hit], row, set(), {}), ("predicate", "patient"))


def _deed_hits(row, how, evidence, articles):
    rows = _like(two_sided(evidence, how["voice"]), row, {"agent_actor", "patient_actor"}, {})
    return _spans(rows, ("agent", "predicate", "patient"))


def _spans(rows, parts, *more):
    """The places of some parts of clauses, one row a place."""
    names = {"axis": 1, "labels": ["article_id", "start", "end", "voice", *more]}
    columns = [["article_id", f"{p}_start", f"{p}_end", "voice", *more] for p in parts]
    return pd.concat([rows[c].set_axis(**names) for c in columns]).dropna(subset="start")


def _like(rows, row, columns, names_of_missing):
    """Keep the rows whose values are those of the result's row."""
    for column in (columns | set(row.attrs["by"])) & set(row.index) & set(rows.columns):
        rows = rows[rows[column].fillna(names_of_missing.get(column, MISSING)) == row[column]]
    return rows


FINDERS = {
    "term": _term_hits,
    "collocate": _collocate_hits,
    "mention": _mention_hits,
    "pair": _pair_hits,
    "relation": _relation_hits,
    "attribution": _attribution_hits,
    "clause": _clause_hits,
    "passive": _passive_hits,
    "deed": _deed_hits,
}


def _with_sentence(hits, sentences):
    """Join to each hit the sentence that it stands in, page furniture left out."""
    readable = sentences.loc[sentences["part"] != "boilerplate", ["article_id", "sentence", "start", "end"]]
    rows = hits.merge(readable, on="article_id", suffixes=("", "_of"))
    rows = rows[(rows["start_of"] <= rows["start"]) & (rows["end"] <= rows["end_of"])]
    return rows.drop(columns=["start_of", "end_of"])


def _sentences_of(hits, sentences, articles):
    rows = _with_sentence(hits, sentences).merge(sentences, on=["article_id", "sentence"], suffixes=("_hit", ""))
    rows["span"] = [(a - s, b - s) for a, b, s in zip(rows["start_hit"], rows["end_hit"], rows["start"], strict=True)]
    key = ["article_id", "sentence", "start", "end", "voice"]
    scores = {"score": ("score", "mean")} if "score" in rows else {}
    found = rows.groupby(key, dropna=False).agg(spans=("span", lambda s: sorted(set(s))), **scores).reset_index()
    texts = articles.set_index("article_id")["text"]
    found["text"] = [texts[i][a:b] for i, a, b in zip(found["article_id"], found["start"], found["end"], strict=True)]
    known = [c for c in ARTICLE if c in articles]
    found = found.merge(articles[["article_id", *known]], on="article_id", how="left", validate="many_to_one")
    order = [c for c in ("outlet", "published") if c in known]
    columns = [*[c for c in known if c != "url"], "text", "spans", "voice", *[c for c in known if c == "url"], *scores]
    return found.sort_values([*order, "article_id", "start"])[[*columns, "article_id", "start", "end"]].reset_index(
        drop=True
    )
