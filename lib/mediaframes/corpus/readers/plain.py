"""Plain text and Markdown, with or without YAML front matter; the text stays character for character."""

import re
from datetime import date

import yaml

from mediaframes.corpus.readers.decode import decode
from mediaframes.corpus.readers.exports.detection import export_articles
from mediaframes.corpus.readers.fields import as_label, from_mapping
from mediaframes.corpus.readers.items import Unreadable

_FRONT = re.compile(r"---[ \t]*(?:\r\n|\n|\r)(.*?)^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.DOTALL | re.MULTILINE)
_BLANK = re.compile(r"[ \t]*(?:\r\n|\n|\r)")
_HEADING = re.compile(r"\s*#[ \t]+(\S.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_OTHER_FORMATS = re.compile(
    r"\s*(?:(?P<pdf>%PDF-)|(?P<rtf>\{\\rtf)|(?P<html><!doctype html|<html[\s>])|"
    r"(?P<xml><\?xml\s|<(?:newsMessage|nitf)\b))",
    re.IGNORECASE,
)
_LONGEST_FRONT = 1 << 16


def read_text(stream, name):
    """Yield the one article of a plain text file.

    Front matter is a YAML mapping between two lines of three dashes at the very start; it and one blank
    line after it are not part of the text, everything else is.
    """
    text, note = decode(stream.read())
    _refuse_other_formats(text[:300])
    meta, body, complaint = split_front_matter(text)
    if not body.strip():
        raise Unreadable("no text in it")
    exported = None if meta else export_articles(body)
    if exported is not None:
        yield from exported
        return
    yield from_mapping(meta) | {"text": body, "_notes": [n for n in (note, complaint) if n]}


def read_markdown(stream, name):
    """Yield the one article of a Markdown file; its title is the first heading unless front matter has one."""
    for article in read_text(stream, name):
        heading = _HEADING.match(article["text"]) if isinstance(article, dict) else None
        yield {"title": heading[1]} | article if heading else article


def split_front_matter(text):
    """Split off YAML front matter: its mapping, the rest of the text, and a complaint ("" if none).

    Values are plain, or lists of plain values. Front matter that is not a YAML mapping stays in the text.
    """
    match = _FRONT.match(text[:_LONGEST_FRONT]) if text.startswith("---") else None
    if not match:
        return {}, text, ""
    complaint = ""
    try:
        _refuse_aliases(match[1])
        meta = yaml.safe_load(match[1])
    except (yaml.scanner.ScannerError, yaml.parser.ParserError):
        meta, complaint = _line_by_line(match[1]), "front matter is not YAML, read line by line"
    except (yaml.YAMLError, ValueError, RecursionError, TypeError, AttributeError, KeyError) as error:
        line = str(error).splitlines()[0] if str(error) else type(error).__name__
        return {}, text, f"front matter is not YAML ({line}) and stays in the text"
    if not isinstance(meta, dict):
        return {}, text, ""
    rest = text[match.end() :]
    blank = _BLANK.match(rest)
    keys = {str(k): v if isinstance(v, date) else as_label(v) for k, v in meta.items()}
    return keys, rest[blank.end() :] if blank else rest, complaint


def _refuse_other_formats(head):
    """Refuse a file whose text is the code of another format: its tags and commands are no words."""
    kind = _OTHER_FORMATS.match(head)
    if kind:
        raise Unreadable(f"holds {kind.lastgroup.upper()}, not text: give it the suffix of its kind")


def _line_by_line(source):
    """Read "key: value" lines; a colon in an unquoted title is no YAML, and common."""
    pairs = (line.partition(":") for line in source.splitlines() if ":" in line and not line.startswith((" ", "#")))
    return {key.strip(): value.strip().strip("\"'") for key, _, value in pairs}


def _refuse_aliases(source):
    """Refuse YAML that refers back to itself: a few lines of it can unfold to gigabytes."""
    if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(source, Loader=yaml.SafeLoader)):
        raise yaml.YAMLError("it uses aliases")
