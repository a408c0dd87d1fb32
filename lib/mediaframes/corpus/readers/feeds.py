"""RSS and Atom files, read as they lie; nothing is fetched."""

import io
from xml.sax import SAXException

import feedparser

from mediaframes.corpus.readers.items import Expected, Problem, Unreadable
from mediaframes.corpus.readers.web import fragment_text


def read_feed(stream, name):
    """Yield the entries of a feed: full content where it has it, the summary else."""
    data = stream.read()
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries and not feed.get("version"):
        raise Unreadable("not an RSS or Atom feed")
    broken = feed.bozo and isinstance(feed.get("bozo_exception"), SAXException)
    yield Expected(max(len(feed.entries), *(data.count(tag) for tag in (b"</item>", b"</entry>"))) + broken)
    if broken:
        yield Problem(f"not well-formed XML: {feed.bozo_exception.getMessage()}")
    outlet = feed.feed.get("title")
    for number, entry in enumerate(feed.entries, 1):
        article = _entry_article(entry)
        where = f"entry {number}"
        yield article | {"outlet": outlet, "_where": where} if article else Problem("no text", where)


def _entry_article(entry):
    contents = [c.get("value", "") for c in entry.get("content", [])] + [entry.get("summary", "")]
    texts = [fragment_text(c) for c in contents]
    body = next((t for t in texts if t), "")
    if not body:
        return None
    title = fragment_text(entry.get("title", "")).replace("\n", " ") or None
    return {
        "article_id": entry.get("id"),
        "title": title,
        "text": f"{title}\n\n{body}" if title else body,
        "published": entry.get("published") or entry.get("updated"),
        "author": entry.get("author"),
        "url": entry.get("link"),
        "section": "; ".join(t["term"] for t in entry.get("tags", []) if t.get("term")) or None,
        "language": entry.get("language"),
    }
