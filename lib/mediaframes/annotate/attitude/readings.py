"""The trained instruments over a corpus: the tone toward each mention, and the relation of each two actors.

Every sentence is read by itself. Who is named twice in it has two mentions with a tone each, but each two actors have
one relation: that of the places where each is named first.
"""

from itertools import combinations

import numpy as np
import pandas as pd

from mediaframes.annotate.attitude.instruments import RELATION_CLASSES, SURE, TONE_CLASSES, read_relations, read_tone

SENTENCE = ["article_id", "sentence"]
SPANS = ["p_start", "p_end", "q_start", "q_end"]


def read_attitudes(articles, sentences, mentions, *, persons=(), threads=None):
    """Read the tone toward each mention, and who supports or opposes whom.

    Parameters
    ----------
    articles, sentences : DataFrame
        As in `Evidence`.
    mentions : DataFrame
        `mention_id`, `article_id`, `sentence`, `start`, `end`, `actor`.
    persons : collection of str
        Those of the actors that are persons, whom a second network reads besides.
    threads : int, optional
        How many sentences to read at once; default: as many as there are cores.

    Returns
    -------
    tone : DataFrame
        One row a mention: `mention_id`, `article_id`, `negative`, `neutral`, `positive` (probabilities), `score` =
        positive - negative, missing where the instrument is not sure: no class is as probable as `SURE`.
    relations : DataFrame
        One row a sentence and unordered pair of its actors, p named first: `article_id`, `sentence`, `p`, `q`, the
        probabilities of `relations`, `p_start`, `p_end`, `q_start`, `q_end` (characters of the article's text). Two
        actors whose first mentions overlap ("the two Koreas") are no pair.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    named = mentions.merge(sentences[[*SENTENCE, "start", "end"]], on=SENTENCE, suffixes=("", "_of"), how="left")
    return _tone(named, texts, persons, threads), _relations(named, texts, persons, threads)


def _tone(named, texts, persons, threads):
    of_persons = named["actor"].isin(list(persons)).to_numpy(float)
    read = read_tone(_sentences(named, texts), _inside(named, "start", "end"), of_persons, threads=threads)
    table = pd.concat([named[["mention_id", "article_id"]].reset_index(drop=True), read], axis=1)
    negative, _, positive = TONE_CLASSES
    return table.assign(score=(table[positive] - table[negative]).where(read.max(axis=1).to_numpy() >= SURE))


def _relations(named, texts, persons, threads):
    pairs = _pairs(named)
    spans = [_inside(pairs, f"{side}_start", f"{side}_end") for side in "pq"]
    of_persons = pairs[["p", "q"]].isin(list(persons)).mean(axis=1).to_numpy(float)
    read = read_relations(_sentences(pairs, texts), *spans, of_persons, threads=threads)
    return pd.concat([pairs[[*SENTENCE, "p", "q"]], read[RELATION_CLASSES], pairs[SPANS]], axis=1)


def _pairs(named):
    """One row each two actors of a sentence, at their first mentions, in the order of the text."""
    first = named.sort_values([*SENTENCE, "start", "end"]).drop_duplicates([*SENTENCE, "actor"])
    rows = []
    for key, group in first.groupby(SENTENCE, sort=False):
        places = list(group[["actor", "start", "end"]].itertuples(index=False, name=None))
        around = tuple(group[["start_of", "end_of"]].iloc[0])
        apart = [(a, b) for a, b in combinations(places, 2) if a[2] <= b[1]]
        rows += [(*key, a[0], b[0], *a[1:], *b[1:], *around) for a, b in apart]
    return pd.DataFrame(rows, columns=[*SENTENCE, "p", "q", *SPANS, "start_of", "end_of"])


def _sentences(rows, texts):
    places = zip(rows["article_id"], rows["start_of"], rows["end_of"], strict=True)
    return [texts[i][start:end] for i, start, end in places]


def _inside(rows, start, end):
    places = rows[[start, end]].to_numpy(np.int64) - rows[["start_of"]].to_numpy(np.int64)
    return [tuple(place) for place in places]


def voice_of_pairs(relations, mentions):
    """Return in whose voice each relation is told (Series): "quoted" where both names stand in quoted words.

    What a source says of another ("Iran accused Israel") is told by the newsroom, though the source says it; what it
    says of two others is not. Missing where sentences were not parsed.
    """
    place = ["article_id", "actor", "start", "end"]
    known = mentions.drop_duplicates(place).set_index(place)["voice"]
    sides = [
        known.reindex(pd.MultiIndex.from_frame(relations[["article_id", s, f"{s}_start", f"{s}_end"]])) for s in "pq"
    ]
    p, q = (side.to_numpy(object) for side in sides)
    told = np.where((p == "quoted") & (q == "quoted"), "quoted", "newsroom").astype(object)
    return pd.Series(told, index=relations.index).mask(pd.isna(p) | pd.isna(q))
