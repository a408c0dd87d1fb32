import numpy as np
import pandas as pd
import pytest

from mediaframes.errors import MediaframesError
from mediaframes.measure.words.concordance import collocates, find_terms, keyword_in_context


def corpus(*texts, **columns):
    ids = [f"a{i}" for i in range(len(texts))]
    return pd.DataFrame(
        {"article_id": ids, "outlet": "A", "published": pd.Timestamp("2022-01-01"), "text": texts}
    ).assign(**columns)


@pytest.mark.parametrize(
    "text, term, found",
    [
        ("The Israeli\u00a0regime spoke", "israeli regime", ["Israeli\u00a0regime"]),
        ("The re\u00adgime spoke", "regime", ["re\u00adgime"]),
        ("Regimes and regimented", "regime*", ["Regimes", "regimented"]),
        ("Regimes", "regime", []),
        ("The US and the U.S. told us", "US", ["US", "U.S."]),
        ("Iran’s envoy", "iran's", ["Iran’s"]),
        ("a (sic) b", "(sic)", ["(sic)"]),
        ("TALTOWN (CW) – Talks", "taltown", []),
    ],
)
def test_terms_are_found_as_a_reader_would(text, term, found):
    hits = find_terms(corpus(text), term)
    assert [text[a:b] for a, b in zip(hits["start"], hits["end"], strict=True)] == found


def test_an_empty_term_is_refused():
    with pytest.raises(MediaframesError, match="no letter"):
        find_terms(corpus("text"), " * ")


def test_lines_sort_left_and_right():
    articles = corpus("the old regime fell", "a new regime arose")
    assert keyword_in_context(articles, "regime", sort="left")["left"].tolist() == ["a new", "the old"]
    assert keyword_in_context(articles, "regime", sort="right")["right"].tolist() == ["arose", "fell"]
    assert keyword_in_context(articles, "nothing").empty


def test_contexts_are_cut_between_words_beside_the_keyword():
    line = keyword_in_context(corpus("one second third regime fourth fifth six"), "regime", context=11).loc[0]
    assert (line["left"], line["right"]) == ("third", "fourth")
    whole = keyword_in_context(corpus("one two regime three"), "regime").loc[0]
    assert (whole["left"], whole["right"]) == ("one two", "three")


def test_collocates_counted_by_eye():
    articles = corpus("Cruel regime. The regime is cruel and cruel winds blow far away today.", "cruel winds")
    table = collocates(articles, "regime", window=2, min_count=1, stopwords="keep").set_index("collocate")
    row = table.loc["cruel"]
    # in the window of two: "Cruel regime", "regime is cruel"; in all four uses
    assert (row["count"], row["count_collocate"], row["n"]) == (2, 4, 2)
    assert row["estimate"] == pytest.approx(14 + np.log2(2 * 2 / (2 + 4)))
    assert "far" not in table.index
    inside = 4  # cruel | the is cruel
    outside = 13 - inside
    assert row["delta_p"] == pytest.approx(2 / inside - 2 / outside)


def test_windows_end_with_the_sentence_and_long_windows_work():
    table = collocates(corpus("War came. Regime fell."), "regime", window=50, min_count=1)
    assert table["collocate"].tolist() == ["fell"]


def test_a_possessive_of_the_term_is_no_word_beside_it():
    table = collocates(corpus("The regime's envoy and the regime’s men"), "regime", min_count=1)
    assert table["collocate"].tolist() == ["envoy", "men"]


def test_collocates_by_outlet_have_intervals_over_articles():
    articles = corpus(*["The cruel regime and the kind envoy"] * 12, *["The old regime"] * 12)
    articles["outlet"] = ["A"] * 12 + ["B"] * 12
    table = collocates(articles, "regime", by="outlet").set_index(["outlet", "collocate"])
    row = table.loc[("A", "cruel")]
    assert (row["n_articles"], row["n_clusters"]) == (12, 12)
    assert row["estimate"] == row["low"] == row["high"] == 14
    assert ("B", "cruel") not in table.index
