import matplotlib
import pandas as pd
import pytest

matplotlib.use("Agg")

import mediaframes as mf
from mediaframes.errors import MediaframesError
from mediaframes.measure.words.frequency import term_frequency
from mediaframes.measure.words.keyness import keyness


def estimates(**columns):
    base = {
        "outlet": ["A", "B"],
        "estimate": [0.2, 0.4],
        "low": [0.1, None],
        "high": [0.3, None],
        "n": [40, 8],
        "n_articles": [20, 4],
        "n_clusters": [20, 4],
    }
    table = pd.DataFrame(base | columns)
    table.attrs = {"measure": "share", "unit": "mentions", "kind": "share"}
    return table


def texts(ax):
    return [t.get_text() for t in ax.get_yticklabels()] + [t.get_text() for t in ax.texts]


def test_lines_name_the_articles_behind_them_and_the_unsure_are_hollow():
    ax = mf.plot_estimates(estimates())
    assert texts(ax) == ["A  (20)", "B  (4)"]
    sure, unsure = ax.collections[1:3]
    assert sure.get_offsets()[0][0] == pytest.approx(20)
    assert unsure.get_facecolors().tolist() == [[1, 1, 1, 1]]


def test_shares_start_at_zero_and_numbers_in_brackets_are_explained():
    ax = mf.plot_estimates(estimates())
    assert ax.get_xlim()[0] == 0
    assert ax.get_title(loc="left") == "in brackets: articles; hollow: too few articles for an interval"
    tone = estimates(estimate=[-0.2, 0.1], low=[-0.3, None], high=[-0.1, None])
    tone.attrs = {"measure": "tone", "kind": "mean"}
    assert mf.plot_estimates(tone).get_xlim()[0] < -0.3
    twice = pd.concat([estimates(actor="US"), estimates(actor="Peru", n_articles=[30, 6])], ignore_index=True)
    said = mf.plot_estimates(twice, label="actor", series="outlet").get_title(loc="left")
    assert "the fewest–the most" in said


def test_of_very_many_groups_the_largest_are_drawn_and_it_is_said():
    names = [f"paper {i:02}" for i in range(40)]
    table = pd.DataFrame({"outlet": names, "estimate": 0.2, "low": 0.1, "high": 0.3, "n": 9, "n_articles": 9})
    table = table.assign(n_clusters=9)
    table.attrs = {"kind": "share", "names": ["outlet"], "by": ["outlet"], "largest": {"outlet": names[::-1]}}
    ax = mf.plot_estimates(table)
    assert [t.split(" ")[1] for t in texts(ax)] == [f"{i}" for i in range(28, 40)]
    assert "12 of 40 outlets" in ax.get_title(loc="left")


def test_what_differs_in_a_third_column_is_no_one_line():
    """The share of "regime" for two countries: without their names the points would lie on each other."""
    parts = [estimates(actor=actor, form=form) for actor in ("Iran", "Syria") for form in ("regime", "(other)")]
    table = pd.concat(parts, ignore_index=True)
    table.attrs = parts[0].attrs | {"names": ["outlet", "actor", "form"], "by": ["outlet"]}
    lines = [label.get_text() for label in mf.plot_estimates(table, label="form").get_yticklabels()]
    assert sorted(lines) == ["Iran: (other)", "Iran: regime", "Syria: (other)", "Syria: regime"]
    lines = [t.get_text() for t in mf.plot_estimates(table[table["form"] == "regime"]).get_yticklabels()]
    assert len(lines) == 2 and "Iran" in lines[0] and "Syria" in lines[1]


def test_long_names_in_a_network_leave_the_list_free():
    rows = [{"agent_actor": "Democratic Republic of the Congo", "patient_actor": b} for b in ("B", "C", "D")]
    rows += [{"agent_actor": "A", "patient_actor": "United Nations Security Council"}]
    deeds = pd.DataFrame(rows).assign(estimate=0.25, verbs="meet", count=2, conflict=0, cooperation=2)
    deeds = deeds.assign(low=0.1, high=0.4, n=8, n_articles=4, n_clusters=4)
    ax = mf.plot_deeds(deeds)
    ax.figure.canvas.draw()
    *_, listed = ax.texts
    boxes = [t.get_bbox_patch().get_window_extent() for t in ax.texts if t.get_bbox_patch()]
    assert len(boxes) == 6
    assert max(box.x1 for box in boxes) < listed.get_window_extent().x0


def test_a_relation_that_rounds_to_zero_has_no_sign():
    row = {"actor": "A", "other": "B", "estimate": -0.001, "low": -0.03, "high": -0.002, "n": 30}
    relations = pd.DataFrame([row]).assign(n_articles=20, n_clusters=20)
    assert mf.plot_relations(relations).texts[-1].get_text() == "1  A → B: 0.00 [−0.03, 0.00], 30 sentences"


def test_it_draws_on_the_axes_given_and_returns_them():
    import matplotlib.pyplot as plt

    figure, ax = plt.subplots()
    assert mf.plot_estimates(estimates(), ax) is ax
    plt.close(figure)


def test_text_of_articles_is_no_formula():
    ax = mf.plot_estimates(estimates(outlet=["$x^2$ daily", "B"]))
    ax.figure.canvas.draw()
    assert texts(ax)[0].startswith(r"\$x^2\$ daily")


def test_nothing_to_show_is_said():
    assert "nothing to show" in texts(mf.plot_estimates(estimates().iloc[:0]))[-1]


def test_what_is_no_result_is_refused():
    with pytest.raises(MediaframesError, match="estimate"):
        mf.plot_estimates(pd.DataFrame({"x": [1]}))


@pytest.fixture
def articles():
    words = {"A": "cruel regime of $ talks", "B": "kind state of talks"}
    rows = [
        {"article_id": f"{o}{i}", "outlet": o, "published": pd.Timestamp(2022, 1 + i % 3, 1), "text": words[o]}
        for o in "AB"
        for i in range(12)
    ]
    return pd.DataFrame(rows)


def test_keyness_names_both_ends(articles):
    ax = mf.plot_keyness(keyness(articles, target="A", reference="B"))
    assert "◀ B" in ax.get_xlabel() and "A ▶" in ax.get_xlabel()
    assert set(texts(ax)) >= {"cruel", "regime", "kind", "state", "12 · 0", "0 · 12"}
    assert {t.get_text() for t in ax.get_yticklabels() if t.get_fontweight() == "bold"} >= {"regime", "kind"}


def test_keyness_leaves_house_style_out_and_says_so(articles):
    articles["text"] = articles["text"].where(articles["outlet"] == "A", "Mr state of talks, Prof state")
    table = keyness(articles, target="A", reference="B")
    assert table.set_index("term")["house_style"].reindex(["mr", "state"]).tolist() == [True, False]
    ax = mf.plot_keyness(table)
    assert not {"mr", "prof"} & set(texts(ax)) and "state" in texts(ax)
    assert "house style is left out: mr, prof" in " ".join(ax.get_title(loc="left").split())
    assert "mr" in texts(mf.plot_keyness(table, house_style=True))


def test_frequencies_of_two_groups(articles):
    ax = mf.plot_estimates(term_frequency(articles, by="outlet"))
    assert [t.get_text() for t in ax.get_legend().get_texts()] == ["A (12)", "B (12)"]


def test_undated_articles_are_counted_in_the_note(articles):
    articles.loc[0, "published"] = pd.NaT
    assert "1 without a date" in mf.plot_articles(articles).get_title(loc="left")


def test_table_for_print():
    table = mf.table(estimates())
    assert table["95 % interval"].tolist() == ["10 % to 30 %", "–"]
    assert table["mentions"].tolist() == ["40", "8"]
    assert "independent" not in table
