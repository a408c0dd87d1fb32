"""The addresses as a corpus: whole paragraphs of the president's own words, with where they come from."""

import pytest
import yaml
from state_of_the_union import LONG, main, sections, spoken_by_president, write_sotu

from mediaframes.corpus import audit_corpus
from mediaframes.errors import MediaframesError


@pytest.mark.parametrize(
    ("transcript", "kept"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("The President. Well.\n\nSo.", ["Well.", "So."]),
        ("A.\n\nAudience members. No!\n\nThe President. B.", ["A.", "B."]),
        ("A.\n\nAudience members. No!\n\nNever!\n\nThe President. B.", ["A.", "B."]),
        ("A.\n\nRep. Doe. Not so!\n\nRepresentative Jane Q. Doe. No!\n\nThe President. B.", ["A.", "B."]),
        ("A. [Laughter] B. [applause]", ["A. B."]),
        ("[At this point, a member rose.]\n\nA.", ["A."]),
        ("A.\n\n[Doe, Jr., of the U.S. Army, came in.]\n\nB. [we] C.", ["A.", "B. [we] C."]),
        ("We [the; White House correction] did.", ["We [the] did."]),
        ("Mr. Speaker, members:\n\nA.", ["Mr. Speaker, members:", "A."]),
        ("Representative Doe. You lie. You do.\n\nThe President. A.", ["A."]),
    ],
)
def test_only_the_president_is_kept(transcript, kept):
    assert spoken_by_president(transcript) == kept


def test_sections_are_runs_of_whole_paragraphs():
    paragraphs = [f"p{i} " + "word " * 70 + "end." for i in range(20)]
    cut = sections("\n\n".join(paragraphs))
    assert "\n\n".join(cut).split("\n\n") == paragraphs
    assert all(200 <= len(s.split()) <= LONG for s in cut)


def test_a_short_rest_joins_the_section_before():
    cut = sections("\n\n".join(["word " * 290 + "end.", "word " * 30 + "end."]))
    assert len(cut) == 1


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sotu") / "deep" / "corpus"
    return folder, write_sotu(folder)


def test_every_section_has_its_metadata(corpus):
    folder, written = corpus
    files = sorted(folder.glob("*.txt"))
    assert len(files) == written > 500
    metas = [yaml.safe_load(f.read_text(encoding="utf-8").split("---\n")[1]) for f in files]
    keys = {"article_id", "title", "outlet", "published", "author", "section", "url"}
    assert all(set(m) == keys and all(m.values()) for m in metas)
    assert len({m["outlet"] for m in metas}) >= 6
    assert min(m["published"][:4] for m in metas) >= "1989"


def test_sections_hold_only_speech(corpus):
    folder, _ = corpus
    texts = [f.read_text(encoding="utf-8").split("---\n", 2)[2] for f in folder.glob("*.txt")]
    assert not [t for t in texts if "[Laughter]" in t or "[Applause]" in t or "\nAudience member" in t]
    lengths = sorted(len(t.split()) for t in texts)
    assert lengths[len(lengths) // 20] >= 180
    assert lengths[-len(lengths) // 20] <= 420


def test_a_year_limits_the_addresses(tmp_path):
    write_sotu(tmp_path / "new", since=2020)
    assert min(f.name[:4] for f in (tmp_path / "new").iterdir()) >= "2020"


def test_a_folder_that_holds_something_is_refused(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(MediaframesError, match="not an empty folder"):
        write_sotu(tmp_path)
    assert [f.name for f in tmp_path.iterdir()] == ["mine.txt"]


def test_a_year_without_address_is_refused(tmp_path):
    with pytest.raises(MediaframesError, match="since=3000"):
        write_sotu(tmp_path / "none", since=3000)
    assert not (tmp_path / "none").exists()


def test_the_command_writes_a_corpus_of_which_every_file_is_read(tmp_path, capsys):
    assert main([str(tmp_path / "sotu"), "--since", "2020"]) == 0
    audit = audit_corpus(tmp_path / "sotu")
    assert f"{len(audit)} articles in" in capsys.readouterr().out
    assert set(audit["status"]) == {"read"}


def test_a_folder_in_use_is_one_line_and_exit_code_2(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("mine")
    assert main([str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.slow
def test_a_picture_is_drawn_of_it(tmp_path):
    picture = tmp_path / "sotu.png"
    assert main([str(tmp_path / "sotu"), "--since", "2022", "--picture", str(picture)]) == 0
    assert picture.read_bytes().startswith(b"\x89PNG") and picture.stat().st_size > 10_000
