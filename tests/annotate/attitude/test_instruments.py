"""The trained instruments on sentences of our own: shapes, order, direction, whom they must not depend on, errors."""

from itertools import product
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

import mediaframes as mf
from mediaframes.annotate.attitude import instruments
from mediaframes.annotate.attitude.instruments import (
    AGREES_TO,
    READING_AGREES_TO,
    RELATION_CLASSES,
    TONE_CLASSES,
    load_session,
    read_relations,
    read_tone,
    relations,
    tone,
)
from mediaframes.annotate.attitude.masking import encode, load_tokenizer, whole_name
from mediaframes.errors import MediaframesError

WEIGHTS = Path(instruments.__file__).parent / "weights"

COUNTRIES = (
    "the United States|Israel|Iraq|Iran|France|Russia|China|Saudi Arabia|Turkey|North Korea|Germany|Lebanon|India|Egypt"
).split("|")

# The name stands at the brace. Clear praise, clear blame, and plain report, six to a line of subject.
PRAISE = [
    "Delegates praised {} for its brave and generous help after the earthquake.",
    "The mediators hailed {} as an honest and reliable partner.",
    "Doctors thanked {} warmly for the excellent hospital it had built.",
    "{} won wide admiration for its remarkable progress in fighting poverty.",
    "Observers applauded {} for keeping its promise and protecting the refugees.",
    "The report commended {} for its outstanding record on clean water.",
    "Neighbours congratulated {} on a wise and courageous decision.",
    "{} was celebrated at the conference as a model of fairness.",
    "Scientists admire {} for its brilliant work on vaccines.",
    "The rescue showed {} at its best, said grateful survivors.",
]
BLAME = [
    "Delegates condemned {} for its brutal and shameful attack on the village.",
    "The mediators accused {} of lying and of sabotaging the talks.",
    "Doctors blamed {} for the needless deaths of dozens of children.",
    "{} drew outrage for its cruel treatment of prisoners.",
    "Observers denounced {} for breaking its promise and starving the refugees.",
    "The report criticised {} for its disgraceful record on torture.",
    "Neighbours called {} a reckless bully and a threat to peace.",
    "{} was shamed at the conference as the worst polluter.",
    "Scientists say that {} failed miserably and covered up the disaster.",
    "The massacre showed {} at its most ruthless, said angry survivors.",
]
PLAIN = [
    "The talks with {} will be held on Tuesday.",
    "A delegation from {} arrived in the morning.",
    "The map shows the border between {} and its neighbours.",
    "{} has a population that is counted every ten years.",
    "The ship left for {} with forty containers.",
    "Reporters asked whether {} would send a delegate.",
    "The ministers of {} meet on Wednesdays.",
    "The train to {} runs twice a day.",
    "{} will take part in the vote next month.",
    "The company has offices in {} and elsewhere.",
]
TEMPLATES = PRAISE + BLAME + PLAIN

P, Q = "Ruritania", "Elbonia"
OPPOSES = [
    "{p} condemned {q} for the attack.",
    "{p} accused {q} of breaking the ceasefire.",
    "{p} blames {q} for the failure of the talks.",
    "{p} threatened {q} with new sanctions.",
    "{p} sharply criticised {q} over its nuclear programme.",
    "{p} denounced {q} as a threat to peace.",
]
SUPPORTS = [
    "{p} praised {q} for its help.",
    "{p} endorsed {q} as a candidate for the council.",
    "{p} congratulated {q} on its success.",
    "{p} backs {q} and its peace plan.",
    "{p} thanked {q} for its generous support.",
    "{p} defended {q} against its critics.",
]


def test_a_name_that_stands_there_twice_is_hidden_twice():
    sentence = "{0} condemned the raid, and “{0} will answer”, {0}’s envoy said of Iranian boats."
    names = ("Iran", "Peru", "Egypt")
    found = tone([sentence.format(name) for name in names], [(0, len(name)) for name in names])
    assert np.ptp(found.to_numpy(), axis=0).max() == 0
    _, marks = encode(["Iran met Iranians. Not in Iran. iran"], [[(0, 4, "target")]])[0]
    assert (marks == 1).sum() == 2
    _, marks = encode(["The US said that the US had left."], [[(0, 6, "target")]])[0]
    assert (marks == 1).sum() == 2
    (pronoun,) = encode(["He said he and He left."], [[(0, 2, "target")]])
    assert (pronoun[1] == 1).sum() == 2


def fill(template, name):
    """Put a name into a template, and return the text and the name's span."""
    at = template.index("{}")
    return template.replace("{}", name), (at, at + len(name))


def pair(template):
    """Put both names into a template, and return the text and their spans."""
    text = template.format(p=P, q=Q)
    return text, (text.index(P), text.index(P) + len(P)), (text.index(Q), text.index(Q) + len(Q))


def tones(templates, name="Ruritania"):
    """Return the tone of templates filled with a name."""
    return tone(*zip(*(fill(t, name) for t in templates), strict=True))


# --- what comes out ------------------------------------------------------------------------------------------------


def test_tone_has_one_row_a_text_of_probabilities():
    found = tones(TEMPLATES)
    assert list(found.columns) == TONE_CLASSES and list(found.index) == list(range(len(TEMPLATES)))
    assert np.allclose(found.sum(axis=1), 1) and (found >= 0).all(axis=None)


def test_relations_have_one_row_a_text_of_probabilities():
    found = relations(*zip(*map(pair, OPPOSES), strict=True))
    assert list(found.columns) == RELATION_CLASSES and list(found.index) == list(range(len(OPPOSES)))
    assert np.allclose(found.sum(axis=1), 1)


def test_nothing_in_nothing_out():
    for found, columns in ((tone([], []), TONE_CLASSES), (relations([], [], []), RELATION_CLASSES)):
        assert list(found.columns) == columns and len(found) == 0 and all(found.dtypes == "float64")


def test_a_text_gets_the_same_alone_as_among_others():
    together = tones(TEMPLATES)
    alone = [tones([t]).iloc[0] for t in TEMPLATES]
    assert (together.to_numpy() == np.array(alone)).all()


def test_rows_are_in_the_order_of_the_texts():
    texts, spans = zip(*(fill(t, "Ruritania") for t in TEMPLATES), strict=True)
    backwards = tone(texts[::-1], spans[::-1]).to_numpy()[::-1]
    assert (tone(texts, spans).to_numpy() == backwards).all()


# --- what it must find ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("templates, expected", [(PRAISE, "positive"), (BLAME, "negative"), (PLAIN, "neutral")])
def test_clear_sentences_are_read_right(templates, expected):
    found = tones(templates).idxmax(axis=1)
    assert found.tolist() == [expected] * len(templates)


@pytest.mark.parametrize(
    "text, good, bad",
    [
        ("Ruritania was praised for its courage, while Elbonia was condemned for its cruelty.", "Ruritania", "Elbonia"),
        ("Elbonia lied to everyone, but Ruritania kept its word and was widely admired.", "Ruritania", "Elbonia"),
        ("Brave rescuers from Ruritania saved the children whom Elbonia had abandoned.", "Ruritania", "Elbonia"),
    ],
)
def test_tone_is_toward_the_span_not_of_the_sentence(text, good, bad):
    spans = [(text.index(name), text.index(name) + len(name)) for name in (good, bad)]
    found = tone([text, text], spans)
    score = found["positive"] - found["negative"]
    assert score[0] > score[1] + 0.2


@pytest.mark.parametrize("templates, expected", [(OPPOSES, "p_opposes_q"), (SUPPORTS, "p_supports_q")])
def test_the_direction_of_a_relation_is_kept(templates, expected):
    found = relations(*zip(*map(pair, templates), strict=True)).idxmax(axis=1)
    assert found.tolist() == [expected] * len(templates)


def test_changing_p_and_q_changes_the_columns_and_nothing_else():
    texts, p, q = zip(*map(pair, OPPOSES + SUPPORTS), strict=True)
    one, other = relations(texts, p, q), relations(texts, q, p)
    mirrored = ["neutral", "q_supports_p", "p_supports_q", "q_opposes_p", "p_opposes_q"]
    assert (one.to_numpy() == other[mirrored].to_numpy()).all()


# --- what it must not depend on ------------------------------------------------------------------------------------


def test_names_make_no_difference():
    scores = {}
    for country, template in product(COUNTRIES, TEMPLATES):
        row = tones([template], country).iloc[0]
        scores[template, country] = row["positive"] - row["negative"]
    scored = np.array([[scores[t, c] for c in COUNTRIES] for t in TEMPLATES])
    shift = np.abs(scored - scored.mean(axis=1, keepdims=True)).mean()
    assert shift <= 0.03 and len(COUNTRIES) >= 12 and len(TEMPLATES) >= 30


def test_the_end_of_a_long_text_is_read_where_the_span_is_there():
    padding = "The ministers met and had lunch. " * 60
    short, span = fill(BLAME[0], "Ruritania")
    found = tone([padding + short], [(span[0] + len(padding), span[1] + len(padding))]).iloc[0]
    assert found.idxmax() == "negative"


def test_both_names_of_a_long_text_are_read():
    text = "Ruritania " + "and the ministers and the others " * 80 + "Elbonia"
    ids, marks = encode([text], [[(0, 9, "p"), (len(text) - 7, len(text), "q")]])[0]
    assert len(ids) <= 160 and {2, 3} <= set(marks.tolist())
    assert np.isfinite(relations([text], [(0, 9)], [(len(text) - 7, len(text))])).all(axis=None)


# --- marks ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text, span, expected",
    [
        ("The US's ally", "US", "The US"),
        ("The US's ally", "US's", "The US"),
        ("an Iranian ship", "Iran", "an Iranian"),
        ("in Brussels today", "Brussel", "Brussels"),
        ("“Ruritania’s” king", "“Ruritania’s”", "Ruritania"),
        ("U.S. officials", "U.S.", "U.S."),
        ("US-Israel talks", "Israel", "Israel"),
        ("bathe Iran", "Iran", "Iran"),
        ("he said ’ then", "’", "’"),
    ],
)
def test_spans_are_widened_to_whole_names(text, span, expected):
    at = text.index(span)
    start, end = whole_name(text, at, at + len(span))
    assert text[start:end] == expected


def test_what_looks_like_a_special_piece_is_read_as_text():
    ids, marks = encode(["[MASK] met Iran [SEP]"], [[(11, 15, "target")]])[0]
    hide, last = (load_tokenizer().token_to_id(t) for t in ("[MASK]", "[SEP]"))
    assert (ids == hide).tolist() == (marks == 1).tolist() and (ids == last).sum() == 1


# --- errors --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "texts, spans, said",
    [
        ("one string", [(0, 1)], "list of strings"),
        (["a text", None], [(0, 1), (0, 1)], "text 1 is None"),
        (["a text", "b text"], [(0, 1)], "2 texts but 1 spans"),
        (["a text"], [(3, 9)], r"\(3, 9\), but the text has 6"),
        (["a text"], [(-1, 2)], "0 <= start < end"),
        (["a text"], [(2, 2)], "0 <= start < end"),
        ([""], [(0, 0)], "0 <= start < end"),
        (["a text"], [(0.0, 1.0)], "whole numbers"),
        (["a text"], [None], "whole numbers"),
        (["a text"], [(0, 1, 2)], "whole numbers"),
    ],
)
def test_wrong_input_is_named(texts, spans, said):
    with pytest.raises(MediaframesError, match=said):
        tone(texts, spans)


def test_overlapping_names_are_refused():
    with pytest.raises(MediaframesError, match="overlap"):
        relations(["Ruritania met"], [(0, 9)], [(4, 9)])


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Iran condemned Turkey for the raid.", 0),
        ("Alice Marlow condemned Turkey for the raid.", 0.5),
        ("Alice Marlow condemned John Bright for the raid.", 1),
    ],
)
def test_two_countries_are_read_by_one_network_two_persons_by_the_other_and_one_of_each_by_both(text, persons):
    spans = (0, text.index(" condemned")), (text.index("ed ") + 3, text.index(" for"))
    found = relations([text], [spans[0]], [spans[1]])
    assert found.equals(read_relations([text], [spans[0]], [spans[1]], [persons]))
    others = [share for share in (0, 0.5, 1) if share != persons]
    assert not any(found.equals(read_relations([text], [spans[0]], [spans[1]], [share])) for share in others)


# --- on other machines ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sample():
    """Sentences of the sample corpus with their names (text, start, end), some hundreds."""
    articles = mf.load_corpus(Path(__file__).parents[3] / "corpus" / "sample")
    evidence = mf.annotate(articles, mf.load_actors("US", "Iran"), syntax=False, attitudes=False)
    named = evidence.mentions.merge(evidence.sentences, on=["article_id", "sentence"], suffixes=("", "_of"))
    texts = articles.set_index("article_id")["text"]
    places = named[["article_id", "start_of", "end_of", "start", "end"]].itertuples(index=False)
    return [(texts[i][a:b], start - a, end - a) for i, a, b, start, end in places][:300]


def read(sample, threads=1):
    """Tone toward each name, and relations of each to the first word, as one array of probabilities."""
    texts, spans = [text for text, *_ in sample], [(start, end) for _, start, end in sample]
    after = [(text, span) for text, span in zip(texts, spans, strict=True) if span[0] > 1]
    pairs = [t for t, _ in after], [(0, 1)] * len(after), [span for _, span in after]
    tones = read_tone(texts, spans, [0.5] * 300, threads=threads)
    pairs = read_relations(*pairs, [0.5] * len(after), threads=threads)
    assert len(tones) == 300 and len(pairs) > 200
    return [tones.to_numpy(), pairs.to_numpy()]


def assert_agree(ours, theirs):
    for one, other in zip(ours, theirs, strict=True):
        apart = np.abs(one - other)
        assert (apart.max(axis=1) <= READING_AGREES_TO).mean() >= 0.95
        by_twenty = (one - other)[: len(one) // 20 * 20].reshape(-1, 20, one.shape[1]).mean(axis=1)
        assert np.abs(by_twenty).max() <= AGREES_TO


def test_readings_agree_with_the_optimisations_of_onnx_runtime_off_and_with_two_threads(sample, monkeypatch):
    monkeypatch.delenv("MEDIAFRAMES_ONNX_OPTIMISATIONS", raising=False)
    ours = read(sample)
    assert all((a == b).all() for a, b in zip(ours, read(sample, threads=2), strict=True))
    plain = load_session("persons")
    monkeypatch.setenv("MEDIAFRAMES_ONNX_OPTIMISATIONS", "off")
    assert load_session("persons") is not plain
    assert_agree(ours, read(sample))
    assert_agree(ours, read(sample, threads=2))


def test_readings_agree_where_sums_are_taken_in_another_order(sample, monkeypatch):
    """The fused normalisation, which the instruments leave out, moves readings as an old processor does."""
    ours = read(sample)
    fused = {
        network: onnxruntime.InferenceSession(WEIGHTS / f"{network}.onnx", providers=["CPUExecutionProvider"])
        for network in ("attitudes", "persons")
    }
    monkeypatch.setattr(instruments, "load_session", fused.get)
    theirs = read(sample)
    assert not all((a == b).all() for a, b in zip(ours, theirs, strict=True)), "nothing was tested"
    assert_agree(ours, theirs)


def test_a_misspelt_option_is_refused(monkeypatch):
    monkeypatch.setenv("MEDIAFRAMES_ONNX_OPTIMISATIONS", "no")
    with pytest.raises(
        MediaframesError, match="MEDIAFRAMES_ONNX_OPTIMISATIONS='no' is not known; allowed: 'on', 'off'"
    ):
        load_session("attitudes")
