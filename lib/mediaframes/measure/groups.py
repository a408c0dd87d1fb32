"""Evidence rows with the groups that they are counted in."""

from dataclasses import replace

import pandas as pd

from mediaframes.errors import MediaframesError, check_option
from mediaframes.measure.inference.estimates import MISSING, as_list, group_articles, ratio_estimates

__all__ = [
    "VOICES",
    "article_means",
    "article_totals",
    "articles_of",
    "check_attitudes",
    "grouped",
    "in_voice",
    "kept",
]

VOICES = ("all", "newsroom", "quoted")


def articles_of(data):
    """Return the articles that a measure is given: a table, or those of the evidence."""
    return data if isinstance(data, pd.DataFrame) else data.articles


def kept(data, articles):
    """Return what a measure is given with these articles only, and with their columns."""
    return articles if isinstance(data, pd.DataFrame) else replace(data, articles=articles)


def in_voice(table, voice):
    """Keep the rows in the newsroom's own words, in quoted ones, or all."""
    check_option("voice", voice, VOICES)
    return table if voice == "all" else table[table["voice"] == voice]


def check_attitudes(evidence):
    """Raise if the evidence was made without the trained instruments."""
    if len(evidence.tone) and evidence.tone["score"].isna().all():
        raise MediaframesError(
            "this evidence was made with attitudes=False, and holds no tone or relations of the trained instruments; "
            "annotate the articles again without it"
        )


def grouped(table, articles, by, *, copies="keep", weights="article"):
    """Join `unit`, `weight` and the group columns to evidence rows; a group may be a column of either table.

    Rows of articles that do not count (`copies="drop"`) are left out.

    Raises
    ------
    MediaframesError
        If a column is in neither; the message lists those that are.
    """
    by = as_list(by)
    unknown = [b for b in by if b not in table and b not in articles]
    if unknown:
        known = ", ".join(dict.fromkeys([*table.columns, *articles.columns]))
        raise MediaframesError(
            f"by={unknown} is a column neither of the evidence nor of the articles; there are {known}"
        )
    own = [b for b in by if b in table]
    keys = group_articles(articles, [b for b in by if b not in own], copies=copies, weights=weights)
    rows = table.merge(keys, on="article_id", how="inner", validate="many_to_one")
    for b in own:
        rows[b] = rows[b].astype("object").where(rows[b].notna(), MISSING)
    return rows


def article_totals(rows, by):
    """Count rows per article and group: `article_id`, `unit`, `weight`, the group columns and `d`."""
    key = ["article_id", "unit", "weight", *by]
    return rows.groupby(key, sort=False, observed=True).size().rename("d").reset_index() if len(rows) else empty(key)


def article_means(rows, by, column):
    """Estimate a column's mean in each group: rows are averaged within an article, articles within the group.

    Parameters
    ----------
    rows : DataFrame
        As from `grouped`.
    by : list of str
    column : str
        Numbers; where one is missing, the row does not count.

    Returns
    -------
    DataFrame
        As from `ratio_estimates`, without `count`; `n` is the number of rows with a value.
    """
    key = ["article_id", "unit", "weight", *by]
    per = rows.groupby(key, sort=False, observed=True)[column].agg(x="mean", n="count").reset_index()
    per["d"] = (per["n"] > 0).astype(int)
    return ratio_estimates(per.dropna(subset="x"), per, by=by).drop(columns="count")


def empty(key):
    return pd.DataFrame(columns=[*key, "d"])
