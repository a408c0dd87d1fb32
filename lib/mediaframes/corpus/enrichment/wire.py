"""Whose copy an article is: the news agency named in its author field, dateline or credit."""

import regex

from mediaframes.corpus.enrichment.agencies import SIGNALS, agency_name
from mediaframes.corpus.enrichment.furniture_rules import DATELINES

_HEAD, _TAIL = 1200, 600
_LINES = 5


def wire_of(articles):
    """Tell for each article (text, author, outlet) whose copy it is: the agency's usual short name, or None."""
    columns = (
        articles[name].astype(object).where(articles[name].notna(), None) for name in ("text", "author", "outlet")
    )
    return [find_wire(text, author, outlet) for text, author, outlet in zip(*columns, strict=True)]


def find_wire(text, author=None, outlet=None):
    """Name the agency whose copy one article is, or None.

    Signals, the surest first: the author field, a dateline "(AP)" in the first lines, a credit line of its
    own at either end, a copyright line, and the closing line of a Reuters desk. "X contributed to this
    report" is none: that report is the outlet's own. Nor is an outlet's own name in its dateline.
    """
    head = [line.strip() for line in text[:_HEAD].split("\n") if line.strip()][:_LINES]
    tail = [line.strip() for line in text[-_TAIL:].split("\n") if line.strip()][-_LINES:]
    found = _from_author(author) or _from_dateline(head) or _from_credit(head[1:], tail)
    return None if found is None or _is_own(found, outlet) else found


def _from_author(author):
    match = SIGNALS["author"].fullmatch(author.strip()) if author else None
    return agency_name(match[1]) if match else None


def _from_dateline(head):
    """Take what stands in brackets in a dateline; the place before it must be in capitals or the agency known."""
    for line in head:
        if "(" not in line[:110] and "[" not in line[:110]:
            continue
        match = next((m for m in (pattern.match(line) for pattern in DATELINES) if m), None)
        source = SIGNALS["dateline"].search(match[0]) if match else None
        if source:
            return agency_name(source[1])
    return None


def _from_credit(head, tail):
    for line in (*head, *tail):
        credit = SIGNALS["credit"].fullmatch(line) or SIGNALS["rights"].search(line)
        if credit:
            return agency_name(credit[1])
    return "Reuters" if any(SIGNALS["desk"].search(line) for line in tail) else None


def _is_own(agency, outlet):
    """Tell an outlet's own signature, by its name or its initials."""
    if not outlet:
        return False
    words = regex.findall(r"\p{L}+", outlet)
    initials = {"".join(w[0] for w in words).upper(), "".join(w[0] for w in words if w.lower() != "the").upper()}
    return agency.lower() == outlet.lower().removeprefix("the ") or agency.upper() in initials
