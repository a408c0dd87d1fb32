import pytest

from mediaframes.codebook.cues import load_cues, verb_forms
from mediaframes.errors import MediaframesError


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("say", {"say", "says", "sayed", "saying"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("announce", {"announce", "announces", "announced", "announcing"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("push", {"push", "pushes", "pushed", "pushing"}),
    ],
)
def test_forms_by_rule(lemma, forms):
    assert verb_forms(lemma) == forms


def test_irregular_and_doubled_forms():
    assert verb_forms("tell", ["told"]) == {"tell", "tells", "told", "telling"}
    assert verb_forms("admit", doubled={"admit"}) == {"admit", "admits", "admitted", "admitting"}


@pytest.mark.parametrize(
    ("form", "tag", "lemma", "stance"),
    [
        ("said", "VBD", "say", "neutral"),
        ("claims", "VBZ", "claim", "doubting"),
        ("claims", "NNS", "claim", "doubting"),
        ("revealed", "VBD", "reveal", "factive"),
        ("admitted", "VBN", "admit", "factive"),
        ("alleging", "VBG", "allege", "doubting"),
        ("according", "VBG", "according to", "neutral"),
        ("wrote", "VBD", "write", "neutral"),
    ],
)
def test_lookup(form, tag, lemma, stance):
    cue = load_cues().lookup(form, tag)
    assert (cue.lemma, cue.stance) == (lemma, stance)


def test_what_is_no_cue():
    cues = load_cues()
    assert cues.lookup("walked", "VBD") is None
    assert cues.lookup("said", "NN") is None


@pytest.mark.parametrize(
    ("form", "near", "behind", "not_behind"),
    [("states", 2, "that", "of"), ("view", 2, "as", "the"), ("confident", 4, "in", "at"), ("rail", 4, "against", "by")],
)
def test_what_an_ambiguous_form_needs_behind_it(form, near, behind, not_behind):
    steps, needed = load_cues().needs[form]
    assert (steps, behind in needed, not_behind in needed) == (near, True, False)


def test_what_needs_nothing_behind_it():
    assert not {"said", "denied", "tweeted"} & load_cues().needs.keys()


def test_a_file_that_lacks_a_part_is_refused(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("verbs:\n  clause: say\n", encoding="utf-8")
    with pytest.raises(MediaframesError, match="nouns"):
        load_cues(path)
