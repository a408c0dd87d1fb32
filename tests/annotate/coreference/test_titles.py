import pytest

from mediaframes.annotate.coreference.titles import gender_of, is_common, is_title, role_of


@pytest.mark.parametrize(
    ("word", "title", "role", "gender", "common"),
    [
        ("Mr.", True, None, "m", True),
        ("Ms.", True, None, "f", True),
        ("Sen.", True, "senator", None, True),
        ("President", True, "president", None, False),
        ("spokeswoman", True, "spokeswoman", "f", True),
        ("Queen", True, "queen", "f", False),
        ("Dr.", True, "doctor", None, True),
        ("the", False, None, None, False),
        ("Harbour", False, None, None, False),
    ],
)
def test_what_a_title_tells(word, title, role, gender, common):
    assert (is_title(word), role_of(word), gender_of(word), is_common(word)) == (title, role, gender, common)
