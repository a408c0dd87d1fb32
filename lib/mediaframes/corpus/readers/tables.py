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

__all__ = ["need_text", "read_csv", "read_json", "read_jsonl", "read_parquet", "read_tsv", "table_rows"]

_NO_COLUMN = "no column with the text: the columns are {}; text is looked for in text, body, content, article"


def read_csv(stream, name):
    """Yield the articles of a comma- or semicolon-separated table with a header line."""
    text, note = decode(stream.read())
    header = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(",;\t|", key=header.count)
    yield from _delimited(text, delimiter, note)


def read_tsv(stream, name):
    """Yield the articles of a tab-separated table with a header line."""
    text, note = decode(stream.read())
    yield from _delimited(text, "\t", note)


def read_jsonl(stream, name):
    """Yield the articles of a file with one JSON object a line, line by line."""
    columns = {}
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
        yield _row(record, where, [note] if note else [], columns)


def read_json(stream, name):
    """Yield the articles of one JSON document: a list of objects, one object, or an object holding the list."""
    text, note = decode(stream.read())
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"not JSON: {first_line(error)}") from None
    if isinstance(data, dict) and "text" not in column_map(data):
        data = next((v for v in data.values() if isinstance(v, list)), data)
    columns = {}
    for number, record in enumerate(data if isinstance(data, list) else [data], 1):
        yield _row(record, f"item {number}", [note] if note else [], columns)


def read_parquet(stream, name):
    """Yield the articles of a Parquet table, a batch of rows at a time."""
    try:
        table = pq.ParquetFile(stream)
        known = column_map(table.schema_arrow.names)
        need_text(known, table.schema_arrow.names)
        wanted = sorted({column for columns in known.values() for column in columns})
        batches = table.iter_batches(batch_size=1000, columns=wanted)
        yield from table_rows((row for batch in batches for row in batch.to_pylist()), known)
    except (pa.ArrowException, OSError, OverflowError, ValueError) as error:
        raise Unreadable(f"not a readable Parquet file: {first_line(error)}") from None


def table_rows(rows, known, *, sheet=""):
    """Yield an article, or the problem, for each mapping of a table whose columns are `known`."""
    for number, row in enumerate(rows, 1):
        yield _checked(from_mapping(row, known), f"{sheet} row {number}".lstrip(), [])


def _row(record, where, notes, columns):
    if not isinstance(record, dict):
        return Problem(f"not an object with fields but {type(record).__name__}", where)
    keys = tuple(record)
    if keys not in columns and len(columns) < 1000:
        columns[keys] = column_map(keys)
    return _checked(from_mapping(record, columns.get(keys)), where, notes)


def _checked(found, where, notes):
    """Pass an article with text on; anything else becomes a problem."""
    text = found.get("text")
    if isinstance(text, list) and text and all(isinstance(part, str) for part in text):
        found["text"] = text = "\n\n".join(text)
        notes = [*notes, "text given as a list, joined by blank lines"]
    if text is None or (isinstance(text, str) and not text.strip()) or text != text:
        return Problem("no text", where)
    if not isinstance(text, str):
        return Problem(f"text is not text but {type(text).__name__}", where)
    found["_notes"] = notes
    found["_where"] = where
    return found


def need_text(known, columns):
    """Raise Unreadable if no column of a table holds the text."""
    if "text" not in known:
        shown = ", ".join(repr(str(c)[:40]) for c in list(columns)[:20])
        raise Unreadable(_NO_COLUMN.format(shown or "none"))


def _delimited(text, delimiter, note):
    if not text.strip():
        raise Unreadable("no text in it")
    csv.field_size_limit(2**31 - 1)  # the module's limit of 131,072 characters is shorter than some articles
    rows = _logical_rows(io.StringIO(text, newline="").readlines(), delimiter)
    header = next((r for _, r in rows if isinstance(r, list)), [])
    known = column_map(header)
    need_text(known, header)
    for where, row in rows:
        if isinstance(row, Problem):
            yield row
        elif len(row) != len(header):
            yield Problem(f"{len(row)} cells where the header has {len(header)}", where)
        else:
            yield _checked(from_mapping(dict(zip(header, row, strict=True)), known), where, [note] if note else [])


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
