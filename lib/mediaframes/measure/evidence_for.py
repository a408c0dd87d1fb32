"""The way back: from a row of a result to what it counts, in its sentences."""

import numpy as np
import pandas as pd

from mediaframes.annotate.segmentation.sentences import split_sentences
from mediaframes.errors import MediaframesError, check_option
from mediaframes.measure.counting import counted_rows, in_numerator, names_of
from mediaframes.measure.declaration import Recipe
from mediaframes.measure.groups import EVERY

OF = ("numerator", "denominator")
FIRST = ["outlet", "published", "title"]
SIDES = ("target", "reference")
READ_AS_MISSING = ("", "NA", "N/A", "n/a", "NaN", "nan", "None", "NULL", "null", "<NA>")  # by readers of CSV


def evidence_for(row, data, *, of="numerator", **options):
    """Return what one row of a result counts, each with the sentence that it stands in.

    Parameters
    ----------
    row : Series
        One row, as `estimates.loc[i]` gives it. It may come from a table that was filtered, merged with others or
        read from a file: its column `made_by` says how it was made.
    data : Evidence or DataFrame
        What the result was measured on: the evidence, or for measures of words the articles.
    of : {"numerator", "denominator"}
        What was counted, as many rows as the result's `count`; or what it was counted over, as many as its `n`. For a
        mean both are what has a value.
    **options
        Options that `made_by` cannot hold (`...`): the `scores` of `word_shift`, a `reference` of one's own.

    Returns
    -------
    DataFrame
        One row a thing counted, by outlet and date: `outlet`, `published`, `title`, `text` (its sentence), `spans`
        (list of (start, end) within it, to highlight), `voice` where there is one, `score` where an instrument gave
        one, `url`, `article_id`, `start`, `end` (of `text`, in characters of `articles.text`).

    Raises
    ------
    MediaframesError
        If `row` does not come from a measure of this package, or counts what is not in `data`.

    Examples
    --------
    >>> naming = mf.naming(evidence, actors="Iraq", by="outlet")
    >>> bool(len(mf.evidence_for(naming.loc[0], evidence)) == naming.loc[0, "count"])
    True
    """
    check_option("of", of, OF)
    recipe, measure, chosen = _how(row, options)
    rows, articles = counted_rows(measure, data, chosen, row, of)
    names = names_of(measure, chosen)
    compared = [n for n in names if n not in measure.items] if of == "denominator" else names
    rows = rows[_matches(rows, _values(row, recipe, chosen, compared))]
    rows = in_numerator(rows, measure) if of == "numerator" else _over(rows, measure)
    if rows.empty and of == "numerator" and row.get("count", 0) > 0:
        named = {n: row[n] for n in names if n in row.index}
        raise MediaframesError(f"nothing of these data fits {named}, though the row counts {row['count']}: "
                               "give the data that it was measured on")  # fmt: skip
    articles = articles[articles["article_id"].isin(rows["article_id"])]
    sentences = split_sentences(articles) if isinstance(data, pd.DataFrame) else data.sentences
    return _in_sentences(rows, measure, articles, sentences)


def _how(row, options):
    """Return the recipe of a row, the measure in it, and all of its options."""
    made_by = row.get("made_by") if isinstance(row, pd.Series) else None
    if not isinstance(made_by, str):
        raise MediaframesError(
            f"evidence_for takes one row of a result, such as estimates.loc[0], and was given {type(row).__name__}"
            " without `made_by`: neither a table of `mf.table`, nor several rows"
        )
    recipe = Recipe.read(made_by)
    measure, chosen = recipe.measured(**options)
    unknown = [k for k, v in chosen.items() if v is ...]
    if unknown:
        raise MediaframesError(f"this was made with {unknown[0]}=..., which a row cannot hold: give it again, "
                               f"evidence_for(row, data, {unknown[0]}=...)")  # fmt: skip
    return recipe, measure.with_options(chosen), chosen


def _over(rows, measure):
    """Keep what the denominator counts, once each."""
    rows = rows.dropna(subset="value") if measure.kind == "mean" else rows
    return rows.drop_duplicates("thing")


def _values(row, recipe, chosen, names):
    """Return the values that the rows behind a result's row have, by column."""
    values = {n: [row[n]] for n in names if n in row.index}
    if any(made.name == "trend" for made in recipe.chain()):
        every = next(n for n in names if n in EVERY)
        values[every] = [pd.Timestamp(row["period"]).strftime("%Y-%m-%d")]
    if recipe.of is not None and set(SIDES) <= set(row.index):
        values[recipe.options["by"]] = [row[side] for side in SIDES]
    return values


def _matches(rows, values):
    fits = np.ones(len(rows), dtype=bool)
    for column, wanted in values.items():
        fits &= np.any([_equal(rows[column], value) for value in wanted], axis=0)
    return fits


def _equal(column, value):
    """Where a column has this value; or else what a file makes of it."""
    same = (column == value).fillna(False).to_numpy(bool)
    return same if same.any() or not len(column) else column.map(_read_back).eq(_read_back(value)).to_numpy(bool)


def _read_back(value):
    """What a value is, written to a CSV file and read again: "07" a number, "NA" missing, True a word."""
    if pd.isna(value) or value in READ_AS_MISSING:
        return "NA"
    text = str(value).removesuffix(" 00:00:00")
    try:
        return float(text)
    except ValueError:
        return text


def _in_sentences(rows, measure, articles, sentences):
    """Give each row the sentences that its places stand in, and its article's facts."""
    bounds = {i: (g["start"].to_numpy(), g["end"].to_numpy()) for i, g in sentences.groupby("article_id")}
    found = [_placed(i, spans, bounds) for i, spans in zip(rows["article_id"], _spans(rows, measure), strict=True)]
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    table = pd.DataFrame(
        {
            "article_id": rows["article_id"].to_numpy(),
            "text": [texts[i][a:b] for i, (a, b, _) in zip(rows["article_id"], found, strict=True)],
            "spans": [[(s - a, e - a) for s, e in spans] for a, _, spans in found],
            "start": [a for a, _, _ in found],
            "end": [b for _, b, _ in found],
        }
    )
    more = {"voice": "voice", "value": "score"}
    table = table.assign(**{new: rows[old].to_numpy() for old, new in more.items() if old in rows})
    known = [c for c in [*FIRST, "url", "story"] if c in articles]
    table = table.merge(articles[["article_id", *known]], on="article_id", how="left", validate="many_to_one")
    order = [c for c in ("outlet", "published") if c in known]
    first = [c for c in [*FIRST, "text", "spans", "voice", "score", "url"] if c in table]
    table = table.sort_values([*order, "article_id", "start"], kind="stable")
    return table[[*first, *[c for c in table if c not in first]]].reset_index(drop=True)


def _spans(rows, measure):
    """The places of each row, in the order of the text."""
    pairs = [(f"{p}_start", f"{p}_end") if p else ("start", "end") for p in measure.spans]
    columns = [zip(rows[a], rows[b], strict=True) for a, b in pairs if a in rows]
    return [sorted({(int(a), int(b)) for a, b in places if pd.notna(a)}) for places in zip(*columns, strict=True)]


def _placed(article_id, spans, bounds):
    """Return start and end of the sentences that hold the spans, and the spans; without spans, the first sentence."""
    starts, ends = bounds.get(article_id, (np.zeros(1, int), np.zeros(1, int)))
    if not spans:
        return int(starts[0]), int(ends[0]), []
    first = max(int(np.searchsorted(starts, spans[0][0], side="right")) - 1, 0)
    last = max(int(np.searchsorted(starts, max(b for _, b in spans) - 1, side="right")) - 1, first)
    return min(int(starts[first]), spans[0][0]), max(int(ends[last]), max(b for _, b in spans)), spans
