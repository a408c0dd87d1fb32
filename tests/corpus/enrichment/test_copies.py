"""Copies and stories, on planted copies and on texts that can be compared by eye."""

import os
import random
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
import polars as pl
import pytest

from mediaframes.corpus import load_corpus, read_corpus
from mediaframes.corpus.enrichment.copies import copy_groups, shingle_hashes
from mediaframes.corpus.enrichment.stories import story_groups

SHARED = Path(os.environ.get("MEDIAFRAMES_SHARED", Path(__file__).parents[4] / "shared")) / "corpora"
NEWS = SHARED / "us_election_2016"


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


EDITS = {  # name -> (share of words replaced, share of paragraphs kept, lowest recall)
    "as it is": (0, 1, 1.0),
    "2 % of words": (0.02, 1, 1.0),
    "5 % of words": (0.05, 1, 1.0),
    "10 % of words": (0.1, 1, 0.9),
    "20 % of words": (0.2, 1, 0.0),
    "half cut": (0, 0.5, 0.95),
    "half cut, 5 % of words": (0.05, 0.5, 0.9),
    "three quarters cut": (0, 0.25, 0.9),
}


def edited(text, replaced, kept, draw, stock):
    paragraphs = [p for p in text.split("\n") if p.strip()]
    paragraphs = paragraphs[: max(1, round(len(paragraphs) * kept))]
    words = "\n\n".join(paragraphs).split(" ")
    return " ".join(draw.choice(stock) if draw.random() < replaced else word for word in words)


@pytest.mark.skipif(not NEWS.exists(), reason="the news corpus is not present")
@pytest.mark.parametrize("edit", EDITS)
def test_accuracy_on_planted_copies(edit):
    replaced, kept, lowest = EDITS[edit]
    draw = random.Random(7)
    news = read_corpus(NEWS, groups=False)[0]
    news = news[news.n_words >= 150].sample(300, random_state=7).reset_index(drop=True)
    stock = news.text[0].split(" ")
    planted = news.iloc[:100].assign(
        article_id="x" + news.article_id[:100], text=[edited(t, replaced, kept, draw, stock) for t in news.text[:100]]
    )
    both = pd.concat([news, planted], ignore_index=True)
    groups = copy_groups(both)
    right = sum(groups[i] is not None and groups[i] == groups[len(news) + i] for i in range(100))
    members = pd.Series(range(len(both))).groupby(pd.Series(groups, dtype="object")).apply(list)
    pairs = sum(1 for rows in members for _ in combinations(rows, 2))
    natural = pd.Series(copy_groups(news), dtype="object").dropna().duplicated().sum()
    wrong = max(0, pairs - right - natural)
    print(f"copies, {edit}: recall {right / 100:.2f}, precision {right / max(1, right + wrong):.2f}")
    assert right / 100 >= lowest and wrong <= 0.05 * max(1, right)
