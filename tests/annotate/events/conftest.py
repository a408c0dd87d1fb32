import pytest

FLAGS = {
    "negated": "neg",
    "passive": "passive",
    "agent_deleted": "deleted",
    "nominal": "nominal",
    "intransitive": "harm",
}


@pytest.fixture
def told():
    """How clauses are written down: "agent > predicate > patient | flags ~modal ^cause", "-" for none."""
    return lambda clauses: [_told(clause) for clause in clauses]


def _told(clause):
    who = " > ".join(clause[part] or "-" for part in ("agent", "predicate", "patient"))
    marks = [flag for column, flag in FLAGS.items() if clause[column]]
    marks += [sign + clause[column] for sign, column in (("~", "modal"), ("^", "cause")) if clause[column]]
    return f"{who} | {' '.join(marks)}" if marks else who
