"""The name-swap audit: what an instrument says of the same sentence when another actor stands in it."""

import numpy as np
import pandas as pd

from mediaframes.annotate.attitude.instruments import tone
from mediaframes.annotate.attitude.lexicon import score_sentence
from mediaframes.annotate.attitude.masking import whole_name
from mediaframes.errors import MediaframesError
from mediaframes.measure.declaration import measure
from mediaframes.measure.inference.estimates import article_means

SWAPPED = (
    *("the United States", "Israel", "Iraq", "Iran", "France", "Russia", "China", "Germany", "Japan", "Egypt"),
    *("Turkey", "North Korea", "Mexico", "Nigeria"),
)


def _distances(rows, names):
    """The mean distance from the sentence's mean."""
    return article_means(rows, names, "distance")[[*names, "estimate"]].rename(columns={"estimate": "mean_absolute"})


@measure(
    name="shift of the tone by a name",
    unit="mentions",
    formula="mean over articles of (score with this name - the sentence's mean score over all names)",
    denominator="mentions in sentences that the instrument can score",
    source="after Barriere & Cifuentes 2024",
    kind="mean",
    groups=("instrument", "name"),
    more=_distances,
    filters=(),
)
def name_swap_audit(evidence, *, names=SWAPPED, sample=100, seed=0):
    """Put other names into the sentences of a corpus, and measure how far each name moves their tone.

    Parameters
    ----------
    evidence : Evidence
    names : sequence of str
        At least two, as they stand in a sentence: "the United States".
    sample : int
        How many mentions to take, drawn at random, of those that are a name (not a demonym, government or label).
    seed : int
    {filters}

    Returns
    -------
    DataFrame
        One row an instrument ("trained"; "word list" and "word list, names masked": VADER) and name: `instrument`,
        `name`, `estimate` (mean over articles of the mentions' score with this name less their mean over all names: 0
        is fair), `low`, `high`, `n` (mentions that the instrument can score), `n_articles`, `n_clusters`,
        `mean_absolute` (mean distance from the sentence's mean).

    Raises
    ------
    MediaframesError
        If there are fewer than two names.

    Notes
    -----
    Every mention of the actor by name in the sentence is swapped, articles ("the") with it.

    References
    ----------
    Barriere & Cifuentes 2024, on the sensitivity of classifiers to names of countries.

    Examples
    --------
    >>> audit = mf.name_swap_audit(evidence, names=["Israel", "Iraq"], sample=5)
    >>> sorted(audit["name"].unique())
    ['Iraq', 'Israel']
    """
    names = list(dict.fromkeys(names))
    if len(names) < 2:
        raise MediaframesError(f"names={names}: at least two names are needed, to put one in the place of the other")
    sampled = list(_sampled(evidence, sample, seed))
    scores = _scores(sampled, names)
    shift = scores["score"] - scores.groupby(["instrument", "mention_id"])["score"].transform("mean")
    rows = scores.assign(value=shift, distance=shift.abs())
    places = evidence.mentions[["mention_id", "start", "end", "voice"]]
    return rows.merge(places, on="mention_id", validate="many_to_one")


def _sampled(evidence, sample, seed):
    """Return mentions by name, drawn at random, each with its sentence and all places where the actor is named so."""
    named = evidence.mentions[evidence.mentions["kind"] == "name"]
    key = ["article_id", "sentence"]
    spans = evidence.sentences.set_index(key)[["start", "end"]]
    named = named.join(spans.add_suffix("_of"), on=key)
    texts = evidence.articles.set_index("article_id")["text"]
    places = {
        k: list(g.itertuples(index=False, name=None)) for k, g in named.groupby([*key, "actor"])[["start", "end"]]
    }
    drawn = named.sample(min(sample, len(named)), random_state=seed).sort_values(["article_id", "start"])
    for row in drawn.itertuples():
        own = [(a - row.start_of, b - row.start_of) for a, b in places[row.article_id, row.sentence, row.actor]]
        at = own.index((row.start - row.start_of, row.end - row.start_of))
        yield row.mention_id, row.article_id, texts[row.article_id][row.start_of : row.end_of], own, at


def _scores(sampled, names):
    """One row a mention, name and instrument."""
    rows = [
        (mention_id, article_id, name, at, *swapped(sentence, spans, name))
        for mention_id, article_id, sentence, spans, at in sampled
        for name in names
    ]
    table = pd.DataFrame(rows, columns=["mention_id", "article_id", "name", "at", "text", "spans"])
    read = tone(table["text"], [spans[at] for spans, at in zip(table["spans"], table["at"], strict=True)])
    scores = {
        "trained": read["positive"] - read["negative"],
        "word list": [score_sentence(text)["lexicon"] for text in table["text"]],
        "word list, names masked": [
            score_sentence(text, spans)["lexicon"] for text, spans in zip(table["text"], table["spans"], strict=True)
        ],
    }
    own = table[["mention_id", "article_id", "name"]]
    return pd.concat([own.assign(instrument=k, score=np.asarray(v, float)) for k, v in scores.items()])


def swapped(sentence, spans, name):
    """Return the sentence with `name` at each of the spans, and where it stands then.

    Parameters
    ----------
    sentence : str
    spans : list of (int, int)
        Not overlapping, in the order of the text.
    name : str

    Returns
    -------
    text : str
    spans : list of (int, int)
    """
    text, found, done = "", [], 0
    for start, end in (whole_name(sentence, *span) for span in spans):
        text += sentence[done:start]
        first = name[:1].upper() if not text.strip("\"“‘'( ") else name[:1]
        found.append((len(text), len(text) + len(name)))
        text, done = text + first + name[1:], end
    return text + sentence[done:], found
