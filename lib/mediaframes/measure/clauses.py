"""Whole clauses: how often nobody is named who did it, and which actor does what to which."""

import pandas as pd

from mediaframes.measure.deeds import without_speech
from mediaframes.measure.groups import article_totals, grouped, in_voice
from mediaframes.measure.inference.estimates import as_estimates, as_list, ratio_estimates

__all__ = ["deeds", "passive_clauses", "passives", "two_sided"]

FORMULAS = {
    "passive": "passives ÷ clauses with a verb and a patient",
    "agent deleted": "passives without an agent ÷ passives",
}


def passives(evidence, *, by="outlet", voice="all", copies="keep", weights="article"):
    """Estimate the share of passives, and of passives that do not say who did it.

    Parameters
    ----------
    evidence : Evidence
    by : str or list of str, optional
        Columns of the clauses or of the articles.
    voice : {"all", "newsroom", "quoted"}
    copies : {"keep", "drop"}
    weights : {"article", "story"}

    Returns
    -------
    DataFrame
        Two rows a group: the group columns, `of` ("passive" or "agent deleted"), `estimate` (0 ... 1), `low`, `high`,
        `n` (clauses with a verb and a patient, or passives), `n_articles`, `n_clusters`, `count`.

    Notes
    -----
    Counted in the sentences that name an actor asked for, whoever the patient is. Nouns of action ("the killing of")
    and intransitives ("died") are no passives, and not counted.

    References
    ----------
    Moreno-Medina et al. 2025, QJE 140(2).
    """
    by = as_list(by)
    tables = []
    for of in FORMULAS:
        rows, hit = passive_clauses(in_voice(evidence.clauses, voice), of)
        rows = grouped(rows.assign(x=hit.astype(int)), evidence.articles, by, copies=copies, weights=weights)
        counts = rows.groupby(["article_id", *by], observed=True)["x"].sum().reset_index()
        tables.append(ratio_estimates(counts, article_totals(rows, by), by=by, share=True).assign(of=of))
    table = pd.concat(tables, ignore_index=True)
    table = table[[*by, "of", *[c for c in table if c not in (*by, "of")]]].astype({"count": int})
    return as_estimates(
        table.sort_values(["of", *by], ascending=[False] + [True] * len(by)),
        measure="passives",
        formula="; ".join(FORMULAS.values()),
        denominator="clauses with a verb and a patient, or passives, in sentences that name an actor",
        unit="clauses",
        interval="share",
        source="Moreno-Medina et al. 2025",
        by=by,
        copies=copies,
        weights=weights,
        evidence={"kind": "passive", "voice": voice},
    )


def passive_clauses(clauses, of):
    """Return the clauses that are the denominator of "passive" or "agent deleted", and which of them count."""
    verbs = clauses[~clauses["nominal"] & ~clauses["intransitive"] & clauses["patient"].notna()]
    verbs = verbs.drop_duplicates(["article_id", "sentence", "group"])
    if of == "passive":
        return verbs, verbs["passive"]
    done = verbs[verbs["passive"]]
    return done, done["agent_deleted"]


def deeds(evidence, *, by=None, voice="all", copies="keep", weights="article"):
    """Estimate which actor does something to which, and list the verbs.

    Parameters
    ----------
    evidence : Evidence
    by : str or list of str, optional
        Columns of the clauses or of the articles.
    voice : {"all", "newsroom", "quoted"}
    copies : {"keep", "drop"}
    weights : {"article", "story"}

    Returns
    -------
    DataFrame
        One row a group and directed pair, the commonest first: the group columns, `agent_actor`, `patient_actor`,
        `verbs` (the commonest, those negated with "not"), `estimate` (share of the group's clauses between two actors),
        `low`, `high`, `n` (these clauses), `n_articles`, `n_clusters`, `count`.

    References
    ----------
    van Atteveldt et al. 2017, Political Analysis 25(2).
    """
    by, pair = as_list(by), ["agent_actor", "patient_actor"]
    rows = grouped(two_sided(evidence, voice), evidence.articles, by, copies=copies, weights=weights)
    counts = rows.groupby(["article_id", *by, *pair], observed=True).size().rename("x").reset_index()
    table = ratio_estimates(counts, article_totals(rows, by), by=by, over=pair, share=True).astype({"count": int})
    table = (
        table.merge(_verbs(rows, [*by, *pair]), on=[*by, *pair], how="left") if len(table) else table.assign(verbs="")
    )
    table = table[[*by, *pair, "verbs", *[c for c in table if c not in (*by, *pair, "verbs")]]]
    return as_estimates(
        table.sort_values([*by, "count", *pair], ascending=[True] * len(by) + [False, True, True]),
        measure="who does what to whom",
        formula="clauses from this agent to this patient ÷ clauses between two actors",
        denominator="clauses whose agent and patient are two of the actors asked for",
        unit="clauses",
        interval="share",
        source="van Atteveldt et al. 2017",
        by=by,
        copies=copies,
        weights=weights,
        evidence={"kind": "deed", "voice": voice},
    )


def two_sided(evidence, voice="all"):
    """Return the clauses between two different actors, those that only introduce speech left out."""
    rows = without_speech(in_voice(evidence.clauses, voice), evidence.attributions)
    rows = rows.dropna(subset=["agent_actor", "patient_actor"])
    return rows[rows["agent_actor"] != rows["patient_actor"]]


def _verbs(rows, key, most=4):
    said = rows["predicate"].where(~rows["negated"].astype(bool), "not " + rows["predicate"])
    listed = said.groupby([rows[k] for k in key]).agg(lambda g: ", ".join(g.value_counts().index[:most]))
    return listed.rename("verbs").reset_index()
