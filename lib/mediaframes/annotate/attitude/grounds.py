"""Relations stand on deeds: what the clauses tell of two actors moves what the network says of them.

"Peru shelled Chad", told as fact, needs no network to say who opposes whom; "Peru may shell Chad" needs one, but not
alone. The deeds of one toward the other enter as evidence beside the network's probabilities, with weights that were
fitted on coded sentences that the network had not seen (`weights/grounds.json`, made by `training/grounds.py`).
"""

import json
from functools import cache
from importlib.resources import files

import numpy as np

from mediaframes.annotate.attitude.instruments import MIRRORED, RELATION_CLASSES

# The kinds of deeds (PLOVER classes) that say alike of a relation.
HOSTILE = ("assault", "coerce", "accuse", "threaten", "mobilize", "protest", "reject", "sanction")
FRIENDLY = ("support", "aid", "cooperate", "agree", "yield")
TALK = ("consult", "request")
GROUNDS = ("assault", *(f"{kind}{told}" for kind in ("hostile", "friendly") for told in ("", ", not as fact")), "talk")
SENTENCE = ["article_id", "sentence"]


def grounds(pairs, clauses):
    """Return which deeds of one actor toward the other the clauses of their sentence tell.

    Parameters
    ----------
    pairs : DataFrame
        `article_id`, `sentence`, `p`, `q`.
    clauses : DataFrame
        As in `Evidence`.

    Returns
    -------
    ndarray of float, (pairs, 2, grounds)
        1 where there is such a deed of p toward q, and of q toward p, in the order of `GROUNDS`.
    """
    told = {}
    parts = ["agent_actor", "patient_actor", "target_actor", "plover", "factual"]
    for article, sentence, agent, patient, target, kind, factual in clauses[[*SENTENCE, *parts]].itertuples(
        index=False
    ):
        for other in {patient, target}:
            if isinstance(agent, str) and isinstance(other, str) and (ground := _ground(kind, factual)):
                told.setdefault((article, sentence, agent, other), set()).update(ground)
    found = np.zeros((len(pairs), 2, len(GROUNDS)))
    for row, (article, sentence, p, q) in enumerate(pairs[[*SENTENCE, "p", "q"]].itertuples(index=False)):
        for side, (one, other) in enumerate(((p, q), (q, p))):
            for ground in told.get((article, sentence, one, other), ()):
                found[row, side, GROUNDS.index(ground)] = 1
    return found


def _ground(kind, factual):
    if kind == "assault" and factual:
        return ("assault", "hostile")
    told = "" if factual else ", not as fact"
    if kind in HOSTILE:
        return (f"hostile{told}",)
    if kind in FRIENDLY:
        return (f"friendly{told}",)
    return ("talk",) if kind in TALK else ()


def stand_on_deeds(relations, clauses):
    """Return the relations with the probabilities that network and deeds give together.

    Parameters
    ----------
    relations, clauses : DataFrame
        As in `Evidence`; without clauses, what the network says stays.
    """
    found = grounds(relations, clauses)
    some = found.any(axis=(1, 2))
    if not some.any():
        return relations
    probabilities = relations[RELATION_CLASSES].to_numpy(float).copy()
    probabilities[some] = together(np.log(probabilities[some].clip(1e-9)), found[some], _weights())
    return relations.assign(**dict(zip(RELATION_CLASSES, probabilities.T, strict=True)))


def together(logs, found, weights):
    """Return probabilities (pairs, 5) from the network's log probabilities and the deeds, (pairs, 2, grounds).

    A deed of p toward q says of p's support what one of q toward p says of q's.
    """
    toward = np.array(weights)
    score = logs + found[:, 0] @ toward + found[:, 1] @ toward[:, MIRRORED]
    odds = np.exp(score - score.max(axis=1, keepdims=True))
    return odds / odds.sum(axis=1, keepdims=True)


@cache
def _weights():
    path = files("mediaframes.annotate.attitude") / "weights" / "grounds.json"
    stored = json.loads(path.read_text(encoding="utf-8"))
    return tuple(tuple(stored[ground][c] for c in RELATION_CLASSES) for ground in GROUNDS)
