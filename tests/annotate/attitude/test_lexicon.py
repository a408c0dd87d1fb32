import math

import pandas as pd

from mediaframes.annotate.attitude.lexicon import lexicon_tone, score_sentence


def test_a_friendly_name_is_no_friendly_sentence():
    sentence = "The United States sent an envoy."
    assert score_sentence(sentence)["lexicon"] > 0.2  # the trap: VADER's lexicon has united as positive
    masked = score_sentence(sentence, [(4, 17)])
    assert math.isnan(masked["lexicon"])
    assert masked["covered"] == 0


def test_no_known_word_is_missing_not_neutral():
    scores = score_sentence("The envoy flew to the capital on Tuesday.")
    assert math.isnan(scores["lexicon"]) and scores["covered"] == 0


def test_capitals_change_nothing():
    assert score_sentence("GOOD TALKS end in the capital") == score_sentence("good talks end in the capital")


def test_negation_is_heard():
    assert score_sentence("The talks were not good.")["lexicon"] < 0 < score_sentence("The talks were good.")["lexicon"]


def test_each_mention_gets_the_score_of_its_sentence():
    text = "Iraq praised the good talks. Iran left."
    articles = pd.DataFrame({"article_id": ["a"], "text": [text]})
    sentences = pd.DataFrame({"article_id": "a", "sentence": [0, 1], "start": [0, 29], "end": [28, 39], "part": "body"})
    mentions = pd.DataFrame(
        {"mention_id": ["a:0", "a:29"], "article_id": "a", "sentence": [0, 1], "start": [0, 29], "end": [4, 33]}
    )
    tone = lexicon_tone(articles, sentences, mentions)
    assert tone["mention_id"].tolist() == ["a:0", "a:29"]
    assert tone["lexicon"][0] > 0
    assert math.isnan(tone["lexicon"][1])
