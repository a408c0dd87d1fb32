import pandas as pd
import pytest

from mediaframes.corpus.enrichment.ribbons import ribbons

TALES = ["rain floods farms", "bakers win a prize", "a bridge opens late", "schools close early", "the council votes",
         "trains stop", "owls return"]  # fmt: skip
LOWER = "we saw a war and a live show, an analysis, the latest of the key events"  # so that these are no names


def articles(texts, outlet="A"):
    rows = [(f"{outlet}{i}", outlet, text) for i, text in enumerate([LOWER, *texts])]
    return pd.DataFrame(rows, columns=["article_id", "outlet", "text"])


def found_in(table):
    units = table["copy_of"].fillna(table["article_id"]) if "copy_of" in table else table["article_id"]
    return [" ".join(found) for found in ribbons(table["text"], table["outlet"], units)]


@pytest.mark.parametrize("pattern, ribbon", [
    ("War live: {}", "War live"), ("Analysis: {}", "Analysis"), ("{} | The latest", "The latest"),
    ("War live – {}", "War live"), ("List of key events, day {n}", "List of key events, day {n}"),
    ("Here is what we saw on day {n}: {}", "Here is what we saw on day {n}"),
    ("{}, what we saw on the day", "what we saw on the day"),
    ("{}\nMore of this in our evening show.", "More of this in our evening show."),
    ("{}: a tale", "a tale"), ("{}: Bern", None), ("Ana Bern: {}", None), ("{}", None), ("The live show {}", None),
])  # fmt: skip
def test_what_recurs_at_the_edge_of_lines_of_one_outlet(pattern, ribbon):
    table = articles([pattern.format(tale, n=80 + n) for n, tale in enumerate(TALES)])
    found = found_in(table)[1:]
    assert found == [(ribbon or "").format(n=80 + n) for n in range(len(TALES))]


def test_copies_are_one_text_and_other_outlets_another_matter():
    four = articles([f"War live: {tale}" for tale in TALES[:4]])
    other = articles([f"War live: {tale}" for tale in TALES[4:]], "B")
    assert set(found_in(pd.concat([four, other], ignore_index=True))) == {""}
    assert set(found_in(articles(["War live: the same"] * 9))) == {""}
    edited = articles([f"War live: the same {n}" for n in "abcdefg"])
    assert set(found_in(edited.assign(copy_of=[None, *["A1"] * 7]))) == {""}
