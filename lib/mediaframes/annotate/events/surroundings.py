"""What the sides of those harmed are known by besides their sentences: the article's day and title, and who is who."""

from collections import Counter

import pandas as pd

from mediaframes.annotate.entities.mentions import find_mentions
from mediaframes.annotate.entities.places import find_places
from mediaframes.annotate.events.clauses import find_clauses
from mediaframes.annotate.events.harms import harm_sentences
from mediaframes.annotate.events.sides import About
from mediaframes.annotate.events.victims import Told
from mediaframes.annotate.syntax.parser import parse


def surroundings(articles, spans, inside, known, wanted):
    """Return for each article what `read_harms` needs of it, and the sentences that must be parsed for that.

    Parameters
    ----------
    articles : DataFrame
    spans : dict of str to list of (start, end, part)
        The sentences of each article.
    inside : dict of str to list of dict
        The mentions of each article, `known` being who each names.
    known : iterable of Actor
    wanted : collection of str
        The actors asked for: in articles that name none of them no harm is looked for.

    Returns
    -------
    dict of str to About
    """
    types = {actor.name: actor.type for actor in known}
    rows = [(row, harm_sentences(row.text, spans.get(row.article_id, []))) for row in articles.itertuples()]
    harmed = [row for row, numbers in rows if numbers]
    titles = _titles(harmed, spans, known)
    return {
        row.article_id: _about(row, numbers, titles.get(row.article_id), spans, inside, types, wanted)
        for row, numbers in rows
    }


def _about(row, numbers, title, spans, inside, types, wanted):
    day = getattr(row, "published", None)
    day = None if day is None or pd.isna(day) else day.date()
    mentions = inside.get(row.article_id, [])
    named = Counter(m["known"] for m in mentions)
    if title is not None:
        named.update(actor for *_, actor, _ in title[1])
        named.update(actor for *_, actor in find_places(title[0].text, 0, len(title[0].text)))
    for number in numbers:
        named.update(actor for *_, actor in find_places(row.text, *spans[row.article_id][number][:2]))
    if not wanted & named.keys():
        return About(types=types, wanted=wanted)
    told = None
    if title is not None:
        told = (Told.of(title[0], 0, title[1], day), find_clauses(title[0], headline=True))
    return About(day, told, named, types, wanted, frozenset(numbers))


def _titles(rows, spans, known):
    """The titles that are not in their articles' texts: (parsed, [(start, end, actor, kind)]), by article."""
    rows = [row for row in rows if isinstance(getattr(row, "title", None), str) and row.title.strip()]
    rows = [row for row in rows if row.title not in row.text[: len(row.title) + 200]]
    if not rows:
        return {}
    published = [getattr(row, "published", pd.NaT) for row in rows]
    table = pd.DataFrame(
        {"article_id": [r.article_id for r in rows], "text": [r.title for r in rows], "published": published}
    )
    lines = table[["article_id"]].assign(sentence=0, start=0, end=table["text"].str.len(), part="headline")
    mentions = find_mentions(table, lines, known)
    named = {i: [] for i in table["article_id"]}
    for m in mentions.itertuples():
        named[m.article_id].append((m.start, m.end, m.actor, m.kind))
    return {i: (doc, named[i]) for i, doc in zip(table["article_id"], parse(table["text"]), strict=True)}
