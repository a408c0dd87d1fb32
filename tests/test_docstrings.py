"""Each public name explains itself: parameters, returns, errors, and an example that runs."""

import doctest
import inspect
from pathlib import Path

import pytest

import mediaframes as mf

ROOT = Path(__file__).resolve().parents[1]
PUBLIC = [n for n in mf.__all__ if callable(getattr(mf, n)) and not isinstance(getattr(mf, n), type)]


@pytest.fixture(scope="module")
def given():
    """What the examples start from: the sample corpus, read for three actors."""
    articles = mf.load_corpus(ROOT / "corpus" / "sample")
    return {"mf": mf, "articles": articles, "evidence": mf.annotate(articles, mf.load_actors("US", "Israel", "Iraq"))}


@pytest.mark.parametrize("name", PUBLIC)
def test_the_example_runs_and_says_what_it_says(name, given, monkeypatch, tmp_path):
    monkeypatch.chdir(ROOT)
    examples = doctest.DocTestParser().get_doctest(getattr(mf, name).__doc__, dict(given), name, None, None)
    assert examples.examples, f"{name} has no example"
    said = []
    results = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(examples, out=said.append)
    assert results.failed == 0, "".join(said)


@pytest.mark.parametrize("name", PUBLIC)
def test_every_parameter_is_explained(name):
    function = getattr(mf, name)
    doc = inspect.getdoc(function)
    named = {p for line in doc.splitlines() if " : " in line for p in line.split(" : ")[0].split(", ")}
    parameters = [n for n in inspect.signature(function).parameters]
    missing = [n for n in parameters if n not in named and f"*{n}" not in doc and n != "ax"]
    assert not missing, f"{name} does not explain {missing}"


@pytest.mark.parametrize("name", PUBLIC)
def test_it_says_what_comes_back_and_what_is_refused(name):
    doc = inspect.getdoc(getattr(mf, name))
    assert "Returns\n-------" in doc
    assert "{filters}" not in doc


@pytest.mark.parametrize("name", PUBLIC)
def test_data_come_first_and_options_by_their_name(name):
    kinds = [p.kind for p in inspect.signature(getattr(mf, name)).parameters.values()]
    positional = [k for k in kinds if k == inspect.Parameter.POSITIONAL_OR_KEYWORD]
    assert len(positional) <= 3, "options are given by their name"


OLD = {"over", "most", "percent", "actor"}


@pytest.mark.parametrize("name", PUBLIC)
def test_one_grammar_of_options(name):
    assert not OLD & set(inspect.signature(getattr(mf, name)).parameters)
