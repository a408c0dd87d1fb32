"""Who is shown as harmed: each side's share of the harms told, and how the harms of each are told."""

from mediaframes.errors import check_option
from mediaframes.measure.declaration import measure

KINDS = ("killing", "death", "injury", "abduction", "displacement", "destruction")
SOURCE = "Jackson 2023; Najjar & Lietava 2023"
PER_SIDE = {"items": (), "groups": ("victim_actor",), "order": "estimate", "complete": False}
LISTED = {"order": "count", "complete": True}


def _told(name, formula, denominator="harms whose victims are of the side"):
    """What changes where the harms of each side are looked at by themselves."""
    return {**PER_SIDE, "name": name, "formula": formula, "denominator": denominator}


@measure(
    name="those shown as harmed",
    unit="harms",
    formula="harms of the side ÷ harms whose victims' side is known",
    denominator="harms told as facts whose victims are of a side that is known",
    source=SOURCE,
    instruments=("mentions", "harms"),
    items=("victim_actor",),
    participants=("victim_actor",),
    complete=True,
    spans=("word", "victim", "doer"),
    order="count",
    varies=(
        "of",
        {
            "side": {},
            "doer": _told("harms told with who did it", "harms that name a doer ÷ harms"),
            "active": _told(
                "harms told in the active",
                "active verbs ÷ active and passive verbs",
                "harms of the side that are told by an active or a passive verb",
            ),
            "named": _told("victims called by name", "harms with a victim called by name ÷ harms"),
            "word": _told("words for harm", "harms told by this word ÷ harms") | {"items": ("word",), **LISTED},
            "kind": _told("kinds of harm", "harms of this kind ÷ harms") | {"items": ("kind",), **LISTED},
            "victims": _told(
                "who the victims are",
                "harms of such victims ÷ harms that say who they are",
                "harms of the side that say who the victims are",
            )
            | {"items": ("victim_kind",), **LISTED},
        },
    ),
    by="outlet",
)
def harms(evidence, *, of="side", kinds=None):
    """Estimate who is shown as harmed, and how.

    Parameters
    ----------
    evidence : Evidence
    of : {"side", "doer", "active", "named", "word", "kind", "victims"}
        Each side's share of the harms; or among the harms of each side the share that names who did it, that is told
        by an active verb rather than a passive one, or whose victim is called by name; or the shares of the words
        ("kill", "die", "massacre"), of the kinds of harm, or of whom the victims are said to be (civilians, children).
    kinds : str or list of str, optional
        Only harms of these kinds: killing, death, injury, abduction, displacement, destruction. Default: all.
    {filters}

    Returns
    -------
    DataFrame
        One row a group and side, and what is counted within it: the group columns, `victim_actor`, and `word`, `kind`
        or `victim_kind` if asked for; `estimate` (share, 0 ... 1), `low`, `high`, `n` (harms), `n_articles`,
        `n_clusters`, `count`, `made_by`.

    Raises
    ------
    MediaframesError
        If an option or a kind is unknown.

    Notes
    -----
    A harm counts once for each side that it befalls. Whether a doer is left out is in `evidence.harms`, with the form:
    a passive, an intransitive ("died"), a noun ("the deaths of"), an event in place of whoever caused it.

    References
    ----------
    Jackson 2023 (New York Times, Washington Post, Wall Street Journal); Najjar & Lietava 2023 (BBC).

    Examples
    --------
    >>> told = mf.harms(evidence, by="outlet", of="doer")
    >>> bool((told["count"] <= told["n"]).all())
    True
    """
    rows = evidence.harms.dropna(subset="victim_actor")
    rows = rows.drop_duplicates(["article_id", "sentence", "group", "victim_actor"])
    rows = rows if kinds is None else rows[rows["kind"].isin(_checked(kinds))]
    verbs = ~rows["doer_left_out"].isin(["nominal", "intransitive"])
    if of == "active":
        rows = rows[verbs]
        return rows.assign(counted=~rows["passive"].astype(bool))
    if of == "doer":
        return rows.assign(counted=rows["doer_left_out"].isna())
    if of == "named":
        return rows.assign(counted=rows["named"].astype(bool))
    return rows.dropna(subset="victim_kind") if of == "victims" else rows


def _checked(kinds):
    kinds = [kinds] if isinstance(kinds, str) else list(kinds)
    for kind in kinds:
        check_option("kinds", kind, KINDS)
    return kinds
