import pandas as pd
import pytest

from mediaframes.errors import MediaframesError
from mediaframes.show.sentences import describe_corpus, highlight, keyness_finding


def test_no_words_to_tell_apart_is_said():
    columns = {"target": ["A"], "reference": ["B"], "low": [-1.0], "high": [1.0], "heaviest_share": [0.1]}
    assert keyness_finding(pd.DataFrame(columns)).startswith("No word sets A apart from B")
    assert "nothing to compare" in keyness_finding(pd.DataFrame(columns).iloc[:0])


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
