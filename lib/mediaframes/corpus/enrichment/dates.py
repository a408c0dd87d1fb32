"""Dates as newspapers and databases write them, to naive UTC datetimes; never completed by guessing."""

import re
from datetime import UTC, date, datetime, timedelta

from dateutil import parser as dateutil_parser

from mediaframes.corpus.data import yaml_beside

_SLASHED = re.compile(r"\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)[,T]?\s*(.*)", re.DOTALL)
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_ZONES = {name: hours * 3600 for name, hours in yaml_beside(__file__, "zones.yaml").items()}
_LONGEST = 60


def parse_date(value, *, dayfirst=None):
    """Read one date.

    Parameters
    ----------
    value : str, int, float, date or datetime
        ISO 8601, a common written form, or seconds or milliseconds since 1970.
    dayfirst : bool, optional
        How 3/4/2018 is read; None (nothing else in the file tells) reads the day first and says so.

    Returns
    -------
    when : datetime or None
        Without time zone; times with one are converted to UTC. None where year, month or day is missing.
    note : str
        What a reader should know, "" if nothing.
    """
    if isinstance(value, datetime):
        return _naive(value), ""
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day), ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_number(value)
    text = str(value).strip()
    try:
        return _naive(datetime.fromisoformat(text)), ""
    except (ValueError, OverflowError):
        return _from_text(text, dayfirst)


def day_first(values):
    """Tell from the unambiguous dates of one file whether its 3/4/2018 have the day first (None: no sign)."""
    parts = [m for m in (_SLASHED.match(v) for v in values if isinstance(v, str)) if m]
    firsts = any(int(m[1]) > 12 for m in parts)
    seconds = any(int(m[3]) > 12 for m in parts)
    return None if firsts == seconds else firsts


def date_in_name(name):
    """Find a date such as 2022-02-14 or 20220214 in a file name: the date, its start and its end, or None."""
    for match in _IN_NAME.finditer(name):
        try:
            return datetime(int(match[1]), int(match[3]), int(match[4])), *match.span()
        except ValueError:
            continue
    return None


def _naive(when):
    if when.tzinfo is None:
        return when
    try:
        return when.astimezone(UTC).replace(tzinfo=None)
    except OverflowError:
        return when.replace(tzinfo=None)


def _from_number(value):
    """Read 20180417, or seconds or milliseconds since 1970, where the size leaves no doubt."""
    if value != value or value in (float("inf"), float("-inf")):
        return None, f"date not understood: {value}"
    if value == int(value) and 19000101 <= value <= 21001231:
        return _from_text(str(int(value)), None)
    for low, high, unit in ((10**8, 4 * 10**9, 1), (10**11, 4 * 10**12, 1000)):
        if low <= value <= high:
            return datetime(1970, 1, 1) + timedelta(seconds=value / unit), ""
    return None, f"date not understood: {value}"


def _from_text(text, dayfirst):
    """Read written English, mail headers and 3/4/2018, which becomes a date without question first."""
    slashed = _SLASHED.match(text)
    plain, doubtful = _ordered(slashed, dayfirst) if slashed else (text, False)
    try:
        when = _complete(plain) if len(text) <= _LONGEST else None
    except (ValueError, OverflowError, TypeError, AttributeError, IndexError):
        when = None
    if when is None:
        return None, f"date not understood: {text[:_LONGEST]!r}"
    return when, f"ambiguous date {text!r} read as {when:%d %B %Y}" if doubtful else ""


def _ordered(match, dayfirst):
    """Write year, month and day in this order, and tell whether only a guess tells month from day.

    They are told by their size, by the dots of 3.4.2018, or by `dayfirst`.
    """
    first, mark, second, year = int(match[1]), match[2], int(match[3]), int(match[4])
    year += 0 if year > 99 else 2000 if year < 69 else 1900
    day_leads = first > 12 or (second <= 12 and (dayfirst is not False or mark == "."))
    day, month = (first, second) if day_leads else (second, first)
    doubtful = dayfirst is None and mark != "." and first != second and max(first, second) <= 12
    return f"{year}-{month:02}-{day:02} {match[5]}", doubtful


def _complete(text):
    """Read a date; None if a part of it is missing.

    dateutil fills what is missing from a default: two defaults that differ in all parts show it.
    """
    defaults = (datetime(2000, 1, 1), datetime(2004, 2, 2))
    text = text.replace("Sept.", "Sep.")
    one, two = (dateutil_parser.parse(text, default=default, tzinfos=_ZONES) for default in defaults)
    return _naive(one) if one == two else None
