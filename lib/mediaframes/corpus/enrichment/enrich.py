"""Fill what the sources leave open: language, wire agency, copies and stories."""

from collections import Counter

import pandas as pd

from mediaframes.corpus.enrichment.copies import copy_groups
from mediaframes.corpus.enrichment.language import language_code, languages_of
from mediaframes.corpus.enrichment.stories import story_groups
from mediaframes.corpus.enrichment.wire import agency_name, wire_of


def enrich(articles, *, groups=True):
    """Fill language, wire, copy_of and story where the source does not give them; the latter two only if `groups`.

    What is given wins: languages and agencies are only spelled alike, and a group in which some articles
    carry a name keeps the one that most of them carry.
    """
    found = {
        "language": _filled(articles["language"], language_code, languages_of, articles["text"]),
        "wire": _filled(articles["wire"], agency_name, wire_of, articles),
    }
    if groups:
        copies = copy_groups(articles)
        found["copy_of"] = _named(articles["copy_of"], copies)
        found["story"] = _named(articles["story"], story_groups(articles, copies=copies))
    return articles.assign(**{name: pd.Series(values, dtype="str") for name, values in found.items()})


def _filled(column, spell, find, source):
    """Spell what is given, find what is missing."""
    given = column.notna().to_numpy()
    values = [spell(value) if known else None for value, known in zip(column, given, strict=True)]
    for row, value in zip((~given).nonzero()[0], find(source[~given]), strict=True):
        values[row] = value
    return values


def _named(column, groups):
    """Name groups after what their members are given, and articles outside of groups as given."""
    given = column.astype(object).where(column.notna(), None).tolist()
    votes = {}
    for name, group in zip(given, groups, strict=True):
        if group is not None and name is not None:
            votes.setdefault(group, Counter())[name] += 1
    names = {group: max(sorted(count), key=count.get) for group, count in votes.items()}
    return [name if name is not None else names.get(group, group) for name, group in zip(given, groups, strict=True)]
