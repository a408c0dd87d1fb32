"""What counts, and in which group: the filters that mean the same in every measure."""

from dataclasses import replace

import numpy as np
import pandas as pd

from mediaframes.errors import MediaframesError, check_option

MISSING = "(missing)"
EVERY = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y"}
LONGEST = {"day": 31, "week": 120, "month": 5 * 365, "quarter": 15 * 365}  # days that are shown by each
VOICES = ("all", "newsroom", "quoted")
VOICED = ("mentions", "clauses", "harms", "relations")
WEIGHTS = ("article", "story")
COMPARED = 7  # groups: the largest, which pictures tell apart by colour and mark
LISTED = 50  # groups whose order a result carries
COPIES = ("keep", "drop")


def as_list(by):
    """Return group columns given as None, a name or several names as a list."""
    return [] if by is None else [by] if isinstance(by, str) else list(by)


def articles_of(data):
    """Return the articles that a measure is given: a table, or those of the evidence."""
    return data if isinstance(data, pd.DataFrame) else data.articles


def kept(data, articles):
    """Return what a measure is given with these articles only, and with their columns."""
    return articles if isinstance(data, pd.DataFrame) else replace(data, articles=articles)


def readable(data, voice="all"):
    """Return what a measure is given, in one voice, without the articles that no instrument has read.

    What was not read (another language) is missing: it is in no denominator.
    """
    check_option("voice", voice, VOICES)
    if isinstance(data, pd.DataFrame):
        return data
    articles = data.articles[data.articles["article_id"].isin(data.sentences["article_id"])]
    if voice == "all":
        return replace(data, articles=articles)
    tables = {name: getattr(data, name) for name in VOICED}
    return replace(data, articles=articles, **{n: t[t["voice"] == voice] for n, t in tables.items()})


def time_unit(dates):
    """Return "day", "week", "month", "quarter" or "year", whichever suits the time that dates span."""
    days = (dates.max() - dates.min()).days
    return next((unit for unit, most in LONGEST.items() if days <= most), "year")


def periods(dates, every):
    """Return the first day of each date's day, week (Monday), month, quarter or year; NaT stays NaT."""
    check_option("every", every, tuple(EVERY))
    return dates.dt.to_period(EVERY[every]).dt.start_time


def unit_of(articles):
    """Return each article's independent unit: its group of copies, or else itself (Series like `articles`)."""
    own = articles["article_id"].astype("str")
    return (
        own if "copy_of" not in articles else articles["copy_of"].astype("str").where(articles["copy_of"].notna(), own)
    )


def with_periods(articles, by):
    """Add the columns "day", "week", "month" … that are asked for and not there: the first day, as text."""
    asked = [b for b in by if b in EVERY and b not in articles and "published" in articles]
    first = {b: periods(articles["published"], b).dt.strftime("%Y-%m-%d") for b in asked}
    return articles.assign(**first) if first else articles


def group_articles(articles, by, *, copies="keep", weights="article"):
    """Return `article_id`, `unit`, `weight` and the group columns of each article that counts.

    Parameters
    ----------
    articles : DataFrame
    by : list of str
        Columns, or "day", "week", "month", "quarter", "year"; groups without a value are called "(missing)".
    copies : {"keep", "drop"}
        Whether each copy of a text counts, or the first of each group only.
    weights : {"article", "story"}
        What counts once: each article; or each story, so that an article counts 1 ÷ the group's articles on its
        story (that have something to count), and the story is the independent unit. Articles without a story are
        each their own.

    Raises
    ------
    MediaframesError
        If `articles` has no such column; the message lists those it has.
    """
    check_option("copies", copies, COPIES)
    check_option("weights", weights, WEIGHTS)
    articles = with_periods(articles, by)
    unknown = [b for b in [*by, *(["story"] if weights == "story" else [])] if b not in articles]
    if unknown:
        raise MediaframesError(f"by={unknown} are no columns of the articles; there are {', '.join(articles.columns)}")
    keys = articles[["article_id"]].assign(**{b: _named(articles[b]) for b in by})
    keys = keys.assign(unit=unit_of(articles), weight=1.0)
    if weights == "story":
        keys["unit"] = articles["story"].astype("str").where(articles["story"].notna(), keys["unit"])
    if copies == "drop":
        keys = keys[~keys.assign(text=unit_of(articles)).duplicated(["text", *by])]
    if weights == "story":
        keys["weight"] = 1 / keys.groupby(["unit", *by])["unit"].transform("size")
    return keys


def _named(values):
    """Name the missing values; beside them numbers and dates become text, so that all can be put in order."""
    some, values = values.notna(), values.astype("object")
    if not some.all():
        values = values.map(lambda v: v if isinstance(v, str) else f"{v:g}" if isinstance(v, float) else str(v))
    return values.where(some, MISSING)


def group_names(articles, *, by="outlet"):
    """Return the names of the groups, the one with most articles first.

    Parameters
    ----------
    articles : DataFrame
    by : str
        Column of the articles.

    Returns
    -------
    list of str
        Articles without a name are "(missing)", which comes last, however many they are.

    Examples
    --------
    >>> mf.group_names(articles, by="outlet")[0]
    'Calder City Ledger'
    """
    sizes = group_articles(articles, [by])[by].value_counts()
    return sorted(sizes.index, key=lambda name: (name == MISSING, -sizes[name], str(name)))


def largest_groups(articles, by):
    """Return, for each of the columns `by` that articles have, the names of its largest groups, the largest first.

    Every result carries them in `attrs["largest"]`, so that a group looks the same in all pictures of a corpus,
    whichever of the groups a picture shows.
    """
    return {b: group_names(articles, by=b)[:LISTED] for b in by if b in articles and b not in EVERY}


def in_groups(rows, articles, by, *, copies="keep", weights="article"):
    """Join `unit`, `weight` and the group columns to counted rows; a group may be a column of either table.

    Rows of articles that do not count (`copies="drop"`) are left out.

    Raises
    ------
    MediaframesError
        If a column is in neither; the message lists those that are.
    """
    articles = with_periods(articles, by)
    unknown = [b for b in by if b not in rows and b not in articles]
    if unknown:
        known = ", ".join(dict.fromkeys([*rows.columns, *articles.columns]))
        raise MediaframesError(f"by={unknown} is a column neither of what is counted nor of the articles; "
                               f"there are {known}")  # fmt: skip
    own = [b for b in by if b in rows]
    keys = group_articles(articles, [b for b in by if b not in own], copies=copies, weights=weights)
    joined = rows.merge(keys, on="article_id", how="inner", validate="many_to_one")
    shown = {b: _named(joined[b]) for b in own}
    return joined.assign(**shown, thing=joined["thing"] if "thing" in joined else np.arange(len(joined)))
