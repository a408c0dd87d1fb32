"""Zip and gzip archives of corpus files, and WARC files of crawled pages."""

import gzip
import shutil
import tempfile
import zipfile
import zlib

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from mediaframes.corpus.readers.items import Expected, Problem, Unreadable, reason
from mediaframes.corpus.readers.registry import choose
from mediaframes.corpus.readers.web import page_article
from mediaframes.corpus.safety.bounds import LARGEST_MEMBER, LARGEST_TOTAL, Bounded, check_zip

_LARGEST_PAGE = 32 << 20
_IN_MEMORY = 16 << 20


def read_zip(stream, name):
    """Yield the articles of every file in an archive; a file that cannot be read is a problem of its own."""
    archive = check_zip(stream)
    for member in archive.infolist():
        if member.is_dir():
            continue
        shown = member.filename.encode("utf-8", "backslashreplace").decode()
        yield None
        try:
            with archive.open(member) as packed:
                yield from _placed_items(_inner_items(packed, shown), shown)
        except Exception as error:  # encrypted, damaged, of a kind not known: this member's problem
            yield Problem(reason(error), shown)


def read_gzip(stream, name):
    """Yield the articles of one compressed file, such as articles.jsonl.gz."""
    with gzip.open(stream) as unpacked:
        yield from _inner_items(unpacked, name.rsplit("/", 1)[-1].removesuffix(".gz").removesuffix(".GZ"))


def read_warc(stream, name):
    """Yield the articles of a crawl: each answer that is a web page and not an error."""
    pages = 0
    records = ArchiveIterator(stream, no_record_parse=False)
    try:
        for record in records:
            yield None
            if not _is_page(record):
                yield from _cut_short(record, f"after page {pages}")
                continue
            pages += 1
            url = record.rec_headers.get_header("WARC-Target-URI")
            try:
                data = Bounded(record.content_stream(), _LARGEST_PAGE).read()
                yield page_article(data, url=url) | {"_key": url, "_where": url}
            except Exception as error:  # a page may be broken in any way; the others need not be
                yield Problem(reason(error), url or f"record {pages}")
            yield from _cut_short(record, url or f"record {pages}")
    except ArchiveLoadFailed as error:
        yield Problem(f"damaged from here on: {error}", f"after page {pages}")
    if not pages:
        raise Unreadable("no web page in it")


def _cut_short(record, where):
    """Read a record to its end, and tell if the file ended before."""
    while record.raw_stream.read(_IN_MEMORY):
        pass
    if getattr(record.raw_stream, "limit", 0) > 0:
        yield Problem("the file is cut short", where)


def _is_page(record):
    """Tell whether a record is the answer 200 with a web page in it."""
    if record.rec_type not in ("response", "resource"):
        return False
    headers = record.http_headers or record.rec_headers
    kind = headers.get_header("Content-Type") or ""
    answered = record.http_headers is None or record.http_headers.get_statuscode() == "200"
    return answered and "html" in kind.lower()


def _inner_items(unpacked, name):
    """Read a file within an archive with the reader of its name."""
    reader, refused = choose(name)
    if reader is None and refused.startswith("ignored"):
        return
    if reader is None or reader.name in ("zip", "gzip"):
        raise Unreadable(refused or "an archive within an archive is not opened")
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
        damage = _copy(Bounded(unpacked, min(LARGEST_MEMBER, LARGEST_TOTAL)), copy)
        if not copy.tell():
            raise Unreadable(damage or "empty file")
        copy.seek(0)
        yield from reader.read(copy, name)
        if damage:
            yield Problem(damage)


def _copy(packed, copy):
    """Unpack; what comes before damage is kept."""
    try:
        shutil.copyfileobj(packed, copy)
    except (EOFError, zlib.error, zipfile.BadZipFile, gzip.BadGzipFile):
        return "the compressed data are damaged or cut short"
    return ""


def _placed_items(items, name):
    """Add the inner file's name to its items, and check its own count; the archive has none."""
    pieces, announced = 0, None
    for item in items:
        pieces += isinstance(item, Problem | dict)
        if isinstance(item, Problem):
            yield Problem(item.why, f"{name} {item.where}".strip())
        elif isinstance(item, Expected):
            announced = item.n
        else:
            yield item and item | {"_inner": name}
    if announced is not None and announced != pieces:
        yield Problem(f"{name}: announces {announced} articles, holds {pieces}")
