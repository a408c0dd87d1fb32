"""Documents made of labelled pieces, as database exports write them ("BYLINE: ...", "HD  ...")."""

from mediaframes.corpus.data import yaml_beside
from mediaframes.corpus.readers.items import Problem

LABELS = yaml_beside(__file__, "labels.yaml")


def labelled(lines, pattern, *, to_blank=False):
    """Collect the pieces of a document: label -> list of lines; the first piece of a label wins, "" has no label.

    `pattern` matches a line that opens a piece: group 1 is the label, group 2 the first text of it. `to_blank`: a piece
    ends at a blank line, and what follows belongs to no label.
    """
    pieces, label = {"": []}, ""
    for line in lines:
        match = pattern.match(line)
        if match:
            label = match[1] if match[1] not in pieces else None
            if label:
                pieces[label] = [match[2]]
        elif to_blank and label != "" and not line.strip():
            label = ""
        elif label is not None:
            pieces[label].append(line)
    return pieces


def columns_of(pieces, labels):
    """Take the columns of `articles` out of the pieces of a document, given the label of each."""
    return {column: " ".join(pieces.get(label, [])) for column, label in labels.items()}


def line_of(lines, fits, default, *, after=-1):
    """Number the first line, after a given one, that fits a test; `default` if none does."""
    return next((i for i, line in enumerate(lines) if i > after and fits(line)), default)


def paragraphs(lines):
    """Join lines that a page width broke: a blank line ends a paragraph."""
    blocks = "\n".join(line.strip() for line in lines).split("\n\n")
    return [" ".join(block.split()) for block in blocks if block.strip()]


def assemble(meta, body, where):
    """Make the article of one document (column -> text, paragraphs, "document 3"), or its problem if it is empty."""
    if not body:
        return Problem("no text found in a document of the export", where)
    found = {field: " ".join(value.split()) for field, value in meta.items() if value and value.strip()}
    title = [found["title"]] if found.get("title") else []
    return found | {"text": "\n\n".join(title + body), "_where": where}
