"""Saved web pages: article text by trafilatura, metadata from what the page states about itself."""

import json
import re

import trafilatura
from lxml import etree, html
from trafilatura.settings import use_config

from mediaframes.corpus.readers.decode import decode
from mediaframes.corpus.readers.exports import factiva
from mediaframes.corpus.readers.items import Unreadable

# an extensive search guesses from any number on the page; a date that is not stated is missing
_DATES = {"original_date": True, "extensive_search": False}
_CONFIG = use_config()
_CONFIG.set("DEFAULT", "MIN_EXTRACTED_SIZE", "40")  # with 250, pages of short news give their menus too
_CHARSET = re.compile(
    rb"""(?:<meta[^>]{0,200}charset|<\?xml[^>]{0,100}encoding)\s*=\s*["']?\s*([\w-]{2,30})""", re.IGNORECASE
)
_BLOCKS = "p div br li ul ol h1 h2 h3 h4 h5 h6 tr table blockquote section article header footer hr dd dt pre".split()
_JSON_LD = re.compile(
    r"<script[^>]{0,200}application/ld\+json[^>]{0,200}>(.{1,200000}?)</script", re.DOTALL | re.IGNORECASE
)
_TIMES = (
    re.compile(r"<meta[^>]{0,300}(?:article:published_time|datePublished|parsely-pub-date|pubdate)[^>]{0,300}>", re.I),
    re.compile(r"<time[^>]{0,300}>", re.IGNORECASE),
)
_WEB_NAMES = dict.fromkeys((b"iso-8859-1", b"latin1", b"latin-1", b"us-ascii"), "cp1252")  # as browsers do
_STAMP = re.compile(r"""(?:content|datetime)\s*=\s*["']?(\d{4}-\d\d-\d\d[T ]\d\d:\d\d[^"'>]{0,20})""", re.IGNORECASE)
_LANGUAGE = re.compile(r"""<html[^>]{0,500}?\slang\s*=\s*["']?([a-z]{2,3})\b""", re.IGNORECASE)


def read_html(stream, name):
    """Yield the one article of a web page: its title, a blank line, its paragraphs."""
    data = stream.read()
    if b"\x00" in data[:1024] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("binary data, not a web page")
    yield from factiva.html_articles(data) if factiva.is_factiva_page(data) else [page_article(data)]


def page_article(data, *, url=None, title=None):
    """Extract an article from the bytes or the text of one page, or raise Unreadable if there is none.

    `url` and `title` are what is known of the page already, and win over what it says.
    """
    source, note = (data, "") if isinstance(data, str) else _decode_page(data)
    page = trafilatura.bare_extraction(
        source, url=url, with_metadata=True, include_comments=False, date_extraction_params=_DATES, config=_CONFIG
    )
    if page is None or not (page.text or "").strip():
        raise Unreadable("no article text found on the page")
    title = title or page.title
    paragraphs = [line.strip() for line in page.text.splitlines() if line.strip()]
    if title and not _is_heading(paragraphs[0], title):
        paragraphs.insert(0, title)
    stated = _stated(source, page.date)
    return {
        "text": "\n\n".join(paragraphs),
        "title": title,
        "author": page.author,
        "outlet": stated.get("outlet") or page.sitename or page.hostname,
        "published": stated.get("published") or page.date,
        "url": url or page.url,
        "section": stated.get("section") or "; ".join(page.categories or []) or None,
        "language": page.language or stated.get("language"),
        "_notes": [note] if note else [],
    }


def _decode_page(data):
    """Decode a page as it declares, if that is possible, else as it looks."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(_WEB_NAMES.get(declared[1].lower(), declared[1].decode("ascii"))), ""
        except (UnicodeDecodeError, LookupError, ValueError):
            pass  # a wrong declaration: the bytes decide
    return decode(data)


def _is_heading(paragraph, title):
    """Tell whether a text already opens with its title, or with the part of it before the site's name."""
    return paragraph == title or (len(paragraph) > 10 and title.startswith(paragraph)) or paragraph.startswith(title)


def fragment_text(source):
    """Turn a piece of HTML into text: a blank line between blocks, scripts and styles left out."""
    if "<" not in source and "&" not in source:
        return source.strip()
    try:
        tree = html.fragment_fromstring(source, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return re.sub(r"<[^>]*>", " ", source).strip()
    etree.strip_elements(tree, "script", "style", etree.Comment, with_tail=False)
    for element in tree.iter(*_BLOCKS):
        element.text = "\n" + (element.text or "")
        element.tail = "\n" + (element.tail or "")
    lines = (" ".join(line.split()) for line in "".join(tree.itertext()).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _stated(page, day):
    """Read time, outlet and section from JSON-LD, and the time from meta and time tags.

    trafilatura gives the day only; a tag of another day is about something else on the page.
    """
    found = {}
    for block in _JSON_LD.findall(page[:2_000_000]):
        try:
            found = _from_json_ld(json.loads(block)) | found
        except (ValueError, RecursionError):
            continue
    tags = [tag for pattern in _TIMES for tag in pattern.findall(page[:2_000_000])]
    stamps = [m[1] for m in map(_STAMP.search, tags) if m and m[1].startswith(day or "")]
    language = _LANGUAGE.search(page[:5000])
    return {"published": stamps[0] if stamps else None, "language": language[1].lower() if language else None} | found


def _from_json_ld(data):
    """Take the first article-like object, also within @graph."""
    objects = data.get("@graph", [data]) if isinstance(data, dict) else data
    for item in objects if isinstance(objects, list) else []:
        kind = str(item.get("@type", "")) if isinstance(item, dict) else ""
        if "Article" in kind or "BlogPosting" in kind:
            publisher = item.get("publisher")
            stated = {
                "published": item.get("datePublished"),
                "outlet": publisher.get("name") if isinstance(publisher, dict) else publisher,
                "section": item.get("articleSection"),
            }
            return {k: v for k, v in stated.items() if v and isinstance(v, str)}
    return {}
