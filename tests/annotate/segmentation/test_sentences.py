import pandas as pd
import pytest

from mediaframes.annotate.segmentation.sentences import sentence_spans, split_sentences


@pytest.mark.parametrize(
    "text, sentences",
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("The U.S. said so. Iraq agreed.", ["The U.S. said so.", "Iraq agreed."]),
        ("It was made in the U.S. The talks failed.", ["It was made in the U.S.", "The talks failed."]),
        ("Gen. Aslan met Mr. Born. He left.", ["Gen. Aslan met Mr. Born.", "He left."]),
        ("“We will stay.” The envoy left.", ["“We will stay.”", "The envoy left."]),
        ('"We will stay." The envoy left.', ['"We will stay."', "The envoy left."]),
        ('"Stop!" he shouted. They ran.', ['"Stop!" he shouted.', "They ran."]),
        ("A headline without a stop\n\nThe text.", ["A headline without a stop", "The text."]),
        ("A headline\r\n\r\nThe text.", ["A headline", "The text."]),
        ("First line.\nSecond line.", ["First line.", "Second line."]),
        (
            "A sentence that is\nwrapped by hand. Another\none.",
            ["A sentence that is\nwrapped by hand.", "Another\none."],
        ),
        ("It fell 3.5 percent on Jan. 5. Then it rose.", ["It fell 3.5 percent on Jan. 5.", "Then it rose."]),
        ("The Israeli\u00a0regime spoke.\u00a0It left.", ["The Israeli\u00a0regime spoke.", "It left."]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_sentences_are_spans_of_the_text(text, sentences):
    assert [text[a:b] for a, b in sentence_spans(text)] == sentences


def test_parts_of_an_article():
    text = "Envoys meet\n\nTALTOWN (CW) – Two envoys met. They ate.\n\nA third stayed away."
    articles = pd.DataFrame({"article_id": ["a"], "title": ["Envoys meet"], "text": [text]})
    got = split_sentences(articles)
    parts = [(text[s:e], p) for s, e, p in zip(got["start"], got["end"], got["part"], strict=True)]
    assert parts == [
        ("Envoys meet", "headline"),
        ("TALTOWN (CW) –", "boilerplate"),
        ("Two envoys met.", "lead"),
        ("They ate.", "lead"),
        ("A third stayed away.", "body"),
    ]
    assert got["sentence"].tolist() == list(range(len(got)))


def test_no_title_no_headline():
    articles = pd.DataFrame({"article_id": ["a"], "title": [None], "text": ["One met. Two left.\n\nThree."]})
    assert split_sentences(articles)["part"].tolist() == ["lead", "lead", "body"]
