"""Who is shown as friendly or hostile to whom."""

import pandas as pd

from mediaframes.measure.groups import article_means, check_attitudes, grouped, in_voice
from mediaframes.measure.inference.estimates import as_estimates, as_list

__all__ = ["directed", "relations_between"]

SIDES = {("p", "q"): ("p_supports_q", "p_opposes_q"), ("q", "p"): ("q_supports_p", "q_opposes_p")}
SHARES = ["supports", "opposes"]


def relations_between(evidence, *, by="outlet", voice="all", copies="keep", weights="article"):
    """Estimate how friendly or hostile each actor is shown to be toward each other.

    Parameters
    ----------
    evidence : Evidence
    by : str or list of str, optional
        Columns of the articles, or "voice".
    voice : {"all", "newsroom", "quoted"}
        Who tells of the two: quoted are sentences in which both stand in quoted words.
    copies : {"keep", "drop"}
        Whether to count each copy of a text, or the first of each group only.
    weights : {"article", "story"}
        What counts once: each article, or each story, its articles in equal parts.

    Returns
    -------
    DataFrame
        One row a group and directed pair, those in most sentences first: the group columns, `actor`, `other`,
        `estimate` (-1 hostile ... 1 friendly), `low`, `high`, `n` (sentences that name both), `n_articles`,
        `n_clusters`, `supports` and `opposes` (the mean probabilities whose difference is the estimate).

    Raises
    ------
    MediaframesError
        If the evidence was made without the trained instruments.

    Notes
    -----
    Sentences are averaged within an article, articles within a group. What each sentence gets is the probability that
    it shows the actor as supporting the other, less the probability that it shows it as opposing the other.

    References
    ----------
    Park, Pan & Joo 2021, Who blames or endorses whom? Entity-to-entity directed sentiment extraction in news text,
    Findings of ACL.
    """
    by, pair = as_list(by), ["actor", "other"]
    rows = in_voice(directed(evidence), voice)
    rows = grouped(rows, evidence.articles, by, copies=copies, weights=weights)
    table = article_means(rows, [*by, *pair], "score")
    shares = [article_means(rows, [*by, *pair], share)["estimate"] for share in SHARES]
    table = table.assign(**dict(zip(SHARES, shares, strict=True)))
    return as_estimates(
        table.sort_values([*by, "n", *pair], ascending=[True] * len(by) + [False, True, True]),
        measure="relations between actors",
        formula="mean over articles of the mean over sentences of (P(supports) - P(opposes))",
        denominator="sentences that name both actors",
        unit="sentences",
        source="trained on Park, Pan & Joo 2021; names hidden",
        by=by,
        copies=copies,
        weights=weights,
        evidence={"kind": "relation", "voice": voice},
    )


def directed(evidence):
    """Return each relation twice, once from either side: `actor`, `other`, `supports`, `opposes`, `score`, spans."""
    check_attitudes(evidence)
    sides = []
    for (actor, other), (supports, opposes) in SIDES.items():
        side = evidence.relations.assign(
            actor=evidence.relations[actor],
            other=evidence.relations[other],
            supports=evidence.relations[supports],
            opposes=evidence.relations[opposes],
        )
        sides.append(side.assign(score=side["supports"] - side["opposes"]))
    return pd.concat(sides, ignore_index=True)
