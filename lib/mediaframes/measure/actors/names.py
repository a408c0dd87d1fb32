"""By which names an actor goes, and which words are attached to them."""

import pandas as pd

from mediaframes.errors import check_option
from mediaframes.measure.declaration import measure


@measure(
    name="names of each actor",
    unit="mentions",
    formula="mentions in this form ÷ mentions of the actor by a name",
    denominator="mentions of the actor by a name",
    source="word choice and labelling: Hamborg, Zhukova & Gipp 2019",
    instruments=("mentions",),
    groups=("actor",),
    items=("form",),
    complete=True,
    by="outlet",
)
def naming(evidence, *, forms="text"):
    """Estimate which names are used for each actor.

    Parameters
    ----------
    evidence : Evidence
    forms : {"text", "kind"}
        Each form as written ("Israel", "Israeli regime"), or kinds of form (name, demonym, government, leader,
        label).
    {filters}

    Returns
    -------
    DataFrame
        One row a group, actor and form, the commonest first: the group columns, `actor`, `form`, `estimate` (share of
        the actor's mentions, 0 ... 1), `low`, `high`, `n` (mentions of the actor), `n_articles`, `n_clusters`,
        `count` (mentions in this form), `made_by`.

    Notes
    -----
    Nouns that stand for a name ("the country") are mentions, but no names, and not counted.

    Examples
    --------
    >>> names = mf.naming(evidence, actors="Iraq", by=None)
    >>> names.loc[0, ["actor", "form"]].tolist()
    ['Iraq', 'Iraq']
    """
    check_option("forms", forms, ("text", "kind"))
    rows = evidence.mentions[evidence.mentions["kind"] != "coreference"]
    return rows.assign(form=rows["kind"] if forms == "kind" else display_forms(rows["text"]))


def display_forms(texts):
    """Return each text in the commonest spelling of its form: letter case and kinds of white space do not count."""
    if texts.empty:
        return texts
    plain = texts.map(lambda t: " ".join(t.split()))
    folded = plain.str.casefold()
    return folded.map(plain.groupby(folded).agg(lambda g: g.value_counts().index[0]))


@measure(
    name="{words} of each actor",
    unit="mentions",
    formula="mentions that carry the word ÷ mentions of the actor",
    denominator="mentions of the actor",
    source="word choice and labelling: Hamborg, Zhukova & Gipp 2019; spaCy's parse",
    instruments=("mentions",),
    groups=("actor",),
    items=("word",),
    complete=True,
    by="outlet",
)
def attached_words(evidence, *, words="modifiers", min_count=2):
    """Estimate which words are attached to each actor's names.

    Parameters
    ----------
    evidence : Evidence
    words : {"modifiers", "predicates"}
        What the actor is called (adjectives and appositions), or the verbs whose agent or patient it is, those
        negated with "not".
    min_count : int
        Leave out words that an actor carries fewer times in all groups together.
    {filters}

    Returns
    -------
    DataFrame
        One row a group, actor and word, the commonest first: the group columns, `actor`, `word`, `estimate` (share of
        the actor's mentions that carry the word), `low`, `high`, `n` (mentions), `n_articles`, `n_clusters`, `count`,
        `made_by`.

    Examples
    --------
    >>> verbs = mf.attached_words(evidence, actors="Iraq", words="predicates", by=None)
    >>> bool((verbs["count"] >= 2).all())
    True
    """
    check_option("words", words, ("modifiers", "predicates"))
    rows = evidence.mentions.drop(columns="word", errors="ignore").rename(columns={words: "word"}).explode("word")
    rows = rows.assign(thing=rows["mention_id"]).drop_duplicates(["mention_id", "word"])
    often = rows.groupby(["actor", "word"])["word"].transform("size") >= min_count
    return rows.assign(word=rows["word"].where(often, pd.NA))
