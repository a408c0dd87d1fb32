"""From a measure's rows to its estimates: filters, sums over articles, intervals, and how it was made."""

import numpy as np
import pandas as pd

from mediaframes.errors import MediaframesError, tell
from mediaframes.measure.declaration import Recipe
from mediaframes.measure.groups import articles_of, as_list, in_groups, largest_groups, readable
from mediaframes.measure.inference.estimates import RESULT, ratio_estimates
from mediaframes.measure.inference.resample import LEVEL, RESAMPLES
from mediaframes.measure.rolling import rolled_up

PARTICIPANTS = ("actor", "other", "agent_actor", "patient_actor")
BASE = {"level": LEVEL, "resamples": RESAMPLES, "seed": 0, "by": [], "interval": "resampled"}
CHOSEN = {
    ("factual", True): ", told as done, promised or threatened",
    ("voice", "newsroom"): ", in the newsroom's own words",
    ("voice", "quoted"): ", in quoted words",
    ("roll_up", True): ", those that belong to another counted for that one",
    ("weights", "story"): "; each story counts once, its articles in equal parts",
    ("copies", "drop"): "; of copies of one text the first in each group",
}


def estimated(measure, data, options):
    """Estimate a measure: one row a group and item, in the shape of a result."""
    recipe, measure = measure.recipe(options), measure.with_options(options)
    largest = largest_groups(articles_of(data), as_list(options["by"]))
    if measure.located:
        table = measure.function(articles_of(data), **measure.own_options(options))
        return as_result(table, measure, options, recipe, largest=largest)
    rows, _ = counted_rows(measure, data, options)
    names = names_of(measure, options)
    table = _estimates(*sums(rows, measure, names), measure, names)
    if "amount" in rows:
        table = _counting_things(table, rows, measure, names)
    if measure.more:
        table = _joined(table, measure.more(rows, names), names)
    table = _taking_part(table, options, measure, of_result=True)
    return as_result(_sorted(table, measure, options), measure, options, recipe, largest=largest)


def _sorted(table, measure, options):
    """By group, and within it the largest item first; pairs without items by how often they are counted."""
    names, by = names_of(measure, options), as_list(options["by"])
    first = [n for n in names if n not in measure.items] if measure.items else by
    largest = [measure.order] if measure.items or measure.order != "estimate" else []
    order = [*first, *largest, *[n for n in names if n not in first]]
    return table.sort_values(order, ascending=[n not in largest for n in order]) if order else table


def names_of(measure, options):
    """Return the columns that name the rows of a result: groups first, then items."""
    return list(dict.fromkeys([*as_list(options["by"]), *measure.groups, *measure.items]))


def counted_rows(measure, data, options, row=None, of="numerator"):
    """Return the rows that a measure counts, one a thing, and the articles that they are of.

    The rows have `unit`, `weight`, `thing`, and the columns of groups and items. Measures that count by matrix return
    those behind one `row` of their result.
    """
    if measure.located:
        rows, articles = measure.located(articles_of(data), row, options, of)
    else:
        _check_type(measure, data)
        data = readable(data, options.get("voice", "all"))
        data = rolled_up(data) if options.get("roll_up") else data
        rows, articles = measure.function(data, **measure.own_options(options)), data.articles
    by = list(dict.fromkeys([*as_list(options.get("by")), *measure.groups]))
    chosen = {k: options.get(k, default) for k, default in (("copies", "keep"), ("weights", "article"))}
    rows = in_groups(rows, articles, by, **chosen)
    return _taking_part(rows, options, measure, of_result=False), articles


def _check_type(measure, data):
    if isinstance(data, pd.DataFrame):
        name = measure.function.__name__
        raise MediaframesError(f"{name} measures evidence, and was given a table: {name}(mf.annotate(articles), ...)")


def _taking_part(rows, options, measure, *, of_result):
    """Keep the rows in which one of the actors asked for takes part.

    Where the actor is an item, the others stay in the denominator, and only their rows of the result are left out.
    """
    asked = as_list(options.get("actors"))
    columns = measure.participants or [c for c in PARTICIPANTS if c in (measure.groups or measure.items)]
    if not asked or not len(rows) or of_result != (set(columns) <= set(measure.items)):
        return rows
    some = rows[rows[list(columns)].isin(asked).any(axis=1)]
    if some.empty:
        known = ", ".join(sorted({str(v) for c in columns for v in rows[c].dropna()}))
        tell(f"actors={asked}: none of them is there; there are: {known}")
    return some


def sums(rows, measure, names):
    """Add up counted rows by article.

    Returns
    -------
    numerators : DataFrame
        `article_id`, the columns that name rows of the result, and `x`.
    cells : DataFrame
        The denominators: `article_id`, `unit`, `weight`, the groups, `d` and `n`.
    """
    groups = [c for c in names if c not in measure.items]
    key = ["article_id", "unit", "weight", *groups]
    if measure.kind == "mean":
        per = rows.groupby(key, sort=False, observed=True)["value"].agg(x="mean", n="count").reset_index()
        return per.dropna(subset="x"), _weighed(per.assign(d=(per["n"] > 0).astype(int)), groups)
    amount = rows["amount"] if "amount" in rows else pd.Series(1, index=rows.index)
    rows = rows.assign(amount=amount)
    things = rows.drop_duplicates(["thing", *groups])
    cells = things.groupby(key, sort=False, observed=True)["amount"].agg(d="sum", n="size").reset_index()
    counted = in_numerator(rows, measure)
    numerators = counted.groupby(["article_id", *names], observed=True)["amount"].sum().rename("x").reset_index()
    return numerators, _weighed(cells, groups)


def _weighed(cells, groups):
    """Where each story counts once, let its articles with something to count share its weight in each group."""
    if (cells["weight"] == 1).all():
        return cells
    some = cells[cells["d"] > 0]
    size = some.groupby(["unit", *groups], observed=True)["d"].transform("size")
    return cells.assign(weight=(1 / size).reindex(cells.index).fillna(0.0))


def in_numerator(rows, measure):
    """Keep the rows that count: those with an item, or marked as counted; of a mean those with a value."""
    if measure.kind == "mean":
        return rows.dropna(subset="value")
    rows = rows[rows["counted"].astype(bool)] if "counted" in rows else rows
    return rows.dropna(subset=list(measure.items)) if measure.items else rows


def _estimates(numerators, cells, measure, names):
    groups = [c for c in names if c not in measure.items]
    share = measure.kind == "share"
    table = ratio_estimates(numerators, cells, by=groups, over=list(measure.items), share=share,
                            complete=measure.complete)  # fmt: skip
    if measure.complete and measure.groups:  # a name of one actor is no possible name of another
        possible = numerators[[*measure.groups, *measure.items]].drop_duplicates()
        table = table.merge(possible, on=list(possible))
    return table.astype({"count": int}) if share else table.drop(columns="count")


def _counting_things(table, rows, measure, names):
    """Let `count` be things, where the estimate weighs them."""
    counts = in_numerator(rows, measure).groupby(names, observed=True).size().rename("count").reset_index()
    return _joined(table.drop(columns="count"), counts, names).fillna({"count": 0}).astype({"count": int})


def _joined(table, more, names):
    if not names:
        return table.assign(**{c: more[c].to_numpy() for c in more})
    return table.merge(more, on=names, how="left", validate="one_to_one")


def as_result(table, measure, options, recipe, **notes):
    """Return `table` in the shape of a result, with how it was made in each row and what it is in its `attrs`."""
    names = [n for n in names_of(measure, options) if n in table]
    first = [*names, *RESULT, *(["count"] if "count" in table else [])]
    table = table[[*first, *[c for c in table if c not in first and c != "made_by"]]].assign(made_by=recipe)
    table = table.reset_index(drop=True)
    table.attrs = {**table.attrs, **_notes(measure, options), "names": names, **notes}
    return table


def _notes(measure, options):
    """What `attrs` say of a measure with these options."""
    notes = {k: getattr(measure, k) for k in ("formula", "denominator", "unit", "source", "kind")}
    notes["denominator"] += "".join(text for (k, v), text in CHOSEN.items() if options.get(k) == v)
    notes["interval"] = "jackknife" if measure.kind in ("share", "rate") else "resampled"
    names = names_of(measure, options)
    by = [n for n in names if n not in measure.items]
    return {
        **BASE,
        "measure": measure.name,
        **notes,
        "instruments": list(measure.instruments),
        "by": by,
        "names": names,
    }


def notes_of(made_by):
    """Return the notes of a row that lost its `attrs`, from how it was made.

    Raises
    ------
    MediaframesError
        If `made_by` is no recipe of a measure of this package.
    """
    recipe = Recipe.read(made_by)
    measure, options = recipe.measured()
    notes = _notes(measure.with_options(options), options)
    if "by" in recipe.options and recipe.of:
        notes |= {"formula": f"target minus reference of: {notes['formula']}", "interval": "resampled",
                  "measure": f"difference in {notes['measure']}"}  # fmt: skip
    return notes


def derived(table, estimates, name, options, **notes):
    """Return a comparison made from a result, with how it was made in each row and what it is in its `attrs`."""
    table, known = table.reset_index(drop=True), {"formula": "", "denominator": "", "unit": "n", "source": "", **BASE}
    known |= estimates.attrs
    if "made_by" in estimates and len(estimates):
        table = table.assign(made_by=str(Recipe(name, options, Recipe.read(estimates["made_by"].iloc[0]))))
    if "by" in options:
        known["formula"] = f"target minus reference of: {known['formula']}"
        known["names"] = [n for n in table if n in known.get("names", [])] + ["target", "reference"]
        known["by"] = [b for b in known["by"] if b in table and b != options["by"]]
    table.attrs = {**known, **notes}
    return table


def as_index(rows, columns):
    """Number the distinct combinations of some columns (ndarray of int)."""
    return rows.groupby(columns, sort=False).ngroup().to_numpy() if len(rows) else np.zeros(0, dtype=int)
