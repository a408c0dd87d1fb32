"""What a measure is: a declaration, and one function that returns the rows that it counts.

Estimates, intervals, `n`, `explain` and `evidence_for` all follow from these rows, in `counting`, `explain` and
`evidence_for`, so that they cannot differ. A new measure is one decorated function; CONTRIBUTING.md shows one.
"""

import ast
import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps

from mediaframes.errors import MediaframesError, check_option

MEASURES = {}  # by the name of their function
# The options that mean the same everywhere: default, type and explanation.
FILTERS = {
    "by": (None, "str or list of str, optional", "Columns of the articles or of what is counted that make the groups;"),
    "actors": (None, "str or list of str, optional", "Only rows in which one of these takes part. Default: all."),
    "roll_up": (False, "bool", "Whether an actor that belongs to another (`member_of`) counts for that one instead."),
    "voice": ("all", '{"all", "newsroom", "quoted"}', "Whose words: all, the newsroom's own, or quoted ones."),
    "copies": ("keep", '{"keep", "drop"}', "Whether each copy of a text counts, or the first of each group only."),
    "weights": (
        "article",
        '{"article", "story"}',
        "What counts once: each article; or each story, its articles in equal parts.",
    ),
}
REFUSED = """    Raises
    ------
    MediaframesError
        If an option is unknown.

"""
BY_MORE = 'also "day", "week", "month", "quarter" or "year" of publication.'


@dataclass(frozen=True)
class Measure:
    """The declaration of a measure.

    Parameters
    ----------
    name, unit, formula, denominator, source : str
        As `explain` says them; `{option}` stands for the value of an option.
    kind : {"share", "mean", "rate", "log ratio", "score"}
        What an estimate is: shares are shown in percent. Estimates of the first two are made from the rows.
    instruments : tuple of str
        What it rests on, as named in the accuracy figures.
    groups, items : tuple of str
        Columns of the rows that always name a group of its own denominator; and what is counted within a group.
    participants : tuple of str
        Columns in which the option `actors` looks. Default: those of the groups, or else of the items.
    complete : bool
        Whether each group has an estimate for every item of any group: "0 of 40" is a result, too.
    spans : tuple of str
        The places to highlight: "" for the columns `start` and `end`, "agent" for `agent_start`, `agent_end`.
    order : {"estimate", "count", "n"}
        What comes first within a group.
    varies : (str, dict), optional
        An option, and for each of its values the fields that it changes; or a function of its value that returns them.
    more : function, optional
        `more(rows, names)` returns further columns of the result, keyed by the columns that name its rows.
    located : function, optional
        For measures that count by matrix and return their estimates themselves: `located(data, row, options)` returns
        the rows behind one estimate.
    """

    name: str
    unit: str
    formula: str
    denominator: str
    source: str
    kind: str = "share"
    instruments: tuple = ()
    groups: tuple = ()
    items: tuple = ()
    participants: tuple = ()
    complete: bool = False
    spans: tuple = ("",)
    order: str = "estimate"
    varies: tuple | None = None
    more: Callable | None = None
    located: Callable | None = None
    function: Callable | None = None
    signature: inspect.Signature | None = None

    def with_options(self, options):
        """Return the declaration as these options make it, with their values in its words."""
        chosen = self
        if self.varies:
            option, changes = self.varies
            if callable(changes):
                chosen = replace(self, **changes(options[option]))
            else:
                check_option(option, options[option], tuple(changes))
                chosen = replace(self, **changes[options[option]])
        said = {k: ", ".join(map(str, v)) if isinstance(v, (list, tuple)) else v for k, v in options.items()}
        words = {f: getattr(chosen, f).format(**said) for f in ("name", "formula", "denominator", "unit")}
        return replace(chosen, **words)

    def bind(self, *given, **options):
        """Return the data and all options, those not given by their default.

        Raises
        ------
        MediaframesError
            If an option is unknown or missing; the message lists those that there are.
        """
        try:
            bound = self.signature.bind(*given, **options)
        except TypeError as error:
            allowed = ", ".join(list(self.signature.parameters)[1:])
            raise MediaframesError(f"{self.function.__name__}: {error}; its options are: {allowed}") from None
        bound.apply_defaults()
        (_, data), *rest = bound.arguments.items()
        return data, dict(rest)

    def own_options(self, options):
        """Return the options that the function itself takes."""
        return {k: v for k, v in options.items() if k in inspect.signature(self.function).parameters}

    def recipe(self, options):
        """Return the call that makes this measure, as text: options that are not the default."""
        defaults = {k: p.default for k, p in self.signature.parameters.items()}
        said = {k: v for k, v in options.items() if not _same(v, defaults[k])}
        return str(Recipe(self.function.__name__, said))


@dataclass(frozen=True)
class Recipe:
    """A call of a measure as text, which each row of a result carries, and which is read without being run."""

    name: str
    options: dict
    of: "Recipe | None" = None

    def __str__(self):
        options = [f"{k}={_literal(v)}" for k, v in self.options.items()]
        return f"{self.name}({', '.join([str(self.of)] * (self.of is not None) + options)})"

    @classmethod
    def read(cls, text):
        """Read a recipe.

        Raises
        ------
        MediaframesError
            If the text is none.
        """
        try:
            return cls._of_call(ast.parse(text, mode="eval").body)
        except (SyntaxError, TypeError, ValueError, AttributeError):
            raise MediaframesError(f"made_by={text!r} is not how a measure of this package was made") from None

    def measured(self, **more):
        """Return the measure in this recipe and all of its options, with those of `more`.

        Raises
        ------
        MediaframesError
            If there is no such measure, or an option that could not be written down is not given.
        """
        inner = self.chain()[-1]
        if inner.name not in MEASURES:
            raise MediaframesError(f"made_by={str(self)!r}: no measure {inner.name}; there are: {', '.join(MEASURES)}")
        _, options = MEASURES[inner.name].bind(None, **{**inner.options, **more})
        return MEASURES[inner.name], options

    def chain(self):
        """Return this call, what it was made of, and so on to the measure itself."""
        return [self, *(self.of.chain() if self.of else [])]

    @classmethod
    def _of_call(cls, call):
        inner = cls._of_call(call.args[0]) if call.args else None
        return cls(call.func.id, {k.arg: ast.literal_eval(k.value) for k in call.keywords}, inner)


def _literal(value):
    """Write a value so that it can be read again; tables and the like as `...`."""
    value = sorted(value) if isinstance(value, (set, frozenset)) else list(value) if isinstance(value, tuple) else value
    plain = value is None or isinstance(value, (str, int, float))
    listed = isinstance(value, list) and all(isinstance(v, (str, int, float)) for v in value)
    keyed = isinstance(value, dict) and all(isinstance(v, str) for pair in value.items() for v in pair)
    return repr(value) if plain or listed or keyed else "..."


def _same(value, default):
    if value is None or default is None or default is inspect.Parameter.empty:
        return value is default
    return isinstance(value, (str, int, float, tuple, list, dict)) and _literal(value) == _literal(default)


def measure(*, by=None, filters=("actors", "roll_up", "voice", "copies", "weights"), **declared):
    """Make a measure of a function that returns the rows that it counts.

    Parameters
    ----------
    by : str or tuple of str, optional
        Default of the option `by`.
    filters : tuple of str
        Further options, of `FILTERS`, which are applied to what the function is given, or to its rows.
    **declared
        Fields of `Measure`.

    Returns
    -------
    function
        Decorates `function(data, *, option=...)`; the measure takes its options and the filters. `{filters}` in its
        docstring becomes their description. The rows have `article_id`, the places named in `spans`, the columns
        `groups` and `items`, and: for a share `counted` (whether a row is in the numerator; default: all that have
        an item), `thing` (what the denominator counts once; default: each row) and `amount` (how much a row weighs;
        default: 1); for a mean `value`, missing where a row does not count.
    """

    def declare(function):
        own = inspect.signature(function)
        added = {"by": by, **{name: FILTERS[name][0] for name in filters}}
        extra = [inspect.Parameter(k, inspect.Parameter.KEYWORD_ONLY, default=v) for k, v in added.items()]
        extra = [p for p in extra if p.name not in own.parameters]
        signature = own.replace(parameters=[*own.parameters.values(), *extra])
        known = Measure(**declared, function=function, signature=signature)
        MEASURES[function.__name__] = known

        @wraps(function)
        def estimates(*given, **options):
            from mediaframes.measure.counting import estimated  # which needs this module

            return estimated(known, *known.bind(*given, **options))

        estimates.__signature__ = signature
        estimates.__doc__ = _described(function.__doc__, [p.name for p in extra], added)
        return estimates

    return declare


def _described(doc, names, defaults):
    lines = []
    for name in names:
        _, kind, meaning = FILTERS[name]
        default = f" Default: {defaults[name]!r}." if name == "by" and defaults[name] else ""
        more = f" {BY_MORE}{default}" if name == "by" else ""
        lines += [f"    {name} : {kind}", *(f"        {line}" for line in [meaning, more.strip()] if line)]
    doc = (doc or "").replace("    {filters}", "\n".join(lines))
    if "    Raises\n" in doc:
        return doc
    return re.sub(r"(?=    (?:Notes|References|Examples)\n)", REFUSED, doc, count=1)
