"""Rules for sources and contents, one construction a row: (text, lemma of the cue, source, content)."""

import pandas as pd
import pytest

from mediaframes.annotate.attribution.attributions import cue_sentences, find_attributions
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


SOURCES = [
    ("While Doe has said that the dam is safe, Roe has doubts.", "say", "Doe", ["that the dam is safe"]),
    ("She’s said that the dam is safe.", "say", "She", ["that the dam is safe"]),
    ("The guests used half of their evening to praise the cook.", "praise", "The guests", ["the cook"]),
    ('"Which bridge?" asked Mr. Holm, referring to the map.', "refer", "Mr. Holm", ["the map"]),
    ('"Which bridge?" asked Mr. Holm.', "ask", "Mr. Holm", ['"Which bridge?"']),
    ("The letter, which she said represented her work, was lost.", "say", "she", ["represented her work"]),
    ("Voters are convinced that the plan failed.", "convince", "Voters", ["that the plan failed"]),
    ("The plan was denounced on Monday by the unions.", "denounce", "the unions", ["The plan"]),
    ("He spoke in favor of the dam.", "favor", "He", ["the dam"]),
    ("Critics of the plan gathered at the port.", "critic", "Critics", ["the plan"]),
    ("The ministry faced accusations that the dam was unsafe.", "accusation", None, ["that the dam was unsafe"]),
    ("The ruling angered the unions.", "anger", "the unions", ["The ruling"]),
    ("The unions were angered by the ruling.", "anger", "The unions", ["the ruling"]),
    ("Army radio quoted a commander as saying the raid was over.", "say", "a commander", ["the raid was over"]),
    (
        "The envoy was told by the minister that the talks had failed.",
        "tell",
        "the minister",
        ["that the talks had failed"],
    ),
    (
        "Peter Holm, who leads the union, said the port would close and accused the state of lying.",
        "accuse",
        "Peter Holm, who leads the union,",
        ["the state of lying"],
    ),
]
CONTENTS = [
    ("He made clear that the plan would fail.", "clear", "He", ["that the plan would fail"]),
    ("There were calls to close the border.", "call", None, ["to close the border"]),
    ("Analysts see the move as a signal to rivals.", "see", "Analysts", ["the move as a signal"]),
    ("The change was seen by some as a defeat.", "see", "some", ["The change", "as a defeat"]),
    ("Doe argued his plan for the harbour is sound.", "argue", "Doe", ["his plan for the harbour is sound"]),
    ("The union called on Mayor Anna Marten to reopen the port.", "call", "The union", ["Mayor Anna Marten to reopen"]),
    ("The mayor denied the charge in an interview on Monday.", "deny", "The mayor", ["the charge"]),
    (
        "If anything, Doe wrote in his diary, the dam is a ruin.",
        "write",
        "Doe",
        ["If anything", "the dam is a ruin"],
    ),
    ("The bridge was unsafe, court records show.", "show", "court records", ["The bridge was unsafe"]),
    (
        "The blast killed twelve, doctors and witnesses said Tuesday.",
        "say",
        "doctors and witnesses",
        ["The blast killed twelve"],
    ),
    ("The union said the port would close but added that talks went on.", "say", "The union", ["the port would close"]),
    ('Doe fired back: "That would be good."', "fire", "Doe", ['"That would be good."']),
    ("Doe pushed back against the claim.", "push", "Doe", ["the claim"]),
    ("As the envoy put it, the deal is dead.", "put", "the envoy", ["the deal is dead"]),
    (
        "A third of all towns (up from a tenth, according to the ministry) have no doctor.",
        "according to",
        "the ministry",
        ["up from a tenth"],
    ),
    (
        "The envoy said that according to the count, the bill had passed.",
        "according to",
        "the count",
        ["the bill had passed"],
    ),
    ("Unions oppose closing the port.", "oppose", "Unions", ["closing the port"]),
]


@pytest.mark.parametrize(("text", "lemma", "source", "content"), SOURCES + CONTENTS)
def test_source_and_content(text, lemma, source, content):
    rows = [r for r in read(text) if r["cue_lemma"] == lemma]
    assert len(rows) == 1
    assert rows[0]["source_text"] == source
    found = parts(text, rows[0])
    assert len(found) == len(content)
    assert all(f.startswith(c) for f, c in zip(found, content, strict=True))


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
    assert parts(text, rows[0])[-1].endswith("“Nobody believed us.”")


def test_what_is_only_wanted_is_no_speech():
    forms = {r["cue_lemma"]: r["form"] for r in read("The unions want to strike. The union said the port would close.")}
    assert forms == {"want": "infinitive", "say": "clause"}
