"""The audit as a page: totals first, then the problems, grouped."""

import make_formats as make
import pytest

from mediaframes.corpus import audit_summary, read_corpus


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    folder = tmp_path_factory.mktemp("messy")
    for name, data in {
        "ledger/2021-03-04_quay.txt": f"{make.ONE} {make.TWO} " * 2,
        "courier/2021-03-05_copy.txt": f"{make.ONE} {make.TWO} " * 2,
        "courier/2091-03-05_later.txt": make.THREE,
        "courier/1021-03-05_x.csv": f"date,text\n1021-03-05,{make.TWO}\n3/4/2021,Short.\n3/5/2021,\n",
        "courier/arabic.txt": "قال المجلس يوم الثلاثاء إن الرصيف القديم سيظل مغلقا حتى الخريف",
        "a.png": "x",
        "b.png": "x",
        "empty.txt": "",
        "README.md": "about",
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(data, encoding="utf-8")
    (folder / "n.txt").write_bytes(make.nexis_text(of=5))
    articles, audit = read_corpus(folder)
    return audit_summary(audit, articles)


@pytest.mark.parametrize(
    "line",
    [
        "Files in: 10 files (4 read in full, 2 read in part, 3 rejected, 1 ignored)",
        "Articles out: 8 of 15 pieces found or announced",
        "Rejected: 3 files",
        "  2 × no reader for '.png' files",
        "      a.png, b.png",
        "  1 × announces 5 articles, holds 2",
        "Ignored: 1 file",
        "  1 × describes the corpus",
        "Copies: 3 articles in 1 group of near-duplicates",
        "Languages: en 6, ar 1",
        "  1 article not in English: counted, not analysed by the English instruments",
        "  1 article in the future",
        "  1 article before 1900",
        "  1 × ambiguous date … read as … April …",
    ],
)
def test_the_page_tells(page, line):
    assert line in page.splitlines(), page


def test_totals_come_first_and_lines_are_not_long(page):
    assert page.startswith("Files in:")
    assert max(len(line) for line in page.splitlines()) <= 110
    assert page.index("Rejected") < page.index("Missing metadata") < page.index("Copies") < page.index("Languages")


def test_a_folder_without_articles(tmp_path):
    (tmp_path / "a.png").write_text("x")
    articles, audit = read_corpus(tmp_path)
    page = audit_summary(audit, articles)
    assert page.splitlines()[:2] == ["Files in: 1 file (1 rejected)", "Articles out: 0 of 1 pieces found or announced"]
