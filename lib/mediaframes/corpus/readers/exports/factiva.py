"""Exports of Factiva: web pages and RTF, with the two-letter codes of its fields or without."""

import re

from lxml import html

from mediaframes.corpus.data import one_of
from mediaframes.corpus.readers.exports.labels import LABELS, assemble, columns_of, labelled, line_of, paragraphs
from mediaframes.corpus.readers.items import Expected

_CODES = "|".join(LABELS["factiva"]["labels"].split())
_LABEL = re.compile(rf"[\s|]*({_CODES})(?:[ \t\xa0]*[|\t][ \t\xa0|]*|[ \xa0]{{2,}}|[ \t\xa0]*$)(.*)")
_DOCUMENT = re.compile(r"^[\s|]*Document ([A-Z]{2,}[A-Za-z0-9]{8,})[\s|]*$", re.MULTILINE)
_FOUND = re.compile(r"Results Found[\s|:]*(\d[\d,]*)")
_COLUMNS = LABELS["factiva"]["columns"]
_WORDS = re.compile(rf"\d[\d,.]* {one_of(LABELS['factiva']['words'].split())}$")
_DAY = re.compile(r"\d{1,2} [^\W\d]+ \d{4}$")
_RIGHTS = re.compile(r"(?:©|Copyright|\(c\))", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}:\d\d")


def is_export(text):
    """Tell the text of an RTF export by the lines that end its documents."""
    if _DOCUMENT.search(text) is None:
        return False
    return _has_codes(text) or any(_WORDS.search(line) for line in text.splitlines())


def is_factiva_page(data):
    """Tell an HTML export by its classes."""
    return b"Article" in data and re.search(rb"class=[\"'][^\"']*article \w{2}Article", data) is not None


def articles(text):
    """Yield the documents of the text of an RTF export; their closing lines announce how many there are."""
    found = _FOUND.search(text)
    marks = list(_DOCUMENT.finditer(text))
    yield Expected(max(len(marks), int(found[1].replace(",", "")) if found else 0))
    starts = [0] + [mark.end() for mark in marks]
    for number, (start, mark) in enumerate(zip(starts, marks, strict=False), 1):
        chunk = text[start : mark.start()]
        lines, where = chunk.splitlines(), f"document {number}"
        item = _coded(lines, where) if _has_codes(chunk) else _plain([line.strip(" |\t") for line in lines], where)
        yield item | {"article_id": mark[1]} if isinstance(item, dict) else item


def html_articles(data):
    """Yield the documents of an HTML export."""
    page = html.fromstring(data)
    nodes = page.xpath("//div[contains(@class, 'article ') and contains(@class, 'Article')]")
    whole = page.text_content()
    found = _FOUND.search(whole)
    yield Expected(max(len(nodes), int(found[1].replace(",", "")) if found else 0))
    for number, node in enumerate(nodes, 1):
        item = _html_document(node, f"document {number}")
        mark = re.search(r"Document ([A-Z]{2,}[A-Za-z0-9]{8,})", node.text_content())
        yield item | {"article_id": mark[1]} if isinstance(item, dict) and mark else item


def _html_document(node, where):
    rows = node.xpath(".//tr[count(td) >= 2]")
    if rows:
        lines = [line for row in rows for line in _row_lines(row)]
        return _coded(lines, where)
    blocks = [" ".join(b.text_content().split()) for b in node.xpath("./div | ./p | .//p[not(ancestor::p)]")]
    return _plain(list(dict.fromkeys(b for b in blocks if b)), where)


def _row_lines(row):
    """Write a table row as the lines "HD | text", with a blank line between its paragraphs."""
    code = row.xpath("string(td[1])").strip()
    pieces = row.xpath("td[2]//p") or row.xpath("td[2]")
    texts = [" ".join(piece.text_content().split()) for piece in pieces]
    return [f"{code} | {texts[0]}" if texts else code, *(line for text in texts[1:] for line in ("", text))]


def _coded(lines, where):
    pieces = labelled(lines, _LABEL)
    meta = columns_of(pieces, _COLUMNS)
    clock = _TIME.search(" ".join(pieces.get("ET", [])))
    meta["published"] = " ".join(pieces.get("PD", []) + ([clock[0]] if clock else []))
    meta["article_id"] = re.sub(r"^Document ", "", " ".join(pieces.get("AN", [])).strip())
    return assemble(meta, paragraphs(pieces.get("LP", [])) + paragraphs(pieces.get("TD", [])), where)


def _plain(lines, where):
    """Read a document without codes: headline, byline, words, date, time, outlet, code, language, ©, text."""
    lines = [line for line in lines if line]
    counted = line_of(lines, _WORDS.search, 0)
    if counted == 0:
        return assemble({}, [], where)
    above = lines[:counted]
    dated = line_of(lines, _DAY.search, counted, after=counted)
    clock = next(filter(_TIME.match, lines[dated + 1 : dated + 2]), "")
    outlet = dated + (2 if clock else 1)
    rights = line_of(lines, _RIGHTS.match, outlet + 2, after=outlet)
    meta = {
        "title": above[0] if len(above) < 3 else above[-2],
        "author": above[-1] if len(above) > 1 else "",
        "published": f"{lines[dated]} {clock}",
        "outlet": "".join(lines[outlet : outlet + 1]),
    }
    return assemble(meta, [line for line in lines[rights + 1 :] if not line.startswith("Document ")], where)


def _has_codes(text):
    return sum(_LABEL.match(line) is not None for line in text.splitlines()) >= 3
