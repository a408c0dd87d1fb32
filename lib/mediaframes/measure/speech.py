"""Who gets to speak: shares of attributions, and the stance of the words that introduce them."""

from mediaframes.errors import check_option
from mediaframes.measure.groups import grouped
from mediaframes.measure.inference.estimates import MISSING, as_estimates, as_list, ratio_estimates

__all__ = ["first_said", "said", "voices"]

SPEECH = ("clause", "according", "label")
# The column that is counted over; the measure's name, its formula, denominator and unit.
SHARE = ("share of voice", "attributions of the source ÷ attributions", "times someone is said to have said something")
OF = {
    "source": ("source_actor", *SHARE, "attributions"),
    "words": (
        "source_actor",
        "share of reported words",
        "words reported of the source ÷ words reported",
        "words of reported speech",
        "words",
    ),
    "first": (
        "source_actor",
        "first to speak",
        "articles in which the source is the first to speak ÷ articles in which anyone speaks",
        "articles with reported speech",
        "articles",
    ),
    "kind": ("kind", "kind of speech", "attributions of this kind ÷ attributions", SHARE[2], "attributions"),
    "stance": ("stance", "stance of the cue", "attributions of this stance ÷ attributions", SHARE[2], "attributions"),
}


def voices(evidence, *, by="outlet", of="source", copies="keep", weights="article"):
    """Estimate who is quoted, how, or with which stance.

    Parameters
    ----------
    evidence : Evidence
    by : str or list of str, optional
        Columns of the attributions or of the articles; `["outlet", "source_actor"]` asks each question per source.
    of : {"source", "words", "first", "kind", "stance"}
        Shares of whom the sources belong to: of the attributions, of the words reported, or of the articles in which
        they are the first to speak; of direct, mixed and indirect speech; or of neutral ("said"), factive ("noted")
        and doubting ("claimed") cues.
    copies : {"keep", "drop"}
        Whether to count each copy of a text, or the first of each group only.
    weights : {"article", "story"}
        What counts once: each article, or each story, its articles in equal parts.

    Returns
    -------
    DataFrame
        One row a group and value, the largest first: the group columns, `source_actor`, `kind` or `stance`,
        `estimate` (share, 0 ... 1), `low`, `high`, `n` (attributions, words or articles), `n_articles`, `n_clusters`,
        `count`. Sources that belong to no actor asked for are "(other)".

    Notes
    -----
    Speech and thought only: "X said that ...", "according to X", quotations. What X is merely told to want, praise or
    seem to do is in `evidence.attributions`, and not counted here. Words are what white space parts; those that one
    source reports of another count for both.

    References
    ----------
    Share of voice: Asr et al. 2021 (Gender Gap Tracker), PLOS ONE 16(1).
    """
    check_option("of", of, tuple(OF))
    by, (over, measure, formula, denominator, unit) = as_list(by), OF[of]
    rows = said(evidence.attributions)
    rows = first_said(rows) if of == "first" else rows
    rows = rows.assign(x=_words(rows, evidence.articles) if of == "words" else 1)
    rows = grouped(rows, evidence.articles, [*by, over], copies=copies, weights=weights)
    if over == "source_actor":
        rows[over] = rows[over].replace(MISSING, "(other)")
    counts = rows.groupby(["article_id", *by, over], observed=True)["x"].sum().reset_index()
    totals = rows.groupby(["article_id", "unit", "weight", *by], sort=False, observed=True)["x"].sum()
    totals = totals.rename("d").reset_index()
    table = ratio_estimates(counts, totals, by=by, over=[over], share=True, complete=True).astype({"count": int})
    return as_estimates(
        table.sort_values([*by, "estimate", over], ascending=[True] * len(by) + [False, True]),
        measure=measure,
        formula=formula,
        denominator=denominator,
        unit=unit,
        interval="share",
        source="Asr et al. 2021",
        by=by,
        copies=copies,
        weights=weights,
        evidence={"kind": "attribution", "first": of == "first"},
    )


def said(attributions):
    """Keep the attributions in which a source says or thinks something, rather than is told to want or praise it."""
    return attributions[attributions["form"].isin(SPEECH) | attributions["kind"].isin(("direct", "mixed"))]


def first_said(attributions):
    """Keep the first of each article, by where it begins: its source, cue or content."""
    begins = attributions[["source_start", "cue_start", "content_start"]].min(axis=1)
    ordered = attributions.loc[begins.sort_values(kind="stable").index]
    return ordered.drop_duplicates("article_id").sort_index()


def _words(attributions, articles):
    """Count the words of what each attribution reports."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    reported = zip(attributions["article_id"], attributions["content_spans"], strict=True)
    return [sum(len(texts[i][start:end].split()) for start, end in spans) for i, spans in reported]
