"""Conflict and cooperation between two actors, on texts that can be counted by eye."""

from dataclasses import replace

import pandas as pd
import pytest

import mediaframes as mf

TEXTS = {
    "a": "Israel attacked Iran. Israel met with Iranian officials. Israel did not bomb Iran. Iran sent aid to Iraq.",
    "b": "Israel vowed to strike Iran. Israel may release two Iranians. Israel resembles Iran. Iran sanctioned Israel.",
    "c": "Israel accused Iran of theft. The US urged Iraq to leave Iran. Iraq will help Iran.",
    "d": "Iran will attack Iraq, American officials said. Iran imposed sanctions on Iraq.",
}


def annotated(texts):
    articles = pd.DataFrame({"article_id": list(texts), "text": list(texts.values())}).assign(outlet="A")
    return mf.annotate(articles, mf.load_actors("US", "Israel", "Iran", "Iraq"), cache=False, attitudes=False)


@pytest.fixture(scope="module")
def evidence():
    return annotated(TEXTS)


def counted(table, *columns):
    keys = zip(*(table[c] for c in ("agent_actor", "patient_actor", *columns)), strict=True)
    return dict(zip(keys, zip(table["count"], table["n"], strict=True), strict=True))


def test_pairs_of_what_is_told_as_done_promised_or_threatened(evidence):
    table = mf.deeds(evidence, by=None)
    assert counted(table) == {
        ("Israel", "Iran"): (5, 10),  # attacked, met, vowed to strike, resembles, accused
        ("Iran", "Iraq"): (2, 10),  # aid, sanctions: not what others foretell
        ("Iran", "Israel"): (1, 10),
        ("US", "Iraq"): (1, 10),
        ("Iraq", "Iran"): (1, 10),
    }
    pairs = table.set_index(["agent_actor", "patient_actor"])
    assert {pair: tuple(row) for pair, row in pairs[["cooperation", "conflict"]].iterrows()} == {
        ("Israel", "Iran"): (1, 3),
        ("Iran", "Iraq"): (1, 1),
        ("Iran", "Israel"): (0, 1),
        ("US", "Iraq"): (0, 1),
        ("Iraq", "Iran"): (1, 0),
    }
    assert "help (will)" in pairs.loc[("Iraq", "Iran"), "verbs"]


def test_pairs_of_all_that_is_said(evidence):
    table = mf.deeds(evidence, by=None, factual=False)
    # and did not bomb, may release; will attack, as others say; urged to leave
    assert counted(table)[("Israel", "Iran")] == (7, 14)
    assert counted(table)[("Iran", "Iraq")] == (3, 14)
    assert "not bomb" in mf.deeds(evidence, by=None, factual=False)["verbs"].str.cat(sep=", ")


def test_conflict_within_each_pair(evidence):
    table = mf.deeds(evidence, by=None, of="conflict")
    assert counted(table) == {
        ("Israel", "Iran"): (3, 4),  # attacked, threatened, accused; met
        ("Iran", "Iraq"): (1, 2),
        ("Iran", "Israel"): (1, 1),
        ("US", "Iraq"): (1, 1),
        ("Iraq", "Iran"): (0, 1),
    }


def test_quads_and_classes_within_each_pair(evidence):
    quads = counted(mf.deeds(evidence, by=None, of="quad"), "quad")
    assert quads[("Israel", "Iran", "verbal conflict")] == (2, 4)
    assert quads[("Israel", "Iran", "material conflict")] == (1, 4)
    assert quads[("Israel", "Iran", "verbal cooperation")] == (1, 4)
    classes = counted(mf.deeds(evidence, by=None, of="class"), "plover")
    assert {k[2]: v for k, v in classes.items() if k[:2] == ("Israel", "Iran")} == {
        "assault": (1, 4),
        "consult": (1, 4),
        "threaten": (1, 4),
        "accuse": (1, 4),
    }


@pytest.mark.parametrize("of", ["pair", "conflict", "quad", "class"])
@pytest.mark.parametrize("factual", [True, False])
def test_the_sentences_behind_each_row_are_found(evidence, of, factual):
    table = mf.deeds(evidence, by="outlet", of=of, factual=factual)
    for i in table.index:
        found = mf.evidence_for(table.loc[i], evidence)
        assert len(found) == table.loc[i, "count"]
        assert len(mf.evidence_for(table.loc[i], evidence, of="denominator")) == table.loc[i, "n"]


def test_intervals_come_with_ten_articles_and_stories_can_weigh():
    texts = {f"{i}": "Israel attacked Iran." if i % 3 else "Israel met with Iran." for i in range(12)}
    evidence = annotated(texts)
    row = mf.deeds(evidence, of="conflict").iloc[0]
    assert row["estimate"] == pytest.approx(8 / 12) and row["low"] < 8 / 12 < row["high"]
    told = replace(evidence, articles=evidence.articles.assign(story=["x"] * 10 + ["y", "z"]))
    by_story = mf.deeds(told, of="conflict", weights="story")
    # six of ten in story x, and the two others
    assert by_story.iloc[0]["estimate"] == pytest.approx((6 / 10 + 2) / 3)


def test_no_deeds_between_two_actors():
    evidence = annotated({"a": "Iran is large. Israel is small."})
    for of in ("pair", "conflict", "quad", "class"):
        assert mf.deeds(evidence, of=of).empty
    assert "nothing to show" in mf.plot_deeds(mf.deeds(evidence)).texts[0].get_text()


def test_an_unknown_kind_is_an_error(evidence):
    with pytest.raises(mf.MediaframesError, match="'clas'"):
        mf.deeds(evidence, of="clas")


def test_toward_whom_a_deed_goes_is_acted_upon():
    evidence = annotated({"a": "Iran retaliated against Iraq. Iran attacked Iraq."})
    table = mf.agency(evidence, by="actor").set_index("actor")
    assert table[["count", "n"]].to_dict("index") == {"Iran": {"count": 2, "n": 2}, "Iraq": {"count": 0, "n": 2}}


def test_the_picture_is_signed_by_conflict_and_cooperation(evidence):
    ax = mf.plot_deeds(mf.deeds(evidence, by=None))
    lines = {t.get_text() for t in ax.get_legend().get_texts()}
    assert lines == {
        "more cooperation than conflict",
        "more conflict than cooperation",
        "as much of both, or of no known kind",
    }
    said = next(t.get_text() for t in ax.texts if "Israel → Iran" in t.get_text())
    assert "(5 clauses; 1 cooperation, 3 conflict)" in said
    drawn = [t.arrow_patch for t in ax.texts if getattr(t, "arrow_patch", None) is not None]
    wide = [arrow.get_linewidth() for arrow in drawn]
    assert wide[0] == max(wide) and drawn[0].get_linestyle() in ("--", "dashed")
