"""Which column, front matter key or file name part means what."""

import re
from functools import lru_cache
from pathlib import PurePosixPath

from mediaframes.corpus.data import yaml_beside
from mediaframes.corpus.enrichment.dates import date_in_name

_DATA = yaml_beside(__file__, "columns.yaml")
COLUMNS = _DATA["columns"]
GIVEN = {field: column["names"] for field, column in COLUMNS.items() if "names" in column}
_MISSING = frozenset(_DATA["missing"])


@lru_cache(maxsize=1000)
def column_map(columns):
    """Match a tuple of column names with fields, case and spaces aside: a dict from a field to the columns that may
    hold it, the preferred name first."""
    plain = {}
    for column in columns:
        plain.setdefault(re.sub(r"[\s-]+", "_", str(column).strip().lower()), column)
    matched = {field: [plain[a] for a in names if a in plain] for field, names in GIVEN.items()}
    return {field: names for field, names in matched.items() if names}


def from_mapping(values):
    """Take the known fields out of one record, a dict: the first column of each that holds something.

    Text and `published` stay as given, all others become trimmed strings.
    """
    found = {}
    for field, names in column_map(tuple(values)).items():
        for name in names:
            value = values[name] if field in ("text", "published") else as_label(values[name])
            if value is not None and value != "":
                found[field] = value
                break
    return found


def as_label(value):
    """Turn one metadata value into a trimmed string; None where it is missing or has no plain form."""
    if isinstance(value, list | tuple):
        parts = [as_label(v) for v in value if not isinstance(v, list | tuple | dict)]
        return "; ".join(p for p in parts if p) or None
    if value is None or isinstance(value, dict | bytes):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).strip()
    return None if text.lower() in _MISSING else text


def from_name(path, *, one_article=True):
    """Read what a file's name and folder say: "ledger/2022-02-14_vote-in-the-harbour.txt".

    Gives `published` from a date in the name, `title` from the words after it, `outlet` from the words before it or
    else from the nearest folder whose name is more than numbers. The name of a file that is not `one_article` (a table,
    an export) would tell when the file was made, and gives the outlet only.
    """
    parts, found = PurePosixPath(path), {}
    dated = date_in_name(parts.stem) if one_article else None
    if dated:
        found["published"] = dated[0]
        found["outlet"], found["title"] = _words(parts.stem[: dated[1]]), _words(parts.stem[dated[2] :])
    if not found.get("outlet"):
        found["outlet"] = next((p.name for p in parts.parents if _words(p.name)), "")
    return {field: value for field, value in found.items() if value}


def _words(slug):
    return re.sub(r"[\s_-]+", " ", slug).strip() if re.search(r"[^\W\d_]", slug) else ""
