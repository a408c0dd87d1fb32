"""News agencies: their names, and the patterns of how texts name them."""

import regex

from mediaframes.corpus.data import fill, one_of, yaml_beside

_DATA = yaml_beside(__file__, "agencies.yaml")
_ALL = {name: short for short, others in _DATA["names"].items() for name in (short, *others)}
_SHORT = {name.lower(): short for name, short in _ALL.items()}
_LONG = sorted((name for name in _SHORT if len(name) > 4), key=len, reverse=True)

SIGNATURE = one_of([*_ALL, *_DATA["datelines"]])  # in a dateline or a credit line
_AGENCY = one_of([*_DATA["initials"], f"(?i:(?:the )?{one_of(_LONG)})"])  # anywhere
SIGNALS = {name: regex.compile(fill(signal, {"agency": _AGENCY})) for name, signal in _DATA["signals"].items()}


def is_agency(name):
    """Whether a name is that of a news agency."""
    return " ".join(name.split()).lower().removeprefix("the ") in _SHORT


def agency_name(name):
    """Give an agency's usual short name; other names as they are."""
    plain = " ".join(name.split())
    return _SHORT.get(plain.lower().removeprefix("the "), plain)
