"""Whether it is denied that something was said."""

import pytest

from mediaframes.annotate.attribution.attributions import find_attributions
from mediaframes.annotate.syntax.parser import parse


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The minister did not say that the army had left.", True),
        ("The minister never claimed that the army had left.", True),
        ("The minister said that the army had not left.", False),
        ("The minister denied that the army had left.", False),
        ("Nobody said that the army had left.", True),
    ],
)
def test_what_was_not_said_is_marked(text, negated):
    (doc,) = parse([text])
    found = find_attributions(text, [(0, len(text), "body")], {0: doc})
    assert [row["negated"] for row in found] == [negated]
