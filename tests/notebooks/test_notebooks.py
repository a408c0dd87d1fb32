"""Every notebook is clean, and runs unchanged on corpora that it was not written for."""

import json
import re
from pathlib import Path

import nbformat
import papermill
import pytest

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("[0-9][0-9]_*.ipynb"))
NAMES = [n.stem for n in NOTEBOOKS]


def code_cells(path):
    return [c for c in nbformat.read(path, as_version=4).cells if c.cell_type == "code"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_notebook_is_clean(path):
    cells = code_cells(path)
    tags = [t for c in cells for t in c.metadata.get("tags", [])]
    assert sorted(tags) == ["figure", "finding", "parameters"]
    assert [c.execution_count for c in cells] == list(range(1, len(cells) + 1)), "outputs are not from one clean run"
    for cell in cells:
        assert not re.search(r"^\s*(def|class) ", cell.source, re.M), "a notebook defines nothing"
        assert len(cell.source.splitlines()) <= 15
        assert not [o for o in cell.outputs if o.get("name") == "stderr"], "a saved output holds a warning"


@pytest.fixture(scope="module")
def one_outlet(tmp_path_factory):
    """Three short texts of one outlet without a date: nothing to compare, no interval to have."""
    folder = tmp_path_factory.mktemp("one") / "Valley Post"
    folder.mkdir()
    for i, text in enumerate(
        ["Israel signed. All were glad.", "Peru waits for rain.", "The US left. <script>1</script>"]
    ):
        (folder / f"{i}.txt").write_text(text, encoding="utf-8")
    return folder.parent


@pytest.fixture(scope="module")
def three_outlets(tmp_path_factory):
    """Thirty-six texts of three outlets about other actors, with copies, gaps and an article in another language."""
    path = tmp_path_factory.mktemp("three") / "articles.jsonl"
    rows = [
        {
            "id": f"{outlet}{i}",
            "outlet": outlet,
            "date": f"2021-0{1 + i % 6}-11" if i % 5 else None,
            "title": "Talks on the river",
            "text": f"Talks on the river\n\nFrance praised the {word} talks on day {i}. The French envoy, who was "
            f"attacked by Egypt, said: “We did not leave.” He was not {word}.",
        }
        for outlet, word in (("Río Diario", "good"), ("East & West", "cruel"), ("$um", "long"))
        for i in range(12)
    ]
    rows.append(
        {"id": "es", "outlet": "Río Diario", "language": "es", "text": "Las conversaciones sobre el río siguen."}
    )
    path.write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    return path.parent


def run(path, folder, corpus):
    out = folder / path.name
    options = {"progress_bar": False, "cwd": path.parent, "start_timeout": 300}
    nb = papermill.execute_notebook(path, out, {"corpus_dir": str(corpus)}, **options)
    return [o for c in nb.cells if c.cell_type == "code" for o in c.outputs]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_notebook_runs_on_another_corpus(path, tmp_path, three_outlets):
    outputs = run(path, tmp_path, three_outlets)
    assert any("image/png" in o.get("data", {}) for o in outputs)
    shown = json.dumps(outputs, ensure_ascii=False)
    assert any(outlet in shown for outlet in ("Río Diario", "East & West", "$um")) and "Kavir" not in shown


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_notebook_runs_where_there_is_nothing_to_compare(path, tmp_path, one_outlet):
    outputs = run(path, tmp_path, one_outlet)
    assert "<script>" not in "".join(o.get("data", {}).get("text/html", "") for o in outputs)
