"""Tone by word list: NLTK's VADER with the lexicon that the vaderSentiment package ships, actors' names masked.

Exploratory. A word list measures the mood of a sentence's words, not an attitude to an actor, and this one was made
for social media: in it "united" is positive, so that "the United States" alone makes a sentence friendly. Hence
the names of actors are masked before scoring, and the share of words that the lexicon knows is given beside.
"""

from functools import cache
from importlib.resources import files

import pandas as pd
import regex

from mediaframes.annotate.syntax.parser import plain_spaces

SCORES = ["lexicon", "covered"]
MASK = "it"  # in no lexicon; VADER's rules for capitals and punctuation do not see it
WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*")


@cache
def _vader():
    from nltk.sentiment.vader import SentimentIntensityAnalyzer, VaderConstants  # half a second, only where needed

    # NLTK reads lexicons from its own data path only, which would need a download.
    vader = SentimentIntensityAnalyzer.__new__(SentimentIntensityAnalyzer)
    vader.lexicon_file = (files("vaderSentiment") / "vader_lexicon.txt").read_text(encoding="utf-8")
    vader.lexicon = vader.make_lex_dict()
    vader.constants = VaderConstants()
    return vader


def score_sentence(sentence, names=()):
    """Score the words of one sentence.

    Parameters
    ----------
    sentence : str
    names : iterable of (int, int)
        Spans of actors' names within the sentence, to be masked.

    Returns
    -------
    dict
        `lexicon`: the share of the sentence's weight that is positive, less that which is negative (-1 ... 1), NaN if
        the lexicon knows none of its words; `covered`: the share of its words that it knows.

    References
    ----------
    Hutto & Gilbert 2014, VADER, ICWSM.
    """
    masked = plain_spaces(sentence)
    for start, end in sorted(names, reverse=True):
        masked = masked[:start] + MASK + masked[end:]
    # Capitals are emphasis for VADER, but names and headlines in news.
    masked = masked.lower().replace("’", "'")
    words = WORD.findall(masked)
    known = sum(w in _vader().lexicon for w in words)
    covered = known / len(words) if words else float("nan")
    p = _vader().polarity_scores(masked) if known else {"pos": float("nan"), "neg": float("nan")}
    return {"lexicon": p["pos"] - p["neg"], "covered": covered}


def lexicon_tone(articles, sentences, mentions, *, masked=None):
    """Score, for each mention, the sentence it stands in.

    Parameters
    ----------
    articles, sentences, mentions : DataFrame
        As in `Evidence`.
    masked : DataFrame, optional
        Mentions to mask (`article_id`, `sentence`, `start`, `end`): all actors that are known, not only those asked
        for. Default: `mentions`.

    Returns
    -------
    DataFrame
        One row a mention: `mention_id`, `article_id` and the columns of `score_sentence`. Two mentions in one
        sentence get the same score, for a word list cannot tell toward whom a word points.
    """
    masked = mentions if masked is None else masked
    masked = masked.drop_duplicates(["article_id", "start", "end"])  # two actors may share a span: "the two Koreas"
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    key = ["article_id", "sentence"]
    wanted = sentences.merge(mentions[key].drop_duplicates(), on=key, validate="one_to_one")
    spans = masked.groupby(key)[["start", "end"]].apply(lambda g: list(map(tuple, g.to_numpy()))).to_dict()
    scored = []
    for article_id, sentence, start, end in wanted[[*key, "start", "end"]].itertuples(index=False):
        names = [(a - start, b - start) for a, b in spans.get((article_id, sentence), [])]
        scored.append((article_id, sentence, *score_sentence(texts[article_id][start:end], names).values()))
    scores = pd.DataFrame(scored, columns=key + SCORES)
    return mentions[["mention_id", *key]].merge(scores, on=key, how="left")[["mention_id", "article_id", *SCORES]]
