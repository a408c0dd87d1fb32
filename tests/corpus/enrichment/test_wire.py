"""Whose copy an article is, from its signals; accuracy on coded articles where they are present."""

from pathlib import Path

import pandas as pd
import pytest
from bars import GOLD, bars, hold, needs

from mediaframes.corpus import load_corpus
from mediaframes.corpus.enrichment.wire import agency_name, find_wire, wire_of

SAMPLE = Path(__file__).resolve().parents[3] / "corpus" / "sample"
CODED = "../corpora/us_election_2016"
BODY = "The council met on Tuesday.\n\nIt voted to wait until autumn."


@pytest.mark.parametrize(
    ("text", "author", "outlet", "agency"),
    [
        (BODY, "AP", "Ledger", "AP"),
        (BODY, "The Associated Press", "Ledger", "AP"),
        (BODY, "Ada Example, Associated Press", "Ledger", "AP"),
        (BODY, "ADA EXAMPLE and BO SAMPLE | AP", "Ledger", "AP"),
        (BODY, "Ledger staff and Reuters", "Ledger", "Reuters"),
        (BODY, "Ada Example (AFP)", "Ledger", "AFP"),
        ("PORTVILLE (AP) — " + BODY, None, "Ledger", "AP"),
        ("Quay waits\n\nPORTVILLE, Oman (Sample Press) - " + BODY, None, "Ledger", "Sample Press"),
        ("Quay waits\n\nMarch 3 (Reuters) - " + BODY, "Ada Example", "Ledger", "Reuters"),
        (BODY + "\n\n(Reporting by Ada Example; Editing by Bo Sample)", None, "Ledger", "Reuters"),
        (BODY + "\n\n— Agence France-Presse", None, None, "AFP"),
        (BODY + "\n\nSource: Xinhua", None, None, "Xinhua"),
        (BODY + "\n\n© 2021 The Associated Press. All rights reserved.", None, None, "AP"),
        ("Quay waits\n\nBy The Associated Press\n\n" + BODY, None, None, "AP"),
        (BODY, None, None, None),
        (BODY, "Ada Example", "Ledger", None),
        (BODY, "Pat Reutersward", "Ledger", None),
        (BODY + "\n\nThe Associated Press contributed to this report.", None, "Ledger", None),
        ("Reuters reported the vote first.\n\n" + BODY, None, "Ledger", None),
        ("The deal (AP) was reported - by one paper.\n\n" + BODY, None, "Ledger", None),
        ("TEHRAN (IP) – " + BODY, None, "Iran Press", None),
        ("TEHRAN (IP) – " + BODY, None, "Ledger", "IP"),
        ("LONDON (Reuters) - " + BODY, None, "Reuters", None),
        ("PORTVILLE — " + BODY, None, "Ledger", None),
        ("", None, None, None),
    ],
)
def test_signals(text, author, outlet, agency):
    assert find_wire(text, author, outlet) == agency


@pytest.mark.parametrize(
    ("name", "short"), [("reuters", "Reuters"), ("the Associated Press", "AP"), ("Sample  Press", "Sample Press")]
)
def test_agencies_are_spelled_alike(name, short):
    assert agency_name(name) == short


def test_a_table_with_gaps():
    articles = pd.DataFrame({"text": [BODY, BODY], "author": ["AP", None], "outlet": [None, "X"]}).astype("str")
    assert wire_of(articles) == ["AP", None]


def scores(articles, coded):
    """Return precision and recall of the agencies found in texts and bylines, against those coded."""
    found = pd.Series(wire_of(articles), dtype="str")
    right = (coded.map(agency_name, na_action="ignore") == found).sum()
    return {"precision": right / found.notna().sum(), "recall": right / coded.notna().sum()}


@pytest.mark.parametrize("bar", bars("wire", own=True))
def test_accuracy_on_the_sample(bar):
    articles = load_corpus(SAMPLE)
    hold(bar, scores(articles, articles.wire.replace("Continental Wire", "CW"))[bar["measure"]])


@needs(CODED)
@pytest.mark.parametrize("bar", bars("wire"))
def test_accuracy_on_coded_articles(bar):
    articles = load_corpus(GOLD / CODED)
    # `wire` was filled where the coders left it open, so what is coded must be read from the source
    coded = articles.wire.where(pd.read_json(GOLD / CODED / "articles.jsonl", lines=True).wire.notna())
    hold(bar, scores(articles, coded)[bar["measure"]])
