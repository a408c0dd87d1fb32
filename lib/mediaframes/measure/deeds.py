"""Who does, and to whom it is done: agency, passives, and agents left out."""

import pandas as pd

from mediaframes.errors import check_option
from mediaframes.measure.groups import article_totals, grouped, in_voice
from mediaframes.measure.inference.estimates import as_estimates, as_list, ratio_estimates

__all__ = ["agency", "asked", "participants", "without_speech"]

OF = {
    "agency": ("agent ÷ (agent + patient)", "clauses with the actor as agent or patient"),
    "passive": ("passives ÷ clauses with a verb", "clauses with a verb and the actor as patient"),
    "agent_deletion": ("passives that name no agent ÷ passives", "passives with the actor as patient"),
}


def agency(
    evidence, *, by=("outlet", "actor"), of="agency", voice="all", speech="keep", copies="keep", weights="article"
):
    """Estimate how often each actor does something, rather than having it done to it.

    Parameters
    ----------
    evidence : Evidence
    by : str or list of str
        "actor" (the participant), columns of the clauses or of the articles.
    of : {"agency", "passive", "agent_deletion"}
        Agent ÷ (agent + patient); among the clauses in which the actor is the patient the share of passives; or among
        these passives the share that does not say who did it.
    voice : {"all", "newsroom", "quoted"}
    speech : {"keep", "drop"}
        Whether saying something is a deed like others. With "drop", words that introduce speech are left out.
    copies : {"keep", "drop"}
        Whether to count each copy of a text, or the first of each group only.
    weights : {"article", "story"}
        What counts once: each article, or each story, its articles in equal parts.

    Returns
    -------
    DataFrame
        One row a group: the group columns, `estimate` (0 ... 1), `low`, `high`, `n` (clauses), `n_articles`,
        `n_clusters`, `count`.

    Notes
    -----
    Negated clauses do not count: who did not attack has not acted. A participant counts once a predicate.

    References
    ----------
    Clauses: van Atteveldt et al. 2017, Political Analysis 25(2). Agent deletion: Moreno-Medina et al. 2025, QJE 140(2).
    """
    check_option("of", of, tuple(OF))
    check_option("speech", speech, ("keep", "drop"))
    by = as_list(by)
    clauses = in_voice(evidence.clauses, voice)
    clauses = clauses if speech == "keep" else without_speech(clauses, evidence.attributions)
    rows = grouped(participants(clauses), evidence.articles, by, copies=copies, weights=weights)
    rows, hit = asked(rows, of)
    counts = rows.assign(x=hit.astype(int)).groupby(["article_id", *by], observed=True)["x"].sum().reset_index()
    table = ratio_estimates(counts, article_totals(rows, by), by=by, share=True).astype({"count": int})
    formula, denominator = OF[of]
    return as_estimates(
        table,
        measure=of.replace("_", " "),
        formula=formula,
        denominator=f"{denominator}, negated ones left out" + (", saying something too" if speech == "drop" else ""),
        unit="clauses",
        interval="share",
        source="van Atteveldt et al. 2017; Moreno-Medina et al. 2025",
        by=by,
        copies=copies,
        weights=weights,
        evidence={"kind": "clause", "voice": voice, "of": of, "speech": speech},
    )


def participants(clauses):
    """Return one row a predicate, actor and role: the columns of the clauses, `actor`, `role`, `start`, `end`."""
    done = clauses[~clauses["negated"].astype(bool)]
    sides = [
        done.assign(role=role, actor=done[f"{role}_actor"], start=done[f"{role}_start"], end=done[f"{role}_end"])
        for role in ("agent", "patient")
    ]
    rows = pd.concat(sides, ignore_index=True).dropna(subset="actor")
    return rows.drop_duplicates(["article_id", "sentence", "group", "actor", "role"])


def without_speech(clauses, attributions):
    """Leave out the clauses whose predicate introduces speech."""
    cues = set(zip(attributions["article_id"], attributions["cue_start"], strict=True))
    own = zip(clauses["article_id"], clauses["predicate_start"], strict=True)
    return clauses[[key not in cues for key in own]]


def asked(rows, of):
    """Return the rows that are the denominator, and which of them count."""
    if of == "agency":
        return rows, rows["role"].eq("agent")
    done_to = rows[rows["role"].eq("patient") & ~rows["nominal"].astype(bool)]
    if of == "passive":
        return done_to, done_to["passive"].astype(bool)
    passives = done_to[done_to["passive"].astype(bool)]
    return passives, passives["agent_deleted"].astype(bool)
