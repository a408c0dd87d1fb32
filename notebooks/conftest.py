"""nbval compares saved outputs by meaning: text exactly, numbers as far as they are the same on every machine.

Whole numbers must be equal, those with thousands separators too. A decimal may differ from the saved one by
`AGREES_TO`, to which averages of the trained instruments agree across machines, and one unit of its last place: both
numbers were rounded before they were printed, so that a difference in the tenth decimal can show in the second. Percent
come of counts, which are the same everywhere, and may differ by that one unit alone. "−" and "-" are the same, and so
are runs of spaces, which pad tables. If two numbers that are nearly equal change places, rows or sentences change their
order, and the comparison fails and says so: what ranks nearly equal things says something else on another machine.

Pictures and HTML differ between versions of what draws them, and are left out.
"""

import os
import re
from itertools import zip_longest

from mediaframes.annotate.attitude.instruments import AGREES_TO

os.environ.setdefault("TQDM_DISABLE", "1")

NUMBER = re.compile(r"(?<![\w.,])([+−-]?\d[\d,]*(?:\.\d+)?(?:[eE][+−-]?\d+)?(?:\s?%)?)(?!\w|[.,]\d)")


def difference(new, saved):
    """Say what differs in meaning between two texts; an empty str if nothing does."""
    lines = [_parts(new), _parts(saved)]
    for number, (ours, theirs) in enumerate(zip_longest(*lines), 1):
        if ours is None or theirs is None:
            return f"line {number} is {'missing' if ours is None else 'new'}"
        told = _in_line(ours, theirs)
        if told:
            moved = sorted(line[::2] for line in lines[0]) == sorted(line[::2] for line in lines[1])
            hint = "; the same lines in another order: were two numbers nearly equal?" if moved else ""
            return f"line {number}: {told}{hint if ours[::2] != theirs[::2] else ''}"
    return ""


def _parts(text):
    """The lines of a text, each cut into words and numbers, by turns, the first and last of them words."""
    return [NUMBER.split(" ".join(line.split())) for line in text.rstrip().splitlines()]


def _in_line(ours, theirs):
    if [words.strip() for words in ours[::2]] != [words.strip() for words in theirs[::2]]:
        return f"{''.join(ours)!r}, but {''.join(theirs)!r} was saved"
    pairs = zip(ours[1::2], theirs[1::2], strict=True)
    return next((f"{a}, but {b} was saved" for a, b in pairs if not _agree(a, b)), "")


def _agree(new, saved):
    a, b = (text.replace("−", "-").replace("+", "").replace(" ", "") for text in (new, saved))
    percent = a.endswith("%") and b.endswith("%")
    if a == b or not (percent or ("." in a and "." in b)):
        return a == b
    a, b = a.rstrip("%").replace(",", ""), b.rstrip("%").replace(",", "")
    allowed = (0 if percent else AGREES_TO) + max(_unit(a), _unit(b))
    return abs(float(a) - float(b)) <= allowed * (1 + 1e-9)


def _unit(number):
    """One unit of the last place of a number as printed."""
    digits, _, power = number.lower().partition("e")
    return 10.0 ** (int(power or 0) - len(digits.partition(".")[2]))


def as_saved(outputs, saved):
    """Return outputs of a cell with each text that means what the saved one means written as it was saved."""
    return [_as_saved(*pair) for pair in zip(outputs, saved, strict=True)] if len(outputs) == len(saved) else outputs


def _as_saved(new, saved):
    """One output, or one part of it: a text, or a dict of such."""
    if isinstance(new, str) and isinstance(saved, str):
        return new if difference(new, saved) else saved
    if isinstance(new, dict) and isinstance(saved, dict):
        return type(new)({key: _as_saved(value, saved.get(key)) for key, value in new.items()})
    return new


def pytest_collectstart(collector):
    if hasattr(collector, "skip_compare"):
        collector.skip_compare += ("text/html", "image/png", "image/svg+xml")


def pytest_itemcollected(item):
    if not hasattr(item, "sanitize_outputs"):
        return
    exactly = item.compare_outputs

    def by_meaning(new, saved, **options):
        same = exactly(as_saved(new, saved), saved, **options)
        if not same:
            item.comparison_traceback += [told for told in map(_told, new, saved) if told]
        return same

    item.compare_outputs = by_meaning


def _told(new, saved):
    texts = [o.get("text") or o.get("data", {}).get("text/plain", "") for o in (new, saved)]
    return difference(*texts)
