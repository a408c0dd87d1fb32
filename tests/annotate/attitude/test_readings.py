"""The tone toward each mention of a corpus: it has a score where the instrument is sure."""

from pathlib import Path

import numpy as np
import pytest

import mediaframes as mf
from mediaframes.annotate.attitude.instruments import SURE, TONE_CLASSES

SAMPLE = Path(__file__).parents[3] / "corpus" / "sample"


@pytest.fixture(scope="module")
def evidence():
    return mf.annotate(mf.load_corpus(SAMPLE).head(20), mf.load_actors("US", "Iran", "Israel"), syntax=False)


def test_a_mention_has_a_score_where_the_instrument_is_sure_and_its_probabilities_anyway(evidence):
    tone = evidence.tone
    sure = tone[TONE_CLASSES].max(axis=1) >= SURE
    assert 0 < (~sure).sum() < len(tone) / 4
    assert tone["score"].notna().equals(sure) and tone[TONE_CLASSES].notna().all(axis=None)
    assert np.allclose(tone["score"][sure], (tone["positive"] - tone["negative"])[sure])


def test_the_share_without_a_score_stands_beside_each_mean(evidence):
    found = mf.tone_toward(evidence, by="actor").set_index("actor")
    rows = evidence.mentions.merge(evidence.tone, on="mention_id")
    expected = rows["score"].isna().groupby(rows["actor"]).mean()
    assert found["unscored"].to_dict() == pytest.approx(expected[found.index].to_dict())
    assert found["n"].to_dict() == rows.groupby("actor")["score"].count()[found.index].to_dict()
