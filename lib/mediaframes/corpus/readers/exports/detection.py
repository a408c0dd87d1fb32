"""Exports of the news databases, told from plain text by their marks; each has a small reader of its own."""

from mediaframes.corpus.readers.exports import factiva, nexis, proquest

_READERS = (
    (nexis.is_numbered, nexis.numbered_articles),
    (nexis.is_listed, nexis.listed_articles),
    (proquest.is_export, proquest.articles),
    (factiva.is_export, factiva.articles),
)


def export_articles(text):
    """Read the text of a database export: its articles, problems and the number announced; None if it is no export."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return next((read(text) for is_one, read in _READERS if is_one(text)), None)
