"""What the README and the notebooks say is so."""

import re
from pathlib import Path

import pytest
import readme

import mediaframes as mf
from mediaframes.cli import main

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_code_in_the_readme_runs(monkeypatch):
    monkeypatch.chdir(ROOT)
    code = re.search(r"```python\n(.*?)```", README, re.S)[1]
    names = {}
    exec(code, names)
    assert set(names["naming"]["outlet"]) == set(names["articles"]["outlet"]) and len(names["evidence"].mentions) > 100


def test_links_lead_somewhere():
    for page in ("README.md", "CONTRIBUTING.md", "corpus/README.md"):
        folder = (ROOT / page).parent
        targets = re.findall(r"\]\(([^)#]+)\)", (ROOT / page).read_text(encoding="utf-8"))
        assert not [t for t in targets if "://" not in t and not (folder / t).exists()], page


@pytest.mark.parametrize("name", [n for n in mf.__all__ if callable(getattr(mf, n))])
def test_public_names_are_documented(name):
    doc = getattr(mf, name).__doc__
    assert doc and doc.strip()[0].isupper() and len(doc.split()) > 7, f"{name} has no docstring worth the name"


def test_every_public_function_is_in_the_readme():
    assert readme.BLOCKS["names"].findall(README) == [readme.names()]
    functions = [n for n in mf.__all__ if callable(getattr(mf, n)) and not isinstance(getattr(mf, n), type)]
    assert not [n for n in functions if f"| `{n}(" not in README]


@pytest.mark.parametrize("block", [readme.formats, readme.columns])
def test_formats_and_columns_are_told_as_they_are_read(block):
    assert readme.BLOCKS[block.__name__].findall(readme.CORPUS.read_text(encoding="utf-8")) == [block()]


def test_help_and_readme_tell_the_same_defaults(capsys):
    with pytest.raises(SystemExit):
        main(["report", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    for default in ("reports", "notebooks", "those that most articles name"):
        assert f"(default: {default})" in told
    assert "that most articles name" in " ".join(README.split())
    assert "OUT := reports" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_the_figures_in_the_readme_are_those_that_were_measured():
    assert readme.BLOCKS["figures"].findall(README) == [readme.figures()]
    assert {name for name in readme.NAMES.values() if name not in README} == set()
