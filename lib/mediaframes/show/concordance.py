"""Lines of a concordance, with the keyword in one column."""

import re
from html import escape

from mediaframes.errors import MediaframesError

COLUMNS = ("outlet", "left", "keyword", "right")
STYLE = (
    "<style>.mf-kwic{border-collapse:collapse;font-size:.9em}.mf-kwic td{padding:.1em .3em;white-space:nowrap}"
    ".mf-kwic .left{text-align:right}.mf-kwic .right{text-align:left}.mf-kwic bdi{unicode-bidi:isolate}</style>"
)
# What stands beside the keyword without a space: a possessive, a hyphen, a bracket or quotation mark of its side.
BEFORE = re.compile(r"(?:\w+[-‑]|[(\[“‘«]|(?<!\S)[\"'])$")
AFTER = re.compile(r"(?:['’][sS]\b|[-‑](?=\w)\w+|[,.;:!?)\]”’»]|[\"'](?!\w))+")


class Concordance:
    """Uses of a word as a notebook or a terminal shows them: what stands beside the word stands beside it here."""

    def __init__(self, lines):
        columns = [[str(v) for v in lines[c]] if c in lines else [""] * len(lines) for c in COLUMNS]
        self.rows = [
            (outlet, *_apart(left, right), keyword) for outlet, left, keyword, right in zip(*columns, strict=True)
        ]

    def _repr_html_(self):
        body = "".join(self._html(*row) for row in self.rows)
        return f"{STYLE}<table class='mf-kwic'>{body}</table>" if body else "<p>No use.</p>"

    def __repr__(self):
        before = [f"{left} {before}".lstrip() for _, left, before, _, _, _ in self.rows]
        wide = [max(map(len, cells), default=0) for cells in ([row[0] for row in self.rows], before)]
        lines = [
            f"{outlet:<{wide[0]}}  {a:>{wide[1]}}{keyword}{after} {right}".rstrip()
            for a, (outlet, _, _, after, right, keyword) in zip(before, self.rows, strict=True)
        ]
        return "\n".join(lines) or "No use."

    @staticmethod
    def _html(outlet, left, before, after, right, keyword):
        cells = f"<td>{escape(outlet)}</td><td class='left'><bdi>{escape(left)}</bdi></td>"
        word = f"<td>{escape(before)}<b>{escape(keyword)}</b>{escape(after)}</td>"
        return f"<tr>{cells}{word}<td class='right'><bdi>{escape(right)}</bdi></td></tr>"


def _apart(left, right):
    """Cut off what touches the keyword: return the rest before it, what touches it on either side, and the rest."""
    before, after = BEFORE.search(left), AFTER.match(right)
    before, after = before[0] if before else "", after[0] if after else ""
    return left.removesuffix(before).rstrip(), before, after, right.removeprefix(after).lstrip()


def concordance(lines, *, top=12):
    """Show uses of a word in their context, one below the other, with the word in one column.

    Parameters
    ----------
    lines : DataFrame
        As from `keyword_in_context`, in the order wanted; `lines.to_csv(...)` exports them.
    top : int
        How many lines to show, the first ones.

    Returns
    -------
    Concordance
        Shown by Jupyter as a table. All text is escaped.

    Raises
    ------
    MediaframesError
        If the table does not come from `keyword_in_context`.

    Examples
    --------
    >>> "regime" in repr(mf.concordance(mf.keyword_in_context(articles, "regime", sort="right")))
    True
    """
    missing = [c for c in COLUMNS[1:] if c not in lines]
    if missing:
        raise MediaframesError(f"no lines to show: {', '.join(missing)} missing; give what keyword_in_context returned")
    return Concordance(lines.head(top))
