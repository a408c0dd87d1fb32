"""By which names an actor goes, and which words are attached to them."""

import re
from functools import cache

import pandas as pd

from mediaframes.codebook import load_actors
from mediaframes.codebook.english.patterns import pattern
from mediaframes.errors import MediaframesError, check_option
from mediaframes.measure.declaration import measure

OTHER = "(other)"
# "The Israeli government" stands for the state; "Israeli soldiers" and "an Israeli official" do not.
GOVERNMENT = pattern(r"(?:government|regime|authorities|{})s?$", "cabinets", flags=re.IGNORECASE)


@measure(
    name="names of each actor",
    unit="names",
    formula="names in this form ÷ names of the actor",
    denominator="names of the actor",
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
    forms : {"text", "kind"} or dict of str
        Each name as written ("Israel", "Israeli regime"), or kinds of name (name, demonym, government, label); or
        regular expressions by what they are to be called, `{"regime": r"\\bregime\\b"}`: a name is of the first that is
        found in it, whatever its letter case, and else "(other)".
    {filters}

    Returns
    -------
    DataFrame
        One row a group, actor and form, the commonest first: the group columns, `actor`, `form`, `estimate` (share of
        the actor's names, 0 ... 1), `low`, `high`, `n` (names of the actor), `n_articles`, `n_clusters`, `count` (of
        this form), `made_by`.

    Raises
    ------
    MediaframesError
        If `forms` or another option is unknown, or an expression is none, or fits everything.

    Notes
    -----
    Names are those that stand for the actor as a whole: names and labels, a capital or "the government" that stands
    for it, its people ("the Israelis"). Adjectives, leaders, offices, officials and armies are mentions, but no names;
    nor are nouns that stand for a name ("the country").

    Examples
    --------
    >>> names = mf.naming(evidence, actors="Iraq", by=None)
    >>> names.loc[0, ["actor", "form"]].tolist()
    ['Iraq', 'Iraq']
    >>> regime = mf.naming(evidence, actors="Israel", by="outlet", forms={"regime": r"\\bregime\\b"})
    >>> sorted(regime["form"].unique())
    ['(other)', 'regime']
    >>> ax = mf.plot_estimates(regime[regime["form"] == "regime"])  # ax.figure.savefig("regime.png")
    >>> table = regime.to_csv(index=False)  # or regime.to_csv("regime.csv")
    """
    rows = evidence.mentions[_are_names(evidence.mentions)]
    if isinstance(forms, dict):
        return rows.assign(form=_by_pattern(rows["text"], forms))
    check_option("forms", forms, ("text", "kind"))
    return rows.assign(form=rows["kind"] if forms == "kind" else display_forms(rows["text"]))


def _are_names(mentions):
    """Whether each mention names the actor as a whole."""
    text, kind = mentions["text"], mentions["kind"]
    people = text.str.endswith("s") | (mentions["head"].astype("str").str.casefold() == text.str.casefold())
    whole = text.str.casefold().isin(_capitals()) | text.map(lambda t: GOVERNMENT.search(t) is not None)
    return (kind.isin(["name", "label"]) | ((kind == "demonym") & people) | ((kind == "government") & whole)).astype(
        bool
    )


@cache
def _capitals():
    return frozenset(capital.casefold() for actor in load_actors() for capital in actor.capitals)


def _by_pattern(texts, forms):
    """Return for each text the first of the forms whose expression is found in it."""
    found = pd.Series(OTHER, index=texts.index, dtype="object")
    for name, expression in reversed(forms.items()):
        found[texts.map(_compiled(name, expression).search).notna()] = name
    return found


def _compiled(name, expression):
    try:
        compiled = re.compile(expression, re.IGNORECASE)
    except (re.error, TypeError) as error:
        raise MediaframesError(f"forms: {name}={expression!r} is no regular expression ({error}); "
                               'allowed: such as {"regime": r"\\bregime\\b"}') from None  # fmt: skip
    if compiled.search(""):
        raise MediaframesError(f"forms: {name}={expression!r} fits any text; allowed: what only some names hold")
    return compiled


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
