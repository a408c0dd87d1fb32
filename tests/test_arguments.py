"""Wrong arguments: one line that says what was given and what is allowed, from every public function."""

import inspect

import nbformat
import pandas as pd
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

import mediaframes as mf
from mediaframes.arguments import KINDS

PUBLIC = {name: getattr(mf, name) for name in mf.__all__ if inspect.isfunction(getattr(mf, name))}
FIRST = {name: next(iter(inspect.signature(f).parameters), None) for name, f in PUBLIC.items()}
CHECKED = sorted(name for name, first in FIRST.items() if first in KINDS)
WRONG = {"None": None, "a path": "corpus/sample", "a list": [1, 2], "a table": pd.DataFrame({"a": [1]}), "a number": 3}


def needed(function):
    """What else a call needs, of any value: the first argument is looked at before."""
    parameters = list(inspect.signature(function).parameters.values())[1:]
    return {p.name: "x" for p in parameters if p.default is p.empty and p.kind is not p.VAR_KEYWORD}


def test_nearly_every_public_function_is_checked():
    free = {"accuracy", "audit_corpus", "confusion", "coverage", "interval_coverage", "load_actors", "load_corpus"}
    assert set(PUBLIC) - set(CHECKED) == free | {"read_evidence", "relations", "stopwords", "tone"}


@pytest.mark.parametrize("name", CHECKED)
@pytest.mark.parametrize("given", WRONG)
def test_a_wrong_first_argument_is_told_in_one_line(name, given):
    with pytest.raises(mf.MediaframesError) as error:
        PUBLIC[name](WRONG[given], **needed(PUBLIC[name]))
    message = str(error.value)
    assert "\n" not in message
    assert message.startswith(f"{name}: {FIRST[name]} must be ")
    assert "; given: " in message


@pytest.fixture(scope="module")
def articles():
    return mf.load_corpus("corpus/sample")


@pytest.fixture(scope="module")
def evidence(articles):
    return mf.annotate(articles, mf.load_actors("US", "Iran"), syntax=False, attitudes=False)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda a, e: mf.tone_toward(a), "tone_toward: evidence must be evidence, as mf.annotate"),
        (lambda a, e: mf.keyness(e, target="x"), "keyness: articles must be a table of articles, as mf.load_corpus"),
        (lambda a, e: mf.annotate("corpus/sample"), "annotate: articles must be .*; given: 'corpus/sample'"),
        (lambda a, e: mf.evidence_for(mf.table(mf.attention(e)).iloc[0], e), "evidence_for: row must be one row of a"),
        (lambda a, e: mf.trend(e, "attention"), "trend: measure must be one of the measures, .*; given: 'attention'"),
        (lambda a, e: mf.trend(e, mf.explain), "trend: measure must be one of the measures, .*; given: function"),
        (lambda a, e: mf.finding(a, what="x"), "finding: result must be a result .*; given: a table with the columns"),
        (lambda a, e: mf.finding(mf.attention(e)), "finding: missing a required argument: 'what'; its parameters are"),
        (lambda a, e: mf.attention(e, bye="outlet"), "attention: .*unexpected keyword argument 'bye'"),
        (lambda a, e: mf.attention(e, by="outlets"), "by=.*outlets.*there are"),
        (lambda a, e: mf.attention(e, actors=3), "attention: actors must be the name of an actor, .*; given: 3"),
        (lambda a, e: mf.table(mf.attention(e), top=0), "table: top must be a number from 1 up, or None; given: 0"),
        (lambda a, e: mf.attention(e, copies=None), "copies=None is not known; allowed: 'keep', 'drop'"),
        (
            lambda a, e: mf.attention(e, weights="stories"),
            "weights='stories' is not known; allowed: 'article'",
        ),
        (lambda a, e: mf.naming(e, voice="loud"), "voice='loud' is not known; allowed: 'all', 'newsroom', 'quoted'"),
        (lambda a, e: mf.plot_keyness(mf.attention(e)), "plot_keyness: keyness must be a result of mf.keyness"),
        (lambda a, e: mf.plot_trend(mf.attention(e)), "plot_trend: trend must be a result of mf.trend"),
        (
            lambda a, e: mf.paired_difference(e, mf.attention, target="No such", reference="outlet"),
            "no outlet='No such'; there are: ",
        ),
        (lambda a, e: mf.difference(mf.attention(e), target="a", reference="b"), "no outlet='a'"),
        (lambda a, e: mf.keyword_in_context(a, "..."), "has no letter"),
        (lambda a, e: mf.term_frequency(a, by=3), "by must be the name of a column, .*; given: 3"),
        (lambda a, e: mf.load_actors("Irak"), "near: .*'Iraq'"),
    ],
)
def test_what_is_wrong_is_said(articles, evidence, call, message):
    with pytest.raises(mf.MediaframesError, match=message) as error:
        call(articles, evidence)
    assert "\n" not in str(error.value)


def test_a_notebook_shows_one_line_and_no_traceback(tmp_path):
    cell = nbformat.v4.new_code_cell("import mediaframes as mf\nmf.attention('corpus/sample')")
    notebook = nbformat.v4.new_notebook(cells=[cell])
    with pytest.raises(CellExecutionError):
        NotebookClient(notebook, kernel_name="python3").execute()
    (output,) = cell.outputs
    shown = " ".join(" ".join(output.traceback).split())  # folded, so that it breaks between words
    assert shown == f"MediaframesError: {output.evalue}"
    assert output.evalue.startswith("attention: evidence must be evidence")
