"""What became of a corpus, as a page of text: totals first, then the problems, grouped."""

import pandas as pd

from mediaframes.corpus.wording import count, period, shortened

_META = ("published", "title", "author", "section", "url")
_MOST = 8  # examples or rows of a kind
_WIDTH = 100
_OLDEST = "1900-01-01"
_LONE_GAP = 366  # days from all but one article in a hundred


def audit_summary(audit, articles):
    """Describe a corpus and its problems for a reader.

    Parameters
    ----------
    audit, articles : pandas.DataFrame
        From `read_corpus`.

    Returns
    -------
    str
        Lines of at most about 100 characters: totals; files that were rejected or read in part, by reason;
        missing metadata per outlet; copies; languages; dates out of range; warnings. A part without
        anything to tell is left out.

    Examples
    --------
    >>> from mediaframes.corpus import read_corpus
    >>> articles, audit = read_corpus("corpus/sample")
    >>> print(mf.audit_summary(audit, articles).splitlines()[0])
    Files in: 66 files (66 read in full)
    """
    parts = [_totals(audit, articles), _files(audit)]
    if len(articles):
        parts += [_missing(articles), _copies(articles), _languages(articles), _dates(articles), _warnings(articles)]
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def _totals(audit, articles):
    ignored = audit.reason.str.startswith("ignored")
    status = audit.status.where(~ignored, "ignored").value_counts()
    wording = {"read": "read in full", "partly": "read in part"}
    files = [f"{status[k]:,} {wording.get(k, k)}" for k in ("read", "partly", "rejected", "ignored") if k in status]
    lines = [f"Files in: {count(len(audit), 'file')} ({', '.join(files) or 'none'})"]
    expected = int(audit.n_expected[~ignored].sum())
    lines.append(f"Articles out: {len(articles):,} of {expected:,} pieces found or announced")
    if len(articles):
        lines.append(f"Words: {articles.n_words.sum():,}, median {articles.n_words.median():,.0f} an article")
        lines.append(f"Outlets: {articles.outlet.nunique():,}{_named(articles.outlet)}")
        without = int(articles.published.isna().sum())
        days = period(articles.published) or "none known"
        lines.append(f"Dates: {days}" + (f", {without:,} without" if 0 < without < len(articles) else ""))
    return lines


def _named(outlets):
    counts = outlets.value_counts()
    shown = ", ".join(f"{name} {n:,}" for name, n in counts.head(_MOST).items())
    return f" ({shown}{', …' if len(counts) > _MOST else ''})" if len(counts) else ""


def _files(audit):
    """List the files that gave no article or not all, those of one reason together."""
    lines = []
    ignored = audit.reason.str.startswith("ignored")
    for title, chosen in (
        ("Rejected", (audit.status == "rejected") & ~ignored),
        ("Read in part", audit.status == "partly"),
        ("Ignored", ignored),
    ):
        rows = audit[chosen]
        if rows.empty:
            continue
        lines += [""] * bool(lines) + [f"{title}: {count(len(rows), 'file')}"]
        groups = rows.groupby("reason", sort=False)["path"].apply(list).sort_values(key=lambda p: -p.str.len())
        for reason, paths in groups.head(3 * _MOST).items():
            more = f", and {len(paths) - _MOST:,} more" if len(paths) > _MOST else ""
            lines.append("  " + _cut(f"{len(paths):,} × {reason.removeprefix('ignored: ')}"))
            lines.append("      " + _cut(", ".join(paths[:_MOST]) + more))
        if len(groups) > 3 * _MOST:
            lines.append(f"  and {len(groups) - 3 * _MOST:,} other reasons: see the audit table")
    return lines


def _missing(articles):
    """Tabulate the articles of each outlet that lack a field; what all lack is named once."""
    nowhere = [field for field in _META if articles[field].isna().all()]
    lines = [f"No article has: {', '.join(nowhere)}"] if nowhere else []
    fields = [field for field in _META if field not in nowhere]
    outlet = articles.outlet.astype(object).where(articles.outlet.notna(), "(no outlet)").to_numpy()
    gaps = articles[fields].isna().groupby(outlet).sum()
    gaps.insert(0, "articles", pd.Series(outlet).value_counts())
    gaps = gaps[(gaps[fields].sum(axis=1) > 0) | (gaps.index == "(no outlet)")]
    if gaps.empty:
        return lines
    gaps = gaps.sort_values("articles", ascending=False)
    table = gaps.head(2 * _MOST).rename(index=lambda name: name[:40]).to_string().splitlines()
    more = [f"  and {len(gaps) - 2 * _MOST:,} more outlets"] if len(gaps) > 2 * _MOST else []
    return [*lines, "Missing metadata (articles without it)", *(f"  {line}" for line in table), *more]


def _copies(articles):
    groups = articles.copy_of.value_counts()
    groups = groups[groups > 1]
    lines = []
    if len(groups):
        lines.append(f"Copies: {groups.sum():,} articles in {count(len(groups), 'group')} of near-duplicates")
        for name, n in groups.head(_MOST // 2).items():
            outlets = articles.outlet[articles.copy_of == name].dropna().unique()
            lines.append(f"  {_cut(f'{n} × {name}: ' + ', '.join(outlets))}")
    if articles.wire.notna().any():
        lines.append(f"Agency copy: {articles.wire.notna().sum():,} articles{_named(articles.wire)}")
    return lines


def _languages(articles):
    counts = articles.language.value_counts()
    unknown = int(articles.language.isna().sum())
    lines = ["Languages: " + ", ".join(f"{code} {n:,}" for code, n in counts.items())] if len(counts) else []
    other = int(counts.drop("en", errors="ignore").sum())
    if other:
        lines.append(f"  {count(other, 'article')} not in English: counted, not analysed by the English instruments")
    if unknown:
        lines.append(f"  {count(unknown, 'article')} too short to tell")
    return lines


def _dates(articles):
    """Point at dates that can hardly be right."""
    published = articles.published
    low, high = (published.quantile(q) for q in (0.01, 0.99))
    gap = pd.Timedelta(days=_LONE_GAP)
    strange = {
        "in the future": published > pd.Timestamp.now() + pd.Timedelta(days=1),
        f"before {_OLDEST[:4]}": published < pd.Timestamp(_OLDEST),
        "a year or more away from the other articles": (published < low - gap) | (published > high + gap),
    }
    lines, told = [], pd.Series(False, index=articles.index)
    for what, rows in strange.items():
        rows = rows & ~told
        told |= rows
        if rows.any():
            shown = articles.article_id[rows] + published[rows].dt.strftime(" (%Y-%m-%d)")
            lines += [f"  {count(len(shown), 'article')} {what}", f"      {_cut(', '.join(shown))}"]
    return ["Dates out of range", *lines] if lines else []


def _warnings(articles):
    """Group warnings whose wording differs in numbers and quotations only."""
    notes = articles.warnings[articles.warnings != ""].str.split("; ").explode()
    if notes.empty:
        return []
    kinds = notes.str.replace(r"'[^']*'|\b\d[\d,.:-]*", "…", regex=True)
    lines = [f"Warnings: {count(notes.index.nunique(), 'article')}"]
    for kind, n in kinds.value_counts().head(_MOST).items():
        lines.append(f"  {_cut(f'{n:,} × {kind}')}")
    return lines


def _cut(line):
    return shortened(line, _WIDTH)
