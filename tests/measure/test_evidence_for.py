"""What comes back from a row is what was counted for it: every measure, every option."""

from pathlib import Path

import pandas as pd
import pytest

import mediaframes as mf
from mediaframes.codebook import Membership
from mediaframes.measure.declaration import MEASURES, measure

SAMPLE = Path(__file__).resolve().parents[2] / "corpus" / "sample"
FILTERS = {
    "by": [None, "outlet", ["outlet", "month"]],
    "actors": [None, "Israel", ["US", "Iran"]],
    "voice": ["all", "newsroom", "quoted"],
    "copies": ["keep", "drop"],
    "weights": ["article", "story"],
    "roll_up": [False, True],
}
OF_US = (Membership("US"),)
SIDES = {"target": "Kavir Press Agency", "reference": "The Morning Rampart"}
SCORES = {"regime": -1, "operation": 0, "attack": -2, "support": 1}
# The options of each measure beside the filters, each with the values to try; the first is used with all the others.
OWN = {
    "term_frequency": {"ngram": [1, 2], "terms": [None, ["regime", "operation"]], "min_count": [5, 1],
                       "stopwords": ["drop", "keep", ["the", "regime"]], "merge_variants": [False, True]},
    "keyness": {"by": ["outlet"], "target": [SIDES["target"]], "reference": [None, SIDES["reference"]],
                "ngram": [1, 2], "min_count": [5], "stopwords": ["drop", "keep", ["the", "regime"]],
                "merge_variants": [False, True]},
    "collocates": {"term": ["regime", "US"], "window": [5, 2], "min_count": [3, 1],
                   "stopwords": ["drop", "keep", ["the", "regime"]]},
    "word_shift": {"by": ["outlet"], "scores": [SCORES], "target": [SIDES["target"]],
                   "reference": [SIDES["reference"]], "reference_scores": [None], "centre": [None],
                   "missing": ["error"]},
    "naming": {"forms": ["text", "kind", {"regime": r"\bregime\b", "x": "x"}]},
    "attached_words": {"words": ["modifiers", "predicates"], "min_count": [2, 1]},
    "attention": {},
    "co_occurrence": {},
    "tone_toward": {"by": ["actor", ["outlet", "actor"], None], "instrument": ["trained", "lexicon"]},
    "relations_between": {},
    "agency": {"by": ["actor", ["outlet", "actor"]], "of": ["agency", "passive", "agent_deletion"],
               "speech": ["keep", "drop"]},
    "passives": {},
    "deeds": {"of": ["pair", "conflict", "quad", "class"], "factual": [True, False]},
    "harms": {"of": ["side", "doer", "active", "named", "word", "kind", "victims"],
              "kinds": [None, ["injury", "death"]]},
    "voices": {"of": ["source", "words", "first", "kind", "stance"],
               "by": [None, "outlet", ["outlet", "source_actor"]]},
    "name_swap_audit": {"names": [["Israel", "Peru"]], "sample": [4], "seed": [0]},
}  # fmt: skip
WORDS = ("term_frequency", "keyness", "collocates", "word_shift")


def cases():
    """One option at a time, the others as they come first; and two filters together."""
    for name, own in OWN.items():
        options = {o: own.get(o, FILTERS.get(o)) for o in list(MEASURES[name].signature.parameters)[1:]}
        usual = {o: values[0] for o, values in options.items()}
        tried = [usual] + [usual | {o: v} for o, values in options.items() for v in values[1:]]
        if {"voice", "copies"} <= set(options):
            tried += [usual | {"voice": v, "copies": "drop", "weights": "story"} for v in FILTERS["voice"][1:]]
        yield from ((name, case) for case in tried)


@pytest.fixture(scope="module")
def articles():
    return mf.load_corpus(SAMPLE)


@pytest.fixture(scope="module")
def evidence(articles):
    belonging = mf.Actor("White House", "organisation", names=("White House",), member_of=OF_US)
    return mf.annotate(articles, mf.load_actors("US", "Israel", "Iraq", "Iran", belonging))


def rows_of(table, most=3):
    """Some rows, spread over the table, with the largest."""
    step = max(1, len(table) // most)
    return [table.loc[i] for i in table.index[::step][:most]]


def count_of(row):
    if "count_target" in row:
        return row["count_target"] + row["count_reference"]
    return row["count"] if "count" in row else row["n"]


def test_every_measure_and_each_of_its_options_is_tried():
    assert set(OWN) == set(MEASURES)
    for name, own in OWN.items():
        options = set(list(MEASURES[name].signature.parameters)[1:])
        assert set(own) <= options and options - set(own) <= set(FILTERS), name


@pytest.mark.parametrize("name, options", list(cases()), ids=str)
def test_as_many_rows_come_back_as_were_counted(name, options, articles, evidence):
    data = articles if name in WORDS else evidence
    table = getattr(mf, name)(data, **options)
    again = {"scores": SCORES} if name == "word_shift" else {}
    for row in rows_of(table):
        numerator = mf.evidence_for(row, data, **again)
        assert len(numerator) == count_of(row), row
        if name not in ("keyness", "word_shift") and options.get("ngram", 1) == 1:
            assert len(mf.evidence_for(row, data, of="denominator")) == row["n"], row
        for text, spans in zip(numerator["text"], numerator["spans"], strict=True):
            assert spans and all(0 <= a < b <= len(text) for a, b in spans)
    assert len(table) or options["actors"] == "Israel"


@pytest.mark.parametrize("name", WORDS[1:2] + WORDS[3:])
def test_the_words_that_two_sides_are_counted_over(name, articles):
    table = getattr(mf, name)(articles, **SIDES, **({"scores": SCORES} if name == "word_shift" else {}))
    again = {"scores": SCORES} if name == "word_shift" else {}
    assert len(mf.evidence_for(table.loc[0], articles, of="denominator", **again)) == table.loc[0, "n"]


@pytest.mark.parametrize(
    "measure, options", [(mf.naming, {}), (mf.attention, {}), (mf.tone_toward, {}), (mf.voices, {})]
)
@pytest.mark.parametrize("compare", ["difference", "paired_difference", "all_differences", "within", "trend"])
def test_comparisons_lead_back_to_both_sides(measure, options, compare, evidence):
    made = {
        "difference": lambda: mf.difference(measure(evidence, **options), **SIDES),
        "paired_difference": lambda: mf.paired_difference(evidence, measure, **SIDES, **options),
        "all_differences": lambda: mf.all_differences(evidence, measure, **options),
        "within": lambda: mf.all_differences(evidence, measure, within="story", **options),
        "trend": lambda: mf.trend(evidence, measure, every="month", by=None, **options),
    }[compare]()
    for row in rows_of(made):
        found = mf.evidence_for(row, evidence, of="denominator")
        if compare in ("paired_difference", "within"):
            assert found["story"].nunique() >= row["n"] > 0
        else:
            assert len(found) == row["n"]
        if compare != "trend":
            assert set(found["outlet"]) <= {row["target"], row["reference"]}


def test_the_way_back_survives_a_merge_a_file_and_a_filter(evidence, articles, tmp_path):
    naming = mf.naming(evidence, actors="Israel", voice="newsroom")
    leaning = pd.DataFrame({"outlet": articles["outlet"].unique(), "leaning": "x"})
    merged = naming.merge(leaning, on="outlet").query("count > 1").reset_index(drop=True)
    assert merged.attrs == {}
    merged.to_csv(tmp_path / "naming.csv", index=False)
    for table in (merged, pd.read_csv(tmp_path / "naming.csv")):
        for row in rows_of(table):
            assert len(mf.evidence_for(row, evidence)) == row["count"]
        assert mf.explain(table) == mf.explain(naming)


def test_a_row_that_cannot_be_led_back_says_so(evidence):
    naming = mf.naming(evidence)
    for wrong in (mf.table(naming).loc[0], naming, pd.Series({"estimate": 1}), None):
        with pytest.raises(mf.MediaframesError, match="one row of a result"):
            mf.evidence_for(wrong, evidence)
    with pytest.raises(mf.MediaframesError, match="no measure os"):
        mf.evidence_for(naming.loc[0].replace({naming.loc[0, "made_by"]: "os(by='x')"}), evidence)
    with pytest.raises(mf.MediaframesError, match="is not how a measure"):
        mf.evidence_for(naming.loc[0].replace({naming.loc[0, "made_by"]: "__import__('os').system('x')"}), evidence)
    with pytest.raises(mf.MediaframesError, match="'numerator', 'denominator'"):
        mf.evidence_for(naming.loc[0], evidence, of="both")


def test_what_a_row_cannot_hold_must_be_given_again(articles):
    shift = mf.word_shift(articles, SCORES, **SIDES)
    with pytest.raises(mf.MediaframesError, match=r"scores=\.\.\."):
        mf.evidence_for(shift.loc[0], articles)


def test_a_reference_of_ones_own(articles):
    own = articles[articles["outlet"] == SIDES["reference"]]
    keyness = mf.keyness(articles, target=SIDES["target"], reference=own)
    assert len(mf.evidence_for(keyness.loc[0], articles, reference=own)) == count_of(keyness.loc[0])


def test_an_unknown_option_names_those_there_are(evidence, articles):
    with pytest.raises(
        mf.MediaframesError, match="unexpected keyword argument 'actor'; its parameters are: evidence, forms, by"
    ):
        mf.naming(evidence, actor="Israel")
    with pytest.raises(mf.MediaframesError, match=r"mf\.annotate"):
        mf.tone_toward(articles)


def test_a_new_measure_is_one_function(evidence):
    try:

        @measure(
            name="mentions in the lead",
            unit="mentions",
            formula="mentions in the first sentence ÷ mentions",
            denominator="mentions",
            source="counted here",
            by="actor",
        )
        def in_first_sentence(evidence):
            """Estimate how often an actor is named in the first sentence."""
            return evidence.mentions.assign(counted=evidence.mentions["sentence"] == 0)

        table = in_first_sentence(evidence, voice="newsroom")
        for row in rows_of(table):
            assert len(mf.evidence_for(row, evidence)) == row["count"]
            assert len(mf.evidence_for(row, evidence, of="denominator")) == row["n"]
        assert "in the newsroom's own words" in mf.explain(table)
    finally:
        MEASURES.pop("in_first_sentence")
