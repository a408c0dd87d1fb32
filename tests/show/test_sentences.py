import pandas as pd
import pytest

from mediaframes.errors import MediaframesError
from mediaframes.show.sentences import describe_corpus, highlight, keyness_finding


def words(*rows):
    """Rows of `keyness`: term, low, high, p_adjusted, count_target, count_reference; then what differs."""
    columns = ["term", "low", "high", "p_adjusted", "count_target", "count_reference"]
    table = pd.DataFrame([row[:6] for row in rows], columns=columns)
    more = {"target": "A", "reference": "B", "heaviest_share": 0.1, "house_style": False, "articles_target": 9}
    more |= {"articles_reference": 8, "per_10k_target": table["count_target"] / 10, "per_10k_reference": 0.5}
    return table.assign(**more).assign(**{k: v for row in rows for k, v in (row[6] if len(row) > 6 else {}).items()})


@pytest.mark.parametrize(
    "table, said",
    [
        (
            words(("regime", 3.6, 5.0, 0.001, 90, 5)),
            "Of the 1 word tested, these surely set the two apart: A with “regime” (at least 12 times as often; 9.0 "
            "against 0.5 per 10,000 words).",
        ),
        (
            words(("regime", 3.6, 5.0, 0.001, 90, 0), ("state", -5.0, -1.05, 0.02, 5, 5)),
            "Of the 2 words tested, these surely set the two apart: A with “regime” (used 90 times in 9 articles, "
            "never in B), and B with “state” (at least 2.0 times as often; 0.5 against 0.5 per 10,000 words).",
        ),
        (
            words(("regime", 3.6, 5.0, 0.91, 90, 0), ("talks", -1.0, 1.0, 0.001, 5, 5)),
            "None of the 2 words tested is sure to set A apart from B, in several articles.",
        ),
        (
            words(("mr", 1, 5.0, 0.001, 90, 5, {"house_style": True})),
            "None of the 1 word tested is sure to set A apart from B, in several articles. House style, apart from "
            "that: A with “mr” (at least 2.0 times as often; 9.0 against 0.5 per 10,000 words).",
        ),
        (words(("regime", 3.6, 5.0, 0.001, 90, 5, {"heaviest_share": 0.6})), None),
    ],
)
def test_words_are_named_where_the_test_finds_them_with_the_least_effect(table, said):
    assert keyness_finding(table) == (
        said or "None of the 1 word tested is sure to set A apart from B, in several articles."
    )


def test_no_words_to_compare_is_said():
    assert "nothing to compare" in keyness_finding(words(("a", 1, 2, 0.1, 5, 5)).iloc[:0])
    assert "too few articles" in keyness_finding(words(("a", None, None, None, 5, 5)))


def sentence(text, spans, **columns):
    return pd.DataFrame({"article_id": ["a"], "text": [text], "spans": [spans]}).assign(**columns)


def test_evidence_is_escaped_and_highlighted():
    rows = sentence("<script>alert(1)</script> Israel", [(26, 32)], outlet="<b>A</b>", url="javascript:alert(1)")
    html = highlight(rows)._repr_html_()
    assert "<script>" not in html and "&lt;script&gt;" in html
    assert "<mark>Israel</mark>" in html
    assert "<b>A" not in html and "href" not in html


def test_overlapping_spans_are_marked_once_and_shown_in_a_terminal():
    assert repr(highlight(sentence("the Israeli regime", [(4, 18), (4, 11)]))) == "the [Israeli regime] (a)"


def test_the_first_sentences_are_not_all_of_one_outlet():
    rows = pd.concat([sentence(f"s{i}", []) for i in range(100)], ignore_index=True)
    assert [r[0] for r in highlight(rows, top=4).rows] == ["s0", "s25", "s50", "s75"]


def test_what_is_no_evidence_is_refused():
    with pytest.raises(MediaframesError, match="spans"):
        highlight(pd.DataFrame({"text": ["a"]}))


def test_the_corpus_in_one_sentence():
    articles = pd.DataFrame(
        {
            "outlet": ["A", "A", "B"],
            "published": pd.to_datetime(["2022-01-09", None, "2022-03-01"]),
            "copy_of": ["x", None, "x"],
            "n_words": [5, 6, 7],
        }
    )
    assert describe_corpus(articles) == (
        "The corpus holds 3 articles with 18 words of 2 outlets from 9 January 2022 to 1 March 2022; "
        "2 of them are 1 text printed more than once."
    )
