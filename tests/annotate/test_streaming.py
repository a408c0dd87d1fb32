import pandas as pd
import pytest

import mediaframes as mf
from mediaframes.annotate import streaming
from mediaframes.annotate.schema import TABLES
from mediaframes.cli import main

TEXT = "Israel praised the talks. “We will stay,” a US official said. Iraq was bombed."


@pytest.fixture
def file(tmp_path):
    table = pd.DataFrame({"article_id": [f"a{i}" for i in range(25)], "outlet": "A", "text": TEXT})
    table.to_parquet(tmp_path / "articles.parquet")
    return tmp_path / "articles.parquet"


def test_batches_give_what_one_run_gives(file, tmp_path, monkeypatch):
    monkeypatch.setattr(streaming, "BATCH", 10)
    actors = mf.load_actors("US", "Israel", "Iraq")
    rows = streaming.annotate_parquet(file, actors, tmp_path / "out")
    streamed, whole = mf.read_evidence(tmp_path / "out"), mf.annotate(pd.read_parquet(file), actors, cache=False)
    assert rows["articles"] == 25 and rows["mentions"] == 75
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(streamed, name), getattr(whole, name))


def test_a_repeated_id_leaves_nothing_half_done(file, tmp_path, monkeypatch):
    monkeypatch.setattr(streaming, "BATCH", 10)
    table = pd.read_parquet(file)
    table.loc[20, "article_id"] = "a3"
    table.to_parquet(file)
    with pytest.raises(mf.MediaframesError, match="'a3' comes twice"):
        streaming.annotate_parquet(file, mf.load_actors("US"), tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_the_command_streams_parquet_and_loads_the_rest(file, tmp_path, capsys):
    assert main(["annotate", str(file), "--out", str(tmp_path / "out"), "--actors", "US"]) == 0
    assert "25 mentions in 25 articles" in capsys.readouterr().out
    (tmp_path / "no.parquet").write_text("nothing")
    assert not streaming.is_articles_file(tmp_path / "no.parquet")


@pytest.mark.slow
def test_the_command_with_two_workers(file, tmp_path, capsys):
    arguments = ["annotate", str(file), "--actors", "US", "Israel"]
    assert main([*arguments, "--out", str(tmp_path / "one")]) == 0
    assert main([*arguments, "--out", str(tmp_path / "two"), "--workers", "2"]) == 0
    one, two = mf.read_evidence(tmp_path / "one"), mf.read_evidence(tmp_path / "two")
    pd.testing.assert_frame_equal(one.clauses, two.clauses)
