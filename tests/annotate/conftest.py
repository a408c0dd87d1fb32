import pandas as pd
import pytest

from mediaframes.annotate.entities.mentions import find_mentions
from mediaframes.annotate.reading import read_article
from mediaframes.annotate.segmentation.sentences import split_sentences
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
    """A function that gives the clauses of a short article of April 2018."""
    return _clauses_between_actors


def _clauses_between_actors(text, kind):
    """The clauses of a short article of April 2018."""
    articles = pd.DataFrame({"article_id": ["a"], "text": [text], "published": [pd.Timestamp("2018-04-20")]})
    sentences = split_sentences(articles).assign(part="headline" if kind == "headline" else "body")
    if kind == "headline":
        sentences = sentences[:1].assign(end=len(text))
    mentions = find_mentions(articles, sentences, ACTORS).assign(wanted=True).to_dict("records")
    spans = list(sentences[["start", "end", "part"]].itertuples(index=False, name=None))
    docs = dict(enumerate(parse(text[start:end] for start, end, _ in spans)))
    return read_article("a", text, spans, docs, mentions)[2]
