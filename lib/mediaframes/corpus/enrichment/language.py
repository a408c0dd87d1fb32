"""The language of each article, as its ISO 639-1 code."""

from functools import cache

import polars as pl

from mediaframes.corpus.readers.rows import WORD

__all__ = ["language_code", "languages_of"]

_SAMPLE = 400  # characters; more takes longer and changes nothing on news
_FEWEST_WORDS = 6  # fewer tell no language apart
# Words that no other language has so often: where they make up a seventh, py3langid always says English too.
_ENGLISH = r"(?i)\b(?:the|of|and|to|that|with|was|were|has|have|said|from|which|would|their)\b"
_ENGLISH_SHARE = 1 / 7
_NEWS_LANGUAGES = frozenset(
    """
    af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu ha he hi hr hu hy id is it ja ka kk km kn ko
    ku ky lo lt lv mk ml mn mr ms mt my ne nl no pa pl ps pt ro ru si sk sl so sq sr sv sw ta te tg th tk tl tr uk ur uz
    vi xh yo zh zu
    """.split()
)
_CODES = {
    "english": "en", "arabic": "ar", "persian": "fa", "farsi": "fa", "hebrew": "he", "french": "fr", "german": "de",
    "spanish": "es", "italian": "it", "portuguese": "pt", "russian": "ru", "ukrainian": "uk", "turkish": "tr",
    "kurdish": "ku", "urdu": "ur", "hindi": "hi", "chinese": "zh", "japanese": "ja", "korean": "ko", "dutch": "nl",
    "polish": "pl", "swedish": "sv", "danish": "da", "norwegian": "no", "finnish": "fi", "greek": "el", "czech": "cs",
    "hungarian": "hu", "romanian": "ro", "bulgarian": "bg", "serbian": "sr", "croatian": "hr", "indonesian": "id",
    "malay": "ms", "vietnamese": "vi", "thai": "th", "bengali": "bn", "pashto": "ps", "deutsch": "de", "français": "fr",
    "español": "es", "italiano": "it", "português": "pt", "العربية": "ar", "فارسی": "fa", "עברית": "he",
    "eng": "en", "ara": "ar", "fas": "fa", "per": "fa", "heb": "he", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de",
    "spa": "es", "ita": "it", "por": "pt", "rus": "ru", "tur": "tr", "zho": "zh", "chi": "zh", "jpn": "ja", "kor": "ko",
}  # fmt: skip


def languages_of(texts):
    """Tell the language of each text.

    Parameters
    ----------
    texts : sequence of str

    Returns
    -------
    list of (str or None)
        ISO 639-1 codes; None where there are fewer than six words. Clear English is told by its most
        frequent words, which is faster; everything else by py3langid (Lui & Baldwin 2012, langid.py).
    """
    sample = pl.Series(texts, dtype=pl.String).str.slice(0, _SAMPLE)
    words = sample.str.count_matches(WORD)
    clear = sample.str.count_matches(_ENGLISH) >= words * _ENGLISH_SHARE
    rows = zip(sample, words, clear, strict=True)
    return [None if n < _FEWEST_WORDS else "en" if english else _classify(text) for text, n, english in rows]


def language_code(name):
    """Turn a language as sources give it ("English", "en-GB", "eng") into its code; others stay as they are."""
    plain = name.strip().lower()
    if plain in _CODES:
        return _CODES[plain]
    code = plain.replace("_", "-").split("-")[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else name.strip()


def _classify(text):
    return str(_identifier().classify(text)[0])


@cache
def _identifier():
    """Load the model, limited to languages that news is written in: short texts drift to rare ones else."""
    from py3langid import langid  # only where it is needed

    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    identifier.set_languages([code for code in identifier.labels if code in _NEWS_LANGUAGES])
    return identifier
