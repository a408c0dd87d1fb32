"""The house: data flow one way, each room says what it holds, and the tests mirror it."""

import ast
import re
from pathlib import Path

import pytest

import mediaframes as mf
from mediaframes.measure.declaration import MEASURES

ROOT = Path(__file__).resolve().parents[1]
LIB = ROOT / "lib" / "mediaframes"
# A folder imports from those before it only.
ORDER = ["errors", "corpus", "codebook", "annotate", "measure", "arguments", "validate", "show", "report", "cli"]
ROOMS = sorted(p.parent for p in LIB.rglob("__init__.py") if p.parent != LIB)


def room_of(path):
    return path.relative_to(LIB).parts[0].removesuffix(".py")


def imports(path):
    """The rooms that a module needs to be loaded: what a function imports when called is no part of this."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        names = [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        yield from (n.split(".")[1] for n in names if n.startswith("mediaframes."))


def test_nothing_flows_back():
    modules = [p for p in LIB.rglob("*.py") if p != LIB / "__init__.py"]
    assert {room_of(p) for p in modules} == set(ORDER)
    back = [
        f"{path.relative_to(LIB)} imports {room}"
        for path in modules
        for room in imports(path)
        if ORDER.index(room) > ORDER.index(room_of(path))
    ]
    assert back == []


@pytest.mark.parametrize("room", ROOMS, ids=lambda p: str(p.relative_to(LIB)))
def test_each_room_says_what_it_holds(room):
    doc = ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8")))
    assert doc and doc[0].isupper() and len(doc.split()) >= 6


def test_the_tests_mirror_the_house():
    folders = {p.parent.relative_to(ROOT / "tests") for p in (ROOT / "tests").rglob("test_*.py")}
    assert [str(f) for f in folders if not (LIB / f).is_dir() and f.parts[:1] not in ((), ("notebooks",))] == []


def test_a_measure_is_added_as_contributing_shows():
    shown = re.search(
        r"```python\n(from mediaframes.measure.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.S
    )[1]
    articles = mf.load_corpus(ROOT / "corpus" / "sample")
    evidence = mf.annotate(articles, mf.load_actors("US", "Israel"))
    names = {}
    try:
        exec(shown, names)
        table = names["in_headlines"](evidence)
        for i in table.index:
            assert len(mf.evidence_for(table.loc[i], evidence)) == table.loc[i, "count"]
        assert table["count"].sum() > 0
    finally:
        MEASURES.pop("in_headlines", None)
