"""The figures that ship with the package, and the clause that they make beside a number."""

import ast
from pathlib import Path

import pandas as pd
import pytest

from mediaframes.errors import MediaframesError
from mediaframes.validate.accuracy import _measured, accuracy, accuracy_clause, confusion, coverage

CODERS = {
    "people",
    "a language model",
    "the project's authors",
    "the project's authors with the help of a language model",
}
TWICE = ["instrument", "data", "part", "measure"]
ROWS = pd.DataFrame(
    [
        ("macro-F1", 0.494, 0.46, 0.521, "any", None, "a language model", "3,021 mentions"),
        ("share right", 0.6, 0.5, 0.7, "any", 0.72, "a language model", "3,021 mentions"),
        ("F1: positive", 0.2, 0.1, 0.3, None, None, "a language model", "3,021 mentions"),
        ("macro-F1", 0.42, None, None, "state", None, "people", "9 mentions of countries"),
        ("macro-F1", 1.0, None, None, "person", None, "people", "7 mentions of people"),
    ],
    columns=["measure", "estimate", "low", "high", "kind", "always_neutral", "coded_by", "on"],
)
ANY = (
    "macro-F1 .49 [.46, .52], share right .60 [.50, .70] (always neutral: .72) "
    "on 3,021 mentions coded by a language model"
)
STATE = "macro-F1 .42 on 9 mentions of countries coded by people"


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        ([], ANY),
        (["armed group"], ANY),
        (["armed group", "organisation"], ANY),
        (["state"], STATE),
        (["state", "state"], STATE),
        (["state", "armed group"], f"{STATE} and {ANY}"),
        (["person"], "macro-F1 1.00 on 7 mentions of people coded by people"),
    ],
)
def test_the_row_of_the_kind_of_actor_is_told(kinds, told):
    assert _measured(ROWS, kinds) == told


def test_a_clause_names_each_instrument_once():
    told = accuracy_clause(["mentions", "tone", "mentions"], kinds=["state"])
    assert told.startswith("instruments: mentions, coded mentions found ")
    assert told.count("; ") == 1 and "; tone, macro-F1 " in told
    assert accuracy_clause([]) == ""


@pytest.mark.parametrize("instrument", ["attributions", "mentions", "clauses", "deeds", "tone", "relations"])
def test_each_instrument_has_a_clause_with_the_shipped_figure(instrument):
    general = accuracy(instrument).query("kind == 'any'").iloc[0]
    told = accuracy_clause([instrument])
    assert f" {general['estimate']:.2f}".replace(" 0", " ") in told
    assert told.endswith(f" on {general['on']} coded by {general['coded_by']}")


@pytest.mark.parametrize("instrument", ["tone", "relations"])
@pytest.mark.parametrize("kind", ["state", "armed group", "organisation"])
def test_what_rests_on_codes_of_a_model_says_so(instrument, kind):
    assert accuracy_clause([instrument], kinds=[kind]).endswith("coded by a language model")


def test_every_row_says_who_coded_it():
    table = accuracy()
    assert not table.duplicated(TWICE).any()
    assert set(table["coded_by"]) <= CODERS
    assert (table["coded_by"] == "a language model").eq(table["data"].str.contains("language model")).all()
    leaning = table["measure"].str.startswith("mean tone")
    assert table["estimate"][~leaning].between(0, 1).all() and (table["n"] > 0).all()
    assert table["estimate"][leaning].between(-0.5, 0.5).all() and leaning.sum() == 13
    held = table.dropna(subset=["low"])
    assert ((held["low"] <= held["estimate"]) & (held["estimate"] <= held["high"])).all()


def test_what_is_returned_may_be_changed():
    for table in (accuracy(), confusion(), coverage()):
        table["n"] = 0
    assert all(table["n"].max() > 100 for table in (accuracy(), confusion(), coverage()))


def test_the_confusion_counts_what_the_accuracy_counts():
    counted = confusion().groupby(["instrument", "data"])["n"].sum()
    table = accuracy().query("measure == 'share right'").set_index(["instrument", "data"])["n"]
    assert counted.to_dict() == table.loc[counted.index].to_dict()


@pytest.mark.parametrize(("ask", "given"), [(accuracy, "words"), (confusion, "mentions"), (accuracy_clause, ["Tone"])])
def test_an_instrument_that_was_not_measured_is_refused(ask, given):
    with pytest.raises(MediaframesError, match=r"instrument='\w+' is not known; allowed: '\w+'"):
        ask(given)


def test_the_module_imports_neither_measures_nor_instruments():
    code = ast.parse(Path(accuracy.__code__.co_filename).read_text(encoding="utf-8"))
    modules = {node.module for node in ast.walk(code) if isinstance(node, ast.ImportFrom)}
    assert {name for name in modules if name.startswith("mediaframes")} == {"mediaframes.errors"}
