"""The corpus and its words in a sentence, and evidence as a page: written by code from numbers, escaped."""

from html import escape

import pandas as pd

from mediaframes.annotate.entities.discovery import discover_actors
from mediaframes.corpus.wording import count
from mediaframes.errors import MediaframesError
from mediaframes.measure.explain import Prose
from mediaframes.measure.groups import as_list
from mediaframes.show.wording import day

STYLE = (
    "<style>.mf-evidence{max-width:46rem;font-size:.95em}.mf-evidence p{margin:.2em 0 1em}"
    ".mf-evidence mark{background:#ffe08a;color:#000;padding:0 .15em}"
    ".mf-evidence small{opacity:.75}</style>"
)

OTHERS = (
    "To look at others, name them in `actors` above, as names of the codebook, persons, or a YAML file of your own; "
    'in a report: make report ACTORS="US, Iran".'
)


def keyness_finding(keyness, *, top=3):
    """Say in one sentence which words set target and reference apart, the surest first.

    Parameters
    ----------
    keyness : DataFrame
        As from `keyness`.
    top : int
        How many words of each side to name.

    Returns
    -------
    str
        Words whose interval holds zero, and those with more than half of their uses in one article, are left out.

    Examples
    --------
    >>> keyness = mf.keyness(articles, target="Kavir Press Agency")
    >>> "“regime”" in mf.keyness_finding(keyness, top=5)
    True
    """
    if keyness.empty:
        return Prose("There is nothing to compare: all articles are of one group.")
    target, reference = keyness["target"].iloc[0], keyness["reference"].iloc[0]
    if keyness["low"].isna().all():
        return Prose(f"There are too few articles to say which words set {target} apart from {reference}.")
    even = keyness[keyness["heaviest_share"] <= 0.5]
    sides = [even[even["low"] > 0].head(top), even[even["high"] < 0].head(top)]
    said = [f"{name} with {_words(rows)}" for name, rows in zip((target, reference), sides, strict=True) if len(rows)]
    if not said:
        return Prose(f"No word sets {target} apart from {reference} by more than chance, in several articles.")
    return Prose(f"The words that most surely set the two apart: {', and '.join(said)}.")


def _words(rows):
    words = [f"“{t}” ({2 ** abs(e):.1f} times as often)" for t, e in zip(rows["term"], rows["estimate"], strict=True)]
    return ", ".join(words)


def describe_corpus(articles):
    """Say in one sentence how many articles of how many outlets and days there are, and how many are copies.

    Parameters
    ----------
    articles : DataFrame
        As from `load_corpus`.

    Returns
    -------
    str

    Examples
    --------
    >>> mf.describe_corpus(articles).startswith("The corpus holds 66 articles")
    True
    """
    dates = articles["published"].dropna()
    when = f" from {day(dates.min())} to {day(dates.max())}" if len(dates) else ", none with a date"
    copies = articles["copy_of"].notna()
    groups = articles.loc[copies, "copy_of"].nunique()
    copied = f"; {copies.sum():,} of them are {count(groups, 'text')} printed more than once" if groups else ""
    outlets = articles["outlet"].nunique()
    of = f" of {count(outlets, 'outlet')}" if outlets else ", none of which names its outlet,"
    words = int(articles["n_words"].sum())
    return Prose(f"The corpus holds {count(len(articles), 'article')} with {count(words, 'word')}{of}{when}{copied}.")


def describe_actors(evidence, actors):
    """Say in how many articles each actor is named, and how to look at others; where none is, which names are frequent.

    Parameters
    ----------
    evidence : Evidence
    actors : str or list of str
        Their names, or actors as from `actors_in`.

    Returns
    -------
    str

    Examples
    --------
    >>> mf.describe_actors(evidence, ["Iran", "Iraq"]).startswith("Of the 66 articles")
    True
    """
    names = [getattr(actor, "name", actor) for actor in as_list(actors)]
    read = evidence.sentences["article_id"].nunique()
    mentions = evidence.mentions[evidence.mentions["actor"].isin(names)]
    if mentions.empty:
        asked = ", ".join(names) or "an actor"
        return Prose(f"Of the {count(read, 'article')} that could be read, none names {asked}, "
                     f"so that what follows is empty. {_frequent(evidence)}")  # fmt: skip
    spread = mentions.groupby("actor")["article_id"].nunique().reindex(names, fill_value=0)
    named = ", ".join(f"{name} ({n:,})" for name, n in spread.items())
    return Prose(f"Of the {count(read, 'article')} that could be read, so many name each actor: {named}. {OTHERS}")


def _frequent(evidence):
    """Names that articles hold, as they can be pasted."""
    articles = evidence.articles[evidence.articles["article_id"].isin(evidence.sentences["article_id"])]
    proposals = discover_actors(articles, min_count=2) if len(articles) else []
    frequent = list(proposals["name"].head(8)) if len(proposals) else []
    if not frequent:
        return OTHERS
    return (
        f"Names that are frequent here: {', '.join(frequent)}. mf.proposals_as_yaml makes a codebook of such. {OTHERS}"
    )


class Highlights:
    """Sentences with their highlighted spans, as a notebook or a terminal shows them."""

    def __init__(self, rows):
        self.rows = rows

    def _repr_html_(self):
        body = "".join(self._html(row) for row in self.rows)
        return f"{STYLE}<div class='mf-evidence'>{body or '<p>No sentence.</p>'}</div>"

    def __repr__(self):
        lines = []
        for text, spans, note, _ in self.rows:
            for start, end in reversed(spans):
                text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
            lines.append(f"{' '.join(text.split())} ({note})")
        return "\n".join(lines) or "No sentence."

    @staticmethod
    def _html(row):
        text, spans, note, url = row
        pieces, at = [], 0
        for start, end in spans:
            pieces += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
            at = end
        pieces.append(escape(text[at:]))
        # A link is shown, not made: an address from an article could be a script.
        link = f" · <code>{escape(url)}</code>" if url else ""
        return f"<p>{''.join(pieces)}<br><small>{escape(note)}{link}</small></p>"


def highlight(sentences, *, top=5):
    """Show the sentences behind a number, spread evenly over the list, with what counted highlighted.

    Parameters
    ----------
    sentences : DataFrame
        As from `evidence_for`.
    top : int
        How many sentences to show.

    Returns
    -------
    Highlights
        Shown by Jupyter as a page with each sentence's outlet, date, title, voice and, where an instrument scored it,
        score. All text is escaped.

    Raises
    ------
    MediaframesError
        If the table does not come from `evidence_for`.

    Examples
    --------
    >>> naming = mf.naming(evidence, actors="Iraq", by=None)
    >>> "Iraq" in repr(mf.highlight(mf.evidence_for(naming.loc[0], evidence), top=1))
    True
    """
    missing = [c for c in ("text", "spans", "article_id") if c not in sentences]
    if missing:
        raise MediaframesError(f"no sentences to show: {', '.join(missing)} missing; give what evidence_for returned")
    once = _together(sentences)
    step = max(1, len(once) // top)
    return Highlights([_shown(row) for _, row in once.iloc[::step].head(top).iterrows()])


def _together(sentences):
    """Put what was counted in one sentence into one row, with all of its spans."""
    key = [sentences["article_id"], sentences["start"]] if "start" in sentences else [sentences.index]
    spans = sentences["spans"].groupby(key, sort=False).sum()
    first = sentences[~pd.DataFrame(dict(enumerate(key)), index=sentences.index).duplicated()]
    return first.assign(spans=spans.to_list())


def _shown(row):
    date = row.get("published")
    parts = [row.get("outlet"), day(date) if pd.notna(date) else None, row.get("title"), row.get("voice")]
    if pd.notna(row.get("score")):
        parts.append(f"read as {row['score']:+.1f}".replace("-", "−"))
    url = row.get("url")
    spans = _merged(row["spans"])
    note = " · ".join(str(p) for p in parts if pd.notna(p)) or str(row["article_id"])
    return row["text"], spans, note, url if isinstance(url, str) else ""


def _merged(spans):
    merged = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
