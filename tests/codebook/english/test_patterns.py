import re

import pytest

from mediaframes.codebook.english.patterns import pattern


@pytest.mark.parametrize(
    ("form", "lists", "text", "found"),
    [
        (r" {}\b", ["families"], "the Doe family left", " family"),
        (r" {}\b", ["families"], "the Doe famine", None),
        (r"\b{} $", ["geography_before"], "the Gulf of ", "Gulf of "),
        (r"\b{} to $", ["arrivals"], "they invited it to ", None),
        (r"\b{} it to $", ["arrivals"], "they invited it to ", "invited it to "),
        (r", {}(?!\w)", ["us_places"], "Lund, N.H.", ", N.H."),
        (r" {} {}$", ["portfolios", "portfolio_bodies"], "the foreign ministry", " foreign ministry"),
    ],
)
def test_a_pattern_stands_for_the_words_of_its_lists(form, lists, text, found):
    match = pattern(form, *lists).search(text)
    assert (match and match[0]) == found


def test_flags_are_kept():
    assert pattern("{}", "families", flags=re.IGNORECASE).match("Family")[0] == "Family"
