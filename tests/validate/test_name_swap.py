"""The name-swap audit: whoever stands in the sentence, it must get the same tone."""

import pandas as pd
import pytest

import mediaframes as mf
from mediaframes.validate.name_swap import swapped

TEXTS = [
    "The US praised the talks. It was a good day for the US.",
    "Iran condemned the raid, and “Iran will answer”, it said.",
    "American troops left. Nobody thanked Israel.",
]


@pytest.fixture(scope="module")
def evidence():
    articles = pd.DataFrame({"article_id": list("abc"), "outlet": "A", "text": TEXTS})
    return mf.annotate(articles, mf.load_actors("US", "Israel", "Iran"), cache=False)


@pytest.mark.parametrize(
    "sentence, spans, name, text, found",
    [
        ("The US left.", [(4, 6)], "Iran", "Iran left.", [(0, 4)]),
        ("Iran left.", [(0, 4)], "the United States", "The United States left.", [(0, 17)]),
        ("He met the US's envoy.", [(11, 13)], "Iran", "He met Iran's envoy.", [(7, 11)]),
        ("Iran, said Iran, won.", [(0, 4), (11, 15)], "Peru", "Peru, said Peru, won.", [(0, 4), (11, 15)]),
    ],
)
def test_a_name_takes_the_place_of_another(sentence, spans, name, text, found):
    assert swapped(sentence, spans, name) == (text, found)


def test_the_shift_of_each_name(evidence):
    table = mf.name_swap_audit(evidence)
    assert table["name"].nunique() >= 12
    shift = table.set_index(["instrument", "name"])
    # By name: the US twice, Iran twice (in one sentence), Israel once; "American" is a demonym.
    assert shift.loc[("trained", "Iran"), "n"] == 5
    assert shift.loc["trained", "mean_absolute"].max() <= 0.03
    assert shift.loc["word list, names masked", "mean_absolute"].max() < 1e-9
    assert shift.loc[("word list", "the United States"), "estimate"] > 0.1  # the trap: "united" is a friendly word
    assert shift.groupby("instrument")["estimate"].sum().abs().max() < 1e-9
    assert mf.name_swap_audit(evidence, sample=1)["n"].max() == 1


def test_the_sentences_behind_the_audit(evidence):
    found = mf.evidence_for(mf.name_swap_audit(evidence).iloc[0], evidence)
    # One row a mention: "Iran" stands twice in one sentence; "American" is no name.
    assert len(found) == 5 and found["text"].nunique() == 4 and "American troops left." not in found["text"].tolist()


def test_names_are_what_is_asked_for(evidence):
    assert set(mf.name_swap_audit(evidence, names=["Peru", "Chile"])["name"]) == {"Peru", "Chile"}
    with pytest.raises(mf.MediaframesError, match="two names"):
        mf.name_swap_audit(evidence, names=["Peru"])


def test_without_names_there_is_nothing_to_swap(evidence):
    assert mf.name_swap_audit(evidence.of_articles([])).empty
