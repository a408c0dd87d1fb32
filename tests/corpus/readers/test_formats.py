"""Every format gives the right articles, and its audit adds up."""

import make_formats as make
import pytest
from make_formats import ONE, THREE, TWO

from mediaframes.corpus import read_corpus

#        name, bytes, texts, problems: announced pieces that gave no article
FORMATS = [
    ("a.docx", make.word(), [f"{ONE}\n\n{TWO}"], 0),
    ("a.rtf", make.rtf(ONE, "", TWO), [f"{ONE}\n\n{TWO}"], 0),
    ("a.pdf", make.pdf(ONE, TWO), [f"{ONE}\n\n{TWO}"], 0),
    ("a.xlsx", make.excel(), [ONE, TWO, THREE], 1),
    ("a.eml", make.mail(4, ONE), [f"{ONE}\n"], 0),
    ("a.mbox", make.mbox(), [f"{ONE}\n\nFrom the quay.\n\n", f"Letter 6\n\n{ONE}\n\n{TWO}\n\n{THREE}"], 1),
    ("a.rss", make.RSS, [f"Quay & town\n\n{ONE}\n\n{TWO}", f"Ferry\n\n{THREE}"], 1),
    ("a.xml", make.RSS, [f"Quay & town\n\n{ONE}\n\n{TWO}", f"Ferry\n\n{THREE}"], 1),
    ("a.atom", make.ATOM, [f"Quay\n\n{ONE}", f"Ferry\n\n{THREE}"], 0),
    ("a.nitf", make.NITF, [f"Quay waits\n\n{ONE}\n\n{TWO}"], 0),
    ("b.xml", make.NEWSML, [f"Quay 4\n\n{ONE}", f"Quay 6\n\n{TWO}"], 1),
    ("a.warc.gz", make.warc(), [f"Quay waits\n\n{ONE}\n\n{TWO}", f"Ferry rests\n\n{THREE}\n\n{TWO}"], 1),
    ("a.jsonl.gz", make.jsonl_gz(), [ONE, TWO], 0),
    (
        "n.txt",
        make.nexis_text(),
        [f"Quay plan put off until the autumn\n\n{ONE}\n\n{TWO}", f"Ferries rest\n\nWARNING: {THREE}"],
        0,
    ),
    ("n.docx", make.nexis_word(), [f"Quay plan put off\n\n{ONE}\n\n{TWO}", f"Ferries rest\n\n{THREE}"], 1),
    ("p.txt", make.proquest(), [f"Quay waits\n\n{ONE}\n\n{TWO}", f"Ferries rest\n\n{THREE}"], 1),
    ("f.html", make.factiva_page(), [f"Quay waits\n\n{ONE}\n\n{TWO}\n\n{THREE}", f"Ferries rest\n\n{THREE}"], 0),
    ("f.rtf", make.factiva_rtf(), [f"Quay waits\n\n{ONE}\n\n{TWO}\n\n{THREE}", f"Ferries rest\n\n{THREE}"], 0),
]
INNER = {"x/one.txt": ONE.encode(), "two.csv": f"id,text\n1,{TWO}\n2,\n".encode(), "README.md": b"about"}
INNER |= {
    "f.html": make.factiva_page(3),
    "bad.docx": b"PK",
    "picture.png": b"\x89PNG",
    "in.zip": make.zipped({"a": b"b"}),
}


@pytest.fixture(scope="module")
def everything(tmp_path_factory):
    folder = tmp_path_factory.mktemp("formats")
    for name, data, *_ in FORMATS:
        (folder / name).write_bytes(data)
    (folder / "z.zip").write_bytes(make.zipped(INNER))
    articles, audit = read_corpus(folder)
    return articles, audit.set_index("path")


@pytest.mark.parametrize(("name", "texts", "problems"), [(n, t, p) for n, _, t, p in FORMATS])
def test_each_format_gives_its_articles_and_the_audit_adds_up(everything, name, texts, problems):
    articles, audit = everything
    line = audit.loc[name]
    assert articles.text[articles.source_path == name].tolist() == texts
    assert (line.n_articles, line.n_expected) == (len(texts), len(texts) + problems)
    assert line.status == ("partly" if problems else "read")
    assert bool(line.reason) == bool(problems)


def test_every_file_is_listed_once(everything):
    articles, audit = everything
    assert len(audit) == len(FORMATS) + 1 and audit.index.is_unique
    assert audit.n_articles.sum() == len(articles)
    assert articles.article_id.is_unique


def test_an_archive_is_read_file_by_file(everything):
    articles, audit = everything
    inner = articles[articles.source_path.str.startswith("z.zip")]
    assert inner.source_path.tolist() == ["z.zip/x/one.txt", "z.zip/two.csv", "z.zip/f.html", "z.zip/f.html"]
    line = audit.loc["z.zip"]
    assert line.status == "partly" and line.n_articles == 4 and line.n_expected == 9
    for part in ("two.csv row 2", "bad.docx", "picture.png", "in.zip", "f.html: announces 3"):
        assert part in line.reason, part


@pytest.mark.parametrize(
    ("name", "row", "field", "value"),
    [
        ("a.xlsx", 0, "article_id", "7"),
        ("a.xlsx", 0, "title", "Quay"),
        ("a.eml", 0, "article_id", "4@ledger.example"),
        ("a.eml", 0, "outlet", "The Ledger"),
        ("a.eml", 0, "title", "Letter 4"),
        ("a.eml", 0, "published", "2021-03-04 09:30:00"),
        ("a.rss", 0, "author", "Ada Example"),
        ("a.rss", 0, "published", "2021-03-04 09:30:00"),
        ("a.rss", 0, "url", "https://ledger.example/1"),
        ("a.rss", 0, "section", "World"),
        ("a.rss", 1, "article_id", "g2"),
        ("a.nitf", 0, "author", "Ada Example"),
        ("a.nitf", 0, "wire", "Sample Press"),
        ("a.nitf", 0, "outlet", "The Ledger"),
        ("a.nitf", 0, "published", "2021-03-04 10:30:00"),
        ("b.xml", 0, "article_id", "urn:sample:4"),
        ("b.xml", 0, "wire", "Sample Press"),
        ("b.xml", 1, "published", "2021-03-06 10:30:00"),
        ("a.warc.gz", 0, "url", "https://ledger.example/1"),
        ("a.warc.gz", 0, "published", "2021-03-04 08:30:00"),
        ("a.warc.gz", 0, "outlet", "The Ledger Online"),
        ("n.txt", 0, "outlet", "The Ledger (Portville)"),
        ("n.txt", 0, "author", "Ada Example and Bo Sample"),
        ("n.txt", 0, "section", "NEWS; Pg. 3"),
        ("n.txt", 1, "published", "2021-03-05 09:20:00"),
        ("n.docx", 0, "outlet", "The Ledger"),
        ("n.docx", 0, "author", "Ada Example"),
        ("n.docx", 1, "published", "2021-03-05 00:00:00"),
        ("p.txt", 0, "article_id", "900001"),
        ("p.txt", 0, "outlet", "The Ledger; Portville"),
        ("p.txt", 1, "published", "2021-03-03 00:00:00"),
        ("f.html", 0, "article_id", "LEDG000020210304eh340000a"),
        ("f.html", 0, "published", "2021-03-04 10:30:00"),
        ("f.html", 0, "wire", "Sample Press"),
        ("f.html", 1, "outlet", "The Courier"),
        ("f.html", 1, "author", "Bo Sample"),
        ("f.rtf", 0, "author", "Ada Example"),
        ("f.rtf", 1, "published", "2021-03-05 00:00:00"),
    ],
)
def test_metadata(everything, name, row, field, value):
    articles, _ = everything
    found = articles[articles.source_path == name][field].iloc[row]
    # the page and the RTF file are the same export, and ids must be unique
    assert str(found).removesuffix("-2") == value


def test_announced_documents_that_are_missing_are_an_audit_line(tmp_path):
    (tmp_path / "n.txt").write_bytes(make.nexis_text(of=5))
    (tmp_path / "f.html").write_bytes(make.factiva_page(25))
    _, audit = read_corpus(tmp_path)
    assert audit.n_expected.tolist() == [25, 5] and (audit.status == "partly").all()
    assert audit.reason.tolist() == ["announces 25 articles, holds 2", "announces 5 articles, holds 2"]


def test_an_archive_of_every_format_holds_the_same_articles(everything, tmp_path):
    articles, _ = everything
    (tmp_path / "all.zip").write_bytes(
        make.zipped({name: data for name, data, *_ in FORMATS if not name.endswith(".jsonl.gz")})
    )
    packed, audit = read_corpus(tmp_path)
    loose = articles[~articles.source_path.str.startswith("z.zip") & ~articles.source_path.str.endswith(".jsonl.gz")]
    assert sorted(packed.text) == sorted(loose.text)
    problems = sum(p for _, _, _, p in FORMATS)
    assert audit.n_expected.tolist() == [len(packed) + problems]
