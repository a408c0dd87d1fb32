"""What the tricks change is how fast spaCy is, and nothing that it says."""

from pathlib import Path

import spacy

from mediaframes.annotate.syntax import parser as parsing
from mediaframes.annotate.syntax.speed import one_thread

SAMPLE = Path(__file__).resolve().parents[3] / "corpus" / "sample"
ODD = [
    "They ain't gonna go, y'all.",
    "I'm gotta  leave\u00a0it.",
    "",
    " ",
    "He'd lemme 'em.",
    "Whom did you see but me?",
]


def marks(docs):
    return [[(t.text, t.tag_, t.dep_, t.head.i, t.pos_, str(t.morph), t.lemma_) for t in doc] for doc in docs]


def test_each_sentence_is_parsed_as_spacy_itself_parses_it():
    lines = [line for f in sorted(SAMPLE.rglob("*.txt"))[:20] for line in f.read_text(encoding="utf-8").splitlines()]
    texts = [*lines, *ODD, *lines[:50]]  # some again: by then the ruler remembers
    name = next(m for m in parsing.MODELS if spacy.util.is_package(m))
    own = spacy.load(name, exclude=parsing.UNUSED).pipe(map(parsing.plain_spaces, texts))
    with one_thread():
        found = marks(parsing.parse(texts))
    assert sum(map(len, found)) > 5000
    assert found == marks(own)
