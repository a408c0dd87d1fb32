"""Word lists and patterns as data, and the columns that they declare."""

import re

import pytest

from mediaframes.corpus import load_corpus
from mediaframes.corpus.data import fill, one_of, yaml_beside
from mediaframes.corpus.readers import fields

PIECES = {"month": one_of(["jan", "feb"]), "dash": "[-–]"}


@pytest.mark.parametrize(
    ("pattern", "filled"),
    [
        ("{month}", "(?:jan|feb)"),
        (r"\d{2} {month}{dash}\p{Lu}{1,3}", r"\d{2} (?:jan|feb)[-–]\p{Lu}{1,3}"),
        (["{month}", "x"], "(?:(?:jan|feb)|x)"),
    ],
)
def test_pieces_are_put_into_patterns(pattern, filled):
    assert fill(pattern, PIECES) == filled


def test_a_piece_that_is_missing_is_an_error():
    with pytest.raises(KeyError, match="year"):
        fill("{year}", PIECES)


@pytest.mark.parametrize("name", fields.COLUMNS)
def test_each_column_is_declared_and_told(name):
    column = yaml_beside(fields.__file__, "columns.yaml")["columns"][name]
    assert column["type"] and column["meaning"]
    assert re.search(rf"\b{name}\b", load_corpus.__doc__)


def test_no_name_of_a_source_stands_for_two_columns():
    names = [name for given in fields.GIVEN.values() for name in given]
    assert len(names) == len(set(names))
