"""The language of each article, as its ISO 639-1 code."""

from functools import cache

import polars as pl

from mediaframes.corpus.data import one_of, yaml_beside
from mediaframes.corpus.readers.rows import WORD

_SAMPLE = 400  # characters; more takes longer and changes nothing on news
_FEWEST_WORDS = 6  # fewer tell no language apart
_ENGLISH_SHARE = 1 / 7
_DATA = yaml_beside(__file__, "languages.yaml")
_CODES = {name: code for code, names in _DATA["names"].items() for name in names}
_ENGLISH = rf"(?i)\b{one_of(_DATA['english'].split())}\b"


def languages_of(texts):
    """Tell the language of each text, as ISO 639-1 code; None where there are fewer than six words.

    Clear English is told by its most frequent words, which is faster; everything else by py3langid (Lui & Baldwin
    2012, langid.py).
    """
    sample = pl.Series(texts, dtype=pl.String).str.slice(0, _SAMPLE)
    words = sample.str.count_matches(WORD)
    clear = sample.str.count_matches(_ENGLISH) >= words * _ENGLISH_SHARE
    rows = zip(sample, words, clear, strict=True)
    return [
        None if n < _FEWEST_WORDS else "en" if english else str(_identifier().classify(text)[0])
        for text, n, english in rows
    ]


def language_code(name):
    """Turn a language as sources give it ("English", "en-GB", "eng") into its code; others stay as they are."""
    plain = name.strip().lower()
    if plain in _CODES:
        return _CODES[plain]
    code = plain.replace("_", "-").split("-")[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else name.strip()


@cache
def _identifier():
    """Load the model, limited to the languages of news."""
    from py3langid import langid  # only where it is needed

    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    identifier.set_languages([code for code in identifier.labels if code in _DATA["news"].split()])
    return identifier
