import pandas as pd
import pytest

import mediaframes as mf

TEXTS = [
    "Israel attacked Iran. Iran was attacked by Israel. The US did not attack Iran.",
    "Iran was bombed. Israel is bombing a depot. Ten Iranians died.",
    "Israel said that it attacked Iran. Iran bombed Israel.",
]


@pytest.fixture(scope="module")
def evidence():
    articles = pd.DataFrame({"article_id": list("abc"), "outlet": ["A", "A", "B"], "text": TEXTS})
    return mf.annotate(articles, mf.load_actors("US", "Israel", "Iran"), cache=False)


def test_passives_and_their_agents(evidence):
    table = mf.passives(evidence).set_index(["outlet", "of"])
    # A: attacked, was attacked by, did not attack, was bombed, is bombing; the progressive is active
    assert table.loc[("A", "passive"), ["count", "n"]].tolist() == [2, 5]
    assert table.loc[("A", "agent deleted"), ["count", "n"]].tolist() == [1, 2]


def test_who_does_what_to_whom(evidence):
    table = mf.deeds(evidence, factual=False).set_index(["agent_actor", "patient_actor"])
    assert table["count"].to_dict() == {("Israel", "Iran"): 3, ("Iran", "Israel"): 1, ("US", "Iran"): 1}
    assert table["verbs"].tolist() == ["attack", "bomb", "not attack"]
    assert table["n"].tolist() == [5, 5, 5]


def test_agency_leaves_out_what_was_not_done(evidence):
    table = mf.agency(evidence, by="actor", speech="drop").set_index("actor")
    # Iran acts once, and is attacked three times, bombed, and bereaved; the US only did not attack.
    assert table[["count", "n"]].to_dict("index") == {"Iran": {"count": 1, "n": 6}, "Israel": {"count": 4, "n": 5}}


@pytest.mark.parametrize("measure", [mf.passives, mf.deeds, mf.agency, mf.voices])
def test_the_sentences_behind_each_row_are_found(evidence, measure):
    table = measure(evidence)
    for i in table.index[table["count"] > 0]:
        found = mf.evidence_for(table.loc[i], evidence)
        assert len(found) == table.loc[i, "count"]
        assert all(spans for spans in found["spans"])


def test_share_of_voice(evidence):
    row = mf.voices(evidence).set_index(["outlet", "source_actor"]).loc[("B", "Israel")]
    assert (row["estimate"], row["n"]) == (1, 1)


def test_who_speaks_first_and_at_what_length():
    text = "“We left,” Iran said. Israel said that it had seen nothing of the kind. Iran denied it."
    articles = pd.DataFrame({"article_id": ["a"], "outlet": "A", "text": [text]})
    evidence = mf.annotate(articles, mf.load_actors("Israel", "Iran"), cache=False)
    first = mf.voices(evidence, of="first").set_index("source_actor")
    assert first["estimate"].to_dict() == {"Iran": 1} and first.loc["Iran", "n"] == 1
    assert mf.evidence_for(mf.voices(evidence, of="first").iloc[0], evidence)["text"].tolist() == [
        "“We left,” Iran said."
    ]
    words = mf.voices(evidence, of="words").set_index("source_actor")
    # Two words of Iran (and perhaps "it"), eight of Israel: the estimate weighs the attributions by their words.
    assert words.loc["Israel", "estimate"] in (pytest.approx(8 / 10), pytest.approx(8 / 11))
    assert "each weighing its words" in words.attrs["denominator"]
    assert words["n"].nunique() == 1 and words["count"].sum() == words["n"].iloc[0]
    assert words["estimate"].sum() == pytest.approx(1)


def test_pictures(evidence):
    ax = mf.plot_deeds(mf.deeds(evidence))
    assert any("Iran → Israel: bomb" in t.get_text() for t in ax.texts)
    assert "nothing to show" in mf.plot_deeds(mf.deeds(evidence).iloc[:0]).texts[0].get_text()
