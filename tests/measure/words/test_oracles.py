"""Each formula for words against an independent calculation."""

import numpy as np
import pandas as pd
import pytest
from nltk import FreqDist
from nltk.collocations import BigramAssocMeasures
from nltk.tokenize import RegexpTokenizer
from nltk.util import ngrams
from scipy import stats

from mediaframes.measure.words.concordance import collocates
from mediaframes.measure.words.frequency import dispersion, grouped_terms, term_frequency
from mediaframes.measure.words.keyness import keyness

TEXTS = {
    "A": ["the cruel regime spoke and the regime fell", "war came again", "the regime met the envoy of the regime"],
    "B": ["the envoy spoke of peace", "peace came and the envoy left", "the talks of peace failed again"],
}
ARTICLES = pd.DataFrame(
    [(f"{o}{i}", o, t) for o, texts in TEXTS.items() for i, t in enumerate(texts)],
    columns=["article_id", "outlet", "text"],
)
WORDS = {o: [w for t in texts for w in RegexpTokenizer(r"\w+").tokenize(t)] for o, texts in TEXTS.items()}


@pytest.mark.parametrize("outlet", list(TEXTS))
def test_frequencies_are_nltks(outlet):
    table = term_frequency(ARTICLES, by="outlet", stopwords="keep").query("outlet == @outlet").set_index("term")
    counts = FreqDist(WORDS[outlet])
    assert table["count"].to_dict() == dict(counts)
    assert table["estimate"].to_dict() == pytest.approx({w: 10_000 * counts.freq(w) for w in counts})


def test_runs_of_words_are_nltks():
    table = term_frequency(ARTICLES, ngram=2, stopwords="keep").set_index("term")
    tokens = [t.split() for texts in TEXTS.values() for t in texts]
    assert table["count"].to_dict() == dict(FreqDist(" ".join(p) for words in tokens for p in ngrams(words, 2)))


def test_log_ratio_and_its_words_per_10_000():
    row = keyness(ARTICLES, target="A", min_count=1).set_index("term").loc["regime"]
    a, n1, n2 = 4, len(WORDS["A"]), len(WORDS["B"])
    assert 2 ** row["estimate"] == pytest.approx(((a + 0.5) / n1) / (0.5 / n2))
    assert row["per_10k_target"] == pytest.approx(10_000 * a / n1)
    table = [[a, 0], [n1 - a, n2]]
    g2 = stats.chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic
    assert row["g2"] == pytest.approx(g2)


def test_log_odds_step_by_step():
    row = keyness(ARTICLES, target="A", min_count=1).set_index("term").loc["envoy"]
    y1, y2, n1, n2 = 1, 2, len(WORDS["A"]), len(WORDS["B"])
    alpha = 1000 * 3 / (n1 + n2)
    first = np.log((y1 + alpha) / (n1 + 1000 - y1 - alpha))
    second = np.log((y2 + alpha) / (n2 + 1000 - y2 - alpha))
    assert row["log_odds"] == pytest.approx(first - second)
    assert row["z"] == pytest.approx((first - second) / np.sqrt(1 / (y1 + alpha) + 1 / (y2 + alpha)))


def test_dispersion_over_five_parts():
    # Five parts that are 9, 18, 20, 20 and 33 % of the corpus, with 0, 1, 2, 2 and 3 of 8 uses.
    parts = ["x " * 9, "a " + "x " * 17, "a a " + "x " * 18, "a a " + "x " * 18, "a a a " + "x " * 30]
    articles = pd.DataFrame({"article_id": list("vwxyz"), "text": parts})
    table = dispersion(*grouped_terms(articles, [], stopwords="keep")).set_index("term")
    gaps = np.abs(np.array([0, 1, 2, 2, 3]) / 8 - np.array([0.09, 0.18, 0.20, 0.20, 0.33]))
    assert table.loc["a", "dpnorm"] == pytest.approx(gaps.sum() / 2 / (1 - 0.09))
    assert (table.loc["a", "document_frequency"], table.loc["a", "heaviest_share"]) == (0.8, 3 / 8)


def test_likelihood_ratio_of_collocates_is_nltks():
    table = collocates(ARTICLES, "regime", window=1, min_count=1).set_index("collocate")
    row = table.loc["cruel"]
    every = sum(map(len, WORDS.values())) - 4  # all words but the term itself
    near = [w for t in TEXTS["A"] for k, w in enumerate(t.split()) if w != "regime" and _beside(t.split(), k)]
    inside = len(near)
    assert row["log_likelihood"] == pytest.approx(BigramAssocMeasures.likelihood_ratio(1, (inside, 1), every))
    assert row["estimate"] == pytest.approx(14 + np.log2(2 * 1 / (4 + 1)))


def _beside(words, k):
    return "regime" in words[max(0, k - 1) : k] + words[k + 1 : k + 2]


@pytest.mark.parametrize("weights, expected", [("article", 3 / 9), ("story", (2 / 2 + 1 / 2) / (3 / 2 + 3 / 2 + 3))])
def test_weights_by_hand(weights, expected):
    articles = pd.DataFrame({"article_id": list("abc"), "text": ["war war now", "war is now", "no talks now"]})
    row = term_frequency(articles.assign(story=["s", "s", "t"]), terms=["war"], weights=weights).loc[0]
    assert row["estimate"] == pytest.approx(10_000 * expected)
