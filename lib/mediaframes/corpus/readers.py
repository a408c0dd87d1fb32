"""Which reader takes which file."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from . import plain, tables, web

__all__ = ["FORMATS", "Format", "choose"]

_MB = 1 << 20


@dataclass(frozen=True)
class Format:
    """A reader: its name in the audit, its function, and the largest file that it takes, in bytes."""

    name: str
    read: object
    largest: int


_TEXT = Format("text", plain.read_text, 64 * _MB)
_HTML = Format("html", web.read_html, 32 * _MB)

FORMATS = {
    ".txt": _TEXT,
    ".text": _TEXT,
    ".md": Format("markdown", plain.read_markdown, 64 * _MB),
    ".markdown": Format("markdown", plain.read_markdown, 64 * _MB),
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".csv": Format("csv", tables.read_csv, 1024 * _MB),
    ".tsv": Format("tsv", tables.read_tsv, 1024 * _MB),
    ".jsonl": Format("jsonl", tables.read_jsonl, 1 << 50),
    ".ndjson": Format("jsonl", tables.read_jsonl, 1 << 50),
    ".json": Format("json", tables.read_json, 1024 * _MB),
    ".parquet": Format("parquet", tables.read_parquet, 1 << 50),
}


def choose(name):
    """Choose the reader for a file by its name.

    Returns
    -------
    tuple of (Format or None, str)
        The reader, and the reason if there is none.
    """
    path = PurePosixPath(name)
    if path.stem.lower() == "readme":
        return None, "ignored: describes the corpus"
    if path.suffix.lower() in (".yaml", ".yml"):
        return None, "ignored: settings, not an article"
    if not path.suffix:
        return _TEXT, ""
    known = FORMATS.get(path.suffix.lower())
    return known, "" if known else f"no reader for {path.suffix[:20]!r} files"
