"""One colour and mark a group for a whole report, whichever groups a picture shows."""

from dataclasses import dataclass

from mediaframes.measure.groups import COMPARED, MISSING
from mediaframes.show.style import GREY, INK

# The largest groups of a corpus. Okabe & Ito 2008, without the yellow, which print loses.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000")
MARKERS = ("o", "s", "D", "^", "v", "P", "X")
# Whatever else is told apart (voices, verbs, instruments): so that no outlet's colour means something else.
# "Muted" of Tol 2021, SRON/EPS/TN/09-002.
OTHER_COLOURS = ("#332288", "#882255", "#999933", "#117733", "#AA4499", "#44AA99", "#661100")
OTHER_MARKERS = ("h", "*", "d", "p", "8", "x", "+")
ALONE = (INK, "o")
REST = (GREY, ".")


@dataclass(frozen=True)
class Palette:
    """The values of a column that a picture tells apart, how each looks, and the rest, which is grey.

    Parameters
    ----------
    looks : dict
        Of each value told apart: its colour and marker, both of its own, so that either is enough.
    rest : list
        The other values.
    """

    looks: dict
    rest: list


def palette(table, column):
    """Return how the values of a column of a result look.

    Groups of articles (outlets) look the same in all results of a corpus: the largest have each a colour and a marker,
    by how many articles the corpus has of them, and the others are the rest. Of any other column, the values with most
    articles are told apart.
    """
    values = list(dict.fromkeys(table[column]))
    largest = table.attrs.get("largest", {}).get(column)
    if largest:
        return _of_corpus([name for name in largest if name != MISSING][:COMPARED], values)
    sizes = table.groupby(column)["n_articles"].max().sort_values(ascending=False, kind="stable")
    kept = [value for value in values if value in set(sizes.index[:COMPARED])]
    looks = dict(zip(sorted(kept, key=str), zip(OTHER_COLOURS, OTHER_MARKERS, strict=True), strict=False))
    return Palette({value: looks[value] for value in kept}, [v for v in values if v not in looks])


def _of_corpus(largest, values):
    looks = dict(zip(largest, zip(COLOURS, MARKERS, strict=True), strict=False))
    shown = {name: looks[name] for name in largest if name in values}
    if not shown:  # of a part without any of the largest, its own first
        shown = dict.fromkeys(values[:1], ALONE)
    return Palette(shown, [value for value in values if value not in shown])


def sides(compared):
    """Return colour and marker of the target and of the reference of a comparison of two groups."""
    by = next(iter(compared.attrs.get("largest", {})), None)
    largest = compared.attrs.get("largest", {}).get(by, [])
    known = dict(zip([name for name in largest if name != MISSING], zip(COLOURS, MARKERS, strict=True), strict=False))
    if compared.empty:
        return ALONE, (GREY, "s")
    return known.get(compared["target"].iloc[0], ALONE), known.get(compared["reference"].iloc[0], (GREY, "s"))
