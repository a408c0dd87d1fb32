from collections import Counter

import pandas as pd
import pytest

from mediaframes.errors import MediaframesError
from mediaframes.measure.words import chunks
from mediaframes.measure.words.tokens import dropped, house_style, located_terms, stopwords, term_matrix, tokenize


@pytest.mark.parametrize(
    "text, words",
    [
        ("The talks failed.", ["the", "talks", "failed"]),
        ("Israel's envoy, Iraq’s envoy", ["israel", "envoy", "iraq", "envoy"]),
        ("US-led talks in the U.S. ended", ["u.s.", "led", "talks", "in", "the", "u.s.", "ended"]),
        ("the Israeli\u00a0regime", ["the", "israeli", "regime"]),
        ("the re\u00adgime and the en\u200bvoy", ["the", "regime", "and", "the", "envoy"]),
        ("It didn't; it doesn’t.", ["it", "didn't", "it", "doesn't"]),
        ("the officials' car", ["the", "officials", "car"]),
        ("The US told us", ["the", "u.s.", "told", "us"]),
        ("3,500 barrels in 2022", ["barrels", "in"]),
        ("Éric, ÉRIC", ["éric", "éric"]),
        ("بغداد and Кремль", ["بغداد", "and", "кремль"]),
        ("", []),
    ],
)
def test_words(text, words):
    assert tokenize([text]) == [words]


@pytest.mark.parametrize("ngram", [1, 2, 3])
@pytest.mark.parametrize(
    "text",
    [
        "The re\u00adgime’s anti-US march: the U.S.-led talks, in the US. İstanbul and ΣΟΦΟΣ, 3,500 x",
        "“No,” he said\u00a0– the Israeli\u00a0regime\tdidn’t.\r\nTALKS’ end. US",
        "TALTOWN (CW) – The talks failed.\n\nRead more: Talks\n",
    ],
)
def test_words_are_located_as_they_are_counted(text, ngram):
    counts, _ = term_counts(articles(text), ngram=ngram)
    located = located_terms(text, ngram)
    assert Counter(term for term, _, _ in located) == dict(zip(counts["term"], counts["x"], strict=True))
    for term, start, end in located:
        assert tokenize([text[start:end]]) == [term.split()]


def term_counts(table, *, ngram=1):
    """Tables of the counts: `article_id`, `term`, `x`; and `article_id`, `d`."""
    x, terms, d = term_matrix(table, ngram=ngram)
    ids, x = table["article_id"], x.tocoo()
    counts = pd.DataFrame({"article_id": ids.to_numpy()[x.row], "term": terms[x.col], "x": x.data.astype(int)})
    return counts, ids.to_frame().assign(d=d)


def articles(*texts):
    return pd.DataFrame({"article_id": [f"a{i}" for i in range(len(texts))], "text": texts})


def test_counts_and_totals():
    counts, totals = term_counts(articles("war and war", "", "peace"))
    assert counts.values.tolist() == [["a0", "and", 1], ["a0", "war", 2], ["a2", "peace", 1]]
    assert totals.values.tolist() == [["a0", 3], ["a1", 0], ["a2", 1]]


def test_runs_stop_at_sentences_and_articles():
    counts, totals = term_counts(articles("Talks failed. War came", "soon after"), ngram=2)
    assert counts["term"].tolist() == ["talks failed", "war came", "soon after"]
    assert totals["d"].tolist() == [2, 1]


def test_furniture_is_not_counted():
    counts, _ = term_counts(articles("TALTOWN (CW) – The talks failed."))
    assert counts["term"].tolist() == ["failed", "talks", "the"]


@pytest.mark.parametrize(
    "text, words",
    [
        ("an anti-US march, the US's envoy", ["an", "anti", "u.s.", "march", "the", "u.s.", "envoy"]),
        ("the U.S.-led talks\tand\r\nthe end", ["the", "u.s.", "led", "talks", "and", "the", "end"]),
    ],
)
def test_the_country_beside_hyphens_and_white_space_of_any_kind(text, words):
    assert tokenize([text]) == [words]
    counts, totals = term_counts(articles(text))
    assert counts["x"].sum() == totals["d"].sum() == len(words)


def test_runs_of_three_words():
    counts, totals = term_counts(articles("war and war and war. War", "", "war and"), ngram=3)
    assert counts.values.tolist() == [["a0", "and war and", 1], ["a0", "war and war", 2]]
    assert totals["d"].tolist() == [3, 0, 0]


@pytest.mark.parametrize("ngram", [1, 2])
@pytest.mark.parametrize("block", [1, 2, 5])
def test_texts_cut_in_blocks_are_counted_alike(ngram, block, monkeypatch):
    table = articles(
        "The talks failed.", "", "TALTOWN (CW) – The “talks” went on", "Talks, talks; and the talks-about talks"
    )
    whole = term_counts(table, ngram=ngram)
    monkeypatch.setattr(chunks, "BLOCK", block)
    for counted, expected in zip(term_counts(table, ngram=ngram), whole, strict=True):
        pd.testing.assert_frame_equal(counted, expected)


def test_words_without_a_column_are_running_words():
    x, terms, d = term_matrix(articles("the war and the peace", "the end"), drop={"the", "and"})
    assert terms.tolist() == ["end", "peace", "war"]
    assert x.toarray().tolist() == [[0, 1, 1], [1, 0, 0]]
    assert d.tolist() == [5, 2]


@pytest.mark.parametrize(
    "given, the, said",
    [("drop", True, False), ("keep", False, False), (["Said"], False, True), (stopwords() - {"the"}, False, False)],
)
def test_stopwords_can_be_edited(given, the, said):
    assert ("the" in dropped(given), "said" in dropped(given)) == (the, said)


def test_what_is_no_list_of_words_is_refused():
    with pytest.raises(MediaframesError, match=r"'said'.*'drop', 'keep'"):
        dropped("said")


def test_house_style_is_told_from_words():
    assert house_style(["mr", "mr doe", "p.m.", "regime", "merger"]).tolist() == [True, True, True, False, False]
