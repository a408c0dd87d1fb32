"""How often actors are named, and beside whom."""

from mediaframes.measure.counting import as_index
from mediaframes.measure.declaration import measure


def _mentions(rows, names):
    """How often the articles of a group name each actor."""
    return rows.groupby(names, observed=True)["mentions"].sum().astype(int).reset_index()


@measure(
    name="attention to actors",
    unit="articles",
    formula="articles that name the actor ÷ articles",
    denominator="articles that were read",
    source="document frequency of actors' names",
    instruments=("mentions",),
    items=("actor",),
    complete=True,
    more=_mentions,
    by="outlet",
)
def attention(evidence):
    """Estimate in which share of its articles a group names each actor.

    Parameters
    ----------
    evidence : Evidence
    {filters}

    Returns
    -------
    DataFrame
        One row a group and actor, the most named first: the group columns, `actor`, `estimate` (share of articles,
        0 ... 1), `low`, `high`, `n` (articles of the group that were read), `n_articles`, `n_clusters`, `count`
        (articles that name the actor), `mentions`, `made_by`.

    Examples
    --------
    >>> seen = mf.attention(evidence, by=None, actors="Iraq")
    >>> bool(seen.loc[0, "count"] <= seen.loc[0, "n"])
    True
    """
    named = evidence.mentions.groupby(["article_id", "actor"], as_index=False, sort=False)
    first = named.agg(start=("start", "first"), end=("end", "first"), mentions=("start", "size"))
    rows = evidence.articles[["article_id"]].merge(first, on="article_id", how="left")
    return rows.assign(thing=rows["article_id"])


@measure(
    name="co-occurrence of actors",
    unit="sentences",
    formula="sentences naming both ÷ sentences naming the actor",
    denominator="sentences that name `actor`",
    source="sentence-level co-occurrence",
    instruments=("mentions",),
    groups=("actor",),
    items=("other",),
    spans=("", "other"),
)
def co_occurrence(evidence):
    """Estimate how often one actor is named in the sentences that name another.

    Parameters
    ----------
    evidence : Evidence
    {filters}

    Returns
    -------
    DataFrame
        One row a group and ordered pair: the group columns, `actor`, `other`, `estimate` (share of the sentences
        naming `actor` that also name `other`), `low`, `high`, `n` (sentences naming `actor`), `n_articles`,
        `n_clusters`, `count` (sentences naming both), `made_by`.

    Examples
    --------
    >>> pairs = mf.co_occurrence(evidence)
    >>> bool((pairs["actor"] != pairs["other"]).all())
    True
    """
    key = ["article_id", "sentence"]
    named = evidence.mentions.drop_duplicates([*key, "actor"])[[*key, "actor", "start", "end"]]
    others = named.rename(columns={"actor": "other", "start": "other_start", "end": "other_end"})
    pairs = named.merge(others, on=key)
    pairs = pairs[pairs["actor"] != pairs["other"]]
    rows = named.merge(pairs[[*key, "actor", "other", "other_start", "other_end"]], on=[*key, "actor"], how="left")
    return rows.assign(thing=as_index(rows, [*key, "actor"]))
