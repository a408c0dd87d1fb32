"""Who does what to whom, and whether that is cooperation or conflict."""

import pandas as pd

from mediaframes.codebook.deeds import SIDES, is_intention, quads
from mediaframes.errors import check_option
from mediaframes.measure.declaration import measure
from mediaframes.measure.events.clauses import is_speech

PLACES = ("agent", "predicate", "patient")
PAIR = ("agent_actor", "patient_actor")
CONFLICT = SIDES[1]


def _verbs(rows, names):
    """The commonest verbs of each group, those negated with "not", those that are no fact with what says so."""
    said = rows["predicate"].where(~rows["negated"].astype(bool), "not " + rows["predicate"])
    fact = rows["factual"].astype(bool) | rows["modal"].isna()
    said = said.where(fact, said + " (" + rows["modal"].fillna("") + ")")
    listed = said.groupby([rows[n] for n in names]).agg(lambda g: ", ".join(g.value_counts().index[:4]))
    return listed.rename("verbs").reset_index()


def _verbs_and_sides(rows, names):
    """The commonest verbs of each pair, and how many of its clauses are cooperation and conflict."""
    sides = rows["quad"].str.split().str[-1]
    counts = pd.DataFrame({name: sides.eq(name).fillna(False).astype(int) for name in SIDES})
    return _verbs(rows, names).merge(counts.groupby([rows[n] for n in names]).sum().reset_index(), on=names)


def _of_each_pair(what, **fields):
    """How shares within each pair differ from the shares of the pairs."""
    return {
        "formula": f"clauses from this agent to this patient that are {what} ÷ those that have a class",
        "denominator": "clauses between the two, the patient an object or target, that have a PLOVER class",
        "source": "Open Event Data Alliance 2018",
        "instruments": ("mentions", "clauses", "deeds"),
        "groups": PAIR,
        "order": "n",
        "more": _verbs,
        **fields,
    }


@measure(
    name="who does what to whom",
    unit="clauses",
    formula="clauses from this agent to this patient ÷ clauses between two actors",
    denominator="clauses whose agent and patient or target are two of the actors asked for",
    source="van Atteveldt et al. 2017",
    instruments=("mentions", "clauses", "deeds"),
    items=PAIR,
    participants=PAIR,
    spans=PLACES,
    order="count",
    more=_verbs_and_sides,
    varies=(
        "of",
        {
            "pair": {},
            "conflict": _of_each_pair("conflict", name="conflict between two actors", items=()),
            "quad": _of_each_pair("of this kind", name="kinds of deeds", items=("quad",), order="count"),
            "class": _of_each_pair("of this class", name="classes of deeds", items=("plover",), order="count"),
        },
    ),
)
def deeds(evidence, *, of="pair", factual=True):
    """Estimate which actor does something to which, and whether it is cooperation or conflict.

    Parameters
    ----------
    evidence : Evidence
    of : {"pair", "conflict", "quad", "class"}
        The share of each directed pair in all clauses between two actors; or, within each pair, the share that is
        conflict (the rest is cooperation), the shares of verbal and material cooperation and conflict, or those of
        the classes of PLOVER.
    factual : bool
        Whether only what is told as done counts, a promise as agreeing and a threat as threatening, or also what is
        denied, feared, wished for or asked of someone.
    {filters}

    Returns
    -------
    DataFrame
        One row a group and directed pair (and kind of deed), the commonest first: the group columns, `agent_actor`,
        `patient_actor`, `quad` or `plover`, `estimate` (share, 0 ... 1), `low`, `high`, `n` (clauses between two
        actors; or those of the pair that have a class), `n_articles`, `n_clusters`, `count`, `verbs` (the commonest,
        those denied with "not", those left open with the word that says so), `made_by`; of pairs also `cooperation`
        and `conflict` (how many of the counted clauses have a class of that side). `patient_actor` is to whom it is
        done, or toward whom it goes ("met with B", "sanctions on B"). Words that only introduce speech are no deeds.

    References
    ----------
    Clauses: van Atteveldt et al. 2017, Political Analysis 25(2). Classes: Open Event Data Alliance 2018, Political
    Language Ontology for Verifiable Event Records (PLOVER); the lists of words are this project's.

    Examples
    --------
    >>> deeds = mf.deeds(evidence, actors="Iraq")
    >>> bool((deeds["agent_actor"].eq("Iraq") | deeds["patient_actor"].eq("Iraq")).all())
    True
    """
    check_option("factual", factual, (True, False))
    rows = _between_two(evidence)
    rows = rows[_is_told(rows)] if factual else rows
    rows = rows.assign(quad=rows["plover"].map(quads(), na_action="ignore").astype(object))
    if of == "pair":
        return rows
    rows = rows.dropna(subset="plover")
    return rows.assign(counted=rows["quad"].str.endswith(CONFLICT).astype(bool)) if of == "conflict" else rows


def _between_two(evidence):
    """Clauses from one actor to another, each pair once a predicate, whether it is patient or target."""
    clauses = evidence.clauses[~is_speech(evidence) | evidence.clauses["plover"].notna()]
    aimed = clauses.assign(**{f"patient{part}": clauses[f"target{part}"] for part in ("_actor", "_start", "_end", "")})
    rows = pd.concat([clauses, aimed], ignore_index=True).dropna(subset=list(PAIR))
    rows = rows[rows["agent_actor"] != rows["patient_actor"]]
    return rows.drop_duplicates(["article_id", "sentence", "group", *PAIR])


def _is_told(rows):
    """Whether each row is told as done, or as promised or threatened by who would do it."""
    others = rows["voice"].eq("quoted") & ~rows["source_actor"].eq(rows["agent_actor"]).fillna(False).astype(bool)
    meant = [is_intention(m, by_other=o) for m, o in zip(rows["modal"], others, strict=True)]
    meant = pd.Series(meant, rows.index, dtype=bool) & rows["plover"].isin(["agree", "threaten"])
    return rows["factual"].astype(bool) | (meant & ~rows["negated"].astype(bool))
