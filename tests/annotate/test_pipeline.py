"""The chain from articles to evidence: the same tables however they come about."""

import os
import shutil
import subprocess
import sys

import pandas as pd
import pytest

import mediaframes as mf
from mediaframes.annotate.attitude.grounds import stand_on_deeds
from mediaframes.annotate.entities.mentions import find_mentions
from mediaframes.annotate.names import Names
from mediaframes.annotate.pipeline import Job
from mediaframes.annotate.schema import TABLES
from mediaframes.codebook import load_actors

TEXTS = [
    "Israel praised the good talks. “We will not leave,” an Israeli minister said.",
    "The US bombed a depot in Iraq. No soldiers were hurt, according to Iraqi officials.",
    "Nobody of note was there.",
    "The Israeli\u00a0regime attacked, the Leader said. He did not say where.",
]


def articles(n=4):
    rows = [
        {"article_id": f"a{i}", "title": None, "text": TEXTS[i % 4] + " Day " * (i // 4), "language": "en"}
        for i in range(n)
    ]
    return pd.DataFrame(rows).assign(outlet="A", published=pd.Timestamp("2022-03-01"))


@pytest.fixture
def actors():
    return mf.load_actors("US", "Israel", "Iraq")


def same(one, other):
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


def shards(folder):
    return sorted(folder.rglob("*.shard"))


def test_every_position_is_a_place_in_the_text(actors):
    evidence = mf.annotate(articles(), actors, cache=False)
    texts = evidence.articles.set_index("article_id")["text"]
    for _, m in evidence.mentions.iterrows():
        assert texts[m["article_id"]][m["start"] : m["end"]] == m["text"]
    assert evidence.mentions["text"].tolist() == [
        *("Israel", "Israeli", "US", "Iraq", "Iraqi officials", "Israeli\u00a0regime")
    ]
    assert set(evidence.mentions["mention_id"]) == set(evidence.tone["mention_id"])


def test_voices(actors):
    evidence = mf.annotate(articles(), actors, cache=False)
    voice = evidence.mentions.set_index("text")["voice"]
    assert voice["Israel"] == "newsroom" and voice["Israeli"] == "newsroom"
    assert voice["Israeli\u00a0regime"] == "quoted"
    said = evidence.attributions.set_index("source_text")["source_actor"]
    assert said["an Israeli minister"] == "Israel" and said["Iraqi officials"] == "Iraq"


def test_tone_and_relations_are_those_of_the_bare_sentences(actors):
    evidence = mf.annotate(articles(), actors, cache=False)
    sentence = TEXTS[1].split(" No ")[0]
    bare = mf.tone([sentence, sentence], [(4, 6), (sentence.index("Iraq"), len(sentence) - 1)])
    tone = evidence.mentions.merge(evidence.tone, on=["mention_id", "article_id"]).set_index("text").loc[["US", "Iraq"]]
    pd.testing.assert_frame_equal(tone[list(bare)].reset_index(drop=True), bare)
    assert tone["score"].tolist() == pytest.approx(list(bare["positive"] - bare["negative"]))
    assert not evidence.tone.drop(columns="lexicon").isna().any(axis=None)
    (row,) = evidence.relations.itertuples()
    assert (row.article_id, row.sentence, row.p, row.q, row.voice) == ("a1", 0, "US", "Iraq", "newsroom")
    pair = mf.relations([sentence], [(4, 6)], [(sentence.index("Iraq"), len(sentence) - 1)])
    standing = stand_on_deeds(evidence.relations.assign(**pair), evidence.clauses)
    pd.testing.assert_frame_equal(evidence.relations, standing)


@pytest.mark.parametrize(
    "text, found",
    [
        (
            "The Leader of the Islamic Revolution came. The Leader said that it rained. He added that it snowed.",
            [("Leader of the Islamic Revolution", "Iran")] * 2,
        ),
        ("An Israeli minister said that it rained. The minister said that he was wet.", [("", "Israel")] * 2),
        ("An Israeli spokeswoman said that it rained. He said that he was wet.", [("", "Israel"), ("", None)]),
        ("Iraqi officials said that it rained. The official said that he was wet.", [("", "Iraq"), ("", None)]),
        ("Israel said that it rained. The minister said that he was wet.", [("", "Israel"), ("", None)]),
        ("An Israeli minister met an Iraqi minister. The minister said that he was wet.", [("", None)]),
    ],
)
def test_a_title_is_of_the_actor_that_it_belonged_to_before(text, found):
    evidence = mf.annotate(articles(1).assign(text=text), mf.load_actors("Israel", "Iraq", "Iran"), cache=False)
    said = evidence.attributions[["source_name", "source_actor"]].fillna("").to_numpy().tolist()
    assert [(name if wanted else "", actor) for (name, actor), (wanted, _) in zip(said, found, strict=True)] == [
        (name, actor or "") for name, actor in found
    ]


def test_what_a_source_says_of_two_others_is_quoted():
    said = "Iran attacked Israel, the US said."
    evidence = mf.annotate(articles(1).assign(text=said), mf.load_actors("US", "Israel", "Iran"), cache=False)
    voice = evidence.relations.set_index(["p", "q"])["voice"].to_dict()
    assert voice == {("Iran", "Israel"): "quoted", ("Iran", "US"): "newsroom", ("Israel", "US"): "newsroom"}


def test_without_the_trained_instruments_the_word_list_remains(actors):
    evidence = mf.annotate(articles(), actors, attitudes=False, cache=False)
    assert evidence.relations.empty and evidence.tone["score"].isna().all()
    assert evidence.tone["lexicon"].notna().any() and len(evidence.tone) == len(evidence.mentions)


def test_without_syntax_there_are_mentions_and_tone_only(actors):
    plain, full = (mf.annotate(articles(), actors, syntax=s, cache=False) for s in (False, True))
    assert plain.mentions["mention_id"].tolist() == full.mentions["mention_id"].tolist()
    assert plain.attributions.empty and plain.clauses.empty
    pd.testing.assert_frame_equal(plain.tone, full.tone)
    standing = stand_on_deeds(plain.relations, full.clauses)  # without clauses the network alone is heard
    pd.testing.assert_frame_equal(standing.drop(columns="voice"), full.relations.drop(columns="voice"))


def test_other_languages_are_kept_and_not_read(actors):
    mixed = articles().assign(language=["en", "fr", None, "en-GB"])
    evidence = mf.annotate(mixed, actors, cache=False)
    assert len(evidence.articles) == 4
    assert set(evidence.sentences["article_id"]) == {"a0", "a2", "a3"}


@pytest.mark.parametrize(
    "broken, message",
    [
        (articles().drop(columns="text"), "no column text"),
        (articles().assign(article_id="a"), "3 articles share an article_id"),
    ],
)
def test_what_cannot_be_read_is_refused(broken, message):
    with pytest.raises(mf.MediaframesError, match=message):
        mf.annotate(broken, [])


def test_unbalanced_quotation_marks_are_told_to_the_reader(actors):
    unbalanced = articles().assign(warnings="")
    unbalanced.loc[1, "text"] = "“We tried. Then it rained."
    told = mf.annotate(unbalanced, actors, cache=False).articles["warnings"]
    assert ["quotation mark" in w for w in told] == [False, True, False, False]


def test_no_articles_give_empty_tables(actors):
    evidence = mf.annotate(articles().iloc[:0], actors)
    assert all(list(getattr(evidence, n)) for n in TABLES) and evidence.mentions.empty


def test_evidence_can_be_written_read_and_filtered(actors, tmp_path):
    evidence = mf.annotate(articles(), actors, cache=False)
    same(mf.read_evidence(evidence.write(tmp_path / "e")), evidence)
    one = evidence.of_articles(["a0"])
    assert set(one.mentions["article_id"]) == {"a0"} == set(one.tone["article_id"])
    (tmp_path / "e" / "tone.parquet").unlink()
    with pytest.raises(mf.MediaframesError, match=r"tone\.parquet missing"):
        mf.read_evidence(tmp_path / "e")


def test_what_was_read_is_not_read_again(actors, tmp_path, monkeypatch):
    first = mf.annotate(articles(7), actors, cache=tmp_path)
    read = []
    original = Job.read
    monkeypatch.setattr(Job, "read", lambda job, chunk, *n: read.extend(chunk.article_id) or original(job, chunk, *n))
    same(mf.annotate(articles(7), actors, cache=tmp_path), first)
    assert read == []
    more = mf.annotate(articles(8), actors, cache=tmp_path)
    assert read == ["a7"]
    same(more, mf.annotate(articles(8), actors, cache=False))


def test_other_actors_and_changed_articles_are_read_anew(actors, tmp_path):
    mf.annotate(articles(), actors, cache=tmp_path)
    other = mf.annotate(articles(), actors[:1], cache=tmp_path)
    assert set(other.mentions["actor"]) == {actors[0].name}
    changed = articles()
    changed.loc[2, "text"] = "Iraq was there."
    assert len(mf.annotate(changed, actors, cache=tmp_path).mentions) == 7


def test_an_article_in_two_shards_is_found_once(actors, tmp_path):
    first = mf.annotate(articles(), actors, cache=tmp_path)
    shutil.copytree(shards(tmp_path)[0], shards(tmp_path)[0].with_name("copy.shard"))
    same(mf.annotate(articles(), actors, cache=tmp_path), first)


@pytest.mark.parametrize("harm", ["cut", "flip", "remove"])
def test_a_damaged_cache_is_noticed_and_made_again(actors, tmp_path, harm):
    first = mf.annotate(articles(), actors, cache=tmp_path)
    kept = shards(tmp_path)
    assert len(kept) == 2  # who is named, whoever is asked for; and what was read of those asked for
    for file in (shard / "mentions.parquet" for shard in kept):
        content = bytearray(file.read_bytes())
        if harm == "cut":
            file.write_bytes(content[: len(content) // 2])
        elif harm == "flip":
            content[60] ^= 1  # within the first column's data
            file.write_bytes(content)
        else:
            file.unlink()
    same(mf.annotate(articles(), actors, cache=tmp_path), first)
    assert len(shards(tmp_path)) == 2


def test_who_is_named_is_found_once_whoever_is_asked_for(actors, tmp_path):
    first = mf.annotate(articles(), actors, cache=tmp_path)
    assert len(shards(tmp_path)) == 2
    mf.annotate(articles(), actors, syntax=False, cache=tmp_path)
    mf.annotate(articles(), actors[:1], cache=tmp_path)
    assert len(shards(tmp_path)) == 4  # one for each question, none for the names
    known = load_actors()
    sentences, mentions = Names(known, tmp_path).of(articles())
    assert len(shards(tmp_path)) == 4
    assert sentences.equals(first.sentences)
    found = find_mentions(articles(), sentences, known)
    assert mentions[["mention_id", "actor", "kind"]].equals(found[["mention_id", "actor", "kind"]])


def test_a_half_written_shard_is_not_seen(actors, tmp_path):
    first = mf.annotate(articles(), actors, cache=tmp_path)
    (shards(tmp_path)[0].parent / ".writing-x").mkdir()
    same(mf.annotate(articles(), actors, cache=tmp_path), first)


def test_a_cache_that_cannot_be_written_is_no_reason_to_stop(actors, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.warns(UserWarning, match="cannot be kept"):
        evidence = mf.annotate(articles(), actors, cache=tmp_path / "file")
    assert len(evidence.mentions) == 6


TWO_AT_ONCE = """
import sys
sys.path.insert(0, {here!r})
from test_pipeline import articles
import mediaframes as mf
from mediaframes.annotate.attitude.grounds import stand_on_deeds
print(len(mf.annotate(articles(40), mf.load_actors("US", "Israel", "Iraq"), cache={folder!r}).mentions))
"""


@pytest.mark.slow
def test_two_runs_at_once_do_not_harm_each_other(actors, tmp_path):
    code = TWO_AT_ONCE.format(here=os.path.dirname(__file__), folder=str(tmp_path))
    runs = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [run.communicate()[0].strip() for run in runs] == ["60", "60"]
    same(mf.annotate(articles(40), actors, cache=tmp_path), mf.annotate(articles(40), actors, cache=False))


@pytest.mark.slow
def test_workers_give_the_same_tables_even_if_one_dies(actors, monkeypatch):
    distributed = pytest.importorskip("distributed", reason="distributed is not installed")
    pipeline = sys.modules[Job.__module__]
    monkeypatch.setattr(pipeline, "SHARE", 5)
    many = articles(60)
    expected = mf.annotate(many, actors, cache=False)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        client = distributed.Client(cluster)
        same(mf.annotate(many, actors, cache=False, client=client), expected)
        results = pipeline._results

        def dying(*given):
            for number, result in enumerate(results(*given)):
                if number == 1:
                    client.submit(os._exit, 1, retries=0)
                yield result

        monkeypatch.setattr(pipeline, "_results", dying)
        same(mf.annotate(many, actors, cache=False, client=client), expected)
        client.close()


def test_labels_that_are_there_twice_do_not_matter(tmp_path):
    given = articles(2)
    given.index = [0, 0]
    found = mf.annotate(given, load_actors("Israel"), syntax=False, attitudes=False, cache=tmp_path)
    assert set(found.sentences["article_id"]) == {"a0", "a1"}
