"""One colour and mark an outlet in all pictures of a corpus; what is told apart is told by both."""

import matplotlib
import pandas as pd
import pytest

matplotlib.use("Agg")

import mediaframes as mf
from mediaframes.show.palette import COLOURS, MARKERS, OTHER_COLOURS, palette

NAMES = [f"Outlet {letter}" for letter in "JIHGFEDCBA"]  # the first has most articles, and comes last by name


@pytest.fixture(scope="module")
def articles():
    rows = [
        (f"{name}{i}", name, pd.Timestamp(2022, 1 + i % 3, 5), "talks on rain" if i % 2 else "talks on war and rain")
        for place, name in enumerate(NAMES)
        for i in range(40 - 3 * place)
    ]
    rows += [(f"none{i}", None, pd.NaT, "talks") for i in range(60)]
    return pd.DataFrame(rows, columns=["article_id", "outlet", "published", "text"])


def colours(ax):
    """The colour of each series of a picture, by its name in the legend without numbers."""
    handles, labels = ax.get_legend_handles_labels()
    first = [h.get_color() if hasattr(h, "get_color") else h.get_edgecolor()[0] for h in handles]
    return {label.split(" (")[0]: matplotlib.colors.to_hex(c).upper() for label, c in zip(labels, first, strict=True)}


def test_an_outlet_looks_the_same_whichever_outlets_a_picture_shows(articles):
    every = mf.term_frequency(articles, by="outlet", terms=["war", "rain"])
    some = every[every["outlet"].isin(["Outlet G", "Outlet D", "Outlet A"])]
    trend = mf.trend(articles, mf.term_frequency, terms=["rain"])
    expected = dict(zip(NAMES, [c.upper() for c in COLOURS], strict=False))
    assert colours(mf.plot_estimates(every)) == {**expected, "4 others": "#8A8A8A"}
    assert colours(mf.plot_estimates(some)) == {n: expected[n] for n in ("Outlet G", "Outlet D")} | {
        "1 other": "#8A8A8A"
    }
    panels = mf.plot_trend(trend).figure.axes
    assert {k: v for panel in panels for k, v in colours(panel).items()} == expected
    panels = mf.plot_articles(articles).figure.axes
    assert {k: v for p in panels for k, v in colours(p).items()} == {**expected, "3 others": "#8A8A8A"}
    target = mf.keyness(articles, target="Outlet I", reference="Outlet G", stopwords="keep")
    shown = {matplotlib.colors.to_hex(c.get_facecolor()[0]).upper() for c in mf.plot_keyness(target).collections[1::2]}
    hollow = "#FFFFFF"  # without an interval
    assert shown - {hollow} <= {expected["Outlet I"], expected["Outlet G"]} and shown


def test_colour_and_mark_differ_each_and_what_is_no_outlet_has_colours_of_its_own(articles):
    assert len(set(COLOURS)) == len(set(MARKERS)) == 7
    assert not set(COLOURS) & set(OTHER_COLOURS)
    table = pd.DataFrame({"voice": ["quoted", "newsroom"], "n_articles": [3, 4]})
    looks = palette(table, "voice").looks
    assert looks == palette(table.iloc[::-1], "voice").looks and len({colour for colour, _ in looks.values()}) == 2


def test_articles_without_an_outlet_are_no_outlet(articles):
    table = mf.term_frequency(articles, by="outlet", terms=["talks"])
    assert mf.group_names(articles)[-1] == "(missing)"
    assert "(missing)" in palette(table, "outlet").rest


def test_what_a_finding_names_is_in_its_picture():
    articles = mf.load_corpus("corpus/sample")
    evidence = mf.annotate(articles, mf.load_actors("Iran", "US"), syntax=False, attitudes=False)
    naming = mf.naming(evidence, actors="Iran", by="outlet")
    apart = mf.all_differences(evidence, mf.naming, by="outlet", actors="Iran")
    ax = mf.plot_estimates(naming)
    lines, shown = {t.get_text() for t in ax.get_yticklabels()}, colours(ax)
    assert set(apart["form"]) <= lines
    assert set(apart["target"]) | set(apart["reference"]) <= set(shown)
