"""A report: every notebook run on the corpus, pages that run and fetch nothing, and never half a report."""

import base64
import re
import shutil
from pathlib import Path

import nbformat
import pandas as pd
import pypdf
import pytest
from nbformat import v4

from mediaframes.errors import CorpusError, MediaframesError, NotebookError
from mediaframes.report.pages import corpus_facts, figure, finding, title
from mediaframes.report.write import MARKER, find_notebooks, write_report

PARAMETERS = ("code", 'corpus_dir = "nowhere"\nactors = ["US"]', "parameters")
READ = (
    "code",
    "from pathlib import Path\nimport pandas as pd\n"
    'texts = pd.Series([p.read_text() for p in sorted(Path(corpus_dir).glob("*.txt"))])',
)
LENGTHS = [
    ("markdown", "# How long are the *articles*?\n\nIt matters."),
    PARAMETERS,
    READ,
    ("markdown", "## By file"),
    ("code", "ax = texts.str.len().plot.bar()", "figure"),
    ("code", "print(f'{len(texts)} articles; the first is by {texts[0].splitlines()[2]}')", "finding"),
    ("markdown", "## The texts"),
    ("code", "pd.DataFrame({c: texts for c in ['text', *'abcdefghijklmnopqrstuvwxyz']})"),
    ("code", "print(texts[0])\ntexts[0]"),
    ("code", "pd.DataFrame({'what': ['a word'], 'n': [-1.5], 'i': ['-0.2 to 12 %'], 'none': [None], 'd': ['3rd']})"),
    ("code", "ax = texts.str.len().plot.line()"),
    ("code", "import sys\nprint('40%|####', '\\n', texts[0], file=sys.stderr)"),
]
MANY = [
    ("markdown", "# Are all rows there?"),
    PARAMETERS,
    ("code", "import pandas as pd\nimport matplotlib.pyplot as plt\nfrom mediaframes.show.tables import Table"),
    ("code", "Table({'name': [f'row-{i:03}' for i in range(90)], 'n': range(90)})"),
    ("code", "fig, ax = plt.subplots(figsize=(6, 7))\nax.plot([1, 2]);", "figure"),
    ("code", "fig, ax = plt.subplots(figsize=(6, 8))\nax.plot([2, 1]);"),
    ("code", "fig, ax = plt.subplots(figsize=(6, 16))\nax.plot([3, 1]);"),
    ("code", "print('90 rows, of 100\\u00a0% of the articles', end='')", "finding"),
    ("code", "'Every file was read.'"),
    ("code", "print('Note: ' + 'words ' * 4 + '\\n  go on')"),
]
WHO = [("markdown", "# Which actors?"), PARAMETERS, ("code", '"not " + ", ".join(actors)', "finding")]
HOSTILE = """---
title: "<script>alert(1)</script> meets <b>reporters</b>"
outlet: <script>alert(2)</script> Gazette
published: 2024-05-0{day}
---
Talks <script>document.title = "changed"</script> went on <img src="http://tracker.example/x.png"
onerror="alert(3)"> for hours & days.
"""


SAVED = "saved on another corpus"


def write_notebook(path, cells):
    """Write cells given as (kind, source, *tags)."""
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = v4.new_notebook(metadata={"kernelspec": kernel, "language_info": {"name": "python"}})
    for kind, source, *tags in cells:
        cell = v4.new_markdown_cell(source) if kind == "markdown" else v4.new_code_cell(source)
        cell.metadata.update({"tags": tags} if tags else {})
        if kind == "code":
            cell.outputs = [v4.new_output("stream", text=SAVED)]
        notebook.cells.append(cell)
    nbformat.write(notebook, path)


def add_articles(folder, days):
    folder.mkdir(exist_ok=True)
    for day in days:
        (folder / f"{day}.txt").write_text(HOSTILE.replace("{day}", str(day)), encoding="utf-8")


def contents(folder):
    return {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder, awkward by name, with a corpus of two articles and two notebooks."""
    folder = tmp_path_factory.mktemp("place") / "a {b} c"
    (folder / "questions").mkdir(parents=True)
    write_notebook(folder / "questions" / "01_how_long.ipynb", LENGTHS)
    write_notebook(folder / "questions" / "02_which_actors.ipynb", WHO)
    write_notebook(folder / "questions" / "draft.ipynb", [("code", "1 / 0")])
    add_articles(folder / "news", [1, 2])
    return folder


@pytest.fixture(scope="module")
def report(place):
    """The folder of a report, the lines of progress, and the notebooks before it was made."""
    before, lines = contents(place / "questions"), []
    index = write_report(place / "news", place / "out", notebooks=place / "questions", progress=lines.append)
    assert index == (place / "out" / "index.html").resolve()
    return index.parent, lines, before


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium")
    if program is None:
        pytest.fail("chromium is needed to look at the pages: `apt-get install chromium`")
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=quiet)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser, report):
    """Open a page of the report; what it asked for, and what its scripts would do, is noted in `page.seen`."""
    page = browser.new_page(viewport={"width": 900, "height": 700})
    page.seen, page.failures = [], {}
    page.on("requestfailed", lambda request: page.failures.update({request.url: request.failure}))
    page.on("request", lambda request: page.seen.append(request.url))
    page.on("dialog", lambda dialog: (page.seen.append(f"dialog {dialog.message}"), dialog.dismiss()))

    def visit(name):
        page.goto((report[0] / name).as_uri())
        page.wait_for_load_state("networkidle")
        return page

    yield visit
    page.close()


def test_there_is_an_index_and_a_page_for_each_numbered_notebook(report):
    names = sorted(p.name for p in report[0].iterdir())
    assert names == [MARKER, "01_how_long.html", "02_which_actors.html", "index.html"]


def test_the_notebooks_are_untouched_and_nothing_is_left_beside(report, place):
    assert contents(place / "questions") == report[2]
    assert sorted(p.name for p in place.iterdir()) == ["news", "out", "questions"]


def test_progress_is_a_line_a_notebook(report):
    assert report[1][0] == "2 notebooks on news: 2 articles"
    assert sorted(line.split()[1] for line in report[1][1:]) == ["01_how_long", "02_which_actors"]


def test_the_index_shows_each_question_with_its_finding_and_figure(visit):
    page = visit("index.html")
    assert page.locator("h1").inner_text() == "news"
    assert page.locator(".facts").inner_text() == "2 articles · 1 outlet · 2024-05-01 to 2024-05-02"
    assert page.locator("main h2").all_inner_texts() == ["How long are the articles?", "Which actors?"]
    trust = page.locator(".trust").inner_text()
    assert "tone, macro-F1" in trust and "coded by a language model" in trust and "agree to 0.01" in trust
    sentence = "2 articles; the first is by outlet: <script>alert(2)</script> Gazette"
    assert page.locator("p.finding").all_inner_texts() == [sentence, "not US"]
    assert page.locator("img").get_attribute("alt") == sentence
    assert page.locator("img").evaluate("image => image.naturalWidth") > 100
    page.get_by_role("link", name="Which actors?").click()
    assert page.locator("h1").inner_text() == "Which actors?"


@pytest.mark.parametrize("name", ["index.html", "01_how_long.html", "02_which_actors.html"])
def test_a_page_asks_nothing_of_the_network_and_runs_nothing(visit, name):
    page = visit(name)
    assert [asked for asked in page.seen if not asked.startswith(("file:", "data:"))] == []
    assert page.locator("script").count() == 0
    assert "changed" not in page.title()


@pytest.mark.parametrize("name", ["index.html", "01_how_long.html", "02_which_actors.html"])
def test_a_page_names_no_address_that_a_browser_would_fetch(report, name):
    source = (report[0] / name).read_text(encoding="utf-8")
    assert re.findall(r"<(?:script|link)|@import|url\(|<[a-z][^<>]*(?:src|href)=\"?(?:https?:)?//", source) == []


def test_what_an_article_says_shows_as_text(visit):
    shown = visit("01_how_long.html").locator("main").inner_text()
    assert shown.count('<script>document.title = "changed"</script>') >= 2
    assert 'onerror="alert(3)">' in shown


def test_the_browser_itself_would_refuse_a_script(visit):
    """The second lock: even text that somebody failed to escape neither runs nor fetches."""
    page = visit("01_how_long.html")
    page.evaluate("""() => { const s = document.createElement('script'); s.textContent = "document.title = 'ran'";
        document.body.append(s); const i = new Image(); i.src = 'http://tracker.example/x.png';
        document.body.append(i); }""")
    page.wait_for_timeout(200)
    assert page.title() != "ran"
    assert page.failures == {"http://tracker.example/x.png": "csp"}


def test_code_is_folded_and_opens(visit):
    page = visit("01_how_long.html")
    code = page.locator("details.code").first
    assert not code.locator("pre").is_visible()
    code.locator("summary").click()
    assert "corpus_dir" in code.locator("pre").inner_text()


def test_a_wide_table_scrolls_by_itself(visit):
    page = visit("01_how_long.html")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.locator(".table").first.evaluate("table => table.scrollWidth > table.clientWidth")


def test_every_figure_has_a_text(visit):
    figures = visit("01_how_long.html").locator("img")
    texts = [figures.nth(i).get_attribute("alt") for i in range(figures.count())]
    assert texts[0].startswith("2 articles; the first")
    assert texts[1] == "Figure: The texts"


@pytest.fixture(scope="module")
def rows(place, tmp_path_factory):
    """The folder of a report on a notebook with a long table and figures of many heights."""
    folder = tmp_path_factory.mktemp("rows")
    write_notebook(folder / "01_rows.ipynb", MANY)
    return write_report(place / "news", folder / "out", notebooks=folder).parent


def printed(browser, page, folder):
    """The pages of a page as it is printed, as pypdf reads them."""
    sheet = browser.new_page()
    sheet.goto(page.as_uri())
    sheet.pdf(path=folder / "printed.pdf", format="A4")
    sheet.close()
    return pypdf.PdfReader(folder / "printed.pdf").pages


def test_in_print_a_long_table_has_all_its_rows(browser, rows, tmp_path):
    text = "\n".join(page.extract_text() for page in printed(browser, rows / "01_rows.html", tmp_path))
    assert re.findall(r"row-(\d+)", text) == [f"{i:03}" for i in range(90)]


@pytest.mark.parametrize(("name", "figures"), [("01_rows.html", 3), ("index.html", 1)])
def test_in_print_a_figure_stands_once_and_on_one_page(browser, rows, tmp_path, name, figures):
    """A figure that broke over two pages would be on both."""
    pages = printed(browser, rows / name, tmp_path)
    assert sum(len(page.images) for page in pages) == figures


def test_on_the_screen_a_long_table_scrolls_and_says_how_long_it_is(browser, rows):
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto((rows / "01_rows.html").as_uri())
    assert page.locator("tbody tr").count() == 90
    assert "90 rows." in page.locator(".table").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.close()


def test_the_cells_of_a_table_say_what_heads_them(browser, rows):
    page = browser.new_page()
    page.goto((rows / "01_rows.html").as_uri())
    assert page.locator("thead th[scope=col]").count() == 3
    assert page.locator("tbody th[scope=row]").count() == 90
    assert page.locator("th:not([scope])").count() == 0
    page.close()


def test_keyboard_users_pass_by_the_code_of_single_cells(browser, rows):
    page, stops = browser.new_page(), []
    page.goto((rows / "01_rows.html").as_uri())
    while len(stops) < 30:
        page.keyboard.press("Tab")
        stops.append(page.evaluate("(e => e.className || e.innerText.trim())(document.activeElement)"))
        if stops[-1] == "All code of this page":
            break
    page.close()
    assert stops == ["news: all questions", "mf-table", *["enlarge"] * 3, "All code of this page"]


def test_texts_are_shown_without_the_signs_of_python(browser, rows):
    page = browser.new_page()
    page.goto((rows / "01_rows.html").as_uri())
    assert "'Every file was read.'" not in page.locator("main").inner_text()
    assert "Every file was read." in page.locator("main").inner_text()
    page.close()


def test_a_number_and_its_percent_sign_stay_together(rows):
    assert "of 100\u00a0% of the articles" in (rows / "index.html").read_text(encoding="utf-8")


def test_progress_bars_are_not_shown(visit):
    note = visit("01_how_long.html").locator(".note").inner_text()
    assert "####" not in note
    assert "Talks" in note


def test_words_in_a_table_are_flush_left_and_numbers_right(visit):
    cells = visit("01_how_long.html").locator("table").nth(1).locator("tr").nth(1).locator("th, td")
    sides = [cells.nth(i).evaluate("cell => getComputedStyle(cell).textAlign") for i in range(cells.count())]
    assert sides == ["left", "left", "right", "right", "right", "left"]


@pytest.mark.parametrize(("scheme", "is_dark"), [("light", False), ("dark", True)])
def test_pages_follow_the_reader_in_light_and_dark(browser, report, scheme, is_dark):
    page = browser.new_page(color_scheme=scheme)
    page.goto((report[0] / "index.html").as_uri())
    red = page.evaluate("parseInt(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])")
    page.close()
    assert (red < 128) == is_dark


def test_a_rerun_shows_new_articles_and_keeps_what_others_put_there(report, place):
    again = place / "again"
    shutil.copytree(report[0], again)
    (again / "notes.txt").write_text("mine")
    shutil.copytree(place / "news", place / "more")
    add_articles(place / "more", [3, 4])
    write_report(place / "more", again, notebooks=place / "questions", actors=["Iran", "North Korea"])
    index = (again / "index.html").read_text(encoding="utf-8")
    assert "4 articles" in index
    assert "2024-05-04" in index
    assert "not Iran, North Korea" in index
    assert (again / "notes.txt").read_text() == "mine"
    shutil.rmtree(again)
    shutil.rmtree(place / "more")


BAD = [
    ("markdown", "# Bad"),
    PARAMETERS,
    ("code", "print('so far')"),
    ("markdown", "## Then"),
    ("code", "# why\nx = {}['<b>']"),
    ("markdown", "## Never"),
    ("code", "print('never')", "finding"),
]


def test_a_failing_notebook_is_named_with_its_cell_and_the_others_are_kept(visit, place, tmp_path):
    write_notebook(tmp_path / "01_good.ipynb", WHO)
    write_notebook(tmp_path / "02_bad.ipynb", BAD)
    lines = []
    with pytest.raises(NotebookError) as failure:
        write_report(place / "news", tmp_path / "out", notebooks=tmp_path, progress=lines.append)
    failed = "02_bad.ipynb, code cell 3 (`# why`): KeyError: '<b>'"
    assert str(failure.value) == f"{failed}\nthe other pages are ready: open {tmp_path / 'out' / 'index.html'}"
    assert sorted(line.split()[:2] for line in lines[1:]) == [["done", "01_good"], ["failed", "02_bad"]]
    page = visit(tmp_path / "out" / "index.html")
    assert page.locator("p.finding").all_inner_texts() == ["not US"]
    assert page.locator("p.failure").all_inner_texts() == [f"This page is not complete: {failed}"]
    page.get_by_role("link", name="Bad").click()
    assert failed in page.locator("p.failure").inner_text()
    assert "so far" in page.locator("main").inner_text()
    assert page.locator("h2").all_inner_texts() == ["Then"]
    for name in ("index.html", "02_bad.html"):
        assert SAVED not in (tmp_path / "out" / name).read_text(encoding="utf-8")


def test_where_all_notebooks_fail_nothing_is_replaced(report, place, tmp_path):
    write_notebook(tmp_path / "01_bad.ipynb", BAD)
    before = contents(report[0])
    with pytest.raises(NotebookError, match=r"01_bad\.ipynb, code cell 3"):
        write_report(place / "news", report[0], notebooks=tmp_path)
    assert contents(report[0]) == before
    assert sorted(p.name for p in place.iterdir()) == ["news", "out", "questions"]


def test_a_kernel_that_dies_is_a_failure_of_its_notebook(place, tmp_path):
    write_notebook(tmp_path / "01_dies.ipynb", [PARAMETERS, ("code", "import os\nos._exit(9)")])
    with pytest.raises(NotebookError, match=r"01_dies.ipynb: .*[Kk]ernel died"):
        write_report(place / "news", tmp_path / "out", notebooks=tmp_path)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("corpus", "out", "message"),
    [
        ("nothing here", "new", "no such file or folder: .*nothing here"),
        ("empty", "new", "empty: the folder is empty"),
        ("news", "news", "holds the corpus"),
        ("news", ".", "holds the corpus"),
        ("news", "questions", "no earlier report"),
        ("news", "questions/draft.ipynb", "is a file"),
    ],
)
def test_what_cannot_be_used_is_refused_before_anything_runs(place, tmp_path, corpus, out, message):
    (place / "empty").mkdir(exist_ok=True)
    before = contents(place)
    with pytest.raises(MediaframesError, match=message):
        write_report(place / corpus, place / out, notebooks=place / "questions")
    (place / "empty").rmdir()
    assert contents(place) == before


def test_a_missing_corpus_is_a_corpus_error(tmp_path):
    with pytest.raises(CorpusError):
        write_report(tmp_path / "none", tmp_path / "out")


def test_a_notebook_that_would_not_read_the_corpus_is_refused(place, tmp_path):
    write_notebook(tmp_path / "01_misspelt.ipynb", [("code", 'corpusdir = ""\nn = 5', "parameters")])
    with pytest.raises(NotebookError, match=r"01_misspelt.ipynb: no corpus_dir .* it has: corpusdir, n"):
        write_report(place / "news", tmp_path / "out", notebooks=tmp_path)


def test_actors_that_no_notebook_takes_are_refused(place, tmp_path):
    write_notebook(tmp_path / "01_fixed.ipynb", [("code", 'corpus_dir = ""\nactor = "US"', "parameters")])
    with pytest.raises(NotebookError, match="no notebook has `actors`"):
        write_report(place / "news", tmp_path / "out", notebooks=tmp_path, actors=["US"])


def test_an_unknown_actor_is_refused(place, tmp_path):
    with pytest.raises(MediaframesError, match="Atlantis"):
        write_report(place / "news", tmp_path / "out", notebooks=place / "questions", actors=["Atlantis"])


def test_what_is_no_notebook_is_named(place, tmp_path):
    (tmp_path / "01_broken.ipynb").write_text("{")
    with pytest.raises(NotebookError, match=r"01_broken.ipynb: cannot be read"):
        write_report(place / "news", tmp_path / "out", notebooks=tmp_path)


def test_a_folder_without_notebooks_is_named(tmp_path):
    with pytest.raises(MediaframesError, match=re.escape(str(tmp_path))):
        find_notebooks(tmp_path)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# A question?", "A question?"),
        ("Text first\n\n## Then `code` and **bold**", "Then code and bold"),
        ("# See [the book](http://example.org) #", "See the book"),
        ("no heading", None),
    ],
)
def test_the_title_is_the_first_heading(source, expected):
    assert title(v4.new_notebook(cells=[v4.new_markdown_cell(source)])) == expected


PNG = base64.b64encode(b"png").decode()


def tagged(tag, *outputs):
    cell = v4.new_code_cell("", outputs=list(outputs), metadata={"tags": [tag]})
    return v4.new_notebook(cells=[v4.new_code_cell("", outputs=[v4.new_output("stream", text="x")]), cell])


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        (v4.new_output("stream", text="One\n  sentence.\n"), "One sentence."),
        (v4.new_output("stream", name="stderr", text="careful"), None),
        (v4.new_output("stream", text="Note: nobody is there\n"), None),
        (v4.new_output("stream", text="Note: nobody is\n  there\nOne sentence.\n"), "One sentence."),
        (v4.new_output("stream", text="100\u00a0% of\nall"), "100\u00a0% of all"),
        (v4.new_output("execute_result", {"text/plain": "'It\\'s one.'"}), "It's one."),
        (v4.new_output("execute_result", {"text/plain": "'a' + 'b'"}), "'a' + 'b'"),
        (v4.new_output("display_data", {"text/plain": "plain"}), "plain"),
        (v4.new_output("display_data", {"image/png": PNG}), None),
    ],
)
def test_the_finding_is_what_the_tagged_cell_says(output, expected):
    assert finding(tagged("finding", output)) == expected


def test_the_figure_is_the_first_image_of_the_tagged_cell():
    outputs = [v4.new_output("stream", text="x"), v4.new_output("display_data", {"image/png": f"{PNG}\n"})]
    assert figure(tagged("figure", *outputs)) == PNG
    assert figure(tagged("other", *outputs)) is None


@pytest.mark.parametrize(
    ("outlets", "days", "expected"),
    [
        (["A", "B"], ["2024-01-01", "2024-02-03"], ["2 articles", "2 outlets", "2024-01-01 to 2024-02-03"]),
        (["A"], ["2024-01-01"], ["1 article", "1 outlet", "2024-01-01"]),
        ([None, None], [None, None], ["2 articles", "no outlet named", "no dates"]),
    ],
)
def test_the_corpus_in_numbers(outlets, days, expected):
    assert corpus_facts(pd.DataFrame({"outlet": outlets, "published": pd.to_datetime(days)})) == expected


def test_the_corpus_in_numbers_says_what_could_not_be_read():
    articles = pd.DataFrame(
        {"outlet": "A", "published": pd.Timestamp("2024-01-01"), "language": ["en", "ar", "ar", "fr"]}
    )
    told = "not read, as not in English, and in no number on actors, deeds, voices and tone: 3 (ar: 2, fr: 1)"
    assert corpus_facts(articles)[3:] == [told]


def test_the_notebooks_of_the_checkout_are_found_from_anywhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert find_notebooks()[0].parent == Path(__file__).resolve().parents[2] / "notebooks"
