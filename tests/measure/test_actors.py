from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from mediaframes.annotate.evidence import Evidence
from mediaframes.annotate.schema import COLUMNS, empty_table
from mediaframes.measure.actors.attitude import tone_toward
from mediaframes.measure.actors.names import attached_words, naming
from mediaframes.measure.actors.presence import attention, co_occurrence
from mediaframes.measure.evidence_for import evidence_for
from mediaframes.measure.groups import in_groups

TEXT = "Israel spoke. The cruel Israeli regime and Iran met."


def evidence(scores=(0.5, -0.5, np.nan)):
    """Two articles of one text, of outlets A and B: Israel twice, Iran once in each."""
    articles = pd.DataFrame({"article_id": ["a", "b"], "outlet": ["A", "B"], "copy_of": [None, None], "text": TEXT})
    sentences = pd.DataFrame(
        [(i, n, s, e, "body") for i in "ab" for n, s, e in ((0, 0, 13), (1, 14, 52))], columns=COLUMNS["sentences"]
    )
    found = ((0, 0, 6, "Israel", "Israel"), (1, 24, 38, "Israeli regime", "Israel"), (1, 43, 47, "Iran", "Iran"))
    mentions = pd.DataFrame(
        [
            (
                f"{i}:{start}",
                i,
                sentence,
                start,
                end,
                text,
                actor,
                "name",
                "newsroom",
                None,
                None,
                None,
                "agent",
                "x",
                words,
                ["meet"],
            )
            for i in "ab"
            for sentence, start, end, text, actor in found
            for words in [["cruel"] if "regime" in text else []]
        ],
        columns=COLUMNS["mentions"],
    )
    tone = pd.DataFrame({"mention_id": mentions["mention_id"], "positive": 0.5, "score": [*scores, *scores]})
    none = {n: empty_table(n) for n in ("attributions", "clauses", "relations")}
    return Evidence(articles=articles, sentences=sentences, mentions=mentions, tone=tone, **none)


def test_tone_averages_within_the_article_first():
    tone = tone_toward(evidence((0.5, -0.1, np.nan))).set_index(["outlet", "actor"])
    row = tone.loc[("A", "Israel")]
    assert row["estimate"] == pytest.approx(0.2)
    assert (row["n"], row["n_articles"], row["unscored"]) == (2, 1, 0)


def test_no_scored_mention_is_missing_not_neutral():
    row = tone_toward(evidence()).set_index(["outlet", "actor"]).loc[("B", "Iran")]
    assert np.isnan(row["estimate"]) and row["n"] == 0 and row["unscored"] == 1


def test_naming_shares():
    table = naming(evidence(), actors="Israel").set_index(["outlet", "form"])
    assert table.loc[("A", "Israeli regime"), "estimate"] == 0.5
    assert table.loc[("A", "Israeli regime"), "n"] == 2


def test_an_actor_that_nobody_names_is_no_error():
    with pytest.warns(UserWarning, match="'France'.*none of them is there; there are: Iran, Israel"):
        assert naming(evidence(), actors="France").empty


def test_attached_words():
    row = attached_words(evidence(), actors="Israel").set_index(["outlet", "word"]).loc[("A", "cruel")]
    assert (row["estimate"], row["n"], row["count"]) == (0.5, 2, 1)


def test_attention_counts_articles():
    row = attention(evidence(), by=None).set_index("actor").loc["Israel"]
    assert (row["estimate"], row["n"], row["mentions"]) == (1, 2, 4)


def test_co_occurrence_has_a_denominator_of_its_own_for_each_direction():
    table = co_occurrence(evidence()).set_index(["actor", "other"])
    assert table.loc[("Israel", "Iran"), "estimate"] == 0.5
    assert table.loc[("Iran", "Israel"), "estimate"] == 1


@pytest.mark.parametrize(
    "measure, row, sentences",
    [
        (lambda e: tone_toward(e), {"outlet": "A", "actor": "Israel"}, ["Israel spoke.", TEXT[14:]]),
        (lambda e: naming(e, actors="Israel"), {"outlet": "B", "form": "Israeli regime"}, [TEXT[14:]]),
        (lambda e: attached_words(e, actors="Israel"), {"outlet": "B", "word": "cruel"}, [TEXT[14:]]),
        (lambda e: attention(e), {"outlet": "A", "actor": "Iran"}, [TEXT[14:]]),
        (lambda e: co_occurrence(e, by="outlet"), {"outlet": "A", "actor": "Iran"}, [TEXT[14:]]),
    ],
)
def test_there_is_a_way_back_from_each_row(measure, row, sentences):
    bundle = evidence()
    table = measure(bundle)
    at = table.index[np.logical_and.reduce([table[c] == v for c, v in row.items()])][0]
    found = evidence_for(table.loc[at], bundle)
    assert found["text"].tolist() == sentences
    assert found["outlet"].unique().tolist() == [row["outlet"]]
    for text, spans in zip(found["text"], found["spans"], strict=True):
        assert spans and all(text[a:b].strip() == text[a:b] for a, b in spans)


def test_groups_may_be_columns_of_the_mentions_or_the_articles():
    rows = in_groups(evidence().mentions, evidence().articles, ["voice", "outlet"])
    assert rows[["voice", "outlet"]].drop_duplicates().values.tolist() == [["newsroom", "A"], ["newsroom", "B"]]
    with pytest.raises(ValueError, match="newspaper"):
        tone_toward(evidence(), by="newspaper")
    with pytest.raises(ValueError, match="'all', 'newsroom', 'quoted'"):
        tone_toward(evidence(), voice="loud")


def test_a_noun_that_stands_for_a_name_is_no_name():
    whole = evidence()
    mentions = whole.mentions.assign(kind=["coreference" if t == "Israel" else "name" for t in whole.mentions["text"]])
    table = naming(replace(whole, mentions=mentions), actors="Israel")
    assert table["form"].unique().tolist() == ["Israeli regime"] and table["n"].tolist() == [1, 1]
