from mediaframes.corpus.find import find_files


def test_a_corpus_may_be_reached_through_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text("Text.", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert [f.refused for f in find_files(tmp_path / "link")] == [""]
