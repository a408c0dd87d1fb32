"""The language of each article."""

import pytest

from mediaframes.corpus import load_corpus
from mediaframes.corpus.enrichment.language import language_code, languages_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The council said on Tuesday that the old quay would stay closed until the autumn.", "en"),
        ("Council vote delays harbour plan; ferry company angry, mayor silent on cost", "en"),
        ("قال المجلس يوم الثلاثاء إن الرصيف القديم سيظل مغلقا حتى الخريف", "ar"),
        ("شورای شهر روز سه شنبه گفت که اسکله قدیمی تا پاییز بسته می ماند", "fa"),
        ("המועצה הודיעה ביום שלישי כי הרציף הישן יישאר סגור עד הסתיו", "he"),
        ("Der Rat teilte am Dienstag mit, dass der alte Kai bis zum Herbst geschlossen bleibt.", "de"),
        ("Le conseil a déclaré mardi que le vieux quai resterait fermé jusqu'à l'automne.", "fr"),
        ("Quay closed", None),
        ("2021 12 14 15 16 17 18 19", None),
        ("", None),
    ],
)
def test_language_is_told_from_the_text(text, code):
    assert languages_of([text]) == [code]


@pytest.mark.parametrize(
    ("given", "code"),
    [("English", "en"), ("en-GB", "en"), ("EN_us", "en"), ("ara", "ar"), ("fr", "fr"), ("Klingon", "Klingon")],
)
def test_given_languages_are_spelled_alike(given, code):
    assert language_code(given) == code


def test_an_arabic_article_is_loaded_and_counted(tmp_path):
    text = "قال المجلس يوم الثلاثاء إن الرصيف القديم سيظل مغلقا حتى الخريف"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(text, encoding="cp1256")
    articles = load_corpus(tmp_path)
    assert articles.text.tolist() == [text, text]
    assert articles.language.tolist() == ["ar", "ar"] and articles.n_words.tolist() == [11, 11]
