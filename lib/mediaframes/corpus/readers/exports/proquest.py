"""Text exports of ProQuest: documents between rules of underscores, with labelled fields."""

import re

from mediaframes.corpus.readers.exports.labels import LABELS, assemble, columns_of, labelled, paragraphs
from mediaframes.corpus.readers.items import Expected

_RULE = re.compile(r"^_{20,}[ \t]*$", re.MULTILINE)
_OF = re.compile(r"^[ \t]*Document (\d{1,6}) of (\d{1,6})[ \t]*$", re.MULTILINE)
_ID = re.compile(r"^ProQuest document ID: ", re.MULTILINE)
_TEXT = re.compile(r"^(?:Title|Full text): ", re.MULTILINE)
_COLUMNS = LABELS["proquest"]["columns"]
_LABEL = re.compile(rf"({'|'.join(LABELS['proquest']['labels'])}): ?(.*)")


def is_export(text):
    """Tell the export by its document ids between rules."""
    return _ID.search(text) is not None and _RULE.search(text) is not None


def articles(text):
    """Yield the documents; the number announced is that of "Document 1 of 10", or of the document ids."""
    counted = _OF.search(text)
    chunks = [chunk for chunk in _RULE.split(text) if _ID.search(chunk) or _TEXT.search(chunk)]
    yield Expected(int(counted[2]) if counted else len(_ID.findall(text)))
    for number, chunk in enumerate(chunks, 1):
        yield _document(_OF.sub("", chunk).splitlines(), f"document {number}")


def _document(lines, where):
    pieces = labelled(lines, _LABEL)
    return assemble(columns_of(pieces, _COLUMNS), paragraphs(pieces.get("Full text", [])), where)
