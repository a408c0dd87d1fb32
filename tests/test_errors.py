"""What a user reads when something is wrong: one message, in lines that no notebook breaks within words."""

import pytest

from mediaframes.errors import WIDTH, MediaframesError

COLUMNS = ", ".join(f"column_{i}" for i in range(40))


@pytest.mark.parametrize("message", ["short", f"by=['newspaper'] is no column; there are {COLUMNS}"])
def test_a_message_is_broken_at_words(message):
    (shown,) = MediaframesError(message)._render_traceback_()
    assert max(map(len, shown.splitlines())) <= WIDTH
    assert " ".join(shown.split()) == f"MediaframesError: {message}"


def test_what_cannot_be_broken_stays_whole():
    path = "/" + "folder/" * 20
    (shown,) = MediaframesError(f"no such file: {path}")._render_traceback_()
    assert path in shown
