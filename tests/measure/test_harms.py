"""Who is shown as harmed: counted by eye on a few sentences."""

import pandas as pd
import pytest

import mediaframes as mf

TEXTS = {
    "A": [
        "Russia killed nine farmers in Kharkiv. Ten Ukrainians died.",
        "Two Ukrainians were killed by Russia. Three Russians were killed.",
    ],
    "B": ["A Ukrainian rocket killed two Russian pilots. The massacre of Ukrainians went on.", "It rained in Ukraine."],
}


@pytest.fixture(scope="module")
def evidence():
    rows = [(f"{outlet}{i}", outlet, text) for outlet, texts in TEXTS.items() for i, text in enumerate(texts)]
    articles = pd.DataFrame(rows, columns=["article_id", "outlet", "text"]).assign(published=pd.Timestamp("2022-05-05"))
    return mf.annotate(articles, mf.load_actors("Ukraine", "Russia"), cache=False, attitudes=False)


def counts(table, *names):
    return {
        tuple(row[n] for n in names) if len(names) > 1 else row[names[0]]: (row["count"], row["n"])
        for _, row in table.iterrows()
    }


# option ; by ; (names of the row): count of n
TABLES = [
    ("side", None, {"Ukraine": (4, 6), "Russia": (2, 6)}),
    # Told with who did it: "Russia killed", "by Russia", "A Ukrainian rocket"; not "died", "were killed".
    ("doer", None, {"Ukraine": (2, 4), "Russia": (1, 2)}),
    # Of verbs that can be either: "died" and the noun are none.
    ("active", None, {"Ukraine": (1, 2), "Russia": (1, 2)}),
    ("named", None, {"Ukraine": (0, 4), "Russia": (0, 2)}),
]


@pytest.mark.parametrize(("of", "by", "expected"), TABLES)
def test_harms_per_side(of, by, expected, evidence):
    assert counts(mf.harms(evidence, of=of, by=by), "victim_actor") == expected


def test_words_and_kinds_per_side(evidence):
    words = mf.harms(evidence, of="word", by=None)
    assert counts(words[words["count"] > 0], "victim_actor", "word") == {
        ("Ukraine", "kill"): (2, 4), ("Ukraine", "die"): (1, 4), ("Ukraine", "massacre"): (1, 4),
        ("Russia", "kill"): (2, 2),
    }  # fmt: skip
    kinds = mf.harms(evidence, of="kind", by=None, actors="Ukraine")
    assert counts(kinds, "kind") == {"killing": (3, 4), "death": (1, 4)}
    assert counts(mf.harms(evidence, by=None, kinds="death"), "victim_actor") == {"Ukraine": (1, 1)}


def test_by_outlet_each_side_has_a_row(evidence):
    table = mf.harms(evidence, by="outlet")
    assert counts(table, "outlet", "victim_actor") == {
        ("A", "Ukraine"): (3, 4), ("A", "Russia"): (1, 4), ("B", "Ukraine"): (1, 2), ("B", "Russia"): (1, 2),
    }  # fmt: skip


def test_the_sentences_behind_a_row_highlight_word_victim_and_doer(evidence):
    doers = mf.harms(evidence, of="doer", by=None, actors="Russia")
    (row,) = mf.evidence_for(doers.loc[0], evidence).to_dict("records")
    assert [row["text"][a:b] for a, b in row["spans"]] == ["A Ukrainian rocket", "killed", "two Russian pilots"]


def test_an_unknown_kind_names_those_there_are(evidence):
    with pytest.raises(mf.MediaframesError, match="'killing', 'death', 'injury'"):
        mf.harms(evidence, kinds="theft")


def test_explain_says_how_good_the_instrument_is(evidence):
    assert "harms, macro-F1" in mf.explain(mf.harms(evidence))
