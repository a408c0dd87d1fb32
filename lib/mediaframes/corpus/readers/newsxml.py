"""XML of news agencies: NITF and NewsML-G2; feeds in .xml files go to their own reader."""

import io

from lxml import etree

from mediaframes.corpus.data import yaml_beside
from mediaframes.corpus.readers.feeds import read_feed
from mediaframes.corpus.readers.items import Problem, Unreadable
from mediaframes.corpus.readers.web import fragment_text
from mediaframes.corpus.wording import first_line

_NO_ENTITIES = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
_PATHS = yaml_beside(__file__, "newsxml.yaml")


def read_xml(stream, name):
    """Yield the articles of an XML file: NITF, NewsML-G2, RSS or Atom, told by the root element."""
    data = stream.read()
    root = _parse(data)
    kind = etree.QName(root).localname
    if kind in ("rss", "feed", "RDF"):
        yield from read_feed(io.BytesIO(data), name)
    elif kind == "nitf":
        yield _found(root, _PATHS["nitf"], root)
    elif kind in ("newsMessage", "newsItem"):
        yield from _news_items(root)
    else:
        raise Unreadable(f"XML of a kind that is not read: <{kind[:40]}>")


def _parse(data):
    try:
        root = etree.fromstring(data, etree.XMLParser(**_NO_ENTITIES))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"not well-formed XML: {first_line(error)}") from None
    if root is None or any(isinstance(node, etree._Entity) for node in root.iter(etree.Entity)):
        raise Unreadable("XML that refers to entities is not read")
    return root


def _news_items(root):
    items = root.xpath("descendant-or-self::*[local-name()='newsItem']")
    if not items:
        raise Unreadable("no news item in it")
    for number, item in enumerate(items, 1):
        body = item.xpath(".//*[local-name()='inlineXML' or local-name()='inlineData']")
        try:
            yield _found(item, _PATHS["newsml"], body[0] if body else None) | {"_where": f"item {number}"}
        except Unreadable as error:
            yield Problem(str(error), f"item {number}")


def _found(node, paths, body):
    """Evaluate the path of each field; the text is the title and the paragraphs."""
    found = {field: str(node.xpath(path)).strip() or None for field, path in paths.items()}
    paragraphs = _paragraphs(body) if body is not None else []
    if not paragraphs:
        raise Unreadable("no text")
    title = [found["title"]] if found["title"] and paragraphs[0] != found["title"] else []
    return found | {"text": "\n\n".join(title + paragraphs)}


def _paragraphs(body):
    content = body.xpath(".//*[local-name()='body.content']") or [body]
    nodes = content[0].xpath(".//*[local-name()='p']")
    texts = [" ".join("".join(node.itertext()).split()) for node in nodes]
    if not any(texts):
        texts = fragment_text("".join(content[0].itertext())).split("\n\n")
    return [text for text in texts if text.strip()]
