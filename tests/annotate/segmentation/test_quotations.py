import pandas as pd
import pytest

from mediaframes.annotate.segmentation.quotations import (
    overlapping,
    quotation_warning,
    quotations,
    with_quotation_warnings,
)


def quoted(text):
    return [text[q.start : q.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said "yes" and left.', ['"yes"']),
        ("She said “yes” and left.", ["“yes”"]),
        ("She said «yes» and left.", ["«yes»"]),
        ("She said „ja“ and left.", ["„ja“"]),
        ("She said „yes” and left.", ["„yes”"]),
        ("She said ‘not now’ and left.", ["‘not now’"]),
        ("She said 'not now,' and left.", ["'not now,'"]),
        ("She said ``not now'' and left.", ["``not now''"]),
        ("She said ''not now'' and left.", ["''not now''"]),
        ("She said `not now' and left.", ["`not now'"]),
        ("“He told me ‘never’ twice,” she said.", ["“He told me ‘never’ twice,”"]),
        ('"One," he said. "Two."', ['"One,"', '"Two."']),
        ("The minister's plan isn't the ministers' plan.", []),
        ("It’s the ’90s; get ’em while they’re hot, the boys’ way.", []),
        ("She called it ‘the minister’s folly’ again.", ["‘the minister’s folly’"]),
        ('The wall is 6\'2" high and 12" thick.', []),
        ("“The wrong way,“ she said. “And right.”", ["“The wrong way,“", "“And right.”"]),
        ("No quotation at all.", []),
        ("", []),
    ],
)
def test_marks_of_all_kinds(text, expected):
    assert quoted(text) == expected


def test_each_paragraph_of_a_long_quotation_is_read():
    text = '"One.\n\n"Two.\n\n"Three," she said.'
    assert quoted(text) == ['"One.', '"Two.', '"Three,"']
    assert quotation_warning(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we will stay. Then he left.', ['"we will stay.']),
        ('"We will stay, he said.\n\nThen he left.', ['"We will stay, he said.']),
        ('He said "no and then "yes" to all.', ['"no and then', '"yes"']),
        ("He said “no and then “yes” to all.", ["“no and then “yes”"]),
        ('The talks" failed.', []),
        ("The talks” failed.", []),
        ('"', []),
    ],
)
def test_a_lost_mark_costs_one_quotation(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ('He said "we will stay. Then he left.', "1 quotation mark without a closing one"),
        ('He said "we will stay." Then he left.', ""),
        ('He said "no. She said "yes. All left.', "2 quotation marks without a closing one"),
        ('"One.\n\nTwo.', "1 quotation mark without a closing one"),
        ("", ""),
    ],
)
def test_unbalanced_marks_give_a_warning(text, warning):
    assert quotation_warning(text) == warning


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ('"a ' * 20001, range(2, 60003, 3)),
        ("“" * 20000, range(1, 20000)),
        ("'a " * 20000, []),
        ("“" * 20000 + "”", [20001]),
    ],
)
def test_thousands_of_marks_are_read_one_by_one(text, ends):
    assert [q.end for q in quotations(text)] == list(ends)


def test_overlapping():
    quotes = quotations('"a" b "c" d')
    assert [q.start for q in overlapping(quotes, 0, 3)] == [0]
    assert [q.start for q in overlapping(quotes, 3, 6)] == []
    assert [q.start for q in overlapping(quotes, 2, 7)] == [0, 6]


def test_unbalanced_marks_are_noted_beside_other_warnings():
    articles = pd.DataFrame(
        {"text": ["“We tried.” It rained.", "“We tried. It rained."] * 2, "warnings": ["", "", "a", "a"]}
    )
    noted = with_quotation_warnings(articles)
    note = "1 quotation mark without a closing one"
    assert noted["warnings"].tolist() == ["", note, "a", f"a; {note}"]
    assert with_quotation_warnings(noted)["warnings"].tolist() == noted["warnings"].tolist()
    assert articles["warnings"].tolist() == ["", "", "a", "a"]


def test_articles_without_a_column_for_warnings_stay_as_they_are():
    articles = pd.DataFrame({"text": ["“We tried. It rained."]})
    assert list(with_quotation_warnings(articles)) == ["text"]
