"""The evidence tables as `schema.yaml` declares them: made, held against their declaration, and described."""

from dataclasses import dataclass
from importlib.resources import files
from textwrap import fill

import numpy as np
import pandas as pd
import pyarrow as pa
import yaml
from pandas.api.types import infer_dtype

from mediaframes.errors import MediaframesError


@dataclass(frozen=True)
class Column:
    """A column as declared."""

    type: str
    means: str
    unit: str = ""
    values: tuple = ()

    def __str__(self):
        note = self.unit or " / ".join(self.values)
        return f"{self.means} ({note})" if note else self.means


_DECLARED = yaml.safe_load((files("mediaframes.annotate") / "schema.yaml").read_text(encoding="utf-8"))
TABLES = {name: {c: Column(**told) for c, told in table["columns"].items()} for name, table in _DECLARED.items()}
COLUMNS = {name: list(columns) for name, columns in TABLES.items()}
# Of each type: Parquet's, and what pandas may infer of the values.
TYPES = {
    "str": (pa.large_string(), ("string",)),
    "int64": (pa.int64(), ("integer",)),
    "Int64": (pa.int64(), ("integer",)),
    "float64": (pa.float64(), ("floating", "integer", "mixed-integer-float")),
    "bool": (pa.bool_(), ("boolean",)),
    "words": (pa.list_(pa.large_string()), ("mixed",)),
    "spans": (pa.list_(pa.list_(pa.int64())), ("mixed",)),
}
NEVER_MISSING = ("int64", "bool")


def as_table(rows, name):
    """Return rows as the evidence table called `name`, in the types that are declared for it.

    Parameters
    ----------
    rows : DataFrame, or list of dict
        A table must have all columns; in a dict, what is left out is missing.
    name : str
        A table of `schema.yaml`.

    Raises
    ------
    MediaframesError
        If a column is missing or not declared, or holds what it may not; the message names table, column, what was
        given and what is allowed.
    """
    columns = TABLES[name]
    if not isinstance(rows, pd.DataFrame):
        rows = pd.DataFrame(rows, dtype=object)
        rows = rows.reindex(columns=list(dict.fromkeys([*columns, *rows])))
    odd = [c for c in [*columns, *rows] if (c in columns) != (c in rows)]
    if odd:
        said = "is not declared" if odd[0] in rows else "is missing"
        given, allowed = (", ".join(map(str, names)) for names in (rows, columns))
        raise MediaframesError(f"table {name}: column {odd[0]} {said}; given: {given}; allowed: {allowed}")
    return pd.DataFrame({c: _checked(rows[c], f"table {name}: column {c}", d) for c, d in columns.items()}, rows.index)


def _checked(values, where, column):
    """Return a column in its declared type, or raise."""
    given, kind = infer_dtype(values, skipna=True), column.type
    allowed = f"{kind} is allowed: {column}"
    if kind in NEVER_MISSING and values.isna().any():
        raise MediaframesError(f"{where} is missing in {values.isna().sum()} of {len(values)} rows; {allowed}")
    if given not in TYPES[kind][1] and values.notna().any():
        raise MediaframesError(f"{where} holds {given} ({values.dtype}); {allowed}")
    if kind in ("words", "spans"):
        return pd.Series([_as_lists(v) for v in values], values.index, dtype=object)
    if column.values:
        others = sorted(set(values.dropna().unique()) - set(column.values))
        if others:
            raise MediaframesError(f"{where} holds {others[0]!r}; allowed: {', '.join(map(repr, column.values))}")
    return values.astype(kind)


def _as_lists(value):
    """Arrays and tuples as lists, however deep, and nothing as None: what Parquet gives back is what was given."""
    if isinstance(value, (list, tuple, np.ndarray)):
        return [_as_lists(v) for v in value]
    return None if pd.isna(value) else value


def empty_table(name):
    """Return the evidence table called `name` without rows: all its columns, in their types."""
    return as_table([], name)


def as_arrow(table, name):
    """Return the evidence table called `name` for Parquet, checked, its types the same whatever rows it has."""
    schema = pa.schema([(c, TYPES[column.type][0]) for c, column in TABLES[name].items()])
    return pa.Table.from_pandas(as_table(table, name), schema=schema, preserve_index=False)


def from_arrow(table, name):
    """Return what Parquet holds as the evidence table called `name`, checked."""
    whole = {pa.int64(): pd.Int64Dtype()}.get  # NumPy's have no missing value
    return as_table(table.to_pandas(types_mapper=whole, ignore_metadata=True), name)


def described():
    """Return the declared tables as the section "Attributes" of a docstring (str)."""
    lines = []
    for name, columns in TABLES.items():
        lines.append(f"{name} : DataFrame, {_DECLARED[name]['rows']}")
        wide = max(map(len, columns))
        for column, told in columns.items():
            lines.append(
                fill(
                    f"{column:<{wide}}  {told.type:<7}  {told}",
                    116,
                    initial_indent="    ",
                    subsequent_indent=" " * (wide + 15),
                )
            )
    return "\n".join(lines)
