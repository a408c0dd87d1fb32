"""Nothing but the network's last decimals depends on the machine: the same tables, byte for byte, however they came.

The corpus is a part of the sample; a run is a process of its own, with its own hash seed and order of the files.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import mediaframes as mf
from mediaframes.annotate import streaming
from mediaframes.annotate.schema import TABLES

SAMPLE = Path(__file__).parents[1] / "corpus" / "sample"
ACTORS = ("US", "Israel", "Iran")
RUN = """
import os, sys
import mediaframes as mf

corpus, out, order = sys.argv[1:4]
turned, scandir = [], os.scandir


class Backwards(list):
    close = __exit__ = lambda self, *error: None
    __enter__ = __iter__ = lambda self: self
    __next__ = lambda self: self.pop() if self else next(iter(()))


def backwards(path="."):
    turned.append(path)
    with scandir(path) as found:
        return Backwards(sorted(found, key=lambda entry: entry.name))


if order == "backwards":
    os.scandir = backwards
    os.listdir = lambda path=".": [entry.name for entry in backwards(path)]
evidence = mf.annotate(mf.load_corpus(corpus), mf.load_actors({actors}), cache=False)
evidence.write(out)
estimates = (
    mf.tone_toward(evidence, by=["outlet", "actor"]),
    mf.voices(evidence, by="outlet"),
    mf.keyness(evidence.articles, by="outlet", target="The Morning Rampart", reference="Kavir Press Agency"),
)
for number, table in enumerate(estimates):
    assert len(table)
    table.to_csv(f"{{out}}/estimates{{number}}.csv", index=False)
assert bool(turned) == (order == "backwards")
""".format(actors=", ".join(map(repr, ACTORS)))


def copied(folder, *, backwards=False):
    """A part of the sample, its files made in this or the other order."""
    files = sorted(SAMPLE.glob("*/2022-0[1-2]*.txt"))
    assert len(files) > 15
    for file in reversed(files) if backwards else files:
        (folder / file.parent.name).mkdir(parents=True, exist_ok=True)
        shutil.copy(file, folder / file.parent.name / file.name)
    return folder


def written(folder):
    """What a run wrote, by the name of the file."""
    return {f.name: f.read_bytes() for f in sorted(folder.iterdir())}


def assert_same(one, other):
    for name in ("articles", *TABLES):
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name), check_exact=True)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return copied(tmp_path_factory.mktemp("corpus") / "news")


@pytest.fixture(scope="module")
def articles(corpus):
    return mf.load_corpus(corpus)


@pytest.fixture(scope="module")
def evidence(articles):
    found = mf.annotate(articles, mf.load_actors(*ACTORS), cache=False)
    assert all(len(getattr(found, name)) for name in TABLES)
    return found


def test_hash_seed_and_order_of_files_change_no_byte(tmp_path):
    runs = {"0": "as they come", "1": "backwards"}
    started = []
    for seed, order in runs.items():
        folder = copied(tmp_path / seed / "news", backwards=order == "backwards")
        command = [sys.executable, "-c", RUN, str(folder), str(tmp_path / seed / "out"), order]
        started.append(subprocess.Popen(command, env=os.environ | {"PYTHONHASHSEED": seed}, stderr=subprocess.PIPE))
    for run in started:
        _, errors = run.communicate()
        assert run.returncode == 0, errors.decode()
    one, other = (written(tmp_path / seed / "out") for seed in runs)
    assert len(one) == 2 + len(TABLES) + 3
    assert [name for name in one if one[name] != other[name]] == [] and one.keys() == other.keys()


def test_cached_or_not_and_in_which_order_the_articles_come(articles, evidence, tmp_path):
    actors = mf.load_actors(*ACTORS)
    mf.annotate(articles[::-1][:9], actors, cache=tmp_path)
    assert_same(mf.annotate(articles, actors, cache=tmp_path), evidence)
    assert_same(mf.annotate(articles, actors[::-1], cache=tmp_path), evidence)
    backwards = mf.annotate(articles[::-1], actors, cache=tmp_path)
    assert_same(backwards.of_articles(["none"]), evidence.of_articles(["none"]))
    for article_id in articles["article_id"]:
        assert_same(backwards.of_articles([article_id]), evidence.of_articles([article_id]))


def test_whole_or_in_batches(articles, evidence, tmp_path, monkeypatch):
    monkeypatch.setattr(streaming, "BATCH", 7)
    articles.to_parquet(tmp_path / "articles.parquet")
    streaming.annotate_parquet(tmp_path / "articles.parquet", mf.load_actors(*ACTORS), tmp_path / "out")
    streamed = mf.read_evidence(tmp_path / "out")
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(streamed, name), getattr(evidence, name), check_exact=True)


def test_written_and_read(evidence, tmp_path):
    assert_same(mf.read_evidence(evidence.write(tmp_path / "one")), evidence)


@pytest.mark.slow
def test_one_worker_or_two(articles, evidence, monkeypatch):
    distributed = pytest.importorskip("distributed", reason="distributed is not installed")
    monkeypatch.setattr(sys.modules[mf.annotate.__module__], "SHARE", 5)
    for number in (1, 2):
        cluster = distributed.LocalCluster(n_workers=number, threads_per_worker=1, dashboard_address=None)
        with cluster, distributed.Client(cluster) as client:
            assert_same(mf.annotate(articles, mf.load_actors(*ACTORS), cache=False, client=client), evidence)
