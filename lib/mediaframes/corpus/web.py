"""Saved web pages: article text and metadata by trafilatura."""

import trafilatura

from .items import Unreadable

__all__ = ["read_html"]

# an extensive search guesses from any number on the page; a date that is not stated is missing
_DATES = {"original_date": True, "extensive_search": False}


def read_html(stream, name):
    """Yield the one article of a web page: its title, a blank line, its paragraphs."""
    yield page_article(stream.read())


def page_article(data, *, url=None):
    """Extract an article from the bytes or the text of one page.

    Raises
    ------
    Unreadable
        No article text was found on the page.
    """
    page = trafilatura.bare_extraction(
        data, url=url, with_metadata=True, include_comments=False, date_extraction_params=_DATES
    )
    if page is None or not (page.text or "").strip():
        raise Unreadable("no article text found on the page")
    paragraphs = [line.strip() for line in page.text.splitlines() if line.strip()]
    if page.title and paragraphs[0] != page.title:
        paragraphs.insert(0, page.title)
    return {
        "text": "\n\n".join(paragraphs),
        "title": page.title,
        "author": page.author,
        "outlet": page.sitename or page.hostname,
        "published": page.date,
        "url": page.url or url,
        "section": "; ".join(page.categories or []) or None,
        "language": page.language,
    }
