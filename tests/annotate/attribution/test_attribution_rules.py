"""Sources and contents over several sentences, and what is no attribution; single ones are rows of YAML."""

import pandas as pd
import pytest

from mediaframes.annotate.attribution.attributions import find_attributions
from mediaframes.annotate.attribution.triage import cue_sentences
from mediaframes.annotate.segmentation.sentences import split_sentences
from mediaframes.annotate.syntax.parser import parse


def read(text, title=None):
    articles = pd.DataFrame({"article_id": ["a"], "text": [text], "title": [title]})
    sentences = list(split_sentences(articles)[["start", "end", "part"]].itertuples(index=False, name=None))
    wanted = sorted(cue_sentences(text, sentences))
    docs = dict(zip(wanted, parse(text[sentences[i][0] : sentences[i][1]] for i in wanted), strict=True))
    return find_attributions(text, sentences, docs)


def parts(text, row):
    return [text[a:b] for a, b in row["content_spans"]]


@pytest.mark.parametrize(
    "text",
    [
        "The novel “The Long Night” was read by many.",
        "The so-called “peace camp” left the hall.",
        "She starred in “The Long Night,” a film about war, in 1990.",
        "The rebels put the toll at ten.",
        "The army attacked the town.",
        "Artillery blasted the village.",
        "The army hit the base for the second time.",
        "Rockets hit the harbour.",
        "The men shot a guard and fired into the air.",
    ],
)
def test_no_attribution(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            'The talks failed.\n\nBanks disagree - Anna Marten: "Nobody at the table listened to us."',
            "Anna Marten",
            '"Nobody at the table listened to us."',
        ),
        (
            '"Nobody at the table listened to us."\n\n- Anna Marten.\n\nIt rained.',
            "Anna Marten",
            '"Nobody at the table listened to us."',
        ),
        (
            "It rained.\n\nThe talks have failed for good — Anna Marten (@marten) July 5",
            "Anna Marten",
            "The talks have failed for good",
        ),
        ("It rained.\n\nQ: Did the talks fail?\n\nA: We tried it for weeks.", "A", "We tried it for weeks."),
        (
            "It rained.\n\nAnna Marten writes:\n\nThe talks have failed for good.\n\nIt rained again.",
            "Anna Marten",
            "The talks have failed for good.",
        ),
    ],
)
def test_names_beside_what_they_said(text, source, content):
    rows = [r for r in read(text) if r["source_text"] == source]
    assert [text[r["content_start"] : r["content_end"]] for r in rows] == [content]


def test_the_turns_of_a_transcript_go_on_to_the_next_label():
    text = (
        "It rained.\n\nAnna Marten: We tried.\n\nWe failed.\n\nPeter Holm: Why?\n\nMarten: Nobody listened."
        "\n\nAnna Marten: Nobody at all."
    )
    first = next(r for r in read(text) if r["source_text"] == "Anna Marten")
    assert text[first["content_start"] : first["content_end"]] == "We tried.\n\nWe failed."


def test_headlines_that_name_who_is_told():
    headline = "Marten to unions: Talks have failed"
    text = f"{headline}\n\nOn Monday, Marten met the unions."
    (row,) = [r for r in read(text, headline) if r["form"] == "label"]
    assert row["source_text"] == "Marten"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The minister (Peter Holm) said the deal was dead.", "Peter Holm"),
        ('"Why now?" asked Mr. Holm. Peter Holm had waited.', "Holm"),
        ("Anna Marten came home. “We were told by the minister to wait,” she said.", "Anna Marten"),
        ("Supreme Leader Ali Holm has ruled since 1990. The Leader said the deal was dead.", "Ali Holm"),
        ("President Peter Holm met Anna Marten. She said nothing would change.", "Anna Marten"),
    ],
)
def test_names_of_sources(text, name):
    assert read(text)[-1]["source_name"] == name


def test_a_quotation_goes_on_until_someone_else_speaks():
    text = "“We won,” Holm said. “It was hard for us.”\n\n“Nobody believed us.”\n\n“They laughed at us,” Marten said."
    rows = read(text)
    assert [r["source_text"] for r in rows] == ["Holm", "Marten"]
    assert parts(text, rows[0]) == ["“We won,”", "“It was hard for us.”\n\n“Nobody believed us.”"]


def test_what_is_only_wanted_is_no_speech():
    forms = {r["cue_lemma"]: r["form"] for r in read("The unions want to strike. The union said the port would close.")}
    assert forms == {"want": "infinitive", "say": "clause"}
