"""Readers and text functions on thousands of inputs that nobody meant; MEDIAFRAMES_FUZZ multiplies how many."""

import gzip
import io
import os
import zipfile
from datetime import datetime
from itertools import pairwise

import make_formats as make
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make_formats import ONE, THREE, TWO

from mediaframes.corpus.enrichment.dates import date_in_name, parse_date
from mediaframes.corpus.enrichment.furniture import FURNITURE_KINDS, furniture_spans
from mediaframes.corpus.enrichment.wire import find_wire
from mediaframes.corpus.find import Found
from mediaframes.corpus.one_file import read_one
from mediaframes.corpus.readers.decode import decode
from mediaframes.corpus.readers.exports.detection import export_articles
from mediaframes.corpus.readers.items import Unreadable
from mediaframes.corpus.readers.plain import split_front_matter
from mediaframes.corpus.readers.rows import articles_table
from mediaframes.corpus.safety.isolate import Worker

TIMES = int(os.environ.get("MEDIAFRAMES_FUZZ", "1"))
QUIET = {"deadline": None, "database": None, "derandomize": TIMES == 1, "suppress_health_check": list(HealthCheck)}

SEEDS = {
    "a.txt": f"---\ntitle: Quay\ndate: 2021-03-04\n---\n{ONE}\n".encode(),
    "n.txt": make.nexis_text(),
    "p.txt": make.proquest(),
    "a.md": f"# Quay\n\n{ONE}".encode(),
    "a.csv": f'id,date,text\n1,2021-03-04,"{ONE}"\n2,,"{TWO}"\n'.encode(),
    "a.tsv": f"id\ttext\n1\t{ONE}\n2\t{TWO}\n".encode(),
    "a.jsonl": f'{{"id": 1, "text": "{ONE}"}}\n{{"id": 2, "text": "{TWO}"}}\n'.encode(),
    "a.json": f'{{"articles": [{{"id": 1, "text": "{ONE}", "date": 1523961000}}]}}'.encode(),
    "a.html": make.page("Quay", ONE, TWO),
    "f.html": make.factiva_page(),
    "a.docx": make.word(),
    "a.xlsx": make.excel(),
    "a.pdf": make.pdf(ONE, TWO),
    "a.rtf": make.rtf(ONE, TWO),
    "f.rtf": make.factiva_rtf(),
    "a.eml": make.mail(4, ONE, html=True),
    "a.mbox": make.mbox(),
    "a.rss": make.RSS,
    "a.xml": make.NEWSML,
    "a.nitf": make.NITF,
    "a.warc.gz": make.warc(),
    "a.jsonl.gz": make.jsonl_gz(),
    "a.zip": make.zipped(
        {"a.txt": ONE.encode(), "b.csv": f"text\n{TWO}\n".encode(), "c.html": make.page("Q", ONE, THREE)}
    ),
    "a.parquet": make.parquet(),
}


@st.composite
def damaged(draw, seed):
    """Cut, repeat, overwrite and splice a good file."""
    data = bytearray(seed)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, max(0, len(data) - 1)))
        length = draw(st.integers(0, 40))
        piece = draw(st.one_of(st.binary(max_size=12), st.just(bytes(data[:length])), st.just(b"\x00" * length)))
        kind = draw(st.sampled_from(["overwrite", "insert", "delete", "cut", "flip"]))
        if kind == "flip" and data:
            data[start] ^= 1 << draw(st.integers(0, 7))
        elif kind == "cut":
            del data[start:]
        else:
            data[start : start + (length if kind != "insert" else 0)] = b"" if kind == "delete" else piece
    return bytes(data)


@st.composite
def damaged_inside(draw, name):
    """Damage what a packed file holds, and pack it again, so that the damage gets past the checksums."""
    seed = SEEDS[name]
    if seed.startswith(b"\x1f\x8b"):
        return gzip.compress(draw(damaged(gzip.decompress(seed))))
    with zipfile.ZipFile(io.BytesIO(seed)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    victim = draw(st.sampled_from(sorted(members)))
    return make.zipped(members | {victim: draw(damaged(members[victim]))})


def inputs(name):
    """Choose among damaged files and bytes out of nowhere."""
    packed = SEEDS[name].startswith((b"PK", b"\x1f\x8b"))
    return st.one_of(damaged(SEEDS[name]), damaged_inside(name) if packed else st.binary(max_size=300))


@pytest.fixture(scope="module")
def worker():
    one = Worker()
    yield one
    one.close()


@pytest.mark.parametrize("name", SEEDS)
def test_damaged_files_are_read_or_accounted_for(name, worker, tmp_path_factory):
    path = tmp_path_factory.mktemp("fuzz") / name

    @settings(max_examples=40 * TIMES, **QUIET)
    @given(inputs(name))
    def check(data):
        path.write_bytes(data)
        rows, entry = read_one(Found(path, name), worker)
        _, _, n_articles, _, status, reason, _ = entry
        articles = articles_table(rows)
        assert n_articles == len(rows) == len(articles)
        assert status == ("rejected" if not rows else "partly" if reason else "read")
        assert (reason == "") == (status == "read") and "\n" not in reason
        assert "given up" not in reason and "broke down" not in reason, "a reader hung or died"
        assert articles.article_id.is_unique and (articles.n_words > 0).all()

    check()


TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(
        st.sampled_from(
            [
                *(
                    "By ",
                    "Read more:",
                    "\n",
                    "\r\n",
                    "\n\n",
                    "(AP)",
                    " — ",
                    "WASHINGTON",
                    "Reuters",
                    "©",
                    " 2021",
                    ", ",
                ),
                *(
                    "Ada Example",
                    "Reporting by ",
                    "; Editing by ",
                    "Photo: ",
                    "---\n",
                    "title: x\n",
                    "\u2028",
                    "\u00a0",
                ),
                *(
                    "Document 1 of 2",
                    "_" * 30,
                    "1 of 2 DOCUMENTS",
                    "LENGTH: 5 words",
                    "End of Document",
                    "Body",
                    "TD  ",
                ),
                *("Title: ", "Full text: ", ".", "The council met", "ProQuest document ID: 1", "12 words", "HD  "),
                *("Document LEDG000020210304eh340000a", "March 4, 2021 Thursday", "Copyright 2021 X", "4 March 2021"),
            ]
        ),
        max_size=40,
    ).map("".join),
)


@settings(max_examples=400 * TIMES, **QUIET)
@given(TEXTS)
def test_furniture_lies_within_the_text_in_order(text):
    spans = furniture_spans(text)
    assert all(0 <= start < end <= len(text) and kind in FURNITURE_KINDS for start, end, kind in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@settings(max_examples=400 * TIMES, **QUIET)
@given(TEXTS, st.one_of(st.none(), TEXTS), st.one_of(st.none(), st.text(max_size=20)))
def test_wire_front_matter_and_exports_take_any_text(text, author, outlet):
    assert find_wire(text, author, outlet) is None or find_wire(text, author, outlet).strip()
    meta, body, _ = split_front_matter(text)
    assert text.endswith(body) and isinstance(meta, dict)
    list(export_articles(text) or [])


@settings(max_examples=600 * TIMES, **QUIET)
@given(
    st.one_of(
        st.text(max_size=40),
        st.floats(),
        st.integers(),
        st.from_regex(
            r"\d{1,4}[-/. ](\d{1,2}|Mar|April)[-/. ,]\d{1,4}([ T]\d\d:\d\d(:\d\d)?)?( ?(Z|EST|[+-]\d{4}))?",
            fullmatch=True,
        ),
    )
)
def test_dates_are_naive_or_missing_with_a_note(value):
    when, note = parse_date(value)
    assert (when is None and note) or (isinstance(when, datetime) and when.tzinfo is None)
    date_in_name(str(value))


@settings(max_examples=400 * TIMES, **QUIET)
@given(
    st.one_of(
        st.binary(max_size=200), st.tuples(TEXTS, st.sampled_from(["utf-8", "utf-16", "cp1252", "cp1251", "utf-32"]))
    )
)
def test_bytes_become_text_or_are_refused(given):
    data = given if isinstance(given, bytes) else given[0].encode(given[1], "replace")
    try:
        text, note = decode(data)
    except Unreadable:
        return
    assert text.encode("utf-8").decode("utf-8") == text and "\n" not in note
    if not isinstance(given, bytes) and given[1] == "utf-8":
        assert text == given[0] and note == ""
