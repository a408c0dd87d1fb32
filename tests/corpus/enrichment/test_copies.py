"""Copies and stories, on planted copies and on texts that can be compared by eye."""

import random
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
import polars as pl
import pytest
from bars import GOLD, bars, hold, needs

from mediaframes.corpus import load_corpus, read_corpus
from mediaframes.corpus.enrichment.copies import copy_groups, shingle_hashes
from mediaframes.corpus.enrichment.stories import story_groups

SAMPLE = Path(__file__).resolve().parents[3] / "corpus" / "sample"
NEWS = "../corpora/us_election_2016"


def prose(seed, words=120):
    """Make a text of drawn words in sentences of ten, four sentences a paragraph."""
    draw = random.Random(seed)
    stock = [f"w{draw.choice('bdklmnr')}{draw.choice('aeiou')}{n}x" for n in range(400)]
    sentences = [" ".join(draw.choices(stock, k=10)).capitalize() + "." for _ in range(words // 10)]
    return "\n\n".join(" ".join(sentences[i : i + 4]) for i in range(0, len(sentences), 4))


def table(*rows):
    frame = pd.DataFrame(rows, columns=["article_id", "published", "text"])
    return frame.assign(published=pd.to_datetime(frame.published), title=None).astype({"title": "str", "text": "str"})


def test_shingles_are_counted_as_by_hand():
    texts = pl.Series(["One two three four five six, ONE two three four five!", "one two", "", "One, two"])
    hashes, bounds = shingle_hashes(texts)
    # 7 runs of five words, of which "one two three four five" occurs twice
    assert np.diff(bounds).tolist() == [6, 1, 0, 1]
    assert hashes[6] == hashes[7]


def test_copies_are_found_within_the_window_and_named_after_the_smallest_id():
    a, b, short = prose(1), prose(2), "Two ships left."
    articles = table(
        ("c", "2021-03-01", a),
        ("b", "2021-03-03", "AGENCY - " + a.replace(". ", ", it said. ", 1)),
        ("z", "2021-03-02", b),
        ("a", "2021-03-20", a),
        ("d", None, b),
        ("s1", "2021-03-01", short),
        ("s2", "2021-03-01", short.upper()),
        ("s3", "2021-03-01", short + " Then they came back."),
    )
    assert copy_groups(articles) == ["b", "b", "d", None, "d", "s1", "s1", None]


def test_cut_copy_and_copy_within_a_longer_article_are_found():
    a = prose(1, 240)
    articles = table(
        ("a", "2021-03-01", a),
        ("b", "2021-03-01", a[: len(a) // 3]),
        ("c", "2021-03-01", prose(3, 300) + "\n\n" + a[: len(a) // 2]),
        ("d", "2021-03-01", prose(4)),
    )
    assert copy_groups(articles)[:2] == ["a", "a"] and copy_groups(articles)[3] is None


def test_no_articles_and_articles_without_words():
    assert copy_groups(table()) == [] == story_groups(table())
    assert copy_groups(table(("a", None, "1 2"), ("b", None, "—"))) == [None, None]
    assert story_groups(table(("a", None, "1 2"), ("b", None, "—"))) == [None, None]


def test_stories_join_what_is_alike_and_near():
    quay, ferry = "harbour quay crane mayor repair stone", "ferry strike crew captain island ticket"
    rows = [
        ("a", "2021-03-01", f"{quay} council vote"),
        ("b", "2021-03-02", f"{quay} delay cost"),
        ("c", "2021-03-20", quay),
    ]
    rows += [
        ("d", "2021-03-01", f"{ferry} company"),
        ("e", "2021-03-03", f"{ferry} union"),
        ("f", "2021-03-02", "wheat rain"),
    ]
    assert story_groups(table(*rows)) == ["a", "a", None, "d", "d", None]
    assert story_groups(table(*rows), copies=[None, None, "a", None, None, "a"])[2::3] == ["c", "c"]


@pytest.mark.parametrize("pattern, stories", [
    ("The harbour war: list of key events, day {n}", 0), ("Flash report no {n} on harbour and quay | Port News", 0),
    ("The harbour war live: {event}", 1), ("{event}", 1),
])  # fmt: skip
def test_a_series_is_no_story_and_what_stands_under_its_ribbon_is(pattern, stories):
    events = ["wheat rain spoils grain barn", "grain barn wheat rain spoils", "bakers win cup", "owls return north",
              "trains stop snow", "bridge opens late", "quay crane repaired again"]  # fmt: skip
    texts = [pattern.format(n=60 + n, event=event) for n, event in enumerate(events)]
    news = table(*((f"a{n}", "2021-03-01", text) for n, text in enumerate(texts))).assign(outlet="Port News")
    elsewhere = table(*((f"b{n}", "2021-02-01", f"a key war report of {n} events") for n in range(3)))
    groups = story_groups(pd.concat([elsewhere.assign(outlet="B"), news], ignore_index=True))[3:]
    assert groups == ["a0", "a0", *[None] * 5] if stories else set(groups) == {None}


def test_given_names_win(tmp_path):
    lines = [
        ("a", "agency-1", prose(1)),
        ("b", "", prose(1)),
        ("c", "", prose(2)),
        ("d", "", prose(2)),
        ("e", "own", prose(3)),
    ]
    rows = "\n".join(f'{i},{c},"{t}",Reuters' for i, c, t in lines)
    (tmp_path / "x.csv").write_text(f"id,copy_of,text,wire\n{rows}\n")
    articles = load_corpus(tmp_path)
    assert articles.copy_of.tolist() == ["agency-1", "agency-1", "c", "c", "own"]
    left, _ = read_corpus(tmp_path, groups=False)
    assert left.copy_of.notna().sum() == 2


# Name in bars.csv -> share of the words replaced, share of the paragraphs kept.
EDITS = {
    "as it is": (0, 1),
    "2 % of words": (0.02, 1),
    "5 % of words": (0.05, 1),
    "10 % of words": (0.1, 1),
    "20 % of words": (0.2, 1),
    "half cut": (0, 0.5),
    "half cut, 5 % of words": (0.05, 0.5),
    "three quarters cut": (0, 0.25),
}


def edited(text, replaced, kept, draw, stock):
    paragraphs = [p for p in text.split("\n") if p.strip()]
    paragraphs = paragraphs[: max(1, round(len(paragraphs) * kept))]
    words = "\n\n".join(paragraphs).split(" ")
    return " ".join(draw.choice(stock) if draw.random() < replaced else word for word in words)


def planted(articles, edit, seed=7):
    """Return articles of at least 150 words, edited copies of a third of them at the end, and how many these are."""
    draw = random.Random(seed)
    news = articles[articles.n_words >= 150]
    news = news.sample(min(300, len(news)), random_state=seed).reset_index(drop=True)
    some = news.iloc[: len(news) // 3]
    stock = news.text[0].split(" ")
    texts = [edited(text, *EDITS[edit], draw, stock) for text in some.text]
    return pd.concat([news, some.assign(article_id="x" + some.article_id, text=texts)], ignore_index=True), len(some)


def scores(articles, edit):
    """Return the share of the planted copies that are found, and how many wrong pairs are found a planted copy."""
    both, n = planted(articles, edit)
    groups, first = copy_groups(both), len(both) - n
    right = sum(groups[i] is not None and groups[i] == groups[first + i] for i in range(n))
    members = pd.Series(range(len(both))).groupby(pd.Series(groups, dtype="object")).apply(list)
    pairs = sum(1 for rows in members for _ in combinations(rows, 2))
    natural = pd.Series(copy_groups(both.iloc[:first]), dtype="object").dropna().duplicated().sum()
    return {"recall": right / n, "wrong pairs a copy": max(0, pairs - right - natural) / n}


@pytest.fixture(scope="module")
def own():
    articles = read_corpus(SAMPLE, groups=False)[0]
    return articles[articles.wire.isna()]


@pytest.fixture(scope="module")
def news():
    return read_corpus(GOLD / NEWS, groups=False)[0]


@pytest.mark.parametrize("bar", bars("copies", own=True))
def test_copies_planted_among_the_sample(own, bar):
    hold(bar, scores(own, bar["part"])[bar["measure"]])


@needs(NEWS)
@pytest.mark.parametrize("bar", bars("copies"))
def test_copies_planted_among_news(news, bar):
    hold(bar, scores(news, bar["part"])[bar["measure"]])


def test_a_series_of_short_texts_is_no_copy():
    text = "Day {} of the talks in the harbour town: what has happened since the morning, and what comes next"
    table = pd.DataFrame({"article_id": list("abc"), "text": [text.format(n) for n in (87, 91, 87)]})
    assert copy_groups(table.assign(published=pd.Timestamp("2022-01-01"))) == ["a", None, "a"]
