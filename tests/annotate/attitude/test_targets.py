"""Whose network reads a tone: that of countries, that of persons, or the mean of both."""

import pandas as pd
import pytest

import mediaframes as mf
from mediaframes.annotate.attitude.instruments import read_tone
from mediaframes.annotate.attitude.targets import share_of_persons


@pytest.mark.parametrize(
    ("text", "name", "share"),
    [
        ("Aid reached Peru on Monday.", "Peru", 0),
        ("The Peruvian minister spoke.", "Peruvian", 0),
        ("Hezbollah fired rockets.", "Hezbollah", 0),
        ("The United Nations met.", "United Nations", 0),
        ("Doctors thanked Ann Mirrlees.", "Ann Mirrlees", 1),
        ("Critics of Emmanuel Macron spoke.", "Emmanuel Macron", 0.5),
    ],
)
def test_a_name_is_of_a_kind(text, name, share):
    at = text.index(name)
    assert share_of_persons([text], [(at, at + len(name))]).tolist() == [share]


def test_a_name_counts_for_what_its_own_text_says():
    texts = ["Ann Mirrlees left Peru.", "Nobody."]
    assert share_of_persons(texts, [(0, 12), (0, 6)]).tolist() == [1, 1]
    assert share_of_persons([], []).tolist() == []


def test_of_a_leader_the_mean_of_both_counts():
    texts, spans = ["The envoy praised him warmly for a brave decision."], [(18, 21)]
    country, person, both = (read_tone(texts, spans, [share]).to_numpy() for share in (0, 1, 0.5))
    assert (country != person).any() and both == pytest.approx((country + person) / 2)


def test_annotate_reads_a_person_as_a_person_and_a_state_as_a_state():
    text = "Delegates praised Emmanuel Macron for his generous help."
    articles = pd.DataFrame({"article_id": ["one"], "text": [text], "published": pd.Timestamp("2019-05-01")})
    at = text.index("Emmanuel")
    span = [(at, at + len("Emmanuel Macron"))]
    for actor, share in (("France", 0), ("Emmanuel Macron", 1)):
        found = mf.annotate(articles, [actor], cache=False).tone
        expected = read_tone([text], span, [share])
        assert found[expected.columns].to_numpy() == pytest.approx(expected.to_numpy()), actor
