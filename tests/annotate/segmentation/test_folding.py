"""Folding keeps offsets: what is found in the folded text is cut from the original."""

import pytest

from mediaframes.annotate.segmentation.folding import fold, original_span


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("plain", "plain"),
        ("a\u00a0b", "a b"),
        ("a  b", "a b"),
        ("a\nb", "a b"),
        ("a\r\nb", "a b"),
        ("a \n  b", "a b"),
        ("a\n\nb", "a  b"),
        ("a\u200b b", "a b"),
        ("a \u200b b", "a b"),
        ("so\u00adft", "soft"),
        ("Erdo\u011fan\u2019s", "Erdogan's"),
        ("e\u0301", "e"),
        ("US\u2013led \u201cdeal\u201d", 'US-led "deal"'),
        ("", ""),
    ],
)
def test_a_text_is_folded(text, folded):
    assert fold(text)[0] == folded


@pytest.mark.parametrize(
    ("text", "name", "original"),
    [
        ("In \u200bIran\u00ad, so", "Iran", "Iran"),
        ("x  y  Lome\u0301 z", "Lome", "Lome\u0301"),
        ("the United\u00a0 States.", "United States", "United\u00a0 States"),
        ("plain Iran", "Iran", "Iran"),
    ],
)
def test_a_span_is_mapped_back(text, name, original):
    folded, offsets = fold(text)
    start = folded.index(name)
    a, b = original_span(text, offsets, start, start + len(name))
    assert text[a:b] == original
