"""Each construction of `attribution/constructions.yaml` reads its own examples, exactly."""

from importlib.resources import files

import pytest
import yaml

from mediaframes.annotate.attribution.frames import CONSTRUCTIONS, frames
from mediaframes.annotate.segmentation.quotations import quotations
from mediaframes.annotate.syntax.parser import parse
from mediaframes.codebook.cues import load_cues

FILE = files("mediaframes.codebook.english") / "attribution" / "constructions.yaml"
ROWS = yaml.safe_load(FILE.read_text(encoding="utf-8"))["constructions"]


def examples(key):
    return [
        (name, row.get("headline", False), *(part.strip() for part in example.split(" | ")))
        for name, row in ROWS.items()
        for example in row.get(key, ())
    ]


def read(text, headline, lemma):
    """(construction, source, content) of each cue with this lemma in one sentence."""
    (doc,) = parse([text])
    quotes = [(q.start, q.end) for q in quotations(text)]
    return [
        (
            frame.construction,
            doc[slice(*frame.source)].text if frame.source else "-",
            " … ".join(doc[a:b].text for a, b in frame.content) or "-",
        )
        for frame in frames(doc, load_cues(), quotes, headline=headline)
        if frame.lemma == lemma
    ]


@pytest.mark.parametrize(("name", "headline", "text", "source", "lemma", "content"), examples("examples"))
def test_example(name, headline, text, source, lemma, content):
    assert read(text, headline, lemma) == [(name, source, content)]


@pytest.mark.xfail(strict=True, reason="not read yet")
@pytest.mark.parametrize(("name", "headline", "text", "source", "lemma", "content"), examples("known_failures"))
def test_known_failure(name, headline, text, source, lemma, content):
    assert read(text, headline, lemma) == [(name, source, content)]


def test_each_construction_has_a_row_and_an_example():
    assert set(ROWS) == CONSTRUCTIONS
    assert all(row["tree"] and row["examples"] for row in ROWS.values())
