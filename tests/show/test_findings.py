"""What a comparison shows, in a sentence that its intervals bear."""

import pandas as pd
import pytest

from mediaframes.errors import MediaframesError
from mediaframes.show.findings import finding


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
            "The share of “state” could not be compared: B or A has too few articles; an interval needs 10 independent "
            "articles on either side.",
        ),
        (
            differences(looked_at=None, kind="mean"),
            "The share of “state” differs between B (0.60) and A (0.20): a difference of 0.40 (95\u00a0% interval "
            "0.10 to 0.70).",
        ),
        (
            differences().iloc[:0],
            "The share of each form could not be compared: there are no two groups in which it was counted.",
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


def test_a_finding_of_a_poor_instrument_warns_where_it_is_poor():
    table = differences(kind="mean", actor=["UN"])
    table.attrs["instruments"] = ["mentions", "relations"]
    assert "instrument of relations was not shown to be right more often than always saying “neutral”" in finding(
        table, what="The relation"
    )
    table.attrs["instruments"] = ["mentions"]
    assert "neutral" not in finding(table, what="The share")


FEW = differences(low=None, high=None, looked_at=0, rows=3)


@pytest.mark.parametrize(
    "table, notes, said",
    [
        (FEW, {"largest_of": 5, "looked_at": 0}, "no two outlets have enough articles in which it was counted; an "
         "interval needs 10 independent articles on either side."),
        (FEW, {"largest_of": 5, "looked_at": 0, "within": "story"}, "no two outlets tell enough stories in common in "
         "which it was counted; an interval needs 10 stories."),
        (FEW.iloc[:0], {"largest_of": 0}, "no article says which outlet it is of."),
        (FEW.iloc[:0], {"largest_of": 0, "between": "month"}, "no article has a date."),
        (FEW.iloc[:0], {"largest_of": 1}, "all articles are of one outlet."),
        (FEW.iloc[:0], {"largest_of": 3, "within": "story"}, "no story is told by two of them."),
    ],
)  # fmt: skip
def test_what_could_not_be_compared_says_why(table, notes, said):
    table = table.copy()
    table.attrs |= notes
    assert finding(table, what="The share of “{form}”").endswith(f" could not be compared: {said}")


def test_what_could_not_be_measured_says_why():
    estimates = pd.DataFrame({"outlet": ["A"], "estimate": None, "low": None, "high": None, "n": 0})
    estimates.attrs = {"denominator": "mentions of the actor"}
    said = "The tone could not be measured: there are none of these: mentions of the actor."
    assert finding(estimates, what="The tone") == said


def test_groups_with_too_few_articles_are_not_named_and_it_is_said():
    table = differences(looked_at=1, rows=2)
    table.loc[0, ["target", "low", "high"]] = "Tiny", None, None
    table.attrs |= {"compared": ["A", "B"], "largest_of": 20}
    said = finding(table, what="The share of “{form}”")
    assert "Tiny" not in said
    assert said.endswith("Compared are 2 of 20 outlets, the largest that have enough articles.")


def test_frequencies_are_said_per_10_000_words():
    table = differences(kind="rate", looked_at=1)
    assert "B (0.60 per 10,000 words)" in finding(table, what="The use of “{form}”")
    assert "a difference of 0.40 per 10,000 words (95" in finding(table, what="The use of “{form}”")


def test_columns_are_called_in_words():
    table = FEW.assign(victim_actor=["A", "B", "C"])
    table.attrs["looked_at"] = 0
    assert finding(table, what="The share of {victim_actor}").startswith("The share of each side could not")
