"""What the public functions are given, checked by the name of the parameter, in one place.

A parameter has one meaning in the whole package: `articles` is a table of articles wherever it stands. So a wrong
argument is told to whoever gave it, in one line, before anything is computed.
"""

import inspect
from functools import wraps

import pandas as pd

from mediaframes.annotate.evidence import NEEDED, Evidence
from mediaframes.codebook import Actor
from mediaframes.errors import MediaframesError
from mediaframes.measure.declaration import MEASURES

FROM_ANNOTATE = "mf.annotate(articles)"
RESULT = ("estimate", "low", "high", "n")


def _is_articles(value):
    return isinstance(value, pd.DataFrame) and set(NEEDED) <= set(value)


def _is_evidence(value):
    return isinstance(value, Evidence)


def _is_data(value):
    return _is_articles(value) or _is_evidence(value)


def _is_measure(value):
    return getattr(value, "__name__", None) in MEASURES


def _has(*columns):
    return lambda value: isinstance(value, pd.DataFrame) and set(columns) <= set(value)


def _made_by(value):
    return isinstance(value, (pd.Series, pd.DataFrame)) and "made_by" in value


def _is_result(value):
    return _made_by(value) or _has(*RESULT)(value)


def _are_names(value):
    return (
        value is None
        or isinstance(value, str)
        or (isinstance(value, (list, tuple)) and all(isinstance(v, (str, Actor)) for v in value))
    )


def _is_number_of_rows(value):
    return value is None or (isinstance(value, int) and not isinstance(value, bool) and value > 0)


# What a parameter of this name must be, and how to say so.
KINDS = {
    "articles": (_is_articles, "a table of articles, as mf.load_corpus returns it"),
    "evidence": (_is_evidence, f"evidence, as {FROM_ANNOTATE} returns it"),
    "data": (_is_data, f"evidence, as {FROM_ANNOTATE} returns it, or a table of articles, as mf.load_corpus does"),
    "measure": (_is_measure, "one of the measures, such as mf.attention, without brackets"),
    "estimates": (
        lambda value: _made_by(value) or _has(*RESULT)(value),
        "a result of a measure, such as mf.attention(evidence) returns",
    ),
    "result": (_has(*RESULT), "a result of a measure or a comparison, such as mf.all_differences returns"),
    "row": (_made_by, "one row of a result, such as estimates.iloc[0]; a table of mf.table has lost how it was made"),
    "sentences": (_has("text", "spans"), "sentences, as mf.evidence_for returns them"),
    "lines": (_has("left", "keyword", "right"), "lines of a concordance, as mf.keyword_in_context returns them"),
    "trend": (_has("period", *RESULT), "a result of mf.trend"),
    "keyness": (_has("term", "count_target", *RESULT), "a result of mf.keyness"),
    "shift": (_has("term", "score", *RESULT), "a result of mf.word_shift"),
    "pairs": (_has("actor", "other", *RESULT), "a result of mf.co_occurrence"),
    "deeds": (_has("agent_actor", "patient_actor", *RESULT), "a result of mf.deeds"),
    "relations": (_has("actor", "other", *RESULT), "a result of mf.relations_between"),
    "by": (_are_names, "the name of a column, a list of names, or None"),
    "actors": (_are_names, 'the name of an actor, such as "US", a list of names or of actors, or None'),
    "top": (_is_number_of_rows, "a number from 1 up, or None"),
    "audit": (_has("path", "status", "reason"), "an audit, as mf.audit_corpus returns it"),
    "proposals": (_has("name", "n", "n_articles"), "proposals, as mf.discover_actors returns them"),
}


def checked(function):
    """Return a function that says in one line which argument is wrong, and is otherwise the same."""
    signature = inspect.signature(function)

    @wraps(function)
    def careful(*given, **named):
        try:
            bound = signature.bind(*given, **named)
        except TypeError as error:
            allowed = ", ".join(signature.parameters)
            raise MediaframesError(f"{function.__name__}: {error}; its parameters are: {allowed}") from None
        for name, value in bound.arguments.items():
            fits, kind = KINDS.get(name, (None, ""))
            if fits and not fits(value):
                raise MediaframesError(f"{function.__name__}: {name} must be {kind}; given: {_said(value, name)}")
        return function(*given, **named)

    return careful


def _said(value, name):
    """What was given, in a few words."""
    if isinstance(value, pd.DataFrame):
        lacks = [c for c in NEEDED if c not in value] if name == "articles" else []
        if lacks:
            return f"a table with no column {lacks[0]}; it has {', '.join(map(str, value.columns)) or 'none'}"
        return f"a table with the columns {', '.join(map(str, value.columns[:8])) or '(none)'}"
    if isinstance(value, Evidence):
        return "evidence"
    if isinstance(value, (str, int, float, bool)) or value is None:
        return repr(value)
    return type(value).__name__
