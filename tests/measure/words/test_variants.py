import pandas as pd
import pytest

from mediaframes.measure.evidence_for import evidence_for
from mediaframes.measure.words.frequency import term_frequency
from mediaframes.measure.words.keyness import keyness
from mediaframes.measure.words.variants import compared_as


def articles(*texts, outlet="A"):
    rows = [(f"{outlet}{i}", outlet, text) for i, text in enumerate(texts)]
    return pd.DataFrame(rows, columns=["article_id", "outlet", "text"])


def counts(table, **options):
    return term_frequency(table, merge_variants=True, **options).set_index("term")["count"].to_dict()


@pytest.mark.parametrize("one, other", [
    ("ceasefire", "cease-fire"), ("ceasefire", "cease fire"), ("al-qaeda", "al qaeda"), ("cooperate", "co-operate"),
    ("labour", "labor"), ("favourites", "favorites"), ("neighbouring", "neighboring"), ("organisation", "organization"),
    ("realised", "realized"), ("analyse", "analyze"), ("centre", "center"), ("centred", "centered"),
    ("theatres", "theaters"), ("dialogue", "dialog"), ("defence", "defense"), ("travelled", "traveled"),
    ("cancelling", "canceling"), ("judgement", "judgment"), ("programme", "program"), ("sceptical", "skeptical"),
    ("practised", "practiced"), ("archaeology", "archeology"), ("labour-led", "labor-led"),
])  # fmt: skip
def test_spellings_of_one_word(one, other):
    assert compared_as(one) == compared_as(other)


@pytest.mark.parametrize("one, other", [
    ("four", "for"), ("tour", "tor"), ("hour", "hor"), ("prise", "prize"), ("filled", "filed"), ("tilling", "tiling"),
    ("polled", "poled"), ("re-sign", "resign"), ("co-op", "coop"), ("there", "their"), ("bred", "bered"),
    ("course", "corse"), ("source", "sorce"), ("stalled", "staled"), ("baring", "barring"), ("acre", "acer"),
])  # fmt: skip
def test_different_words(one, other):
    assert compared_as(one) != compared_as(other)


@pytest.mark.parametrize("texts, merged", [
    (("a ceasefire, a cease-fire", "the ceasefire"), {"ceasefire": 3}),
    (("a cease-fire and a cease fire", "the cease-fire, no ceasefire"), {"cease-fire": 4}),
    (("an airstrike", "air strike after air strike"), {"air strike": 3}),
    (("cease fire soldiers",), {"cease": 1, "fire": 1, "soldiers": 1}),  # nobody writes it together
    (("every day routine", "everyday life"), {"every": 1, "day": 1, "routine": 1, "everyday": 1, "life": 1}),
    (("rebels take over", "takeover"), {"rebels": 1, "take": 1, "takeover": 1}),
    (("labour rights", "labor rights labor"), {"labor": 3, "rights": 2}),
    (("leaders of al Qaeda", "al-Qaeda"), {"al qaeda": 2, "leaders": 1}),
    (("They cease. Fire spread", "ceasefire"), {"cease": 1, "fire": 1, "spread": 1, "ceasefire": 1}),
])  # fmt: skip
def test_variants_are_one_word_under_the_commonest_form(texts, merged):
    assert counts(articles(*texts)) == merged


def test_without_being_asked_nothing_is_merged():
    table = term_frequency(articles("ceasefire cease-fire"))
    assert table["term"].tolist() == ["cease-fire", "ceasefire"]


def test_two_words_that_are_one_count_as_one_running_word_and_stand_in_runs():
    table = articles("the air strike began", "the airstrike began")
    assert term_frequency(table, merge_variants=True)["n"].unique().tolist() == [6]
    assert counts(table, ngram=2) == {"the air strike": 2, "air strike began": 2}


def test_a_term_asked_for_is_found_in_all_its_forms():
    table = articles("labour rights", "labor rights labor")
    assert counts(table, terms=["labour", "peace"], min_count=0) == {"labour": 3, "peace": 0}


@pytest.mark.parametrize("ngram", [1, 2])
def test_evidence_has_all_forms(ngram):
    table = articles("the air strike began", "One airstrike began. The air-strike began.")
    result = term_frequency(table, merge_variants=True, ngram=ngram)
    for _, row in result.iterrows():
        assert len(evidence_for(row, table)) == row["count"], row["term"]
        assert len(evidence_for(row, table, of="denominator")) == row["n"]
    spans = evidence_for(result[result["term"].str.contains("began")].iloc[0], table)
    assert {t[a:b].lower() for t, ((a, b),) in zip(spans["text"], spans["spans"], strict=True)} == (
        {"began"} if ngram == 1 else {"air strike began", "airstrike began", "air-strike began"}
    )


def test_keyness_compares_words_and_not_spellings():
    table = pd.concat([articles(*["a colour came"] * 12), articles(*["a color came"] * 13, outlet="B")])
    row = keyness(table, target="A", merge_variants=True).query("term == 'color'").iloc[0]
    assert (row["count_target"], row["count_reference"]) == (12, 13) and row["p"] > 0.5
    assert len(evidence_for(row, table)) == 25
