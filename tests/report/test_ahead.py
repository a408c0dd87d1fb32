"""Reading ahead: what several notebooks ask for is in the cache before the first starts."""

import os

import pytest

import mediaframes as mf
from mediaframes.report.ahead import cache_folder, read_ahead


@pytest.fixture(scope="module")
def some():
    return mf.load_corpus("corpus/sample").head(8)


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_read_ahead_is_found_by_annotate(tmp_path, some, jobs):
    read = []
    read_ahead(some, ["Iran", "US"], tmp_path, jobs, read.append)
    assert sum(read) == len(some)
    shards = sorted(tmp_path.rglob("*.shard"))
    evidence = mf.annotate(some, mf.load_actors("Iran", "US"), cache=tmp_path)
    assert sorted(tmp_path.rglob("*.shard")) == shards  # nothing had to be read again
    fresh = mf.annotate(some, mf.load_actors("Iran", "US"), cache=False)
    assert evidence.mentions.equals(fresh.mentions)
    assert evidence.clauses.equals(fresh.clauses)


def test_a_cache_that_cannot_be_written_to_is_replaced_for_the_time_of_the_report(tmp_path, monkeypatch):
    (tmp_path / "a file").write_text("")
    monkeypatch.setenv("MEDIAFRAMES_CACHE", str(tmp_path / "a file" / "kept"))
    assert cache_folder(tmp_path / "work") == tmp_path / "work" / "cache"
    monkeypatch.setenv("MEDIAFRAMES_CACHE", str(tmp_path / "new" / "kept"))
    assert cache_folder(tmp_path / "work") == tmp_path / "new" / "kept"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_no_cache(tmp_path, monkeypatch):
    tmp_path.chmod(0o500)
    monkeypatch.setenv("MEDIAFRAMES_CACHE", str(tmp_path / "kept"))
    folder = cache_folder(tmp_path / "work")
    tmp_path.chmod(0o700)
    assert folder == tmp_path / "work" / "cache"
