"""Which reader takes which file."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePosixPath

__all__ = ["BY_NAME", "FORMATS", "Format", "choose"]

_MB = 1 << 20


@dataclass(frozen=True)
class Format:
    """A reader: its name in the audit, its function, the largest file that it takes, in bytes.

    `isolated` readers stand on libraries that may hang or die, and run in a process of their own.
    """

    name: str
    function: str
    largest: int
    suffixes: tuple
    isolated: bool = True

    def read(self, stream, name):
        """Return the items of an open file; the library behind is loaded at the first."""
        module, function = self.function.split(".")
        return getattr(import_module(f"{__package__}.{module}"), function)(stream, name)


_TEXT = Format("text", "plain.read_text", 256 * _MB, (".txt", ".text"), isolated=False)
_ALL = (
    _TEXT,
    Format("markdown", "plain.read_markdown", 64 * _MB, (".md", ".markdown"), isolated=False),
    Format("csv", "tables.read_csv", 1024 * _MB, (".csv",), isolated=False),
    Format("tsv", "tables.read_tsv", 1024 * _MB, (".tsv", ".tab"), isolated=False),
    Format("jsonl", "tables.read_jsonl", 1 << 50, (".jsonl", ".ndjson"), isolated=False),
    Format("json", "tables.read_json", 1024 * _MB, (".json",), isolated=False),
    Format("parquet", "tables.read_parquet", 1 << 50, (".parquet", ".pq")),
    Format("html", "web.read_html", 64 * _MB, (".html", ".htm", ".xhtml")),
    Format("docx", "office.read_docx", 128 * _MB, (".docx",)),
    Format("rtf", "office.read_rtf", 64 * _MB, (".rtf",)),
    Format("pdf", "office.read_pdf", 256 * _MB, (".pdf",)),
    Format("xlsx", "office.read_xlsx", 256 * _MB, (".xlsx", ".xlsm")),
    Format("eml", "mail.read_eml", 32 * _MB, (".eml",)),
    Format("mbox", "mail.read_mbox", 4096 * _MB, (".mbox",)),
    Format("feed", "feeds.read_feed", 64 * _MB, (".rss", ".atom")),
    Format("xml", "newsxml.read_xml", 64 * _MB, (".xml", ".nitf", ".newsml")),
    Format("warc", "archive.read_warc", 1 << 50, (".warc", ".warc.gz")),
    Format("zip", "archive.read_zip", 4096 * _MB, (".zip",)),
    Format("gzip", "archive.read_gzip", 4096 * _MB, (".gz",)),
)
FORMATS = {suffix: known for known in _ALL for suffix in known.suffixes}
BY_NAME = {known.name: known for known in _ALL}


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
    if path.name.startswith(".") or "__MACOSX" in path.parts:
        return None, "ignored: hidden file"
    if not path.suffix:
        return _TEXT, ""
    last = path.suffix.lower()
    known = FORMATS.get("".join(path.suffixes[-2:]).lower()) or FORMATS.get(last)
    return known, "" if known else f"no reader for {path.suffix[:20]!r} files"
