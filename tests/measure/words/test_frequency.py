import numpy as np
import pandas as pd
import pytest
from scipy import stats

from mediaframes.errors import MediaframesError
from mediaframes.measure.words.frequency import term_frequency
from mediaframes.measure.words.keyness import g_squared, keyness, log_odds


def corpus(**outlets):
    rows = [
        {"article_id": f"{outlet}{i}", "outlet": outlet, "text": text}
        for outlet, texts in outlets.items()
        for i, text in enumerate(texts)
    ]
    return pd.DataFrame(rows)


def test_frequencies_counted_by_eye():
    articles = corpus(A=["war war peace", "the war"], B=["peace"])
    table = term_frequency(articles, by="outlet").set_index(["outlet", "term"])
    row = table.loc[("A", "war")]
    assert row["estimate"] == pytest.approx(10_000 * 3 / 5)
    assert (row["count"], row["n"], row["n_articles"], row["n_clusters"]) == (3, 5, 2, 2)
    assert row["document_frequency"] == 1
    assert row["heaviest_share"] == pytest.approx(2 / 3)
    assert np.isnan(row["low"])
    assert ("A", "the") not in table.index
    assert table.loc[("B", "peace"), "estimate"] == 10_000


def test_dispersion_as_in_the_formula():
    # s = .6, .4; v/f = 2/3, 1/3: DP = .0667; DPnorm = DP / (1 - .4)
    articles = corpus(A=["war war peace", "the war"])
    row = term_frequency(articles).set_index("term").loc["war"]
    assert row["dpnorm"] == pytest.approx(((2 / 3 - 0.6) + (0.4 - 1 / 3)) / 2 / 0.6)
    only_one = term_frequency(articles).set_index("term").loc["peace"]
    assert only_one["dpnorm"] == pytest.approx(((1 - 0.6) + 0.4) / 2 / 0.6)


def test_copies_can_be_dropped():
    articles = corpus(A=["war", "war", "peace"]).assign(copy_of=["a", "a", None])
    table = term_frequency(articles, by="outlet", copies="drop").set_index("term")
    assert table.loc["war", "count"] == 1
    assert table.loc["war", "n"] == 2


def test_options_are_checked():
    with pytest.raises(MediaframesError, match=r"'remove'.*'drop', 'keep'"):
        term_frequency(corpus(A=["war"]), stopwords="remove")
    with pytest.raises(MediaframesError, match="no articles"):
        term_frequency(corpus(A=["war"]).iloc[:0])


def test_keyness_by_hand():
    articles = corpus(A=["regime regime talks"], B=["talks talks talks talks regime"])
    row = keyness(articles, target="A", reference="B", min_count=1).set_index("term").loc["regime"]
    assert row["estimate"] == pytest.approx(np.log2((2.5 / 3) / (1.5 / 5)))
    assert (row["count_target"], row["count_reference"], row["n"]) == (2, 1, 8)
    assert (row["articles_target"], row["articles_reference"]) == (1, 1)
    assert (
        row["log_odds"]
        > 0
        > keyness(articles, target="B", reference="A", min_count=1).set_index("term").loc["regime", "log_odds"]
    )


@pytest.mark.parametrize("a, b, n1, n2", [(2, 1, 3, 5), (10, 40, 1000, 900), (7, 0, 100, 100)])
def test_g_squared_is_scipys(a, b, n1, n2):
    cells = [[a, b], [n1 - a, n2 - b]]
    expected = stats.chi2_contingency(cells, correction=False, lambda_="log-likelihood").statistic
    assert g_squared(np.array([a]), np.array([b]), n1, n2)[0] == pytest.approx(expected)


def test_log_odds_is_antisymmetric_and_shrinks_rare_words():
    prior = np.array([1.0, 100.0])
    a, b = np.array([3.0, 300.0]), np.array([0.0, 150.0])
    delta, z = log_odds(a, b, 10_000, 10_000, prior)
    back, _ = log_odds(b, a, 10_000, 10_000, prior)
    assert delta == pytest.approx(-back)
    assert z[1] > z[0] > 0


def test_an_even_difference_has_an_interval_that_excludes_zero():
    articles = corpus(A=["regime talks today"] * 12, B=["talks talks today"] * 12)
    row = keyness(articles, target="A", reference="B").set_index("term").loc["regime"]
    assert 0 < row["low"] <= row["estimate"] <= row["high"]
    one_article = corpus(A=["regime " * 30 + "talks"] + ["talks today now then"] * 11, B=["talks now today then"] * 12)
    row = keyness(one_article, target="A", reference="B").set_index("term").loc["regime"]
    assert row["low"] <= 0.2 and row["heaviest_share"] == 1


def test_all_others_are_the_default_reference_and_names_are_checked():
    articles = corpus(A=["war war"], B=["talks"], C=["talks"])
    assert keyness(articles, target="A", min_count=1)["reference"].unique().tolist() == ["all others"]
    with pytest.raises(MediaframesError, match=r"outlet='Z'; there are: A, B, C"):
        keyness(articles, target="Z")
    with pytest.raises(MediaframesError, match="the same"):
        keyness(articles, target="A", reference="A")
    with pytest.warns(UserWarning, match="nothing to compare"):
        assert keyness(articles[articles["outlet"] == "A"], target="A").empty
