import pandas as pd
import pytest

from mediaframes.errors import MediaframesError
from mediaframes.show.sentences import describe_corpus, finding, highlight, keyness_finding


def differences(low=0.1, high=0.7, looked_at=6, kind="share", between="outlet", rows=None, **columns):
    """As `all_differences` gives them: a row a pair, the others like the first."""
    row = {"form": ["state"], "target": ["B"], "reference": ["A"], "estimate": [0.4], "low": low, "high": high, "n": 30}
    row |= {"n_articles": 15, "n_clusters": 15, "estimate_target": 0.6, "estimate_reference": 0.2}
    table = pd.concat([pd.DataFrame(row | columns)] * (rows or looked_at or 1), ignore_index=True)
    table.attrs = {"names": ["form", "target", "reference"], "kind": kind, "between": between}
    table.attrs |= {"looked_at": looked_at} if looked_at else {}
    return table


@pytest.mark.parametrize(
    "table, said",
    [
        (
            differences(),
            "The share of “state” differs most surely between B (60\u00a0%) and A (20\u00a0%): a difference of 40 "
            "points (95\u00a0% interval 10 to 70, allowing for the choice among 6 differences).",
        ),
        (
            differences(low=-0.1),
            "None of the 6 differences looked at is sure: the share of “state” is 60\u00a0% in B and 20\u00a0% in A, a "
            "difference of 40 points (95\u00a0% interval −10 to 70, allowing for the choice among 6 "
            "differences).",
        ),
        (
            differences(low=None, high=None, looked_at=0),
            "The share of “state” is 60\u00a0% in B and 20\u00a0% in A: too few articles to tell them apart.",
        ),
        (
            differences(looked_at=None, kind="mean"),
            "The share of “state” differs between B (0.60) and A (0.20): a difference of 0.40 (95\u00a0% interval "
            "0.10 to 0.70).",
        ),
        (
            differences().iloc[:0],
            "The share of could not be compared: there are no two groups in which it was counted.",
        ),
        (
            differences(between="month", target=["2022-03-01"], reference=["2022-02-01"], form=["{0.__class__}"]),
            "The share of “{0.__class__}” differs most surely between the month from 1 March 2022 (60\u00a0%) and the "
            "month from 1 February 2022 (20\u00a0%): a difference of 40 points (95\u00a0% interval 10 to 70, "
            "allowing for the choice among 6 differences).",
        ),
    ],
)
def test_a_finding_rests_on_the_interval_of_the_difference(table, said):
    assert finding(table, what="The share of “{form}”") == said


@pytest.mark.parametrize(
    "low, said", [(0.1, "The share differs between B"), (-0.1, "The difference is not sure: the share is 60")]
)
def test_of_some_of_the_differences_nothing_is_said_of_all(low, said):
    assert finding(differences(low=low, rows=2), what="The share").startswith(said)


def test_a_finding_within_stories_says_so():
    table = differences()
    table.attrs["within"] = "story"
    assert "and A (20\u00a0%), in the 30 stories that both report: a difference" in finding(table, what="The share")
    assert (
        finding(table.iloc[:0], what="The share") == "The share could not be compared: no story is told by two of them."
    )


def test_what_was_chosen_without_allowing_for_it_is_no_finding():
    several = pd.concat([differences(looked_at=None)] * 2, ignore_index=True)
    with pytest.raises(MediaframesError, match="all_differences"):
        finding(several, what="The share")
    estimates = pd.DataFrame({"outlet": ["A", "B"], "estimate": [0.1, 0.2], "low": 0.0, "high": 0.3, "n": 9})
    with pytest.raises(MediaframesError, match="not compared"):
        finding(estimates, what="The share")
    assert finding(estimates.iloc[:1], what="It") == "It is 0.10 (95\u00a0% interval 0.00 to 0.30; 9 counted)."


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
        "2 of them are 1 texts printed more than once."
    )


def test_a_finding_of_a_poor_instrument_warns_where_it_is_poor():
    table = differences(kind="mean", actor=["Iran"])
    table.attrs["instruments"] = ["mentions", "tone"]
    assert "instrument of tone was not shown to be right more often than always saying “neutral”" in finding(
        table, what="The tone"
    )
    table.attrs["instruments"] = ["mentions"]
    assert "neutral" not in finding(table, what="The share")
