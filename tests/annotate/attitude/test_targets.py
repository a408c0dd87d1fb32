"""Whose network reads a tone: that of countries alone, or the one of persons besides."""

import pandas as pd
import pytest

import mediaframes as mf
from mediaframes.annotate.attitude.instruments import _scores, read_tone
from mediaframes.annotate.attitude.targets import are_persons


@pytest.mark.parametrize(
    ("text", "name", "person"),
    [
        ("Aid reached Peru on Monday.", "Peru", False),
        ("The Peruvian minister spoke.", "Peruvian", False),
        ("Hezbollah fired rockets.", "Hezbollah", False),
        ("The United Nations met.", "United Nations", False),
        ("Doctors thanked Ann Mirrlees.", "Ann Mirrlees", True),
        ("Critics of Emmanuel Macron spoke.", "Emmanuel Macron", True),
    ],
)
def test_a_name_is_of_a_kind(text, name, person):
    at = text.index(name)
    assert are_persons([text], [(at, at + len(name))]).tolist() == [person]


def test_a_name_counts_for_what_its_own_text_says():
    texts = ["Ann Mirrlees left Peru.", "Nobody."]
    assert are_persons(texts, [(0, 12), (0, 6)]).tolist() == [True, True]
    assert are_persons([], []).tolist() == []


def test_of_a_person_the_mean_of_both_networks_counts():
    text = "The envoy praised him warmly for a brave decision."
    marked = [[(18, 21, "target")]]
    first, second = (_scores([text], marked, "tone", 3, network, 1) for network in ("attitudes", "persons"))
    assert (first != second).any()
    assert read_tone([text], [(18, 21)], [1]).to_numpy() == pytest.approx((first + second) / 2)
    assert read_tone([text], [(18, 21)], [0]).to_numpy() == pytest.approx(first)


def test_annotate_reads_a_person_as_a_person_and_a_state_as_a_state():
    text = "Delegates praised Emmanuel Macron for his generous help."
    articles = pd.DataFrame({"article_id": ["one"], "text": [text], "published": pd.Timestamp("2019-05-01")})
    at = text.index("Emmanuel")
    span = [(at, at + len("Emmanuel Macron"))]
    for actor, share in (("France", False), ("Emmanuel Macron", 1)):
        found = mf.annotate(articles, [actor], cache=False).tone
        expected = read_tone([text], span, [share])
        assert found[expected.columns].to_numpy() == pytest.approx(expected.to_numpy()), actor
