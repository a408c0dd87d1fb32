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
    "To look at others, name them in “actors” above, as names of the codebook, persons, or a YAML file of your own; "
    'in a report: make report CORPUS="my articles" ACTORS="US, Iran".'
)


def keyness_finding(keyness, *, top=3):
    """Say in a few sentences which words surely set target and reference apart, and by how much at least.

    Parameters
    ----------
    keyness : DataFrame
        As from `keyness`.
    top : int
        How many words of each side to name.

    Returns
    -------
    str
        Only words that the test of whole articles finds (`p_adjusted` below .05) and whose interval excludes zero; of
        each the lower end of the interval. Those with more than half of their uses in one article are left out;
        titles, times of day and other house style come last.

    Examples
    --------
    >>> keyness = mf.keyness(articles, target="Kavir Press Agency")
    >>> "“regime” (at least" in mf.keyness_finding(keyness)
    True
    """
    if keyness.empty:
        return Prose("There is nothing to compare: all articles are of one group, or no word is used often enough.")
    target, reference = keyness["target"].iloc[0], keyness["reference"].iloc[0]
    if keyness["low"].isna().all():
        return Prose(f"There are too few articles to say which words set {target} apart from {reference}.")
    sure = keyness[(keyness["p_adjusted"] < 0.05) & (keyness["heaviest_share"] <= 0.5)]
    sure = sure[(sure["low"] > 0) | (sure["high"] < 0)]
    chosen = [_sides_with(sure[sure["house_style"] == style], top) for style in (False, True)]
    tested = f"{len(keyness):,} {'word' if len(keyness) == 1 else 'words'} tested"
    if not chosen[0]:
        said = f"None of the {tested} is sure to set {target} apart from {reference}, in several articles."
    else:
        said = f"Of the {tested}, these surely set the two apart: {', and '.join(chosen[0])}."
    style = f" House style, apart from that: {', and '.join(chosen[1])}." if chosen[1] else ""
    return Prose(said + style)


def _sides_with(rows, top):
    """Return each side with the words that it uses more often."""
    sides = [(rows[rows["low"] > 0], "target", "reference"), (rows[rows["high"] < 0], "reference", "target")]
    return [
        f"{part[side].iloc[0]} with {', '.join(_word(row, side, other) for _, row in part.head(top).iterrows())}"
        for part, side, other in sides
        if len(part)
    ]


def _word(row, side, other):
    """Return a word with the least that its interval allows, and its frequencies."""
    if row[f"count_{other}"] == 0:
        uses, articles = row[f"count_{side}"], row[f"articles_{side}"]
        return f"“{row['term']}” (used {uses:,} times in {articles:,} articles, never in {row[other]})"
    least = 2 ** (row["low"] if side == "target" else -row["high"])
    often = " against ".join(f"{row[f'per_10k_{s}']:.1f}" for s in (side, other))
    return f"“{row['term']}” (at least {_rounded_down(least)} times as often; {often} per 10,000 words)"


def _rounded_down(value):
    return f"{int(value):,}" if value >= 10 else f"{int(10 * value) / 10:.1f}"


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
        parts.append(f"read as {round(row['score'], 1) + 0.0:+.1f}".replace("-", "−"))
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


def describe_harms(evidence):
    """Say in one or two sentences how many harms the articles tell, and of how many the side is known.

    Parameters
    ----------
    evidence : Evidence

    Returns
    -------
    str
        Where no harm is told, a sentence says so.

    Examples
    --------
    >>> mf.describe_harms(evidence).startswith("The articles tell")
    True
    """
    harms = evidence.harms.drop_duplicates(["article_id", "sentence", "group", "victim_start"])
    read = evidence.sentences["article_id"].nunique()
    if harms.empty:
        return Prose(f"The articles tell of nobody harmed as a fact ({count(read, 'article')} could be read), "
                     "so that what follows is empty.")  # fmt: skip
    known, told = harms["victim_actor"].notna().sum(), harms["article_id"].nunique()
    where = f"{told:,} of {count(read, 'article')}"
    return Prose(f"The articles tell of {count(len(harms), 'harm')} as a fact, in {where}. "
                 f"Of these, {known:,} befell people of the actors looked at; whose the others are is not known, or "
                 "they are of others.")  # fmt: skip
