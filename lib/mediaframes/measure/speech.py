"""Who gets to speak: shares of attributions, and the stance of the words that introduce them."""

from mediaframes.errors import check_option
from mediaframes.measure.estimates import MISSING, as_estimates, as_list, ratio_estimates
from mediaframes.measure.groups import article_totals, grouped

__all__ = ["said", "voices"]

SPEECH = ("clause", "according", "label")
OVER = {"source": "source_actor", "kind": "kind", "stance": "stance"}


def voices(evidence, *, by="outlet", of="source", copies="keep", weights="article"):
    """Estimate who is quoted, how, or with which stance.

    Parameters
    ----------
    evidence : Evidence
    by : str or list of str, optional
        Columns of the attributions or of the articles; `["outlet", "source_actor"]` asks each question per source.
    of : {"source", "kind", "stance"}
        Shares of whom the sources belong to; of direct, mixed and indirect speech; or of neutral ("said"), factive
        ("noted") and doubting ("claimed") cues.
    copies : {"keep", "drop"}
        Whether to count each copy of a text, or the first of each group only.
    weights : {"article", "story"}
        What counts once: each article, or each story, its articles in equal parts.

    Returns
    -------
    DataFrame
        One row a group and value, the largest first: the group columns, `source_actor`, `kind` or `stance`,
        `estimate` (share of the attributions, 0 ... 1), `low`, `high`, `n` (attributions), `n_articles`,
        `n_clusters`, `count`. Sources that belong to no actor asked for are "(other)".

    Notes
    -----
    Speech and thought only: "X said that ...", "according to X", quotations. What X is merely told to want, praise or
    seem to do is in `evidence.attributions`, and not counted here.

    References
    ----------
    Share of voice: Asr et al. 2021 (Gender Gap Tracker), PLOS ONE 16(1).
    """
    check_option("of", of, tuple(OVER))
    by, over = as_list(by), OVER[of]
    rows = grouped(said(evidence.attributions), evidence.articles, [*by, over], copies=copies, weights=weights)
    if of == "source":
        rows[over] = rows[over].replace(MISSING, "(other)")
    counts = rows.groupby(["article_id", *by, over], observed=True).size().rename("x").reset_index()
    totals = article_totals(rows, by)
    table = ratio_estimates(counts, totals, by=by, over=[over], share=True, complete=True).astype({"count": int})
    return as_estimates(
        table.sort_values([*by, "estimate", over], ascending=[True] * len(by) + [False, True]),
        measure={"source": "share of voice", "kind": "kind of speech", "stance": "stance of the cue"}[of],
        formula="attributions of this kind ÷ attributions",
        denominator="times someone is said to have said something",
        unit="attributions",
        interval="share",
        source="Asr et al. 2021",
        by=by,
        copies=copies,
        weights=weights,
        evidence={"kind": "attribution"},
    )


def said(attributions):
    """Keep the attributions in which a source says or thinks something, rather than is told to want or praise it."""
    return attributions[attributions["form"].isin(SPEECH) | attributions["kind"].isin(("direct", "mixed"))]
