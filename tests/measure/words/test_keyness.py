import pandas as pd
import pytest

from mediaframes.measure.words.keyness import keyness


@pytest.mark.parametrize("ngram, style", [(1, "live"), (2, "war live")])
def test_keyness_takes_words_of_ribbons_for_house_style(ngram, style):
    tales = [
        "rain floods farms",
        "bakers win",
        "a bridge opens",
        "schools close",
        "we saw a live show in the war",
        "owls return",
    ]
    texts = {"A": [f"War live: {tale} quickly" for tale in tales * 2], "B": [f"{tale} slowly" for tale in tales * 2]}
    rows = [(f"{o}{n}", o, text) for o, own in texts.items() for n, text in enumerate(own)]
    table = keyness(
        pd.DataFrame(rows, columns=["article_id", "outlet", "text"]), target="A", ngram=ngram, min_count=1
    ).set_index("term")["house_style"]
    assert table[style] and not table.drop(style).drop("war", errors="ignore").any()
