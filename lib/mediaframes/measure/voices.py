"""Who gets to speak: shares of attributions, and the stance of the words that introduce them."""

from mediaframes.measure.declaration import measure

SPEECH = ("clause", "according", "label")
OTHER = "(other)"


@measure(
    name="share of voice",
    unit="attributions",
    formula="attributions of the source ÷ attributions",
    denominator="times someone is said to have said something",
    source="Asr et al. 2021",
    instruments=("mentions", "attributions"),
    items=("source_actor",),
    participants=("source_actor",),
    complete=True,
    spans=("source", "cue", "content"),
    filters=("actors", "roll_up", "copies", "weights"),
    varies=(
        "of",
        {
            "source": {},
            "words": {
                "name": "share of reported words",
                "formula": "words reported of the source ÷ words reported",
                "denominator": "times someone is said to have said something, each weighing its words",
            },
            "first": {
                "name": "first to speak",
                "formula": "articles in which the source is the first to speak ÷ articles in which anyone speaks",
                "denominator": "articles with reported speech",
                "unit": "articles",
            },
            "kind": {
                "name": "kind of speech",
                "formula": "attributions of this kind ÷ attributions",
                "items": ("kind",),
            },
            "stance": {
                "name": "stance of the cue",
                "formula": "attributions of this stance ÷ attributions",
                "items": ("stance",),
            },
        },
    ),
    by="outlet",
)
def voices(evidence, *, of="source"):
    """Estimate who is quoted, how, or with which stance.

    Parameters
    ----------
    evidence : Evidence
    of : {"source", "words", "first", "kind", "stance"}
        Shares of whom the sources belong to: of the attributions, of the words reported, or of the articles in which
        they are the first to speak; of direct, mixed and indirect speech; or of neutral ("said"), factive ("noted")
        and doubting ("claimed") cues. `by=["outlet", "source_actor"]` asks the last two per source.
    {filters}

    Returns
    -------
    DataFrame
        One row a group and value, the largest first: the group columns, `source_actor`, `kind` or `stance`,
        `estimate` (share, 0 ... 1), `low`, `high`, `n` (attributions, or articles), `n_articles`, `n_clusters`,
        `count`, `made_by`. Sources that belong to no actor asked for are "(other)".

    Notes
    -----
    Speech and thought only: "X said that ...", "according to X", quotations. What X is merely told to want, praise or
    seem to do is in `evidence.attributions`, and not counted here. Words are what white space parts; those that one
    source reports of another count for both.

    References
    ----------
    Share of voice: Asr et al. 2021 (Gender Gap Tracker), PLOS ONE 16(1).

    Examples
    --------
    >>> kinds = mf.voices(evidence, by=None, of="kind")
    >>> set(kinds["kind"]) <= {"direct", "mixed", "indirect"}
    True
    """
    rows = evidence.attributions
    rows = rows[rows["form"].isin(SPEECH) | rows["kind"].isin(("direct", "mixed"))]
    rows = rows.assign(source_actor=rows["source_actor"].fillna(OTHER))
    if of == "words":
        rows = rows.assign(amount=_words(rows, evidence.articles))
        return rows[rows["amount"] > 0]
    return _first_said(rows) if of == "first" else rows


def _first_said(attributions):
    """Keep the first of each article, by where it begins: its source, cue or content."""
    begins = attributions[["source_start", "cue_start", "content_start"]].min(axis=1)
    ordered = attributions.loc[begins.sort_values(kind="stable").index]
    return ordered.drop_duplicates("article_id").sort_index()


def _words(attributions, articles):
    """Count the words of what each attribution reports."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    reported = zip(attributions["article_id"], attributions["content_spans"], strict=True)
    return [sum(len(texts[i][start:end].split()) for start, end in spans) for i, spans in reported]
