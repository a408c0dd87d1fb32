"""In what tone actors are named, and who is shown as friendly or hostile to whom."""

import pandas as pd

from mediaframes.errors import MediaframesError
from mediaframes.measure.declaration import measure
from mediaframes.measure.inference.estimates import article_means

SIDES = {("p", "q"): ("p_supports_q", "p_opposes_q"), ("q", "p"): ("q_supports_p", "q_opposes_p")}
SHARES = ["supports", "opposes"]
COLUMNS = {"trained": "score", "lexicon": "lexicon"}


def _unscored(rows, names):
    """The share of the mentions that have no score."""
    missing = rows["value"].isna()
    missing = missing.groupby([rows[n] for n in names]) if names else missing.groupby(lambda _: 0)
    return missing.mean().rename("unscored").reset_index()[[*names, "unscored"]]


@measure(
    name="tone toward an actor",
    unit="mentions",
    formula="mean over articles of the mean over the article's mentions of (P(positive) - P(negative))",
    denominator="mentions of the actor",
    source="trained on NewsMTSC, Hamborg & Donnay 2021, and on countries coded by a language model; names hidden",
    kind="mean",
    instruments=("mentions", "tone"),
    more=_unscored,
    varies=(
        "instrument",
        {
            "trained": {},
            "lexicon": {
                "name": "tone of the sentences naming an actor",
                "formula": "mean over articles of the mean over the article's mentions of (positive - negative) of "
                "its sentence",
                "denominator": "mentions in sentences that hold a word the instrument knows",
                "source": "VADER, Hutto & Gilbert 2014, names masked: a mood of words, exploratory, no attitude to "
                "the actor",
                "instruments": ("mentions",),
            },
        },
    ),
    participants=("actor",),
    by=("outlet", "actor"),
)
def tone_toward(evidence, *, instrument="trained"):
    """Estimate the tone toward each actor.

    Parameters
    ----------
    evidence : Evidence
    instrument : {"trained", "lexicon"}
        The attitude toward the actor that the trained instrument reads in each sentence; or, exploratory, the mood
        of the sentence's words by a word list.
    {filters}

    Returns
    -------
    DataFrame
        One row a group: the group columns, `estimate` (-1 ... 1), `low`, `high`, `n` (mentions with a score),
        `n_articles` and `n_clusters` with at least one, `unscored` (share of the group's mentions without a score),
        `made_by`.

    Raises
    ------
    MediaframesError
        If the trained instrument is asked for, and the evidence was made without.

    Notes
    -----
    Mentions are averaged within an article, articles within a group, so that one long article weighs no more than
    one. Mentions that the instrument cannot score are missing, not neutral: for the word list, those in sentences
    without a word that it knows; for the trained instrument, those of which no class has a probability of .6 (of such,
    half are right). The tone toward a person who is asked for is read by a second network besides, that toward a state
    is not, for which a leader's name can stand: rolled up, the two differ a little.

    References
    ----------
    Hamborg & Donnay 2021 (NewsMTSC); Hutto & Gilbert 2014 (VADER).

    Examples
    --------
    >>> tone = mf.tone_toward(evidence, by="actor")
    >>> bool(tone["estimate"].between(-1, 1).all())
    True
    """
    if instrument == "trained":
        _check_attitudes(evidence)
    scores = evidence.tone[["mention_id", COLUMNS[instrument]]].set_axis(["mention_id", "value"], axis=1)
    return evidence.mentions.merge(scores, on="mention_id", how="left", validate="one_to_one")


def _shares(rows, names):
    """The mean probabilities whose difference is the estimate."""
    tables = [article_means(rows, names, share)[[*names, "estimate"]] for share in SHARES]
    return tables[0].rename(columns={"estimate": SHARES[0]}).assign(**{SHARES[1]: tables[1]["estimate"]})


@measure(
    name="relations between actors",
    unit="sentences",
    formula="mean over articles of the mean over sentences of (P(supports) - P(opposes))",
    denominator="sentences that name both actors",
    source="trained on Park, Pan & Joo 2021, and on countries coded by a language model; names hidden; beside it, the "
    "deeds that the clauses tell",
    kind="mean",
    instruments=("mentions", "relations"),
    groups=("actor", "other"),
    spans=("p", "q"),
    order="n",
    more=_shares,
    by="outlet",
)
def relations_between(evidence):
    """Estimate how friendly or hostile each actor is shown to be toward each other.

    Parameters
    ----------
    evidence : Evidence
    {filters}

    Returns
    -------
    DataFrame
        One row a group and directed pair, those in most sentences first: the group columns, `actor`, `other`,
        `estimate` (-1 hostile ... 1 friendly), `low`, `high`, `n` (sentences that name both), `n_articles`,
        `n_clusters`, `supports` and `opposes` (the mean probabilities whose difference is the estimate), `made_by`.

    Raises
    ------
    MediaframesError
        If the evidence was made without the trained instruments.

    Notes
    -----
    Sentences are averaged within an article, articles within a group. What each sentence gets is the probability that
    it shows the actor as supporting the other, less the probability that it shows it as opposing the other: what the
    trained instrument reads, and the deeds of the two that its clauses tell, as fact or not (`evidence.clauses`).
    Exploratory: `accuracy("relations")` says how often this is right. A pair is quoted where both stand in quoted
    words.

    References
    ----------
    Park, Pan & Joo 2021, Who blames or endorses whom? Entity-to-entity directed sentiment extraction in news text,
    Findings of ACL.

    Examples
    --------
    >>> relations = mf.relations_between(evidence, by=None)
    >>> bool(relations["estimate"].between(-1, 1).all())
    True
    """
    _check_attitudes(evidence)
    pairs = evidence.relations
    sides = [
        pairs.assign(actor=pairs[actor], other=pairs[other], supports=pairs[supports], opposes=pairs[opposes])
        for (actor, other), (supports, opposes) in SIDES.items()
    ]
    rows = pd.concat(sides, ignore_index=True)
    return rows.assign(value=rows["supports"] - rows["opposes"])


def _check_attitudes(evidence):
    """Raise if the evidence was made without the trained instruments."""
    if len(evidence.tone) and evidence.tone["positive"].isna().all():
        raise MediaframesError(
            "this evidence was made with attitudes=False, and holds no tone or relations of the trained instruments; "
            "annotate the articles again without it"
        )
