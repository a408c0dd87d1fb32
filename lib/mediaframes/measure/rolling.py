"""Counting actors for those that they belong to: a leader for the state, an agency for the organisation above it."""

from dataclasses import replace

ACTOR_COLUMNS = {
    "mentions": ("actor", "source_actor"),
    "attributions": ("source_actor",),
    "clauses": ("agent_actor", "patient_actor", "target_actor", "source_actor"),
    "harms": ("victim_actor", "doer_actor", "source_actor"),
    "relations": ("p", "q"),
}


def rolled_up(evidence):
    """Return evidence in which each actor that belonged to another, on the article's day, is that other one.

    Nothing is counted twice: what was counted for the one is counted for the other instead.
    """
    members = evidence.mentions.dropna(subset="member_of").drop_duplicates(["article_id", "actor"])
    above = dict(zip(zip(members["article_id"], members["actor"], strict=True), members["member_of"], strict=True))
    if not above:
        return evidence
    tables = {name: _above(getattr(evidence, name), columns, above) for name, columns in ACTOR_COLUMNS.items()}
    pairs, mentions = tables["relations"], tables["mentions"]
    # What names a member is no name of the one above.
    member = mentions["actor"] != evidence.mentions["actor"]
    tables["mentions"] = mentions.assign(kind=mentions["kind"].mask(member & (mentions["kind"] == "name"), "leader"))
    return replace(evidence, **{**tables, "relations": pairs[pairs["p"] != pairs["q"]]})


def _above(table, columns, above):
    for column in columns:
        named = zip(table["article_id"], table[column], strict=True)
        values = [above.get((article_id, actor), actor) for article_id, actor in named]
        table = table.assign(**{column: values}).astype({column: table[column].dtype})
    return table
