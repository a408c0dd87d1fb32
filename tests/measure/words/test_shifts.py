import numpy as np
import pandas as pd
import pytest

from mediaframes.errors import MediaframesError
from mediaframes.measure.words.shifts import shift_contributions, word_shift

SCORES = {"good": 2.0, "bad": -2.0, "fine": 1.0}


def corpus(**outlets):
    rows = [(f"{o}{i}", o, text) for o, texts in outlets.items() for i, text in enumerate(texts)]
    return pd.DataFrame(rows, columns=["article_id", "outlet", "text"])


def test_contributions_counted_by_eye_add_up_to_the_difference_of_the_means():
    articles = corpus(A=["good good bad day"], B=["bad bad fine the day"])
    table = word_shift(articles, SCORES, target="A", reference="B")
    by_word = table.set_index("term")["estimate"]
    # shares: good 2/3 and 0, bad 1/3 and 2/3, fine 0 and 1/3; means 2/3 and -1
    assert by_word["good"] == pytest.approx((2 - -1) * 2 / 3)
    assert by_word["bad"] == pytest.approx((-2 - -1) * (1 / 3 - 2 / 3))
    assert by_word["fine"] == pytest.approx((1 - -1) * (0 - 1 / 3))
    assert table["estimate"].sum() == pytest.approx(table.attrs["mean_target"] - table.attrs["mean_reference"])
    assert (table.attrs["mean_target"], table.attrs["covered_target"]) == (pytest.approx(2 / 3), 3 / 4)
    assert table["low"].isna().all() and (table["n"] == 6).all()


def test_scores_of_each_side_follow_the_published_formula():
    p, q, phi, psi = (np.array(v) for v in ([0.5, 0.5], [0.2, 0.8], [1.0, 3.0], [2.0, 2.5]))
    centre = 2.0
    by_hand = [((1 + 2) / 2 - 2) * 0.3 + 0.35 * (1 - 2), ((3 + 2.5) / 2 - 2) * -0.3 + 0.65 * (3 - 2.5)]
    assert shift_contributions(p, q, phi, psi, centre) == pytest.approx(by_hand)
    assert shift_contributions(p, q, phi, psi).sum() == pytest.approx(p @ phi - q @ psi)


def test_intervals_come_from_whole_articles():
    articles = corpus(A=["good day"] * 11 + ["bad day"], B=["bad day"] * 11 + ["good day"])
    table = word_shift(articles, SCORES, target="A", reference="B").set_index("term")
    assert 0 < table.loc["good", "low"] < table.loc["good", "estimate"] < table.loc["good", "high"]


@pytest.mark.parametrize(
    "scores, said",
    [
        ({"good": np.nan, "bad": 1}, "missing for: good"),
        ({"unused": 1}, "no word of the lexicon"),
    ],
)
def test_lexicons_that_cannot_be_used_are_refused(scores, said):
    with pytest.raises(MediaframesError, match=said):
        word_shift(corpus(A=["good"], B=["bad"]), scores, target="A", reference="B")


def test_missing_scores_can_be_dropped():
    articles = corpus(A=["good fine"], B=["bad fine"])
    table = word_shift(articles, SCORES | {"fine": np.nan}, target="A", reference="B", missing="drop")
    assert set(table["term"]) == {"good", "bad"}
