"""All differences between groups at once: what one may say of the largest of many."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pandas as pd
from scipy import sparse, special

from mediaframes.errors import MediaframesError
from mediaframes.measure.compare.differences import SIDES, differences_by_story, in_order, told_by_several
from mediaframes.measure.counting import counted_rows, derived, estimated, names_of, sums
from mediaframes.measure.declaration import MEASURES
from mediaframes.measure.groups import COMPARED, MISSING, articles_of, as_list, group_names, kept, with_periods
from mediaframes.measure.inference.estimates import RESULT
from mediaframes.measure.inference.resample import LEVEL, RESAMPLES, bundles, drawn_times, weighted_sums
from mediaframes.measure.inference.simultaneous import simultaneous_interval, welch

ITEMS = 12  # names, words: those counted most


def all_differences(data, measure, *, by="outlet", within=None, top=COMPARED, items=ITEMS, **options):
    """Estimate how far each two groups are apart, with intervals that hold for all of these differences at once.

    Parameters
    ----------
    data : Evidence
        What is measured.
    measure : function
        Any measure of evidence of this package, such as `mf.tone_toward`.
    by : str or list of str
        The column whose values are compared, then further groups of the measure, such as "actor".
    within : str, optional
        "story" compares only where both report the same: the difference is the mean over stories of the differences.
    top : int
        Compare only the groups with most articles: by default as many as pictures tell apart. Articles without a group
        are not compared.
    items : int
        Compare only the items (names, words) that are counted most in all groups together: the more are looked at, the
        wider is each interval.
    **options
        Of the measure.

    Returns
    -------
    DataFrame
        One row a pair and value of the other columns that name rows, the surest difference first: these columns,
        `target` (where the estimate is higher), `reference`, `estimate` (target minus reference), `low`, `high`, `n`,
        `n_articles`, `n_clusters` (both together; with `within` the stories), `count` where the measure counts
        (not with `within`), `estimate_target`, `estimate_reference`, `made_by`.
        No interval where a side has fewer than 10 independent articles. In `attrs`:
        `compared` (the groups with an interval in any row), `largest_of` (how many groups there are).

    Raises
    ------
    MediaframesError
        If the measure counts words (`keyness` compares these), or an option is unknown.

    Notes
    -----
    Whoever looks at many differences and speaks of the largest must allow for having chosen it. All are resampled
    together, and the interval is simultaneous (max-t; Hothorn, Bretz & Westfall 2008, Biometrical Journal 50(3)).

    Examples
    --------
    >>> apart = mf.all_differences(evidence, mf.attention, by="outlet")
    >>> bool((apart["estimate"] >= 0).all())
    True
    """
    side, *groups = as_list(by)
    known = _comparable(measure)
    options = {**options, "by": [side, *groups, *([within] if within else [])]}
    data, options = known.bind(kept(data, with_periods(articles_of(data), [side])), **options)
    named = [name for name in _names(articles_of(data), side) if name != MISSING]
    data = _of_these(data, side, named[:top], within)
    table = counted_most(estimated(_complete(known), data, options), items)
    table = _with_attrs(table[~table[table.attrs["names"]].eq(MISSING).any(axis=1)], table.attrs)
    pairs, draws = _within(table, side, within) if within else _between(table, known, data, options, side)
    units, freedom = pairs.pop("units").to_numpy(int), pairs.pop("freedom").to_numpy(float)
    low, high = simultaneous_interval(pairs["estimate"].to_numpy(float), draws, units, freedom)
    if table.attrs.get("kind") == "share":  # two shares are at most 1 apart
        low, high = np.clip(low, -1, 1), np.clip(high, -1, 1)
    pairs = pairs.assign(low=low, high=high)
    looked_at = int(pairs["low"].notna().sum())
    notes = {"measure": f"difference in {table.attrs['measure']}", "looked_at": looked_at}
    notes |= {"interval": "resampled", "between": side, "largest_of": len(named)}
    notes["compared"] = _with_interval(pairs, named)
    if within:
        notes |= {"denominator": f"each {within} in which both sides could be measured", "unit": within,
                  "resampled": f"each {within} as a whole", "within": within}  # fmt: skip
    notes["simultaneous"] = f", simultaneous over the {looked_at} differences looked at"
    recipe = {"by": side, **({"within": within} if within else {})}
    return derived(pairs[in_order(pairs)].loc[_surest_first(pairs)], table, "all_differences", recipe, **notes)


def _comparable(measure):
    known = MEASURES.get(getattr(measure, "__name__", None))
    if known is None or known.located:
        allowed = ", ".join(n for n, m in MEASURES.items() if not m.located)
        raise MediaframesError(f"all_differences compares measures of evidence: {allowed}; for words there is keyness")
    return known


def _complete(measure):
    """Let a share of none be a result in each group: it may be what differs most."""
    return replace(measure, complete=True) if measure.kind == "share" else measure


def _names(articles, side):
    if side not in articles:
        raise MediaframesError(f"by={side!r} is no column of the articles; there are {', '.join(articles.columns)}")
    return group_names(articles, by=side)


def _of_these(data, side, named, within):
    """Keep the articles of these groups; with `within`, of the stories that several of them report."""
    articles = articles_of(data)
    articles = articles[articles[side].isin(named)]
    return kept(data, told_by_several(articles, side, within) if within else articles)


def _with_interval(pairs, named):
    sure = pairs[pairs["low"].notna()]
    return [name for name in named if name in {*sure["target"], *sure["reference"]}]


def counted_most(table, top=ITEMS):
    """Return the rows of a result whose items are counted most in all of its groups together; all if it counts none."""
    items = [n for n in table.attrs["names"] if n not in table.attrs["by"]]
    if not items or table.empty or "count" not in table:
        return table
    total = table.groupby(items)["count"].sum().sort_values(ascending=False, kind="stable")  # of equal ones by name
    largest = total.head(top).reset_index()[items]
    return table.merge(largest, on=items).pipe(_with_attrs, table.attrs)


def _with_attrs(table, attrs):
    table.attrs = attrs
    return table


def _between(table, measure, data, options, side):
    """Return each pair of lines of a result, and its difference in resamples of all articles together."""
    measure = measure.with_options(options)
    lines = table.dropna(subset="estimate").reset_index(drop=True)
    draws = _drawn_lines(lines, *sums(counted_rows(measure, data, options)[0], measure, names_of(measure, options)))
    draws = _where_all_agree(lines, draws)
    names = [n for n in table.attrs["names"] if n != side]
    ranked = lines.sort_values("estimate", ascending=False, kind="stable")
    chosen = [
        pair for _, own in (ranked.groupby(names) if names else [((), ranked)]) for pair in combinations(own.index, 2)
    ]
    first, second = np.array(chosen, dtype=int).reshape(-1, 2).T
    a, b = lines.loc[first].reset_index(drop=True), lines.loc[second].reset_index(drop=True)
    pairs = a[names].assign(target=a[side], reference=b[side], estimate=a["estimate"] - b["estimate"])
    pairs = pairs.assign(**{c: a[c] + b[c] for c in (*RESULT[3:], "count") if c in a})
    pairs = pairs.assign(estimate_target=a["estimate"], estimate_reference=b["estimate"])
    units = np.stack([a["n_clusters"], b["n_clusters"]])
    spreads = np.nanstd(draws, axis=0) if len(lines) else np.zeros(0)
    pairs = pairs.assign(units=units.min(axis=0), freedom=welch(spreads[np.stack([first, second])], units))
    return pairs, draws[:, first] - draws[:, second]


def _drawn_lines(lines, numerators, cells):
    """Return the estimate of each line in resamples of units, shape (resamples, lines)."""
    if lines.empty:
        return np.zeros((RESAMPLES, 0))
    groups = [c for c in cells if c in lines and c not in RESULT and c != "article_id"]
    names = [c for c in numerators if c in lines and c not in RESULT and c != "article_id"]
    cells = cells.assign(row=pd.factorize(cells["unit"])[0], group=_numbers(cells, groups))
    own = lines.merge(cells[[*groups, "group"]].drop_duplicates(), how="left")["group"] if groups else lines.index * 0
    x = numerators[["article_id", *names, "x"]].merge(cells[["article_id", *groups, "row", "weight"]])
    x = x.merge(lines[names].reset_index(names="line")) if names else x.assign(line=0)
    shape = (cells["row"].max() + 1 if len(cells) else 0, len(lines))
    uses = sparse.csr_array((x["x"] * x["weight"], (x["row"], x["line"])), shape=shape)
    over = sparse.csr_array((cells["d"] * cells["weight"], (cells["row"], cells["group"])))
    together = bundles(shape[0], 0)
    times = drawn_times(together.shape[0], RESAMPLES, 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        return (weighted_sums(times, together @ uses) / weighted_sums(times, together @ over)[own]).T


def _where_all_agree(lines, draws):
    """Let lines of none or all, which no resample moves, vary as their exact intervals say."""
    reach = (lines["high"] - lines["low"]).to_numpy(float)
    same = (np.nanstd(draws, axis=0) < 1e-12) & np.isfinite(reach)
    normal = np.random.default_rng(0).standard_normal((len(draws), same.sum()))
    draws[:, same] += normal * reach[same] / special.ndtri((1 + LEVEL) / 2)
    return draws


def _numbers(cells, groups):
    return cells.groupby(groups).ngroup() if groups else 0


def _within(table, side, within):
    """Return each pair of sides, and its mean difference over stories in resamples of whole stories."""
    pairs = list(combinations(table[side].drop_duplicates(), 2))
    rows, apart = differences_by_story(table, side, within, pairs)
    lower = (rows["estimate"] < 0).to_numpy()
    rows.loc[lower, ["target", "reference", *SIDES]] = rows.loc[lower, ["reference", "target", *SIDES[::-1]]].to_numpy()
    rows, apart = (
        rows.assign(estimate=rows["estimate"].abs(), units=rows["n"], freedom=rows["n"] - 1.0),
        apart.to_numpy(float),
    )
    apart = np.where(lower, -apart, apart) if len(apart) else np.zeros((0, 0))
    times = drawn_times(len(apart), RESAMPLES, 0) if len(apart) else np.zeros((RESAMPLES, 0))
    with np.errstate(invalid="ignore", divide="ignore"):
        return rows, (times @ np.nan_to_num(apart)) / (times @ np.isfinite(apart))


def _surest_first(pairs):
    """Sure differences first, by how far they are from none; then the others, the largest first."""
    reach = pairs["estimate"] - pairs["low"]
    sure = (pairs["estimate"] / reach.where(reach > 0)).fillna(0)
    return pd.DataFrame({"sure": sure, "apart": pairs["estimate"]}).sort_values(["sure", "apart"], ascending=False,
                                                                                kind="stable").index  # fmt: skip
