"""News agencies: their names, and the patterns of how texts name them."""

from mediaframes.corpus.data import one_of, yaml_beside

__all__ = ["AGENCY", "SIGNATURE", "agency_name"]

_DATA = yaml_beside(__file__, "agencies.yaml")
_ALL = {name: short for short, others in _DATA["names"].items() for name in (short, *others)}
_SHORT = {name.lower(): short for name, short in _ALL.items()}
_LONG = sorted((name for name in _SHORT if len(name) > 4), key=len, reverse=True)

# In a dateline or a credit line, and as an author or the owner of a text.
SIGNATURE = one_of([*_ALL, *_DATA["datelines"]])
AGENCY = one_of([*_DATA["initials"], f"(?i:(?:the )?{one_of(_LONG)})"])


def agency_name(name):
    """Give an agency's usual short name; other names as they are."""
    plain = " ".join(name.split())
    return _SHORT.get(plain.lower().removeprefix("the "), plain)
