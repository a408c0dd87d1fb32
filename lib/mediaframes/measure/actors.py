"""How actors are covered: in what tone, under which names, with which words, beside whom."""

import warnings

from mediaframes.errors import check_option
from mediaframes.measure.groups import article_means, article_totals, check_attitudes, grouped, in_voice
from mediaframes.measure.inference.estimates import as_estimates, as_list, group_articles, ratio_estimates

__all__ = ["attached_words", "attention", "co_occurrence", "naming", "tone_toward"]

WORD_LISTS = ("modifiers", "predicates")
# The column of the tone table; formula, denominator and source.
INSTRUMENTS = {
    "trained": (
        "score",
        "(P(positive) - P(negative))",
        "mentions of the actor",
        "trained on NewsMTSC, Hamborg & Donnay 2021; names hidden",
    ),
    "lexicon": (
        "lexicon",
        "(positive - negative) of its sentence",
        "mentions in sentences that hold a word the instrument knows",
        "VADER, Hutto & Gilbert 2014, names masked: a mood of words, exploratory, no attitude to the actor",
    ),
}


def tone_toward(
    evidence, *, by=("outlet", "actor"), instrument="trained", voice="all", copies="keep", weights="article"
):
    """Estimate the tone toward each actor.

    Parameters
    ----------
    evidence : Evidence
    by : str or list of str
        Columns of the mentions or of the articles.
    instrument : {"trained", "lexicon"}
        The attitude toward the actor that the trained instrument reads in each sentence; or, exploratory, the mood
        of the sentence's words by a word list.
    voice : {"all", "newsroom", "quoted"}
        Whose words: all, the newsroom's own, or quoted ones.
    copies : {"keep", "drop"}
        Whether to count each copy of a text, or the first of each group only.
    weights : {"article", "story"}
        What counts once: each article, or each story, its articles in equal parts.

    Returns
    -------
    DataFrame
        One row a group: the group columns, `estimate` (-1 ... 1), `low`, `high`, `n` (mentions with a score),
        `n_articles` and `n_clusters` with at least one, `unscored` (share of the group's mentions without a score).

    Raises
    ------
    MediaframesError
        If the trained instrument is asked for, and the evidence was made without.

    Notes
    -----
    Mentions are averaged within an article, articles within a group, so that one long article weighs no more than
    one. Mentions in sentences that the instrument cannot score are missing, not neutral.

    References
    ----------
    Hamborg & Donnay 2021 (NewsMTSC); Hutto & Gilbert 2014 (VADER).
    """
    check_option("instrument", instrument, tuple(INSTRUMENTS))
    by, (column, formula, denominator, source) = as_list(by), INSTRUMENTS[instrument]
    if instrument == "trained":
        check_attitudes(evidence)
    rows = grouped(in_voice(evidence.mentions, voice), evidence.articles, by, copies=copies, weights=weights)
    rows = rows.merge(evidence.tone[["mention_id", column]], on="mention_id", how="left", validate="one_to_one")
    table = article_means(rows, by, column)
    every = rows.groupby(by, observed=True).size() if by else len(rows)
    total = table.set_index(by).index.map(every).to_numpy(float) if by and len(table) else every
    table["unscored"] = 1 - table["n"] / total
    return as_estimates(
        table,
        measure="tone toward an actor" if instrument == "trained" else "tone of the sentences naming an actor",
        formula=f"mean over articles of the mean over the article's mentions of {formula}",
        denominator=denominator,
        unit="mentions",
        source=source,
        by=by,
        copies=copies,
        weights=weights,
        evidence={"kind": "mention", "voice": voice, "scored": column},
    )


def naming(evidence, *, actor, by="outlet", forms="text", voice="all", copies="keep", weights="article"):
    """Estimate which names are used for an actor.

    Parameters
    ----------
    evidence : Evidence
    actor : str
    by : str or list of str, optional
    forms : {"text", "kind"}
        Each form as written ("Israel", "Israeli regime"), or kinds of form (name, demonym, government, leader,
        label).
    voice : {"all", "newsroom", "quoted"}
    copies : {"keep", "drop"}
        Whether to count each copy of a text, or the first of each group only.
    weights : {"article", "story"}
        What counts once: each article, or each story, its articles in equal parts.

    Returns
    -------
    DataFrame
        One row a group and form, the commonest first: the group columns, `actor`, `form`, `estimate` (share of the
        actor's mentions, 0 ... 1), `low`, `high`, `n` (mentions of the actor), `n_articles`, `n_clusters`, `count`.

    Notes
    -----
    An actor that nobody names gives a table without rows, and a warning that lists those that are named. Nouns that
    stand for a name ("the country") are mentions, but no names, and not counted.
    """
    check_option("forms", forms, ("text", "kind"))
    by = as_list(by)
    rows = in_voice(_of_actor(evidence, actor), voice)
    rows = rows[rows["kind"] != "coreference"]
    rows = grouped(rows, evidence.articles, by, copies=copies, weights=weights)
    rows["form"] = rows["kind"] if forms == "kind" else display_forms(rows["text"])
    counts = rows.groupby(["article_id", *by, "form"], observed=True).size().rename("x").reset_index()
    table = ratio_estimates(counts, article_totals(rows, by), by=by, over=["form"], share=True, complete=True)
    return as_estimates(
        _largest_first(table, by, "form").assign(actor=actor),
        measure=f"naming of {actor}",
        formula="mentions in this form ÷ mentions of the actor by a name",
        denominator=f"mentions of {actor} by a name",
        unit="mentions",
        interval="share",
        source="word choice and labelling: Hamborg, Zhukova & Gipp 2019",
        by=by,
        copies=copies,
        weights=weights,
        evidence={"kind": "mention", "voice": voice, "only": {"actor": actor}, "form": forms},
    )


def display_forms(texts):
    """Return each text in the commonest spelling of its form: letter case and kinds of white space do not count."""
    plain = texts.map(lambda t: " ".join(t.split()))
    folded = plain.str.casefold() if len(plain) else plain
    usual = plain.groupby(folded).agg(lambda g: g.value_counts().index[0]) if len(plain) else plain
    return folded.map(usual)


def attached_words(
    evidence, *, actor, by="outlet", words="modifiers", voice="all", min_count=2, copies="keep", weights="article"
):
    """Estimate which words are attached to an actor's names.

    Parameters
    ----------
    evidence : Evidence
    actor : str
    by : str or list of str, optional
    words : {"modifiers", "predicates"}
        What the actor is called (adjectives and appositions), or the verbs whose agent or patient it is, those
        negated with "not".
    voice : {"all", "newsroom", "quoted"}
    min_count : int
        Leave out words with fewer uses in all groups together.
    copies : {"keep", "drop"}
        Whether to count each copy of a text, or the first of each group only.
    weights : {"article", "story"}
        What counts once: each article, or each story, its articles in equal parts.

    Returns
    -------
    DataFrame
        One row a group and word, the commonest first: the group columns, `actor`, `word`, `estimate` (share of the
        actor's mentions that carry the word), `low`, `high`, `n` (mentions), `n_articles`, `n_clusters`, `count`.
    """
    check_option("words", words, WORD_LISTS)
    by = as_list(by)
    rows = grouped(in_voice(_of_actor(evidence, actor), voice), evidence.articles, by, copies=copies, weights=weights)
    long = rows[["article_id", "mention_id", *by, words]].explode(words).rename(columns={words: "word"})
    long = long.dropna(subset="word").drop_duplicates(["mention_id", "word"])
    long = long[long.groupby("word")["word"].transform("size") >= min_count]
    counts = long.groupby(["article_id", *by, "word"], observed=True).size().rename("x").reset_index()
    table = ratio_estimates(counts, article_totals(rows, by), by=by, over=["word"], share=True, complete=True)
    return as_estimates(
        _largest_first(table, by, "word").assign(actor=actor),
        measure=f"{words} of {actor}",
        formula="mentions that carry the word ÷ mentions of the actor",
        denominator=f"mentions of {actor}",
        unit="mentions",
        interval="share",
        source="word choice and labelling: Hamborg, Zhukova & Gipp 2019; spaCy's parse",
        by=by,
        copies=copies,
        weights=weights,
        evidence={"kind": "mention", "voice": voice, "only": {"actor": actor}, "words": words},
    )


def attention(evidence, *, by="outlet", voice="all", copies="keep", weights="article"):
    """Estimate in which share of its articles a group names each actor.

    Parameters
    ----------
    evidence : Evidence
    by : str or list of str, optional
        Columns of the articles.
    voice : {"all", "newsroom", "quoted"}
    copies : {"keep", "drop"}
        Whether to count each copy of a text, or the first of each group only.
    weights : {"article", "story"}
        What counts once: each article, or each story, its articles in equal parts.

    Returns
    -------
    DataFrame
        One row a group and actor, the most named first: the group columns, `actor`, `estimate` (share of articles,
        0 ... 1), `low`, `high`, `n` (articles of the group), `n_articles`, `n_clusters`, `count` (articles that name
        the actor), `mentions`.
    """
    by = as_list(by)
    keys = group_articles(evidence.articles, by, copies=copies, weights=weights).assign(d=1)
    rows = grouped(in_voice(evidence.mentions, voice), evidence.articles, by, copies=copies, weights=weights)
    per = rows.groupby(["article_id", *by, "actor"], observed=True).size().rename("mentions").reset_index().assign(x=1)
    table = ratio_estimates(per, keys, by=by, over=["actor"], share=True, complete=True)
    mentions = per.groupby([*by, "actor"], observed=True)["mentions"].sum().rename("mentions").reset_index()
    table = table.merge(mentions, on=[*by, "actor"], how="left", validate="one_to_one")
    return as_estimates(
        _largest_first(table.fillna({"mentions": 0}).astype({"mentions": int}), by, "actor"),
        measure="attention to actors",
        formula="articles that name the actor ÷ articles",
        denominator="articles of the group",
        unit="articles",
        interval="share",
        source="document frequency of actors' names",
        by=by,
        copies=copies,
        weights=weights,
        evidence={"kind": "mention", "voice": voice},
    )


def co_occurrence(evidence, *, by=None, voice="all", copies="keep", weights="article"):
    """Estimate how often one actor is named in the sentences that name another.

    Parameters
    ----------
    evidence : Evidence
    by : str or list of str, optional
        Columns of the articles.
    voice : {"all", "newsroom", "quoted"}
    copies : {"keep", "drop"}
        Whether to count each copy of a text, or the first of each group only.
    weights : {"article", "story"}
        What counts once: each article, or each story, its articles in equal parts.

    Returns
    -------
    DataFrame
        One row a group and ordered pair: the group columns, `actor`, `other`, `estimate` (share of the sentences
        naming `actor` that also name `other`), `low`, `high`, `n` (sentences naming `actor`), `n_articles`,
        `n_clusters`, `count` (sentences naming both).
    """
    by = as_list(by)
    rows = grouped(in_voice(evidence.mentions, voice), evidence.articles, by, copies=copies, weights=weights)
    named = rows[["article_id", "unit", "weight", *by, "sentence", "actor"]].drop_duplicates()
    pairs = named.merge(named[["article_id", "sentence", "actor"]].rename(columns={"actor": "other"}))
    pairs = pairs[pairs["actor"] != pairs["other"]]
    counts = pairs.groupby(["article_id", *by, "actor", "other"], observed=True).size().rename("x").reset_index()
    totals = article_totals(named, [*by, "actor"])
    table = ratio_estimates(counts, totals, by=[*by, "actor"], over=["other"], share=True)
    return as_estimates(
        table.sort_values([*by, "actor", "estimate"], ascending=[True] * len(by) + [True, False]),
        measure="co-occurrence of actors",
        formula="sentences naming both ÷ sentences naming the actor",
        denominator="sentences that name `actor`",
        unit="sentences",
        interval="share",
        source="sentence-level co-occurrence",
        by=[*by, "actor"],
        copies=copies,
        weights=weights,
        evidence={"kind": "pair", "voice": voice},
    )


def _of_actor(evidence, actor):
    mentions = evidence.mentions[evidence.mentions["actor"] == actor]
    if mentions.empty:
        known = ", ".join(sorted(evidence.mentions["actor"].unique())) or "none"
        warnings.warn(f"actor={actor!r} is not named in these articles; named are: {known}", stacklevel=3)
    return mentions


def _largest_first(table, by, item):
    table = table.astype({"count": int})
    first = [*by, item, "estimate", "low", "high", "n", "n_articles", "n_clusters", "count"]
    table = table[[c for c in first if c in table] + [c for c in table if c not in first]]
    return table.sort_values([*by, "estimate", item], ascending=[True] * len(by) + [False, True])
