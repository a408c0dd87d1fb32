import pandas as pd
import pytest

from mediaframes.annotate.attribution.attributions import ATTRIBUTION_KEYS, cue_sentences, find_attributions
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
    ("The minister said that the talks had failed.", "The minister", "say", "that the talks had failed", "indirect"),
    ("The minister said the talks had failed.", "The minister", "say", "the talks had failed", "indirect"),
    ("The talks had failed, the minister said.", "the minister", "say", "The talks had failed", "indirect"),
    ("The talks, the minister said, had failed.", "the minister", "say", "The talks, the minister said, had", ""),
    ("“The talks have failed,” the minister said.", "the minister", "say", "“The talks have failed,”", "direct"),
    ('"The talks have failed," said the minister.', "the minister", "say", '"The talks have failed,"', "direct"),
    ('The minister said: "The talks have failed."', "The minister", "say", '"The talks have failed."', "direct"),
    ("«The talks have failed,» the minister said.", "the minister", "say", "«The talks have failed,»", "direct"),
    ('The minister said the talks were "a waste of time".', "The minister", "say", "the talks were", "mixed"),
    ("According to the ministry, the talks had failed.", "the ministry", "according to", "the talks had failed", ""),
    ("The talks had failed, according to the ministry.", "the ministry", "according to", "The talks had failed", ""),
    ("Officials told reporters that the bridge was closed.", "Officials", "tell", "that the bridge was closed", ""),
    ("The group tweeted that the strike was over.", "The group", "tweet", "that the strike was over", ""),
    ("The mayor denied the charge.", "The mayor", "deny", "the charge", "indirect"),
    ("The mayor vowed to rebuild the harbour.", "The mayor", "vow", "to rebuild the harbour", "indirect"),
    ("The union called for a boycott of the port.", "The union", "call", "a boycott of the port", "indirect"),
    ("Critics accused the mayor of lying.", "Critics", "accuse", "the mayor of lying", "indirect"),
    ("The mayor is expected to resign.", None, "expect", "The mayor is expected to resign", "indirect"),
    ("His claim that the vote was stolen was rejected.", "His", "claim", "that the vote was stolen", "indirect"),
    ("The minister wondered whether the plan would work.", "The minister", "wonder", "whether the plan would", ""),
    ("The ministry believes that the plan will work.", "The ministry", "believe", "that the plan will work", ""),
    ("It was a charge denied by the ministry.", "the ministry", "deny", "a charge", "indirect"),
    ("As reported by the agency, the talks had failed.", "the agency", "report", "the talks had failed", "indirect"),
    ("The talks had failed, said the minister.", "the minister", "say", "The talks had failed", "indirect"),
    ("The minister's answer was that the talks had failed.", "The minister", "answer", "that the talks", "indirect"),
    ("As the minister said, the talks had failed.", "the minister", "say", "the talks had failed", "indirect"),
]


@pytest.mark.parametrize(("text", "source", "lemma", "content", "kind"), ONE_SENTENCE)
def test_one_sentence(text, source, lemma, content, kind):
    rows = [r for r in read(text) if r["cue_lemma"] == lemma]
    assert len(rows) == 1
    row = rows[0]
    assert row["source_text"] == source
    assert text[row["content_start"] : row["content_end"]].startswith(content.rstrip("."))
    assert not kind or row["kind"] == kind


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
    assert text[row["content_start"] : row["content_end"]].endswith('"We will try again."')


def test_according_to_has_its_noun_as_source_only():
    text = "According to the ministry, the envoy of the northern state left the hall in anger on Monday."
    (row,) = read(text)
    assert row["source_text"] == "the ministry"
    assert text[row["content_start"] : row["content_end"]].startswith("the envoy of the northern state left")


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
