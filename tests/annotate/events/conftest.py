import pandas as pd
import pytest

from mediaframes.annotate.entities.mentions import find_mentions
from mediaframes.annotate.reading import read_article
from mediaframes.annotate.syntax.parser import parse
from mediaframes.codebook import load_actors

ACTORS = load_actors()

FLAGS = {
    "negated": "neg",
    "passive": "passive",
    "agent_deleted": "deleted",
    "nominal": "nominal",
    "intransitive": "harm",
}


@pytest.fixture
def told():
    """How clauses are written down: "agent > predicate > patient →preposition target | flags ~modal ^cause"."""
    return lambda clauses: [_told(clause) for clause in clauses]


def _told(clause):
    who = " > ".join(clause[part] or "-" for part in ("agent", "predicate", "patient"))
    who += f" →{clause['target_preposition']} {clause['target']}" if clause["target"] else ""
    marks = [flag for column, flag in FLAGS.items() if clause[column]]
    marks += [sign + clause[column] for sign, column in (("~", "modal"), ("^", "cause")) if clause[column]]
    return f"{who} | {' '.join(marks)}" if marks else who


@pytest.fixture(scope="session")
def clauses_between_actors():
    """A function that gives the clauses of an article of one sentence of April 2018."""
    return _clauses_between_actors


def _clauses_between_actors(text, kind):
    """The clauses of an article of one sentence of April 2018."""
    articles = pd.DataFrame({"article_id": ["a"], "text": [text], "published": [pd.Timestamp("2018-04-20")]})
    part = "headline" if kind == "headline" else "body"
    sentences = articles[["article_id"]].assign(sentence=0, start=0, end=len(text), part=part)
    mentions = find_mentions(articles, sentences, ACTORS).assign(wanted=True).to_dict("records")
    (doc,) = parse([text])
    return read_article("a", text, [(0, len(text), part)], {0: doc}, mentions)[2]
