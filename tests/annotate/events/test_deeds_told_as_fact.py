"""Deeds toward someone, and whether they are told as fact: sentences whose expectation was written before the rules."""

from pathlib import Path

import pytest

FILES = ("deeds_told_as_fact.txt", "participants.txt")
LINES = [line for name in FILES for line in (Path(__file__).parent / name).read_text("utf-8").splitlines()[1:]]
OPEN = {
    "Iran's seizure of a Greek-owned tanker angered shipowners.": "the parser joins the tanker to the verb",
    "France called for sanctions on Iran.": "nobody is read as who would do what is called for",
    "Germany warned Israel against strikes on Iran.": "nobody is read as who would do what is warned against",
    "The United States accused Iran of destabilizing Yemen by arming the Houthis.": "parsed as an adjective",
    "Japan protested to Russia. It also recalled its ambassador.": "either of two may be meant",
    "Sanctions that the EU imposed on Belarus hurt farmers.": "the parser joins the verbs wrongly",
    "Jordan is home to thousands of Syrians.": "what a state is or has is no deed",
    "Israel bombed Lebanon to deter Iran.": "the purpose is given to the object",
}


def _as_test(line):
    text = line.split(" | ")[0]
    marks = [pytest.mark.xfail(reason=OPEN[text], strict=True)] if text in OPEN else []
    return pytest.param(line, id=text, marks=marks)


def told_in(clauses):
    """All (agent > predicate > patient or target, whether a fact) of clauses."""
    return {
        (" > ".join(who or "-" for who in (row["agent_actor"], row["predicate"], row[other])), row["factual"])
        for row in clauses
        for other in ("patient_actor", "target_actor")
    }


@pytest.mark.parametrize("line", [_as_test(line) for line in LINES])
def test_each_sentence_tells_what_it_should(line, clauses_between_actors):
    text, wanted = line.split(" | ")
    found = told_in(clauses_between_actors(text, "body"))
    for deed in wanted.split(" ; "):
        if deed.startswith("!"):
            who = deed[1:].removesuffix(" fact")
            assert not any(who == f and (fact or "fact" not in deed) for f, fact in found)
        else:
            who, told = deed.rsplit(" ", 1)
            assert (who, told == "fact") in found
            assert (who, told != "fact") not in found
