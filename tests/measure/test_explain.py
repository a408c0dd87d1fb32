import re

import pandas as pd
import pytest

from mediaframes.errors import MediaframesError
from mediaframes.measure.evidence_for import evidence_for
from mediaframes.measure.explain import explain
from mediaframes.measure.words.concordance import collocates
from mediaframes.measure.words.frequency import term_frequency
from mediaframes.measure.words.keyness import keyness

ARTICLES = pd.DataFrame(
    {
        "article_id": ["a", "b"],
        "outlet": ["A", None],
        "text": ["The cruel regime fell. Regimes fall.", "The US-led talks. An anti-war march; the war."],
    }
)


def test_two_sentences_name_formula_denominator_and_interval(capsys):
    said = explain(term_frequency(ARTICLES, by="outlet"))
    assert capsys.readouterr().out == "" and repr(said) == said
    assert "10,000 × uses of the term ÷ running words" in said
    assert "jackknife" in said and "fewer than 10" in said
    assert len(re.findall(r"\.\s[A-Z]", said)) == 1 and said.endswith(".")


def test_what_is_resampled_names_its_seed():
    said = explain(collocates(ARTICLES, "regime", min_count=1))
    assert "2,000 resamples of whole articles" in said and "seed 0" in said


def test_what_does_not_say_where_it_comes_from_is_refused():
    with pytest.raises(MediaframesError, match="made_by"):
        explain(pd.DataFrame({"estimate": [1]}))
    with pytest.raises(MediaframesError, match="one row of a result"):
        evidence_for(pd.Series({"estimate": 1}), ARTICLES)


@pytest.mark.parametrize(
    "term, sentences",
    [("regime", ["The cruel regime fell."]), ("u.s.", ["The US-led talks."]), ("war", ["An anti-war march; the war."])],
)
def test_sentences_behind_a_frequency(term, sentences):
    table = term_frequency(ARTICLES, by="outlet")
    row = table.loc[table.index[table["term"] == term][0]]
    found = evidence_for(row, ARTICLES)
    assert found["text"].tolist() == sentences * row["count"]
    assert all(len(spans) == 1 for spans in found["spans"])


def test_sentences_behind_keyness_are_of_both_sides():
    table = keyness(ARTICLES, target="A", min_count=1)
    row = table.loc[table.index[table["term"] == "fell"][0]]
    assert evidence_for(row, ARTICLES)["text"].tolist() == ["The cruel regime fell."]


def test_sentences_behind_a_collocate_hold_both_words():
    table = collocates(ARTICLES, "regime", min_count=1)
    row = table.loc[table.index[table["collocate"] == "cruel"][0]]
    found = evidence_for(row, ARTICLES)
    assert found["spans"].tolist() == [[(4, 9), (10, 16)]]
