"""Tables with one article a row: csv, tsv, JSON lines, JSON, Parquet; cell text is kept as it is."""

import csv
import io
import json

import pyarrow as pa
import pyarrow.parquet as pq

from mediaframes.corpus.readers.decode import decode
from mediaframes.corpus.readers.fields import column_map, from_mapping
from mediaframes.corpus.readers.items import Problem, Unreadable
from mediaframes.corpus.wording import first_line

_NO_COLUMN = "no column with the text: the columns are {}; text is looked for in text, body, content, article"


def read_csv(stream, name):
    """Yield the articles of a comma- or semicolon-separated table with a header line."""
    text, note = decode(stream.read())
    header = text.lstrip("\r\n").split("\n", 1)[0]
    yield from _delimited(text, max(",;\t|", key=header.count), note)


def read_tsv(stream, name):
    """Yield the articles of a tab-separated table with a header line."""
    text, note = decode(stream.read())
    yield from _delimited(text, "\t", note)


def read_jsonl(stream, name):
    """Yield the articles of a file with one JSON object a line, line by line."""
    for number, line in enumerate(stream, 1):
        where = f"line {number}"
        try:
            text, note = (line.decode("utf-8-sig" if number == 1 else "utf-8"), "")
        except UnicodeDecodeError:
            text, note = line.decode("cp1252", "replace"), "not UTF-8, decoded as cp1252"
        if not text.strip():
            continue
        try:
            record = json.loads(text)
        except (ValueError, RecursionError) as error:
            yield Problem(f"not JSON: {first_line(error)}", where)
            continue
        yield record_article(record, where, note)


def read_json(stream, name):
    """Yield the articles of one JSON document: a list of objects, one object, or an object holding the list."""
    text, note = decode(stream.read())
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"not JSON: {first_line(error)}") from None
    if isinstance(data, dict) and "text" not in column_map(tuple(data)):
        data = next((v for v in data.values() if isinstance(v, list)), data)
    for number, record in enumerate(data if isinstance(data, list) else [data], 1):
        yield record_article(record, f"item {number}", note)


def read_parquet(stream, name):
    """Yield the articles of a Parquet table, a batch of rows at a time."""
    try:
        table = pq.ParquetFile(stream)
        known = need_text(table.schema_arrow.names)
        wanted = sorted({column for columns in known.values() for column in columns})
        batches = table.iter_batches(batch_size=1000, columns=wanted)
        rows = (row for batch in batches for row in batch.to_pylist())
        for number, row in enumerate(rows, 1):
            yield record_article(row, f"row {number}")
    except (pa.ArrowException, OSError, OverflowError, ValueError) as error:
        raise Unreadable(f"not a readable Parquet file: {first_line(error)}") from None


def record_article(record, where, note=""):
    """Make the article of one record of a table, or its problem if it has no text."""
    if not isinstance(record, dict):
        return Problem(f"not an object with fields but {type(record).__name__}", where)
    found = from_mapping(record)
    text, joined = found.get("text"), ""
    if isinstance(text, list) and text and all(isinstance(part, str) for part in text):
        text, joined = "\n\n".join(text), "text given as a list, joined by blank lines"
    if text is None or (isinstance(text, str) and not text.strip()) or text != text:
        return Problem("no text", where)
    if not isinstance(text, str):
        return Problem(f"text is not text but {type(text).__name__}", where)
    return found | {"text": text, "_notes": [n for n in (note, joined) if n], "_where": where}


def need_text(columns):
    """Match the columns of a table with fields; raise Unreadable if none of them holds the text."""
    known = column_map(tuple(columns))
    if "text" not in known:
        shown = ", ".join(repr(str(c)[:40]) for c in list(columns)[:20])
        raise Unreadable(_NO_COLUMN.format(shown or "none"))
    return known


def _delimited(text, delimiter, note):
    if not text.strip():
        raise Unreadable("no text in it")
    csv.field_size_limit(2**31 - 1)  # the module's limit of 131,072 characters is shorter than some articles
    rows = _logical_rows(io.StringIO(text, newline="").readlines(), delimiter)
    header = next((r for _, r in rows if isinstance(r, list)), [])
    need_text(header)
    for where, row in rows:
        if isinstance(row, Problem):
            yield row
        elif len(row) != len(header):
            yield Problem(f"{len(row)} cells where the header has {len(header)}", where)
        else:
            yield record_article(dict(zip(header, row, strict=True)), where, note)


def _logical_rows(lines, delimiter):
    """Yield ("row 3", cells) for each row that is not blank; the header is row 0.

    A quotation mark that is never closed would swallow the rest of the file: its line is given up as a
    problem, and reading starts again on the next one.
    """
    start = number = 0
    patience = 10_000 + 20 * len(lines)  # lines read in vain, so that a hostile file ends
    while start < len(lines):
        reader = csv.reader((lines[i] for i in range(start, len(lines))), delimiter=delimiter, strict=True)
        used = 0
        try:
            for row in reader:
                if row:
                    yield f"row {number}", row
                    number += 1
                used = reader.line_num
            return
        except csv.Error:
            patience -= reader.line_num - used
        if patience < 0:
            raise Unreadable("quotation marks do not pair in too many rows")
        yield f"row {number}", Problem("quotation marks do not pair", f"row {number}")
        start, number = start + used + 1, number + 1
