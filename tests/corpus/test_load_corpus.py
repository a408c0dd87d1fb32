"""Files in, articles out, and a line for every file."""

import hashlib
import json
import os

import pandas as pd
import pytest

from mediaframes.corpus import audit_corpus, load_corpus, read_corpus
from mediaframes.corpus.load import AUDIT_COLUMNS
from mediaframes.corpus.readers.rows import ARTICLE_COLUMNS
from mediaframes.errors import CorpusError, MediaframesError

BODY = "The harbour council met.\r\n\r\nIt  voted to wait\tuntil autumn.\n"
PAGE = """<html lang="en"><head><title>Harbour plan delayed</title>
<meta property="og:site_name" content="The Ledger"><meta name="author" content="Ada Example">
<meta property="article:published_time" content="2021-03-04T10:00:00+02:00"></head>
<body><nav>Home | World</nav><article><h1>Harbour plan delayed</h1>
<p>The harbour council met on Thursday to weigh a long plan for the old quay, officials said.</p>
<p>Members voted to wait until autumn and asked for a second report on what it would cost.</p>
</article></body></html>"""


def write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_schema_types_and_order(tmp_path):
    write(tmp_path, "a.txt", BODY)
    articles, audit = read_corpus(tmp_path)
    assert tuple(articles.columns) == ARTICLE_COLUMNS
    assert tuple(audit.columns) == AUDIT_COLUMNS
    assert str(articles.published.dtype) == "datetime64[us]"
    assert str(articles.outlet.dtype) == "str" and articles.outlet.isna().all()
    assert articles.n_words.tolist() == [10]
    assert articles.index.equals(pd.RangeIndex(1))


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("a.txt", BODY, BODY),
        ("a.txt", "\ufeff" + BODY, BODY),
        ("a.md", "# Plan\n\n" + BODY, "# Plan\n\n" + BODY),
        ("a.txt", "---\noutlet: X\n---\n\n" + BODY, BODY),
        ("a.txt", "---\noutlet: X\n---\n" + BODY, BODY),
        ("a.txt", "---\r\noutlet: X\r\n---\r\n\r\n" + BODY, BODY),
        ("a.csv", f'id,text\n1,"{BODY}"\n', BODY),
        ("a.tsv", f'id\ttext\n1\t" {BODY}"\n', " " + BODY),
        ("a.jsonl", json.dumps({"id": 1, "text": BODY}), BODY),
        ("a.json", json.dumps({"articles": [{"id": 1, "text": BODY}]}), BODY),
    ],
)
def test_text_stays_character_for_character(tmp_path, name, content, text):
    write(tmp_path, name, content)
    assert load_corpus(tmp_path).text.tolist() == [text]


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.jsonl", "a.json", "a.parquet"])
def test_tables_hold_an_article_a_row(tmp_path, name):
    table = pd.DataFrame(
        {
            "ID": ["x1", "x2"],
            "Publisher": ["Ledger", "Courier"],
            "Pub Date": ["2021-03-04", "5 March 2021"],
            "headline": ["One", None],
            "body": ["First text.", "Second text, with a comma\nand a line."],
            "event": ["7", "8"],
        }
    )
    save = {
        "csv": lambda p: table.to_csv(p, index=False),
        "tsv": lambda p: table.to_csv(p, index=False, sep="\t"),
        "jsonl": lambda p: table.to_json(p, orient="records", lines=True),
        "json": lambda p: table.to_json(p, orient="records"),
        "parquet": lambda p: table.to_parquet(p, index=False),
    }
    save[name[2:]](tmp_path / name)
    articles = load_corpus(tmp_path / name)
    assert articles.article_id.tolist() == ["x1", "x2"]
    assert articles.outlet.tolist() == ["Ledger", "Courier"]
    assert articles.published.dt.day.tolist() == [4, 5]
    assert articles.title.fillna("-").tolist() == ["One", "-"]
    assert articles.text.tolist() == table.body.tolist()
    assert articles.story.tolist() == ["7", "8"]
    assert set(articles.reader) == {name[2:]}


def test_web_page_gives_title_paragraphs_and_metadata(tmp_path):
    write(tmp_path, "page.html", PAGE)
    article = load_corpus(tmp_path).iloc[0]
    assert article.text.split("\n\n")[0] == article.title == "Harbour plan delayed"
    assert len(article.text.split("\n\n")) == 3
    assert (article.outlet, article.author) == ("The Ledger", "Ada Example")
    assert article.published.date().isoformat() == "2021-03-04"


def test_metadata_front_matter_first_then_name_then_folder(tmp_path):
    write(tmp_path, "courier/2022-02-14_harbour-plan.txt", "---\ntitle: Given\ndate: 2022-02-15\n---\nText.")
    write(tmp_path, "courier/2022-02-16_second-plan.txt", "Text.")
    write(tmp_path, "gazette_2022-02-17_third.txt", "Text.")
    articles = load_corpus(tmp_path)
    assert articles.title.tolist() == ["Given", "second plan", "third"]
    assert articles.published.dt.day.tolist() == [15, 16, 17]
    assert articles.outlet.tolist() == ["courier", "courier", "gazette"]


def test_bad_input_is_in_the_audit_and_the_rest_is_read(tmp_path):
    write(tmp_path, "good.txt", BODY)
    write(tmp_path, "empty.txt", "")
    write(tmp_path, "blank.txt", " \n")
    write(tmp_path, "noise.txt", bytes(range(256)) * 20)
    write(tmp_path, "picture.png", b"\x89PNG")
    write(tmp_path, "half.jsonl", '{"text": "One."}\n{"text": \n[]\n{"title": "no"}\n{"text": "Two."}\n')
    write(tmp_path, "nothing.csv", "a,b\n1,2\n")
    write(tmp_path, "README.md", "about")
    write(tmp_path, ".DS_Store", b"\x00")
    with pytest.warns(UserWarning, match="6 of 9 files were not read in full") as caught:
        articles = load_corpus(tmp_path)
    audit = audit_corpus(tmp_path).set_index("path")
    assert len(caught) == 1
    assert len(articles) == 3 == audit.n_articles.sum()
    assert len(audit) == 9
    assert audit.status["half.jsonl"] == "partly"
    assert audit.n_expected["half.jsonl"] == 5
    assert "line 2" in audit.reason["half.jsonl"] and "no text (line 4)" in audit.reason["half.jsonl"]
    assert audit.reason["empty.txt"] == "empty file"
    assert "binary" in audit.reason["noise.txt"]
    assert "'.png'" in audit.reason["picture.png"]
    assert "'a', 'b'" in audit.reason["nothing.csv"]
    assert audit.reason["README.md"].startswith("ignored") and audit.reason[".DS_Store"].startswith("ignored")
    assert audit.sha256["good.txt"] == hashlib.sha256(BODY.encode()).hexdigest()
    with pytest.raises(CorpusError, match="6 of 9"):
        load_corpus(tmp_path, on_error="raise")


def test_an_open_quotation_mark_costs_its_row_only(tmp_path):
    write(tmp_path, "a.csv", 'id,text\n1,One\n2,"Two\n3,Three\n4,"Four, with\ntwo lines"\n5\n')
    with pytest.warns(UserWarning):
        articles = load_corpus(tmp_path)
    assert articles.article_id.tolist() == ["1", "3", "4"]
    reason = audit_corpus(tmp_path).reason[0]
    assert "quotation marks do not pair (row 2)" in reason and "1 cells where the header has 2 (row 5)" in reason


@pytest.mark.parametrize(
    ("content", "encoding", "note"),
    [
        ("The café’s “plan” for the harbour. " * 3, "utf-8", ""),
        ("The café’s “plan” for the harbour, and a long line of plain text to go with it.", "cp1252", "cp1252"),
        ("Совет гавани собрался во вторник и решил подождать до осени. " * 5, "cp1251", "cp1251"),
        ("The café’s plan", "utf-16", "utf-16"),
        ("The café’s plan", "utf-16-le", "utf-16-le"),
    ],
)
def test_encodings(tmp_path, content, encoding, note):
    write(tmp_path, "a.txt", content.encode(encoding))
    article = load_corpus(tmp_path).iloc[0]
    assert article.text == content
    assert note in article.warnings and bool(article.warnings) == bool(note)


def test_ids_given_stay_and_others_do_not_depend_on_folder_or_row(tmp_path):
    write(tmp_path, "one/a.txt", BODY)
    write(tmp_path, "one/b.csv", "text\nFirst.\nSecond.\n")
    write(tmp_path, "two/deep/a.txt", BODY)
    write(tmp_path, "two/deep/b.csv", "text\nSecond.\nFirst.\n")
    one, two = load_corpus(tmp_path / "one"), load_corpus(tmp_path / "two")
    assert set(one.article_id) == set(two.article_id)
    assert load_corpus(tmp_path / "one" / "a.txt").article_id[0] == one.article_id[0]
    assert load_corpus(tmp_path).article_id.is_unique


def test_ids_given_twice_are_told_apart(tmp_path):
    write(tmp_path, "a.csv", "id,text\n7,One\n7,Two\n7-2,Three\n")
    articles = load_corpus(tmp_path)
    assert articles.article_id.tolist() == ["7", "7-3", "7-2"]
    assert "'7' was taken" in articles.warnings[1]


def test_a_list_of_files_and_a_folder(tmp_path):
    paths = [write(tmp_path, "x/a.txt", BODY), write(tmp_path, "y/b.txt", BODY + "."), str(tmp_path / "y")]
    articles = load_corpus(paths)
    assert articles.source_path.tolist() == ["x/a.txt", "y/b.txt"]


def test_broken_characters_and_yaml_tricks_do_no_harm(tmp_path):
    write(tmp_path, "a.jsonl", '{"id": "\\ud800", "text": "half \\udfff pair", "author": {"x": 1}}')
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntitle: *c\nauthor: *a"
    write(tmp_path, "b.txt", f"---\n{bomb}\n---\nText.")
    write(tmp_path, "c.txt", "---\noutlet: !!python/name:os.system\n---\nText.")
    articles = load_corpus(tmp_path)
    assert articles.text[0] == "half \ufffd pair"
    assert articles.warnings[1:].str.contains("front matter is not YAML").all()
    assert articles.text[1:].str.endswith("Text.").all() and articles.outlet.isna().all()


@pytest.mark.parametrize("source", ["missing", "empty", "unread", []])
def test_nothing_to_read_is_one_clear_line(tmp_path, source):
    (tmp_path / "empty").mkdir()
    write(tmp_path, "unread/a.png", b"x")
    with pytest.raises(CorpusError) as caught:
        load_corpus(tmp_path / source if source else source)
    assert "\n" not in str(caught.value)


def test_links_out_loops_and_pipes_are_not_followed(tmp_path):
    write(tmp_path, "outside/secret.txt", "Secret.")
    corpus = tmp_path / "corpus"
    write(corpus, "a.txt", BODY)
    (corpus / "out.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (corpus / "out").symlink_to(tmp_path / "outside")
    (corpus / "loop").symlink_to(corpus)
    (corpus / "dead.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(corpus / "pipe.txt")
    with pytest.warns(UserWarning):
        articles = load_corpus(corpus)
    audit = audit_corpus(corpus).set_index("path")
    assert articles.source_path.tolist() == ["a.txt"]
    assert audit.reason["out.txt"] == audit.reason["out"] == "link that leaves the corpus, not followed"
    assert audit.reason["loop"] == "ignored: link within the corpus"
    assert "pipe" in audit.reason["pipe.txt"]


def test_an_option_that_does_not_exist(tmp_path):
    with pytest.raises(MediaframesError, match="on_error='skip'"):
        load_corpus(tmp_path, on_error="skip")


def test_folders_of_numbers_are_no_outlets_and_names_of_tables_no_dates(tmp_path):
    write(tmp_path, "ledger/2021/03/a.txt", BODY)
    write(tmp_path, "2021/export_2022-02-14_news.csv", f"text\n{'One.'}\nTwo.\n")
    articles = load_corpus(tmp_path).set_index("source_path")
    assert articles.outlet["ledger/2021/03/a.txt"] == "ledger"
    table = articles.loc["2021/export_2022-02-14_news.csv"]
    assert table.outlet.isna().all() and table.published.isna().all() and table.title.isna().all()


def test_a_colon_in_a_title_does_not_spoil_the_front_matter(tmp_path):
    write(tmp_path, "a.txt", f"---\ntitle: Quay: who pays?\noutlet: 'Ledger'\ndate: 2021-03-04\n---\n{BODY}")
    article = load_corpus(tmp_path).iloc[0]
    assert (article.title, article.outlet, article.text) == ("Quay: who pays?", "Ledger", BODY)
    assert article.published.day == 4 and "line by line" in article.warnings


def test_text_garbled_before_it_came_here_is_kept_and_noted(tmp_path):
    garbled = "It’s the mayor’s café.".encode().decode("cp1252")
    write(tmp_path, "a.txt", garbled)
    article = load_corpus(tmp_path).iloc[0]
    assert article.text == garbled and "wrong encoding" in article.warnings


SENTENCE = "The café’s council met on Tuesday, and it voted to wait for the autumn."


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("cp1252", ""),
        ("cp1252", '<meta charset="iso-8859-1">'),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'),
        ("cp1252", '<meta charset="utf-8">'),
        ("utf-8", '<meta charset="nonsense">'),
        ("utf-16", ""),
    ],
)
def test_web_pages_are_decoded_as_they_declare_or_as_they_look(tmp_path, encoding, head):
    page = f"<html><head>{head}<title>Quay waits</title></head><body><article><p>{SENTENCE}</p></article></body></html>"
    write(tmp_path, "a.html", page.encode(encoding))
    assert load_corpus(tmp_path).text.tolist() == [f"Quay waits\n\n{SENTENCE}"]


def test_a_short_page_gives_its_article_without_its_menu(tmp_path):
    page = (
        "<html><head><title>Quay waits - Ledger</title></head><body><nav>Home | World</nav><article><h1>Quay waits</h1>"
    )
    write(tmp_path, "a.html", f"{page}<p>{SENTENCE}</p></article><footer>About us</footer></body></html>")
    assert load_corpus(tmp_path).text.tolist() == [f"Quay waits\n\n{SENTENCE}"]
