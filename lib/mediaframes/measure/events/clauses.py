"""How often each actor is the one who acts, and in how many passives nobody is."""

import numpy as np
import pandas as pd

from mediaframes.errors import check_option
from mediaframes.measure.declaration import measure

SPEECH = ("keep", "drop")


@measure(
    name="{of}",
    unit="clauses",
    formula="agent ÷ (agent + patient or target)",
    denominator="clauses with the actor as agent, or as patient or target, negated ones left out",
    source="van Atteveldt et al. 2017; Moreno-Medina et al. 2025",
    instruments=("mentions", "clauses"),
    spans=("predicate", ""),
    varies=(
        "of",
        {
            "agency": {},
            "passive": {
                "name": "passives about the actor",
                "formula": "passives ÷ clauses with a verb",
                "denominator": "clauses with a verb and the actor as patient, negated ones left out",
            },
            "agent_deletion": {
                "name": "passives about the actor that leave the agent out",
                "formula": "passives that name no agent ÷ passives",
                "denominator": "passives with the actor as patient, negated ones left out",
            },
        },
    ),
    participants=("actor",),
    by=("outlet", "actor"),
)
def agency(evidence, *, of="agency", speech="keep"):
    """Estimate how often each actor does something, rather than having it done to it.

    Parameters
    ----------
    evidence : Evidence
    of : {"agency", "passive", "agent_deletion"}
        Agent ÷ (agent + patient or target, "sanctions on B"); among the clauses in which the actor is the patient the
        share of passives; or among these passives the share that does not say who did it.
    speech : {"keep", "drop"}
        Whether saying something is a deed like others. With "drop", words that introduce speech are left out.
    {filters}

    Returns
    -------
    DataFrame
        One row a group: the group columns, `estimate` (0 ... 1), `low`, `high`, `n` (clauses), `n_articles`,
        `n_clusters`, `count`, `made_by`.

    Notes
    -----
    Negated clauses do not count: who did not attack has not acted. A participant counts once a predicate.

    References
    ----------
    Clauses: van Atteveldt et al. 2017, Political Analysis 25(2). Agent deletion: Moreno-Medina et al. 2025, QJE 140(2).

    Examples
    --------
    >>> agency = mf.agency(evidence, by="actor", actors="Iraq", speech="drop")
    >>> bool((agency["count"] <= agency["n"]).all())
    True
    """
    check_option("speech", speech, SPEECH)
    clauses = evidence.clauses if speech == "keep" else evidence.clauses[~is_speech(evidence)]
    if of == "agency":
        rows = _participants(clauses, ("agent", "patient", "target"))
        rows = rows.assign(counted=rows["role"].eq("agent"))
        return rows.drop_duplicates(["article_id", "sentence", "group", "actor", "counted"])
    rows = _participants(clauses, ("agent", "patient"))
    rows = rows[rows["role"].eq("patient") & ~rows["nominal"].astype(bool)]
    if of == "passive":
        return rows.assign(counted=rows["passive"].astype(bool))
    rows = rows[rows["passive"].astype(bool)]
    return rows.assign(counted=rows["agent_deleted"].astype(bool))


def _participants(clauses, roles):
    """Return one row a predicate, actor and role: the columns of the clauses, `actor`, `role`, `start`, `end`."""
    done = clauses[~clauses["negated"].astype(bool)]
    sides = [
        done.assign(role=role, actor=done[f"{role}_actor"], start=done[f"{role}_start"], end=done[f"{role}_end"])
        for role in roles
    ]
    rows = pd.concat(sides, ignore_index=True).dropna(subset="actor")
    return rows.drop_duplicates(["article_id", "sentence", "group", "actor", "role"])


def is_speech(evidence):
    """Return whether the predicate of each clause introduces speech (ndarray of bool)."""
    cues = set(zip(evidence.attributions["article_id"], evidence.attributions["cue_start"], strict=True))
    own = zip(evidence.clauses["article_id"], evidence.clauses["predicate_start"], strict=True)
    return np.array([key in cues for key in own], dtype=bool)


@measure(
    name="passives, and passives that leave the agent out",
    unit="clauses",
    formula="passive: passives ÷ clauses with a verb and a patient; agent deleted: passives without an agent ÷ "
    "passives",
    denominator="clauses with a verb and a patient, or passives, in sentences that name an actor",
    source="Moreno-Medina et al. 2025",
    instruments=("clauses",),
    groups=("of",),
    spans=("predicate", "patient"),
    filters=("voice", "copies", "weights"),
    by="outlet",
)
def passives(evidence):
    """Estimate the share of passives, and of passives that do not say who did it.

    Parameters
    ----------
    evidence : Evidence
    {filters}

    Returns
    -------
    DataFrame
        Two rows a group: the group columns, `of` ("passive" or "agent deleted"), `estimate` (0 ... 1), `low`, `high`,
        `n` (clauses with a verb and a patient, or passives), `n_articles`, `n_clusters`, `count`, `made_by`.

    Notes
    -----
    Counted in the sentences that name an actor asked for, whoever the patient is. Nouns of action ("the killing of")
    and intransitives ("died") are no passives, and not counted.

    References
    ----------
    Moreno-Medina et al. 2025, QJE 140(2).

    Examples
    --------
    >>> mf.passives(evidence, by=None)["of"].tolist()
    ['agent deleted', 'passive']
    """
    clauses = evidence.clauses
    verbs = clauses[~clauses["nominal"].astype(bool) & ~clauses["intransitive"].astype(bool)]
    verbs = verbs.dropna(subset="patient").drop_duplicates(["article_id", "sentence", "group"])
    done = verbs[verbs["passive"].astype(bool)]
    of = {"passive": (verbs, "passive"), "agent deleted": (done, "agent_deleted")}
    return pd.concat([rows.assign(of=name, counted=rows[hit].astype(bool)) for name, (rows, hit) in of.items()],
                     ignore_index=True)  # fmt: skip
