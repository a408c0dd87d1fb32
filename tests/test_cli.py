"""The command line: what it prints, where, and with which exit code."""

import subprocess
import sys

import nbformat
import pytest
from nbformat import v4

import mediaframes as mf
from mediaframes.cli import main


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "my news"
    folder.mkdir()
    (folder / "a.txt").write_text("---\noutlet: The Example\npublished: 2024-01-02\n---\nRain fell on the town.\n")
    (folder / "b.txt").write_bytes(b"")
    return folder


def notebook_in(folder, last_cell):
    folder.mkdir()
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    cells = [v4.new_code_cell('corpus_dir = ""', metadata={"tags": ["parameters"]}), v4.new_code_cell(last_cell)]
    nbformat.write(v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), folder / "01_one.ipynb")
    return str(folder)


def test_a_report_ends_by_telling_where_to_look(corpus, tmp_path, capsys):
    out = tmp_path / "out"
    code = main(["report", str(corpus), "--out", str(out), "--notebooks", notebook_in(tmp_path / "nb", "1")])
    printed = capsys.readouterr()
    assert code == 0
    assert printed.out.splitlines()[-1] == f"The report is ready: open {out / 'index.html'}"
    assert printed.err.count("\n") == 1  # the empty file is told of, in one line
    assert "b.txt: empty file" in printed.err


def test_a_failing_notebook_is_exit_code_1(corpus, tmp_path, capsys):
    notebooks = notebook_in(tmp_path / "nb", "1 / 0")
    assert main(["report", str(corpus), "--out", str(tmp_path / "out"), "--notebooks", notebooks]) == 1
    assert "01_one.ipynb, code cell 2 (`1 / 0`): ZeroDivisionError" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["report", "{}/missing"], "no such file or folder: {}/missing"),
        (["report", "{}/empty"], "{}/empty: the folder is empty"),
        (["report", "{}/my news", "--out", "{}/my news/a.txt"], "{}/my news/a.txt is a file"),
        (["report", "{}/my news", "--notebooks", "{}/empty"], "no notebook named like 01_question.ipynb"),
        (["audit", "{}/missing"], "missing"),
        (["annotate", "{}/missing", "--out", "{}/out"], "missing"),
        (["annotate", "{}/my news", "--out", "{}/out", "--actors", "Atlantis"], "Atlantis"),
    ],
)
def test_wrong_input_is_one_line_and_exit_code_2(corpus, capsys, arguments, told):
    place = str(corpus.parent)
    (corpus.parent / "empty").mkdir()
    assert main([a.replace("{}", place) for a in arguments]) == 2
    lines = [line for line in capsys.readouterr().err.splitlines() if "were not read in full" not in line]
    assert len(lines) == 1
    assert told.replace("{}", place) in lines[0]
    assert not (corpus.parent / "out").exists()


@pytest.mark.parametrize("arguments", [[], ["repot"], ["report"], ["report", "x", "--jobs", "0"], ["annotate", "x"]])
def test_a_command_that_is_none_is_exit_code_2(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: mediaframes" in capsys.readouterr().err


def test_the_audit_accounts_for_every_file(corpus, capsys):
    assert main(["audit", str(corpus)]) == 0
    printed = capsys.readouterr().out
    assert "b.txt" in printed
    assert "empty file" in printed


def test_annotate_writes_tables(corpus, tmp_path, capsys):
    (corpus / "c.txt").write_text("Israel and Iraq signed a trade agreement on Monday.\n")
    assert main(["annotate", str(corpus), "--out", str(tmp_path / "out"), "--actors", "Israel, Iraq"]) == 0
    assert "2 mentions in 2 articles" in capsys.readouterr().out
    assert sorted(mf.read_evidence(tmp_path / "out").mentions["actor"]) == ["Iraq", "Israel"]


def test_the_version_is_told_by_the_installed_command():
    told = subprocess.run(
        [sys.executable, "-m", "mediaframes.cli", "--version"], capture_output=True, text=True, check=True
    )
    assert told.stdout.startswith("mediaframes 0.")
