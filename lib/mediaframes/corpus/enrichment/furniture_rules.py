"""The lines that page furniture consists of, read from `furniture.yaml`."""

import regex

from mediaframes.corpus.data import fill, yaml_beside
from mediaframes.corpus.enrichment.agencies import SIGNATURE

_DATA = yaml_beside(__file__, "furniture.yaml")
_PIECES = {"agency": SIGNATURE}
for _name, _piece in _DATA["pieces"].items():
    _PIECES[_name] = fill(_piece, _PIECES)


def _compiled(pattern, flags=0):
    return regex.compile(fill(pattern, _PIECES), flags)


def _line_rules(rules):
    """Give kind, words of which one must occur, and pattern of each rule."""
    flags = {"exact": 0, "any": regex.IGNORECASE}
    return tuple(
        (rule["kind"], rule["words"].split(), _compiled(rule["pattern"], flags[rule.get("case", "any")]))
        for rule in rules
    )


DATELINES = tuple(map(_compiled, _DATA["datelines"]))
BARE_DATELINES = tuple(map(_compiled, _DATA["bare_datelines"]))
BYLINE = _compiled(_DATA["byline"])
HEADING = _compiled(_DATA["heading"], regex.IGNORECASE)
LINE_RULES = _line_rules(_DATA["rules"])
LONG_LINE_RULES = tuple(rule for rule, row in zip(LINE_RULES, _DATA["rules"], strict=True) if row.get("long"))
