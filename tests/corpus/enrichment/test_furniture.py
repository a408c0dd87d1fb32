"""Furniture is marked, sentences are not."""

import time
from itertools import pairwise

import pytest

from mediaframes.corpus.data import yaml_beside
from mediaframes.corpus.enrichment import furniture
from mediaframes.corpus.enrichment.furniture import FURNITURE_KINDS, furniture_spans
from mediaframes.corpus.enrichment.furniture_rules import LINE_RULES

RULES = yaml_beside(furniture.__file__, "furniture.yaml")["rules"]


def marked(text):
    return [(text[start:end], kind) for start, end, kind in furniture_spans(text)]


@pytest.mark.parametrize(
    "dateline",
    [
        "TEHRAN (IP) – ",
        "WASHINGTON (Reuters) - ",
        "BAGHDAD, Iraq (AP) — ",
        "RAMALLAH, West Bank (AP) -- ",
        "NEW YORK, Dec. 14 (UPI) — ",
        "Tehran (AFP) – ",
        "(Reuters) - ",
        "Aug 27 (Reuters) - ",
        "WASHINGTON — ",
        "ST. LOUIS, Mo. — ",
        "LONDON/PARIS (Reuters) - ",
        "JERUSALEM, April 3 — ",
        "Tehran, IRNA – ",
        "PORTVILLE, Oman (AP) _ ",
        "Portville (QNB)- ",
        "Port Louis, March 3 (MNO)-",
        "New Portville (QNB) – ",
        "Portville TimesPortville Times News: ",
        "Quay TodayQuay Wire - ",
    ],
)
def test_a_dateline_is_marked_up_to_the_sentence(dateline):
    text = f"A headline\n\n{dateline}Ministers met on Tuesday.\n"
    assert marked(text) == [(dateline, "dateline")]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Read more: Harbour plan put off again", "related"),
        ("ALSO READ: Ferry strike enters third week", "related"),
        ("Related: A history of the old quay", "related"),
        ("Click here for the full timetable", "related"),
        ("Reporting by Ada Example in Portville; editing by Bo Sample", "credit"),
        ("(Additional reporting by Ada Example, Bo Sample; Editing by C. D. Third)", "credit"),
        ("Ada Example contributed to this report.", "credit"),
        ("The Associated Press contributed to this report.", "credit"),
        ("Reuters", "credit"),
        ("(AP)", "credit"),
        ("This article was originally published by The Ledger.", "credit"),
        ("By Ada Example", "byline"),
        ("By ADA EXAMPLE and Bo Sample, The Ledger", "byline"),
        ("By Ada Example, staff writer", "byline"),
        ("Photo: a crane in the harbour", "caption"),
        ("FILE - In this March 3 photo a crane stands in the harbour.", "caption"),
        ("A crane stands in the harbour on Monday. (AP Photo/Ada Example)", "caption"),
        ("Ada Example/Getty Images", "caption"),
        ("Sign up for our morning newsletter", "newsletter"),
        ("Subscribe to our channel for daily news.", "newsletter"),
        ("Get the day's top stories in your inbox", "newsletter"),
        ("Follow The Ledger on Twitter: @ledger", "newsletter"),
        ("© 2021 The Ledger", "copyright"),
        ("Copyright 2021 The Ledger. All rights reserved.", "copyright"),
        ("Terms of use | Privacy policy", "copyright"),
        ("Share this article", "share"),
        ("Facebook Twitter Email Print", "share"),
        ("Share | Tweet | 12 comments", "share"),
        ("View all comments", "share"),
        ("Advertisement", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("Published 4 March 2021, 10:30 am", "timestamp"),
        ("Last updated: Thu 4 Mar 2021 10.30 GMT", "timestamp"),
        (".headline { ", "code"),
        ("Edited by: Ada Example", "credit"),
        ("Editor: Ada Example", "credit"),
        ("The Ledger with agencies", "credit"),
        ("With files from The Canadian Press", "credit"),
        ("This story has not been edited by our staff.", "credit"),
        ("-ends-", "credit"),
        ("###", "credit"),
        ("AP Photo/Ada Example", "caption"),
        ("File photo", "caption"),
        ("Credit: Reuters", "caption"),
        ("Join our Telegram channel", "newsletter"),
        ("Subscribe to The Ledger on YouTube", "newsletter"),
        ("Download the Ledger app for more", "newsletter"),
        ("Tags: Iran, US, nuclear", "related"),
        ("Must read: The quay that nobody wanted", "related"),
        ("4 March 2021", "timestamp"),
        ("Thursday, March 4, 2021 10:30 am", "timestamp"),
    ],
)
def test_a_line_of_furniture(line, kind):
    text = f"A headline\n{line}\n\nThe council met on Tuesday.\n"
    assert marked(text) == [(line.strip(), kind)]
    assert kind in FURNITURE_KINDS


@pytest.mark.parametrize(("number", "rule"), list(enumerate(RULES)), ids=[rule["example"] for rule in RULES])
def test_each_rule_is_the_first_that_fits_its_example(number, rule):
    line = rule["example"]
    assert next(i for i, (_, _, pattern) in enumerate(LINE_RULES) if pattern.fullmatch(line)) == number
    assert marked(f"A headline\n{line}\n\nThe council met on Tuesday.\n") == [(line, rule["kind"])]


@pytest.mark.parametrize(
    "sentence",
    [
        "The council met on Tuesday and read more documents than it had to.",
        "Read more than any other page, the list was printed on Monday.",
        "Related parties were told of the plan on Monday, the port said.",
        "By Tuesday the ships had left the harbour.",
        "By noon, Iraq and Iran had both signed.",
        "Reporting by state television showed tanks on the road to the border.",
        "Writing by hand was once the rule in the ministry.",
        "Reuters reported on Monday that the talks had failed.",
        "AP said the ship was empty.",
        "The Associated Press said its reporter had been held.",
        "Copyright law was the subject of the second day.",
        "Share prices fell in Baghdad.",
        "Comments by the minister angered the union.",
        "Photographs of the damage were shown to the court.",
        "Images from the scene showed smoke over the quay.",
        "Follow the money, the auditor told the council.",
        "Subscribe, or the paper dies, its owner said.",
        "Published in March, the report blamed the port.",
        "Updated rules will be sent to the ministries in May.",
        "The Trans-Pacific pact (TPP) - a deal of twelve states - was signed.",
        "NATO — and the states next to it — kept silent.",
        "The U.S. — which had sent two ships — withdrew them.",
        "Iran (which denies it) - like Iraq - was not at the table.",
        "Watch: the council will come back to the matter.",
        "Print runs were cut.",
        "This article of the treaty was never used.",
        "2018",
        "Yes",
        "From Tehran the delegation flew to Muscat.",
        "Human Rights Watch (HRW) - The group waited.",
        "Friends of the Quay (FQ) - Its members sang.",
        "Ada Example: McExample is no name.",
        "Ada MacExample: Example is no name.",
        "From Baghdad, with little hope.",
        "Terms of the deal were not published.",
        "Advertisements for the plan were put up in May.",
        "Sponsored by Israel, the draft found no majority.",
        "Editors: they are paid less each year, the union said.",
        "Topics: trade, water and the border were the three on the list.",
        "In March 2021 the council met.",
        "It ends.",
        "Intelligence agencies had warned of it.",
        "Join our talks, the minister told the union.",
        "May 2021 was the worst month.",
        "March 4, 2021: the day it all went wrong.",
        "Published in May.",
        "Tehran, Moscow and Beijing – the three – agreed.",
    ],
)
def test_a_sentence_of_the_article_is_left_alone(sentence):
    assert marked(f"A headline\n\n{sentence}\n\nThe talks went on.") == []


def test_headlines_under_read_more_end_at_the_next_sentence():
    text = (
        "The talks failed.\n\nRead more:\n\n- Ferry strike enters third week\n• Who owns the quay?\n"
        "“A bad day,” says port\n\nThe minister left at noon.\n\nWhat comes next\n"
    )
    assert [piece for piece, _ in marked(text)] == [
        "Read more:",
        "- Ferry strike enters third week",
        "• Who owns the quay?",
        "“A bad day,” says port",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        *((text, []) for text in ("", "\n\n", "   ", "\r\n\u2028\x0b", "(", "- -", "A (", "—", "By")),
        ("Read more", [("Read more", "related")]),
    ],
)
def test_odd_texts_do_no_harm(text, found):
    assert marked(text) == found


def test_spans_are_sorted_apart_and_point_into_the_text_whatever_the_line_ends():
    text = "WASHINGTON (Reuters) - One met.\r\n\r\n\u00a0Read more:\r\n  Two met again\r\nSource: Reuters\r\n"
    spans = furniture_spans(text)
    assert marked(text)[1:] == [("Read more:", "related"), ("Two met again", "related"), ("Source: Reuters", "credit")]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize(
    "unit",
    ["a ", "A-", "(AP) ", "By A, ", "follow ", "Photo (", "share on ", "© ", "\n", "x{", "1,", "A-", "Reporting "],
)
def test_hostile_repetition_takes_no_long_time(unit):
    begun = time.perf_counter()
    furniture_spans(unit * 20_000)
    furniture_spans("\n".join([unit * (390 // len(unit))] * 200))
    furniture_spans(
        "\n".join(f"{start} {unit * (100 // len(unit))}x1" for start in ("By", "Updated 2021/1", "Reporting by A"))
    )
    assert time.perf_counter() - begun < 3
