"""Findings as sentences, and evidence as a page: written by code from numbers, escaped."""

from html import escape

import pandas as pd

from mediaframes.errors import MediaframesError
from mediaframes.measure.compare.differences import names_of_rows
from mediaframes.measure.explain import Prose, kinds_of
from mediaframes.measure.groups import EVERY
from mediaframes.show.style import in_percent
from mediaframes.validate.accuracy import no_better_than_neutral

PLURAL = {"story": "stories"}
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


def finding(result, *, what):
    """Say in one sentence what a comparison shows: which difference is surest, or that none is sure.

    Parameters
    ----------
    result : DataFrame
        As from `all_differences`; or, where one comparison was chosen beforehand, one row of `difference` or
        `paired_difference`; or one row of any result, which is told as it is.
    what : str
        What is estimated, to open the sentence, with the columns that name rows in braces: "The tone toward {actor}".

    Returns
    -------
    str
        The interval is that of the difference; where it is the largest of many, it allows for the choice, and the
        sentence says so.

    Raises
    ------
    MediaframesError
        If several rows were not compared with each other.

    Examples
    --------
    >>> apart = mf.all_differences(evidence, mf.attention, by="outlet", actors="Iraq")
    >>> mf.finding(apart, what="The share of articles that name {actor}").endswith(".")
    True
    """
    compared = {"target", "reference", "estimate_target"} <= set(result)
    if not compared and len(result) > 1:
        raise MediaframesError("finding tells of a comparison, and was given several rows that were not compared: "
                               "give what all_differences(data, measure, by=...) returns")  # fmt: skip
    if compared and len(result) > 1 and "looked_at" not in result.attrs:
        raise MediaframesError("finding would choose one of several differences whose intervals do not allow for that: "
                               "give what all_differences(data, measure, by=...) returns")  # fmt: skip
    if result.empty:
        return Prose(f"{_plain(what)} could not be compared: {_nothing(result)}.")
    row = result.iloc[0]
    what = what.format(**{name: row[name] for name in names_of_rows(result)})
    said = _compared(result, row, what) if compared else _alone(result, row, what)
    return Prose(" ".join([said, *_warnings(result)]))


def _warnings(result):
    """Say so where an instrument behind the finding is too poor to rest it on."""
    poor = no_better_than_neutral(result.attrs.get("instruments", []), kinds=kinds_of(result))
    return [
        f"But on such actors the instrument of {name} was not shown to be right more often than always saying "
        "“neutral”: do not rest a claim on this."
        for name in poor
    ]


def _nothing(result):
    within = result.attrs.get("within")
    return f"no {within} is told by two of them" if within else "there are no two groups in which it was counted"


def _plain(what):
    """Return the opening without its braces, where there is no row to fill them from."""
    return " ".join(part for part in what.replace("“", "").replace("”", "").split() if "{" not in part)


def _alone(result, row, what):
    percent = in_percent(result)
    if pd.isna(row["estimate"]):
        return f"{what} could not be measured: there is nothing to count."
    said = f"{what} is {number(row['estimate'], percent=percent)}"
    if pd.isna(row["low"]):
        return f"{said}; there are too few articles for an interval."
    low, high = number(row["low"], percent=percent), number(row["high"], percent=percent)
    return f"{said} (95\u00a0% interval {low} to {high}; {row['n']:,} {result.attrs.get('unit', 'counted')})."


def _compared(result, row, what):
    percent, looked_at = in_percent(result), result.attrs.get("looked_at", 1)
    a, b = (number(row[f"estimate_{side}"], percent=percent) for side in ("target", "reference"))
    target, reference = _side(row["target"], result), _side(row["reference"], result)
    within = result.attrs.get("within")
    where = f", in the {row['n']:,} {PLURAL.get(within, within)} that both report" if within else ""
    if pd.isna(row["low"]):
        return f"{what} is {a} in {target} and {b} in {reference}{where}: too few articles to tell them apart."
    apart, low, high = (_apart(row[c], percent) for c in ("estimate", "low", "high"))
    unit = " points" if percent else ""
    chosen = f", allowing for the choice among {looked_at:,} differences" if looked_at > 1 else ""
    interval = f"a difference of {apart}{unit} (95\u00a0% interval {low} to {high}{chosen})"
    whole = looked_at > 1 and result["low"].notna().sum() == looked_at  # else rows were taken out since
    if row["low"] > 0 or row["high"] < 0:
        most = " differs most surely between" if whole else " differs between"
        return f"{what}{most} {target} ({a}) and {reference} ({b}){where}: {interval}."
    of = f"None of the {looked_at:,} differences looked at is sure" if whole else "The difference is not sure"
    return f"{of}: {what[:1].lower()}{what[1:]} is {a} in {target} and {b} in {reference}{where}, {interval}."


def _apart(value, percent):
    return f"{round(100 * value):d}".replace("-", "−") if percent else number(value)


def _side(value, result):
    """Name a side: a day, week or month by its first day."""
    between = result.attrs.get("between")
    when = f"{'of' if between == 'day' else 'from'} {day(pd.Timestamp(value))}" if between in EVERY else ""
    return f"the {between} {when}" if when else value


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
    copied = f"; {int(copies.sum())} of them are {groups} texts printed more than once" if groups else ""
    outlets = articles["outlet"].nunique()
    return Prose(
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
