"""Raw articles to rows of the `articles` table."""

import hashlib
import itertools
import re
from pathlib import PurePosixPath

import pandas as pd
import polars as pl

from mediaframes.corpus.enrichment.dates import day_first, parse_date
from mediaframes.corpus.readers.fields import COLUMNS, GIVEN, as_label, from_name

ARTICLE_COLUMNS = tuple(COLUMNS)
# What counts as a word, here and in the measures.
WORD = r"\p{L}[\p{L}\p{M}\p{N}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*"
_SURROGATE = re.compile("[\ud800-\udfff]")
_GARBLED = re.compile("â€[™œ\x9d“”˜¦\x99\x9c]|Ã[©¨¶¼¤¡³±]")  # curly quotes and accents of UTF-8 read as cp1252
_BY = re.compile(r"^by\s+", re.IGNORECASE)
_LABELS = tuple(field for field in GIVEN if field not in ("published", "text"))


def article_rows(raw, name, reader, digest):
    """Turn the raw articles of one file into rows with the columns of `articles` but n_words.

    Beside columns, what a reader yields may hold `_notes` (list of str), `_where` (its place in the file), `_inner`
    (the name of its file in an archive) and `_key` (what identifies the article if not its text). `name`, `reader`
    and `digest` are the file's name in the corpus, its reader, and the SHA-256 of its bytes.
    """
    files = {(article.get("_inner"), "_where" not in article) for article in raw}
    named = {(inner, one): from_name(inner or name, one_article=one) for inner, one in files}
    dayfirst = day_first([article.get("published") for article in raw])
    alone = len(raw) == 1 and "_where" not in raw[0]
    file = {"reader": reader, "sha256": digest}
    return [
        _row(a, name, named[a.get("_inner"), "_where" not in a], dayfirst, digest if alone else "") | file for a in raw
    ]


def _row(article, name, named, dayfirst, digest):
    """Make the row of one article; `named` is what the file's name says, `digest` its hash if it holds no other."""
    row = {field: _clean(as_label(article.get(field))) or named.get(field) for field in _LABELS}
    row["author"] = _BY.sub("", row["author"]) if row["author"] else None
    row["published"], note = _published(article.get("published"), named.get("published"), dayfirst)
    row["text"], marks = _encodable(article["text"])
    row["_given"] = bool(row["article_id"])
    row["source_path"] = f"{name}/{article['_inner']}" if "_inner" in article else name
    row["article_id"] = row["article_id"] or _stable_id(article, row["source_path"], digest)
    garbled = "looks decoded with the wrong encoding" if len(_GARBLED.findall(row["text"])) > 1 else ""
    row["warnings"] = "; ".join([*article.get("_notes", ()), *(n for n in (note, marks, garbled) if n)])
    return row


def articles_table(rows):
    """Make the `articles` table of the rows of all files: unique ids, fixed columns and types."""
    rows = _unique_ids(rows)
    columns = {c: [row[c] for row in rows] for c in ARTICLE_COLUMNS if c != "n_words"}
    columns["n_words"] = pl.Series(columns["text"], dtype=pl.String).str.count_matches(WORD).to_numpy()
    types = {name: column["type"] for name, column in COLUMNS.items()}
    return pd.DataFrame(columns, columns=list(types)).astype(types)


def _published(given, named, dayfirst):
    if given is None or (isinstance(given, str) and as_label(given) is None):
        return named, ""
    when, note = parse_date(given, dayfirst=dayfirst)
    return (when or named), note


def _stable_id(article, path, digest):
    """Name an article by its file's name and a hash: of the file if it is alone there, else of its text.

    Neither the folder nor the row is part of it, so that moving files or sorting a table changes no id.
    """
    key = article.get("_key") or article["text"]
    mark = digest or hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()
    return f"{PurePosixPath(path).stem}-{mark[:12]}"


def _unique_ids(rows):
    """Give ids that occur again a number, and say so where the ids were given."""
    taken, seen, unique = {row["article_id"] for row in rows}, set(), []
    for row in rows:
        given = row["article_id"]
        if given in seen:
            new = next(free for n in itertools.count(2) if (free := f"{given}-{n}") not in taken)
            note = f"article_id {given!r} was taken, now {new!r}" if row["_given"] else ""
            row = row | {"article_id": new, "warnings": "; ".join(w for w in (row["warnings"], note) if w)}
            taken.add(new)
        seen.add(row["article_id"])
        unique.append(row)
    return unique


def _clean(label):
    return _encodable(label)[0] if label else label


def _encodable(text):
    """Replace halves of surrogate pairs, which no file can hold, one character for one."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text), "broken characters show as U+FFFD"
    return text, ""
