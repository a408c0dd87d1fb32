"""Empty, binary, corrupt, huge, hostile and half-good files of every kind: no exception, no good article lost."""

import gzip
import io
import os
import time
import zipfile

import make_formats as make
import pytest
from make_formats import ONE, THREE, TWO

from mediaframes.corpus import load_corpus, read_corpus
from mediaframes.corpus.readers.items import Unreadable
from mediaframes.corpus.readers.registry import FORMATS
from mediaframes.corpus.safety.isolate import Worker

LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">""" + b"".join(
    f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">'.encode() for i in range(12)
)
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>"""
GOOD = {
    ".docx": make.word(), ".xlsx": make.excel(), ".pdf": make.pdf(ONE, TWO), ".zip": make.zipped({"a.txt": b"Good."}),
    ".warc.gz": make.warc(), ".gz": make.jsonl_gz(), ".mbox": make.mbox(), ".xml": make.NEWSML, ".rss": make.RSS,
    ".html": make.page("Quay", ONE, TWO), ".rtf": make.rtf(ONE, TWO), ".eml": make.mail(4, ONE),
}  # fmt: skip


def office_bomb(member):
    """Write an office file whose one part unfolds to 200 MB."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open(member, "w", force_zip64=True) as out,
    ):
        for _ in range(200):
            out.write(b" " * (1 << 20))
    return stream.getvalue()


def hostile_files():
    """Name and make the bad files."""
    for suffix in sorted(FORMATS):
        yield f"empty{suffix}", b""
        yield f"noise{suffix}", bytes(range(256)) * 64
        yield f"zeros{suffix}", bytes(5000)
        yield f"blank{suffix}", b" \n\n  \n"
    for suffix, data in GOOD.items():
        yield f"half{suffix}", data[: len(data) // 2]
        yield f"scrambled{suffix}", data[:100] + bytes(255 - b for b in data[100:300]) + data[300:]
        yield f"wrong-name-of-{suffix[1:]}.txt", data
    bomb = office_bomb("word/document.xml")
    lines = gzip.compress("\n".join(f'{{"text": "Article {n}. {ONE}"}}' for n in range(5000)).encode())
    yield "half.jsonl.gz", lines[: len(lines) // 2]
    yield "bomb.docx", bomb
    yield "bomb.xlsx", bomb
    yield "bomb.zip", bomb
    yield "bomb.jsonl.gz", gzip.compress(b" " * (300 << 20), 1)
    yield "outside.zip", make.zipped({"../../outside.txt": ONE.encode(), "/etc/x.txt": TWO.encode()})
    yield "laughs.xml", LAUGHS + b"]><rss><channel><item><title>&l;</title></item></channel></rss>"
    yield "laughs.nitf", LAUGHS + b"]><nitf><body><body.content><p>&l;</p></body.content></body></nitf>"
    yield "outside.xml", OUTSIDE + b"<nitf><body><body.content><p>&a;</p></body.content></body></nitf>"
    yield "outside.rss", OUTSIDE + b"<rss><channel><item><description>&a;</description></item></channel></rss>"
    yield "deep.xml", b"<a>" * 100_000
    yield "deep.html", b"<div>" * 100_000 + b"text"
    yield "deep.json", b"[" * 200_000
    yield "deep.jsonl", b'{"text":' * 100_000 + b"\n" + b'{"text": "Good."}'
    yield "deep.rtf", b"{\\rtf1 " + b"{" * 100_000
    yield "quotes.csv", b"id,text\n" + b'"\n' * 20_000
    yield "wide.csv", b"text" + b"," * 200_000 + b"\nx" + b"," * 200_000
    yield "rules.txt", b"_" * 200_000
    yield "spaces.txt", b" " * 200_000 + b"\n" + b"\t" * 200_000
    yield "dashes.txt", b"---\n" + b"a: [" * 20_000 + b"\n---\nText."


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    for name, data in hostile_files():
        (folder / name).write_bytes(data)
    for number, text in enumerate((ONE, TWO, THREE)):
        (folder / f"good{number}.txt").write_text(text)
    os.mkfifo(folder / "pipe.jsonl")
    begun = time.perf_counter()
    articles, audit = read_corpus(folder)
    return articles, audit.set_index("path"), time.perf_counter() - begun, folder


def test_it_loads_and_the_good_articles_are_there(hostile):
    articles, audit, seconds, folder = hostile
    assert set(articles.text) >= {ONE, TWO, THREE}
    assert len(audit) == len(list(folder.iterdir()))
    assert audit.n_articles.sum() == len(articles)
    assert (audit.status[audit.n_articles == 0] == "rejected").all() and audit.reason[audit.status != "read"].ne(
        ""
    ).all()
    assert audit.reason.str.len().max() < 2500 and not audit.reason.str.contains("\n").any()
    print(f"{len(audit)} files in {seconds:.1f} s")
    assert seconds < 60


@pytest.mark.parametrize("kind", ["empty", "zeros", "blank"])
def test_what_holds_nothing_is_rejected(hostile, kind):
    audit = hostile[1]
    rows = audit[audit.index.str.startswith(f"{kind}.")]
    assert len(rows) == len(FORMATS) and (rows.status == "rejected").all(), rows[rows.status != "rejected"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("bomb.docx", "bomb"),
        ("bomb.xlsx", "bomb"),
        ("bomb.zip", "bomb"),
        ("bomb.jsonl.gz", "unfolds"),
        ("laughs.xml", "entit"),
        ("laughs.nitf", "entit"),
        ("outside.xml", "entities"),
        ("pipe.jsonl", "a pipe"),
    ],
)
def test_reasons(hostile, name, reason):
    assert reason in hostile[1].reason[name].lower()


@pytest.mark.parametrize("name", ["half.mbox", "half.rss", "half.rtf", "half.warc.gz", "half.jsonl.gz"])
def test_files_cut_short_give_their_first_articles_and_say_so(hostile, name):
    articles, audit, *_ = hostile
    assert audit.status[name] == "partly"
    assert articles.text[articles.source_path == name].iloc[0]


def test_nothing_from_outside_gets_in(hostile):
    articles = hostile[0]
    assert not articles.text.str.contains("root:").any()
    assert articles.source_path[articles.source_path.str.startswith("outside.zip")].size == 2


def test_half_of_a_table_is_read(hostile):
    articles, audit, *_ = hostile
    assert audit.status["deep.jsonl"] == "partly"
    assert articles.text[articles.source_path == "deep.jsonl"].tolist() == ["Good."]


def test_a_reader_that_hangs_or_dies_loses_its_file_only(tmp_path):
    (tmp_path / "good.html").write_bytes(make.page("Quay", ONE, TWO))
    os.mkfifo(tmp_path / "slow.html")  # opening it waits for a writer that never comes
    worker = Worker(silence=3)
    assert len(list(worker.read("html", tmp_path / "good.html", "good.html"))) == 1
    with pytest.raises(Unreadable, match="given up"):
        list(worker.read("html", tmp_path / "slow.html", "slow.html"))
    assert len(list(worker.read("html", tmp_path / "good.html", "good.html"))) == 1
    worker.process.kill()
    with pytest.raises(Unreadable, match=r"broke down|could not"):
        list(worker.read("html", tmp_path / "good.html", "good.html"))
    assert len(list(worker.read("html", tmp_path / "good.html", "good.html"))) == 1
    worker.close()


def test_a_huge_line_and_a_file_over_its_limit(tmp_path):
    (tmp_path / "line.txt").write_text("word " * 1_000_000)
    with open(tmp_path / "large.eml", "wb") as sparse:
        sparse.truncate(33 << 20)
    with pytest.warns(UserWarning, match="the limit for eml"):
        assert load_corpus(tmp_path).n_words.tolist() == [1_000_000]
