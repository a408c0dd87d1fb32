"""Word, RTF, PDF and Excel files."""

import docx
import openpyxl
import pypdf
from docx.table import Table
from striprtf.striprtf import rtf_to_text

from mediaframes.corpus.readers.exports.detection import export_articles
from mediaframes.corpus.readers.fields import column_map
from mediaframes.corpus.readers.items import Problem, Unreadable
from mediaframes.corpus.readers.tables import need_text, record_article
from mediaframes.corpus.safety.bounds import check_zip

_MOST_PAGES = 3000
_MOST_ROWS = 1_100_000  # a sheet of Excel has 1,048,576
_FULL_CELL = 32_767


def read_docx(stream, name):
    """Yield the articles of a Word file: those of a database export, or the one that it is."""
    check_zip(stream)
    document = docx.Document(stream)
    pieces = (_block_text(block) for block in document.iter_inner_content())
    yield from _one_or_export("\n\n".join(p for p in pieces if p.strip()), document.core_properties.title)


def read_rtf(stream, name):
    """Yield the articles of an RTF file: those of a database export, or the one that it is."""
    source = stream.read().decode("cp1252", "replace")
    if not source.lstrip().startswith("{\\rtf"):
        raise Unreadable("not an RTF file")
    yield from _one_or_export(rtf_to_text(source, errors="ignore"), None)
    if not source.rstrip("\x00 \r\n\t").endswith("}"):
        yield Problem("the file is cut short")


def read_pdf(stream, name):
    """Yield the one article of a PDF file: the text of its pages, with a blank line between pages."""
    reader = pypdf.PdfReader(stream)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("locked with a password")
    if len(reader.pages) > _MOST_PAGES:
        raise Unreadable(f"{len(reader.pages):,} pages; the limit is {_MOST_PAGES:,}")
    pages, lost = [], []
    for number, page in enumerate(reader.pages, 1):
        yield None
        try:
            pages.append(page.extract_text().strip())
        except Exception as error:  # a page may be broken in any way; the others need not be
            lost.append(Problem(f"page cannot be read: {type(error).__name__}", f"page {number}"))
    yield from lost
    text = "\n\n".join(p for p in pages if p)
    if not text:
        raise Unreadable("no text in it; scanned pages need text recognition first")
    yield {"text": text, "title": _real_title(reader.metadata.title if reader.metadata else None)}


def read_xlsx(stream, name):
    """Yield the articles of an Excel file: one a row, of each sheet with a column of text."""
    check_zip(stream)
    book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
    headers = []
    for sheet in book.worksheets:
        rows = sheet.iter_rows(values_only=True, max_row=_MOST_ROWS)
        header = [("" if cell is None else str(cell)) for cell in next(rows, ())]
        headers += [h for h in header if h]
        if "text" in column_map(tuple(header)):
            place = f"{sheet.title} row" if len(book.worksheets) > 1 else "row"
            for number, row in enumerate(rows, 1):
                yield _mark_cut(record_article(dict(zip(header, row, strict=False)), f"{place} {number}"))
    need_text(headers)


def _block_text(block):
    if isinstance(block, Table):
        return "\n".join("\t".join(cell.text for cell in row.cells) for row in block.rows)
    return block.text


def _one_or_export(text, title):
    if not text.strip():
        raise Unreadable("no text in it")
    exported = export_articles(text)
    if exported:
        yield from exported
    else:
        yield {"text": text.strip(), "title": _real_title(title)}


def _real_title(title):
    """Drop the titles that programs make from file names."""
    title = title if isinstance(title, str) else ""
    made = title.lower().startswith(("microsoft word", "untitled", "document")) or title.lower().endswith(
        (".doc", ".docx", ".pdf", ".indd", ".qxd")
    )
    return None if made else title.strip() or None


def _mark_cut(article):
    if isinstance(article, Problem) or len(article["text"]) < _FULL_CELL:
        return article
    note = f"text fills its cell ({_FULL_CELL:,} characters) and may have been cut by Excel"
    return article | {"_notes": [*article["_notes"], note]}
