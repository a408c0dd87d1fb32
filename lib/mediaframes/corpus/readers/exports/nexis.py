"""Exports of Nexis: the older text layout ("3 of 10 DOCUMENTS") and the newer Word layout ("Documents (10)")."""

import re

from dateutil.parser import parserinfo

from mediaframes.corpus.readers.exports.labels import LABELS, assemble, columns_of, labelled, line_of, paragraphs
from mediaframes.corpus.readers.items import Expected

_NUMBERED = re.compile(r"^[ \t]*(\d{1,6}) of (\d{1,6}) DOCUMENTS?[ \t]*$", re.MULTILINE)
_SELECTED = re.compile(r"^[ \t]*(?:Download|Print) Request:.{0,80}?(\d{1,6})-(\d{1,6})", re.MULTILINE)
_LISTED = re.compile(r"^[ \t]*Documents? \((\d{1,6})\)[ \t]*$", re.MULTILINE)
_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
_BODY = re.compile(r"^[ \t]*Body[ \t]*$", re.MULTILINE)
_MONTHS = "|".join(names[-1] for names in parserinfo.MONTHS)
_DATE = re.compile(
    rf"\s*((?:{_MONTHS}) \d{{1,2}}, \d{{4}}|\d{{1,2}}\.? (?:{_MONTHS}) \d{{4}})(?:,? \w+day)?"
    r"((?: \d{1,2}:\d\d(?: [AP]M)?(?: [A-Z]{3,4})?)?)"
)
_COPYRIGHT = re.compile(r"\s{8,}(?:Copyright|All Rights Reserved)")
_MIXED_LABEL = re.compile(r"\s*([A-Z][a-z]+(?:[- ][A-Z]?[a-z]+)?):[ \xa0]*(.*)")
_HEAD, _TAIL = LABELS["nexis"]["head"], LABELS["nexis"]["tail"]
_LABEL = re.compile(rf"({'|'.join(_TAIL + LABELS['nexis']['labels'])}):(?:[ \xa0]+(.*)|$)")


def is_numbered(text):
    """Tell the text layout by its separators."""
    return _NUMBERED.search(text[:200_000]) is not None


def is_listed(text):
    """Tell the Word layout by the ends of its documents, and its list or the heads of their bodies."""
    return bool(_END.search(text) and (_LISTED.search(text) or _BODY.search(text)))


def numbered_articles(text):
    """Yield the documents of the text layout.

    The number announced is that of the request ("Selected Items: 1-10") or else of the separators.
    """
    marks = list(_NUMBERED.finditer(text))
    selected = _SELECTED.search(text[: marks[0].start()])
    totals = [int(mark[2]) for mark in marks]
    announced = int(selected[2]) - int(selected[1]) + 1 if selected else max(set(totals), key=totals.count)
    yield Expected(announced)
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=True):
        yield _numbered(text[mark.end() : end].splitlines(), f"document {mark[1]}")


def listed_articles(text):
    """Yield the documents of the Word layout; the number announced is that of its list."""
    listed = _LISTED.search(text)
    chunks = _END.split(text)
    if not _BODY.search(chunks[-1]):
        chunks.pop()  # what follows the last end
    yield Expected(int(listed[1]) if listed else len(chunks))
    for number, chunk in enumerate(chunks, 1):
        yield _listed(chunk.splitlines(), f"document {number}")


def _numbered(lines, where):
    """Read one document: outlet, date, headline, labels, body, labels, copyright."""
    dated = _date_line(lines)
    head = lines[:dated] if dated is not None else []
    rest = lines[dated + 1 :] if dated is not None else lines
    tail = line_of(rest, _is_tail, len(rest))
    opening = line_of(rest[:tail], _LABEL.match, tail)
    title = [line for line in rest[:opening] if not line.startswith(" " * 8)]
    pieces = labelled(rest[opening:tail], _LABEL, to_blank=True)
    if opening == tail and len(paragraphs(title)) > 1:  # no label at all: the first paragraph is the headline
        heading, *body = paragraphs(title)
    else:
        heading = " ".join(title or pieces.get("HEADLINE", []))
        body = paragraphs(line for line in pieces.get("BODY", []) + pieces[""] if not _COPYRIGHT.match(line))
    meta = columns_of(pieces, _HEAD)
    language = labelled(rest[tail:], _LABEL, to_blank=True).get("LANGUAGE", [""])[0].lower()
    meta |= {"outlet": " ".join(head), "published": _date(lines, dated), "title": heading, "language": language}
    return assemble(meta, body, where)


def _listed(lines, where):
    """Read one document: headline, outlet, date, copyright, labels, "Body", body, labels."""
    lines = [line.strip() for line in lines if line.strip()]
    start = line_of(lines, _BODY.match, None)
    if start is None:
        return assemble({}, [], where)
    dated = _date_line(lines[:start], last=True)
    pieces = labelled(lines[(dated or 0) + 1 : start], _MIXED_LABEL)
    after = lines[start + 1 :]
    end = line_of(after, lambda line: line == "Classification" or _is_tail(line), len(after))
    tail = labelled(after[end:], _MIXED_LABEL)
    meta = columns_of({label.upper(): piece for label, piece in pieces.items()}, _HEAD)
    meta |= {"published": _date(lines, dated), "language": " ".join(tail.get("Language", [])).lower()}
    if dated is not None and dated > 0:
        meta["outlet"] = lines[dated - 1]
        meta["title"] = lines[dated - 2] if dated > 1 else ""
    return assemble(meta, after[:end], where)


def _date_line(lines, *, last=False):
    found = [i for i, line in enumerate(lines) if _DATE.match(line)]
    return (found[-1] if last else found[0]) if found else None


def _date(lines, index):
    match = _DATE.match(lines[index]) if index is not None else None
    return f"{match[1]}{match[2]}" if match else ""


def _is_tail(line):
    match = _LABEL.match(line) or _MIXED_LABEL.match(line)
    return bool(match) and match[1].upper() in _TAIL
