"""Findings as sentences, and evidence as a page: written by code from numbers, escaped."""

from html import escape

import pandas as pd

from mediaframes.errors import MediaframesError

__all__ = ["Highlights", "describe_corpus", "finding", "highlight", "keyness_finding"]

STYLE = (
    "<style>.mf-evidence{max-width:46rem;font-size:.95em}.mf-evidence p{margin:.2em 0 1em}"
    ".mf-evidence mark{background:#ffe08a;color:#000;padding:0 .15em}"
    ".mf-evidence small{opacity:.75}</style>"
)


def number(value, *, percent=False):
    """Return an estimate as a reader wants it: two digits that count."""
    text = f"{100 * value:.0f}\u00a0%" if percent else f"{value:.2f}" if abs(value) < 10 else f"{value:,.0f}"
    return text.replace("-", "−")


def day(date):
    """Return a date as "9 April 2022"."""
    return f"{date.day} {date:%B %Y}"


def span(row, *, percent=False):
    """Return estimate and interval of one row in words."""
    if pd.isna(row["estimate"]):
        return "not measurable here"
    text = number(row["estimate"], percent=percent)
    if pd.isna(row["low"]):
        return f"{text} (too few articles for an interval: {int(row['n_clusters'])})"
    low, high = number(row["low"], percent=percent), number(row["high"], percent=percent)
    return f"{text} (95\u00a0% interval {low} to {high}, {int(row['n_articles'])} articles)"


def finding(estimates, *, what, over="outlet", among=None, percent=False):
    """Say in one sentence where an estimate is highest and where lowest.

    Parameters
    ----------
    estimates : DataFrame
        A result, one row a value of `over`; with `among`, one row a value of each.
    what : str
        What is estimated, to open the sentence: "The share of ..."; with `among`, its value stands where this holds
        `{}`.
    over : str
        Column that names the rows.
    among : str, optional
        Column of which to choose the value where two rows are farthest apart, intervals counted.
    percent : bool

    Returns
    -------
    str
        Says so where the two intervals overlap, or where nothing could be measured.
    """
    rows = estimates.dropna(subset="estimate")
    if rows.empty:
        return f"{what.format('any actor')} could not be measured in these articles."
    if among is not None:
        chosen = max(sorted(rows[among].unique()), key=lambda value: _gap(rows[rows[among] == value]))
        rows, what = rows[rows[among] == chosen], what.format(chosen)
    rows = rows.sort_values("estimate", ascending=False)
    high, low = rows.iloc[0], rows.iloc[-1]
    if len(rows) == 1:
        return f"{what} is {span(high, percent=percent)} in {_named(high[over])}."
    if number(high["estimate"], percent=percent) == number(low["estimate"], percent=percent):
        return f"{what} is about {number(high['estimate'], percent=percent)} in each of {len(rows)}."
    text = (
        f"{what} is highest in {_named(high[over])}: {span(high, percent=percent)}, "
        f"and lowest in {_named(low[over])}: {span(low, percent=percent)}"
    )
    if pd.isna(high["low"]) or pd.isna(low["low"]):
        return f"{text}; there are too few articles to tell them apart."
    if high["low"] <= low["high"]:
        return f"{text}; the two intervals overlap."
    return f"{text}; the two intervals do not overlap."


def _named(value):
    return f"the time from {day(value)}" if isinstance(value, pd.Timestamp) else value


def _gap(rows):
    """How far the highest interval is from the lowest; unsure rows count less than any sure one."""
    if len(rows) < 2:
        return -float("inf")
    high, low = rows.loc[rows["estimate"].idxmax()], rows.loc[rows["estimate"].idxmin()]
    sure = high["low"] - low["high"]
    return sure if pd.notna(sure) else -2 + high["estimate"] - low["estimate"]


def keyness_finding(keyness, *, top=3):
    """Say in one sentence which words set target and reference apart, the surest first.

    Words whose interval holds zero, and those with more than half of their uses in one article, are left out.
    """
    if keyness.empty:
        return "There is nothing to compare: all articles are of one group."
    target, reference = keyness["target"].iloc[0], keyness["reference"].iloc[0]
    if keyness["low"].isna().all():
        return f"There are too few articles to say which words set {target} apart from {reference}."
    even = keyness[keyness["heaviest_share"] <= 0.5]
    sides = [even[even["low"] > 0].head(top), even[even["high"] < 0].head(top)]
    said = [f"{name} with {_words(rows)}" for name, rows in zip((target, reference), sides, strict=True) if len(rows)]
    if not said:
        return f"No word sets {target} apart from {reference} by more than chance and spread over several articles."
    return f"The words that most surely set the two apart: {', and '.join(said)}."


def _words(rows):
    words = [f"“{t}” ({2 ** abs(e):.1f} times as often)" for t, e in zip(rows["term"], rows["estimate"], strict=True)]
    return ", ".join(words)


def describe_corpus(articles):
    """Say in one sentence how many articles of how many outlets and days there are, and how many are copies."""
    dates = articles["published"].dropna()
    when = f" from {day(dates.min())} to {day(dates.max())}" if len(dates) else ", none with a date"
    copies = articles["copy_of"].notna()
    groups = articles.loc[copies, "copy_of"].nunique()
    copied = f"; {int(copies.sum())} of them are {groups} texts printed more than once" if groups else ""
    outlets = articles["outlet"].nunique()
    return (
        f"The corpus holds {len(articles):,} articles with {int(articles['n_words'].sum()):,} words "
        f"of {outlets} {'outlet' if outlets == 1 else 'outlets'}{when}{copied}."
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


def highlight(sentences, *, most=5):
    """Show the sentences behind a number, spread evenly over the list, with what counted highlighted.

    Parameters
    ----------
    sentences : DataFrame
        As from `evidence_for`.
    most : int
        How many to show.

    Returns
    -------
    Highlights
        Shown by Jupyter as a page with each sentence's outlet, date, title, voice and, where an instrument scored it,
        score. All text is escaped.
    """
    missing = [c for c in ("text", "spans", "article_id") if c not in sentences]
    if missing:
        raise MediaframesError(f"no sentences to show: {', '.join(missing)} missing; give what evidence_for returned")
    step = max(1, len(sentences) // most)
    return Highlights([_shown(row) for _, row in sentences.iloc[::step].head(most).iterrows()])


def _shown(row):
    date = row.get("published")
    parts = [row.get("outlet"), day(date) if pd.notna(date) else None, row.get("title"), row.get("voice")]
    if pd.notna(row.get("score")):
        parts.append(f"read as {row['score']:+.2f}".replace("-", "−"))
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
