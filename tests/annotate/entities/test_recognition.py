"""Is a form part of a longer name? Each line is a sentence of ours."""

import pytest

from mediaframes.annotate.entities.recognition import Place, longer_name, looks_like_headline


@pytest.mark.parametrize(
    ("text", "form", "own", "label"),
    [
        ("Michael Jordan sold the team.", "Jordan", "", "PERSON"),
        ("Mr. Jordan sold the team.", "Jordan", "", None),
        ("They drove through Jordan on Monday.", "Jordan", "", None),
        ("She flew to Peru with British Airways.", "British", "", "ORG"),
        ("She flew to Peru with a British friend.", "British", "", None),
        ("British Airways Cancels Forty Flights.", "British", "", None),
        ("British Airways cancels forty flights", "British", "", None),
        ("It was said that Petro O. Poroshenko left.", "Poroshenko", "", "PERSON"),
        ("It was said that Petro O. Poroshenko left.", "Poroshenko", "Petro Poroshenko", None),
    ],
)
def test_longer_names(text, form, own, label):
    start = text.index(form)
    assert longer_name(Place(text, start, start + len(form), 0, len(text)), own) == label


def test_a_form_before_another_form_is_no_part_of_a_name():
    text = "Michael Jordan sold the team."
    place = Place(text, 8, 14, 0, len(text))
    assert [longer_name(place), longer_name(place._replace(joined=True))] == ["PERSON", None]


@pytest.mark.parametrize(
    ("sentence", "headline"),
    [
        ("Envoys met in the harbour.", False),
        ("“Envoys met in the harbour.”", False),
        ("Did envoys meet?", False),
        ("Envoys met in the harbour", True),
        ("Envoys Meet in the Harbour.", True),
        ("ENVOYS MEET IN THE HARBOUR.", True),
    ],
)
def test_headlines(sentence, headline):
    assert looks_like_headline(sentence) is headline
