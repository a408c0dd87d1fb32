import pandas as pd
import pytest

from mediaframes.annotate.attribution.attributions import ATTRIBUTION_KEYS, find_attributions
from mediaframes.annotate.attribution.triage import cue_sentences
from mediaframes.annotate.segmentation.sentences import split_sentences
from mediaframes.annotate.syntax.parser import parse


def read(text, title=None, *, everything=False):
    """The attributions of one article, parsed as far as needed or wholly."""
    articles = pd.DataFrame({"article_id": ["a"], "text": [text], "title": [title]})
    sentences = list(split_sentences(articles)[["start", "end", "part"]].itertuples(index=False, name=None))
    wanted = sorted(range(len(sentences)) if everything else cue_sentences(text, sentences))
    docs = dict(zip(wanted, parse(text[sentences[i][0] : sentences[i][1]] for i in wanted), strict=True))
    return find_attributions(text, sentences, docs)


def brief(text, title=None):
    """(source, lemma, content, kind) of each attribution of an article."""
    return [
        (r["source_text"], r["cue_lemma"], text[r["content_start"] : r["content_end"]], r["kind"])
        for r in read(text, title)
    ]


ONE_SENTENCE = [
    ("The minister said that the talks had failed.", "The minister", "that the talks had failed", "indirect"),
    (
        "The talks, the minister said, had failed.",
        "the minister",
        "The talks, the minister said, had failed",
        "indirect",
    ),
    ("“The talks have failed,” the minister said.", "the minister", "“The talks have failed,”", "direct"),
    ('"The talks have failed," said the minister.', "the minister", '"The talks have failed,"', "direct"),
    ('The minister said: "The talks have failed."', "The minister", '"The talks have failed."', "direct"),
    ("«The talks have failed,» the minister said.", "the minister", "«The talks have failed,»", "direct"),
    (
        'The minister said the talks were "a waste of time".',
        "The minister",
        'the talks were "a waste of time"',
        "mixed",
    ),
    ('"Which bridge?" asked Mr. Holm.', "Mr. Holm", '"Which bridge?"', "direct"),
    ('Doe fired back: "That would be good."', "Doe", '"That would be good."', "direct"),
    ("As the minister said, the talks had failed.", "the minister", "the talks had failed", "indirect"),
    ("The mayor is expected to resign.", None, "The mayor is expected to resign", "indirect"),
]


@pytest.mark.parametrize(("text", "source", "content", "kind"), ONE_SENTENCE)
def test_one_sentence(text, source, content, kind):
    assert [(found[0], *found[2:]) for found in brief(text)] == [(source, content, kind)]


def test_the_parts_of_a_content_around_its_cue():
    text = '"We tried," the envoy said, "but the talks failed."'
    (row,) = read(text)
    assert [text[a:b] for a, b in row["content_spans"]] == ['"We tried,"', '"but the talks failed."']
    assert (row["content_start"], row["content_end"]) == (0, len(text))
    assert row["source_text"] == "the envoy"


def test_a_second_quotation_in_the_paragraph_has_the_same_source():
    text = '"We tried," the envoy said. "We will try again until the talks succeed."'
    (row,) = read(text)
    assert row["content_end"] == len(text)


def test_a_quotation_of_several_paragraphs_is_one_attribution():
    text = (
        'The envoy said: "We tried for weeks to reach a deal.\n\n"We failed because nobody listened.\n\n'
        '"We will try again."\n\nThe hall was empty.'
    )
    (row,) = read(text)
    assert text[row["content_start"] : row["content_end"]] == text[len("The envoy said: ") : text.index("\n\nThe hall")]


def test_according_to_has_its_noun_as_source_only():
    text = "According to the ministry, the envoy of the northern state left the hall in anger on Monday."
    (row,) = read(text)
    assert row["source_text"] == "the ministry"
    assert text[row["content_start"] : row["content_end"]] == text[len("According to the ministry, ") : -1]


@pytest.mark.parametrize(
    "text",
    [
        'The envoy said "we will stay. Then she left.',
        'The envoy said we will stay." Then she left.',
        '"',
        "“““",
        'He said ""',
        "' \" ‘ “ «",
        '"The talks have failed, the minister said.\n\nNobody came.',
        "",
    ],
)
def test_unbalanced_marks_are_read_without_an_error(text):
    assert isinstance(read(text), list)


def test_an_unclosed_quotation_is_still_attributed():
    (row,) = read('The envoy said: "We will stay until the end. Then she left the hall.')
    assert row["source_text"] == "The envoy"
    assert row["kind"] == "direct"


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Minister: Talks failed", "Minister", "Talks failed"),
        ("Poll: Most voters want new talks", "Poll", "Most voters want new talks"),
        ("Jane Orlo: ‘I will not resign’", "Jane Orlo", "‘I will not resign’"),
    ],
)
def test_headlines_with_a_colon(headline, source, content):
    text = f"{headline}\n\nIt rained all day in the harbour."
    (row,) = [r for r in read(text, headline) if r["form"] == "label"]
    assert (row["source_text"], text[row["content_start"] : row["content_end"]]) == (source, content)


@pytest.mark.parametrize("headline", ["Video: Rain in the harbour", "Election 2020: Rain in the harbour"])
def test_topics_with_a_colon_are_no_speakers(headline):
    assert read(f"{headline}\n\nIt rained all day.", headline) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Marten arrived late. She said the talks had failed.", "Anna Marten"),
        ("Defence Minister Peter Holm met unions. The minister said the talks had failed.", "Peter Holm"),
        ("Anna Marten said no deal was near. Marten added that the talks had failed.", "Anna Marten"),
        ("The hall was empty. Officials said the talks had failed.", None),
    ],
)
def test_sources_carry_the_name_they_stand_for(text, name):
    assert read(text)[-1]["source_name"] == name


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The envoy said the talks had failed.", "neutral"),
        ("The envoy claimed the talks had failed.", "doubting"),
        ("The envoy acknowledged that the talks had failed.", "factive"),
    ],
)
def test_stance_of_the_cue(text, stance):
    assert [r["stance"] for r in read(text)] == [stance]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy walked along the harbour.",
        "It rained in the north of the state.",
        "The minister's plan isn't new.",
        "The union called off the strike.",
        "The campaign was long and the state of the roads was poor.",
    ],
)
def test_no_attribution(text):
    assert read(text) == []


def test_cues_inside_a_quotation_are_the_speakers_own():
    assert brief('"I think they say nothing," the envoy said.') == [
        ("the envoy", "say", '"I think they say nothing,"', "direct")
    ]


def test_spans_keep_to_the_text_with_odd_spaces():
    text = "The\u00a0minister said that the\u00a0talks had failed."
    (row,) = read(text)
    assert row["source_text"] == "The\u00a0minister"
    assert text[row["cue_start"] : row["cue_end"]] == "said"


ARTICLE = """Minister: Talks failed

HARBOUR CITY - The talks have failed, the foreign minister said on Monday. "Nobody listened," he told reporters.

"We will come back," said Anna Marten, who leads the union. "We always do."

The ship left at noon. It was raining. The state of the roof is poor. She vowed to stay, according to aides. The
campaign was long."""


def test_parsing_only_what_is_needed_gives_the_same():
    assert read(ARTICLE, "Minister: Talks failed") == read(ARTICLE, "Minister: Talks failed", everything=True)


def test_sentences_without_cues_are_not_parsed():
    sentences = [(0, 22, "body"), (23, 39, "body")]
    assert cue_sentences("The ship left at noon. It was raining too.", sentences) == set()


def test_rows_have_the_keys_that_are_promised():
    assert set(read("The envoy said the talks had failed.")[0]) == set(ATTRIBUTION_KEYS)


def test_boilerplate_is_not_read():
    text = "The envoy said the talks had failed."
    assert cue_sentences(text, [(0, len(text), "boilerplate")]) == set()
