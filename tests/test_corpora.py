"""Thirteen kinds of corpora that people bring: each gives a whole report, whose findings are true of what was planted.

All texts are made here, by a seeded generator, of sentences written for this purpose.
"""

import json
import random
import re
import shutil
from pathlib import Path

import pandas as pd
import pytest

import mediaframes as mf
from mediaframes.report.write import find_notebooks, write_report

ROOT = Path(__file__).resolve().parents[1]
ABROAD = (
    "Iran accused the US of an attack on a ship.",
    "Officials in Washington said the ship had carried fuel.",
    "Israel said it would wait.",
    "“We want talks with Iran,” an American official said.",
    "Two sailors were killed, according to the Iraqi army.",
    "The Iranian regime denied the report.",
    "Iraq thanked the United Nations for its help.",
    "The talks were held in Doha on Monday.",
)
TOWN = (
    "Mayor Ida Sample opened the new bridge on Tuesday.",
    "The council heard Ida Sample for an hour, and Sample promised repairs.",
    "A reader of the library said the roof leaked again.",
    "The Upper Valley Water Board raised its prices in spring.",
    "Nobody at the Upper Valley Water Board answered the phone.",
    "Rain fell for nine days, and the river rose.",
)
RACE = (
    "Senator Rosa Exemplar spoke to farmers, and Exemplar promised lower taxes.",
    "Critics of Rosa Exemplar said that she had no plan.",
    "Governor Paul Placeholder attacked the plan of Rosa Exemplar.",
    "“I will win this race,” said Paul Placeholder.",
    "Polls showed Placeholder behind in most of the north.",
    "The party of Paul Placeholder met in the capital.",
)
WORDS = (
    "river bridge harbour field window morning winter garden street market village teacher farmer driver letter number "
    "paper table corner station road hill lamp coat kitchen barn boat ladder bottle basket carpet mirror pocket saddle"
).split()
ARABIC = "قالت الحكومة إن المحادثات ستستمر يوم الاثنين. وأضاف المتحدث أن الطرفين اتفقا على اللقاء مرة أخرى."


def article(draw, sentences, number=6):
    """A text of some paragraphs, no two alike."""
    chosen = draw.sample(sentences, min(number, len(sentences)))
    return "\n\n".join(f"{sentence} {_between(draw)} {_between(draw)}" for sentence in chosen)


def _between(draw):
    """A sentence that no other article has."""
    return f"The {' '.join(draw.choices(WORDS, k=14))} of the day."


def rows(kind, n, sentences, outlets=("Northern Gazette", "Southern Post", "The Weekly"), number=6):
    draw = random.Random(kind)
    return [
        {
            "article_id": f"{kind}-{i}",
            "outlet": outlets[i % len(outlets)],
            "published": f"2022-0{1 + i % 3}-{1 + i % 27:02d}",
            "title": f"Report {i} of the day",
            "text": article(draw, sentences, number),
        }
        for i in range(n)
    ]


def write_rows(folder, table):
    (folder / "articles.jsonl").write_text("".join(json.dumps(row) + "\n" for row in table), encoding="utf-8")


def sample(folder):
    shutil.copytree(ROOT / "corpus" / "sample", folder / "sample")


def saved_pages(folder):
    page = (
        '<html lang="en"><head><title>{title}</title><meta property="og:site_name" content="{outlet}">'
        '<meta property="article:published_time" content="{published}"></head>'
        "<body><nav>Home | World</nav><article><h1>{title}</h1>{body}</article></body></html>"
    )
    for row in rows("pages", 24, ABROAD):
        body = "".join(f"<p>{p}</p>" for p in row["text"].split("\n\n"))
        (folder / f"{row['article_id']}.html").write_text(page.format(body=body, **row), encoding="utf-8")


def election(folder):
    write_rows(folder, rows("race", 60, RACE))


def headlines(folder):
    outlets = [f"Outlet {i:02d}" for i in range(25)]
    draw = random.Random("headlines")
    table = [
        {
            "article_id": f"h{i}",
            "outlet": outlets[min(draw.randrange(25), draw.randrange(25))],
            "published": f"2022-0{1 + i % 3}-{1 + i % 27:02d}",
            "text": f"{draw.choice(ABROAD)[:-1]} in case {draw.randrange(10**6)}",
        }
        for i in range(400)
    ]
    write_rows(folder, table)


def undated(folder):
    write_rows(folder, [{k: v for k, v in row.items() if k != "published"} for row in rows("undated", 36, ABROAD)])


def one_outlet(folder):
    write_rows(folder, rows("one", 30, ABROAD, outlets=("The Only Paper",)))


def two_articles(folder):
    write_rows(folder, rows("two", 2, ABROAD))


def arabic(folder):
    write_rows(folder, [row | {"text": f"{ARABIC} {i}"} for i, row in enumerate(rows("arabic", 12, ABROAD))])


def mixed(folder):
    foreign = {"article_id": "foreign", "text": ARABIC, "outlet": "Northern Gazette", "published": "2022-01-05"}
    write_rows(folder, [*rows("mixed", 30, ABROAD), foreign])


def local_news(folder):
    write_rows(folder, rows("town", 36, TOWN))


def long_texts(folder):
    table = rows("long", 3, ABROAD)
    draw = random.Random("long")
    for row in table:
        row["text"] = "\n\n".join(article(draw, ABROAD, 8) for _ in range(57))
    write_rows(folder, table)


def six_articles(folder):
    write_rows(folder, rows("six", 6, ABROAD))


def ribbons(folder):
    table = rows("ribbon", 40, ABROAD)
    for i, row in enumerate(table):
        row["title"] = f"List of key events, day {60 + i}"
    copied = [row | {"article_id": f"copy-{i}", "outlet": "The Weekly"} for i, row in enumerate(table[:4])]
    write_rows(folder, [*table, *copied])


KINDS = (
    sample, saved_pages, election, headlines, undated, one_outlet, two_articles, arabic, mixed, local_news, long_texts,
    six_articles, ribbons,
)  # fmt: skip


@pytest.fixture
def corpus(request, tmp_path):
    folder = tmp_path / request.param.__name__
    folder.mkdir()
    request.param(folder)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("corpus", KINDS, indirect=True, ids=lambda kind: kind.__name__)
def test_every_notebook_runs_to_its_end_on_every_kind_of_corpus(corpus, tmp_path):
    index = write_report(corpus, tmp_path / "report", notebooks=ROOT / "notebooks")
    page = index.read_text(encoding="utf-8")
    assert page.count("<article>") == len(find_notebooks(ROOT / "notebooks"))
    assert "not complete" not in page
    findings = re.findall(r'<p class="finding">(.*?)</p>', page)
    assert findings and not [f for f in findings if "(missing)" in f or "nan" in f.lower().split()]


@pytest.mark.parametrize("corpus", [mixed], indirect=True)
def test_what_could_not_be_read_is_in_no_denominator(corpus):
    evidence = mf.annotate(mf.load_corpus(corpus), mf.load_actors("Iran"), syntax=False, attitudes=False)
    by_month = mf.attention(evidence, by="month")
    assert by_month["n"].sum() == 30
    assert by_month.loc[by_month["month"] == "2022-01-01", "n"].item() == 10


@pytest.mark.parametrize(
    ("corpus", "first"), [(election, "Rosa Exemplar"), (local_news, "Ida Sample")], indirect=["corpus"]
)
def test_those_who_matter_are_looked_at(corpus, first):
    assert first in [actor.name for actor in mf.actors_in(mf.load_corpus(corpus))][:2]


@pytest.mark.parametrize("corpus", [headlines, ribbons], indirect=True)
def test_series_and_headlines_are_no_copies(corpus):
    articles = mf.load_corpus(corpus)
    copies = articles.dropna(subset="copy_of")
    assert copies.groupby("copy_of").size().tolist() == ([2] * 4 if corpus.name == "ribbons" else [])


@pytest.mark.parametrize("corpus", [undated], indirect=True)
def test_without_dates_there_is_no_trend_and_a_reason(corpus):
    evidence = mf.annotate(mf.load_corpus(corpus), mf.load_actors("Iran"), syntax=False, attitudes=False)
    with pytest.warns(UserWarning, match="no article has a date"):
        seen = mf.trend(evidence, mf.attention, by=None)
    assert seen.empty and isinstance(seen, pd.DataFrame)
