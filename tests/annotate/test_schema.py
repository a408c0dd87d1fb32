"""The evidence tables are as `schema.yaml` declares them, whatever there is to find."""

from importlib.resources import files
from pydoc import render_doc

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest
import yaml

import mediaframes as mf
from mediaframes.annotate.schema import COLUMNS, TABLES, TYPES, Column, as_arrow, as_table, empty_table, from_arrow

DTYPES = {"words": "object", "spans": "object"}


def dtypes(table):
    return {column: str(dtype) for column, dtype in table.dtypes.items()}


def declared(name):
    return {column: DTYPES.get(told.type, told.type) for column, told in TABLES[name].items()}


# --- corpora that name nobody --------------------------------------------------------------------------------------

LOCAL = "The council will mend the bridge, the mayor said on Monday. Three ducks were rescued from the mill pond."
NOBODY = {
    "local news": [("a", "en", LOCAL), ("b", "en", "The library opens late on Friday.")],
    "one Arabic article": [("a", "ar", "اجتمع المجلس يوم الاثنين لمناقشة الميزانية.")],
    "an empty English one": [("a", "en", "")],
    "no article": [],
}


@pytest.fixture(params=[(corpus, how) for corpus in NOBODY for how in ("all", "no syntax", "no attitudes")], ids=str)
def nobody_named(request):
    corpus, how = request.param
    rows = [{"article_id": i, "outlet": "A", "language": lang, "text": text} for i, lang, text in NOBODY[corpus]]
    articles = pd.DataFrame(rows, columns=["article_id", "outlet", "language", "text"], dtype="str")
    options = {"syntax": how != "no syntax", "attitudes": how != "no attitudes"}
    return mf.annotate(articles, mf.load_actors("US", "Iran"), cache=False, **options)


def test_where_nobody_is_named_all_tables_have_their_columns(nobody_named, tmp_path):
    read = mf.read_evidence(nobody_named.write(tmp_path))
    some = nobody_named.of_articles(nobody_named.articles[:1])
    none = nobody_named.of_articles([])
    assert nobody_named.mentions.empty and nobody_named.clauses.empty
    for evidence in (nobody_named, read, some, none):
        assert {name: dtypes(getattr(evidence, name)) for name in TABLES} == {n: declared(n) for n in TABLES}
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(read, name), getattr(nobody_named, name))
    assert repr(none).startswith("Evidence(0 articles, 0 sentences, 0 mentions")


# --- the declaration -----------------------------------------------------------------------------------------------


def test_the_schema_says_of_each_column_what_it_is():
    text = (files("mediaframes.annotate") / "schema.yaml").read_text(encoding="utf-8")
    assert list(yaml.safe_load(text)) == list(TABLES)
    told = [column for columns in TABLES.values() for column in columns.values()]
    assert all(column.means and column.type in TYPES for column in told)
    places = [c.unit for columns in TABLES.values() for name, c in columns.items() if name.endswith(("start", "end"))]
    assert set(places) == {"characters"}


def test_help_shows_each_table_and_column():
    shown = " ".join(render_doc(mf.Evidence, "%s").split())
    for name, columns in TABLES.items():
        assert f"{name} : DataFrame, one row" in shown
        for column, told in columns.items():
            assert " ".join(f"{column} {told.type} {told}".split()) in shown.replace(" | ", " ")


def test_evidence_has_the_tables_of_the_schema_and_those_not_given_are_empty():
    evidence = mf.Evidence(pd.DataFrame({"article_id": ["a"], "text": [""]}))
    assert {n for n in vars(evidence)} == {"articles", *TABLES}
    assert all(dtypes(getattr(evidence, name)) == declared(name) for name in TABLES)


def test_a_line_more_in_the_schema_is_a_column_more(monkeypatch):
    monkeypatch.setitem(TABLES, "mentions", TABLES["mentions"] | {"irony": Column("float64", "how ironic")})
    assert dtypes(empty_table("mentions"))["irony"] == "float64"
    assert mentions(irony=[0.5])["irony"].tolist() == [0.5] and "irony" in as_arrow(mentions(), "mentions").column_names


# --- what is not as declared ---------------------------------------------------------------------------------------


def mentions(**columns):
    row = {"mention_id": "a:0", "article_id": "a", "sentence": 0, "start": 0, "end": 2, "text": "US", "actor": "US"}
    row |= {"kind": "name", "modifiers": ["old"], "predicates": []}
    return as_table([row], "mentions").assign(**columns)


WRONG = [
    ({"voice": ["radio"]}, r"table mentions: column voice holds 'radio'; allowed: 'newsroom', 'quoted'"),
    ({"start": [0.5]}, r"column start holds floating \(float64\); int64 is allowed: where the name begins"),
    ({"start": ["0"]}, r"column start holds string \(str\); int64 is allowed"),
    ({"start": pd.array([None], "Int64")}, r"column start is missing in 1 of 1 rows; int64 is allowed"),
    ({"actor": [7]}, r"column actor holds integer \(int64\); str is allowed: who is named"),
    (
        {"wanted": [True]},
        r"column wanted is not declared; given: .*, wanted; allowed: mention_id, article_id, sentence, ",
    ),
    ({"modifiers": ["old"]}, r"column modifiers holds string \(str\); words is allowed"),
]


@pytest.mark.parametrize("columns, message", WRONG)
def test_a_wrong_column_is_named_when_written(columns, message, tmp_path):
    articles = pd.DataFrame({"article_id": ["a"], "text": ["US"]})
    with pytest.raises(mf.MediaframesError, match=message):
        mf.Evidence(articles, mentions=mentions(**columns)).write(tmp_path / "e")
    assert not (tmp_path / "e").exists(), "nothing is half written"


@pytest.mark.parametrize(
    "broken, message",
    [
        (
            lambda t: t.drop_columns(["negated"]),
            r"table clauses: column negated is missing; given: clause_id, .*; allowed: ",
        ),
        (
            lambda t: t.append_column("mood", t["agent"]),
            r"table clauses: column mood is not declared; given: .*; allowed: clause",
        ),
        (lambda t: t.set_column(3, "predicate", t["sentence"]), r"column predicate holds integer \(Int64\); str is"),
        (lambda t: t.set_column(8, "negated", t["agent"]), r"column negated is missing in 1 of 1 rows; bool is"),
    ],
)
def test_a_wrong_column_is_named_when_read(broken, message, tmp_path):
    articles = pd.DataFrame({"article_id": ["a"], "text": ["It rained."]})
    row = {"clause_id": "a:c0", "article_id": "a", "sentence": 0, "predicate": "rain", "negated": False, "group": 0}
    row |= dict.fromkeys(["factual", "passive", "agent_deleted", "nominal", "intransitive"], False)
    clauses = as_table([row | {"predicate_start": 3, "predicate_end": 9}], "clauses")
    mf.Evidence(articles, clauses=clauses).write(tmp_path)
    file = tmp_path / "clauses.parquet"
    pq.write_table(broken(pq.read_table(file)), file)
    with pytest.raises(mf.MediaframesError, match=message):
        mf.read_evidence(tmp_path)


@pytest.mark.parametrize("column", ["article_id", "text"])
def test_articles_without_ids_or_texts_are_refused(column, tmp_path):
    articles = pd.DataFrame({"article_id": ["a"], "text": ["US"]}).drop(columns=column)
    with pytest.raises(mf.MediaframesError, match=f"articles has no column {column}; given: "):
        mf.Evidence(articles).write(tmp_path)
    with pytest.raises(mf.MediaframesError, match="annotate: articles must be a table of articles"):
        mf.annotate(articles)


@pytest.mark.parametrize("name", TABLES)
def test_what_was_written_is_read_back(name):
    pd.testing.assert_frame_equal(from_arrow(as_arrow(empty_table(name), name), name), empty_table(name))
    samples = {"str": "a", "words": ["b", "c"], "spans": [[0, 1]], "bool": True, "float64": 0.5}
    full = {c: t.values[0] if t.values else samples.get(t.type, 3) for c, t in TABLES[name].items()}
    least = {c: v for c, v in full.items() if TABLES[name][c].type in ("int64", "bool")}
    table = as_table([full, least], name)
    assert dtypes(table) == declared(name) and list(table) == COLUMNS[name]
    pd.testing.assert_frame_equal(from_arrow(as_arrow(table, name), name), table)


def test_tuples_and_arrays_are_kept_as_lists():
    table = mentions(modifiers=[np.array(["old"])], predicates=[("say",)])
    assert as_table(table, "mentions")[["modifiers", "predicates"]].to_numpy().tolist() == [[["old"], ["say"]]]
