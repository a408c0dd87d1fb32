"""The project as people use it: notebooks opened in JupyterLab, a report made again when articles arrive."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import nbformat
import pytest

from mediaframes.report.write import write_report

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# Every code cell has a number in its prompt: none is empty, none shows the star of a cell that still runs.
ALL_CELLS_RAN = """() => {
  const cells = document.querySelectorAll('.jp-Notebook .jp-CodeCell .jp-InputArea-prompt');
  const prompts = [...cells].map(e => e.textContent);
  return prompts.length > 5 && prompts.every(t => /^\\[\\d+\\]:$/.test(t.trim()));
}"""

RED = ".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']"

# How many more lines a text has on the screen than it has line ends.
BROKEN_BY_THE_BROWSER = """pre => {
  const range = document.createRange(); range.selectNodeContents(pre);
  const tops = new Set([...range.getClientRects()].filter(r => r.width > 1).map(r => Math.round(r.top)));
  return tops.size - pre.innerText.trim().split('\\n').length;
}"""

pytestmark = pytest.mark.slow


def test_ten_more_articles_change_the_pages_and_nothing_needs_editing(tmp_path):
    notebooks, corpus = tmp_path / "notebooks", tmp_path / "corpus"
    notebooks.mkdir()
    shutil.copy(ROOT / "notebooks" / "01_what_is_in_the_corpus.ipynb", notebooks)
    shutil.copytree(ROOT / "corpus" / "sample", corpus)
    index = write_report(corpus, tmp_path / "report", notebooks=notebooks)
    assert "66 articles" in Path(index).read_text(encoding="utf-8")
    for i in range(10):
        head = f"---\noutlet: The New Arrival\npublished: 2022-07-0{i % 9 + 1}\n---\n"
        text = f"{head}Israel and Peru signed paper number {i}."
        (corpus / f"{i}.txt").write_text(text, encoding="utf-8")
    page = Path(write_report(corpus, tmp_path / "report", notebooks=notebooks)).read_text(encoding="utf-8")
    assert "76 articles" in page and "5 outlets" in page
    assert "The New Arrival" in (tmp_path / "report" / "01_what_is_in_the_corpus.html").read_text(encoding="utf-8")


@pytest.fixture
def lab(tmp_path):
    """A real JupyterLab on a copy of the notebooks, their saved outputs taken out, and the sample."""
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    for path in (tmp_path / "notebooks").glob("*.ipynb"):
        nb = nbformat.read(path, as_version=4)
        for cell in (c for c in nb.cells if c.cell_type == "code"):
            cell.outputs, cell.execution_count = [], None
        nbformat.write(nb, path)
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}"]
    options = [
        "--IdentityProvider.token=",
        "--ServerApp.password=",
        "--ServerApp.ip=127.0.0.1",
        f"--notebook-dir={tmp_path}",
    ]
    environment = os.environ | {
        "JUPYTER_CONFIG_DIR": str(tmp_path / "config"),
        "JUPYTER_RUNTIME_DIR": str(tmp_path / "run"),
    }
    server = subprocess.Popen(
        [*command, *options], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address + "/api/status")
        yield address
    finally:
        server.terminate()
        server.wait(20)


def _wait_for(address, seconds=60):
    end = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return json.load(answer)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.5)


@contextmanager
def run_all_cells(address, name):
    """The page of a notebook all of whose cells were run from the menu of JupyterLab."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_page(viewport={"width": 1300, "height": 900})
        page.goto(f"{address}/lab/tree/notebooks/{name}.ipynb")
        page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=60_000)
        page.wait_for_selector("text=Python 3 (ipykernel) | Idle", timeout=60_000)
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        page.wait_for_function(ALL_CELLS_RAN, timeout=180_000)
        yield page
        browser.close()


@pytest.mark.parametrize("name", ["02_which_words_set_outlets_apart", "07_who_is_shown_as_harmed"])
def test_a_notebook_opens_and_runs_in_jupyterlab(lab, name):
    with run_all_cells(lab, name) as page:
        assert page.locator(".jp-Notebook .jp-OutputArea-output img").count() >= 1
        assert page.locator(RED).count() == 0
        if os.environ.get("MEDIAFRAMES_PICTURES"):
            page.screenshot(path=Path(os.environ["MEDIAFRAMES_PICTURES"]) / f"jupyterlab_{name[:2]}.png")


def test_errors_and_notes_are_broken_at_words_in_jupyterlab(lab, tmp_path):
    """A line that the browser must break is broken within words: there is none."""
    cells = [
        "import mediaframes as mf",
        'evidence = mf.annotate(mf.load_corpus("../corpus/sample"), syntax=False, attitudes=False)',
        'mf.attention(evidence, by="newspaper")',
        'named = mf.attention(evidence, actors=[f"Country {i}" for i in range(40)])',
        "1",
        "2",
    ]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}}
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(s) for s in cells], metadata=kernel)
    for cell in notebook.cells:
        cell.metadata["tags"] = ["raises-exception"]
    nbformat.write(notebook, tmp_path / "notebooks" / "errors.ipynb")
    with run_all_cells(lab, "errors") as page:
        red, note = page.locator(f"{RED} pre"), page.locator(".jp-OutputArea-output pre", has_text="Note: ")
        assert red.count() == 1 and note.count() == 1
        for text in (red, note):
            assert len(text.inner_text().strip().splitlines()) > 1
            assert text.evaluate(BROKEN_BY_THE_BROWSER) == 0
