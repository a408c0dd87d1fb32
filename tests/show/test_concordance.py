import pandas as pd
import pytest

from mediaframes.errors import MediaframesError
from mediaframes.show.concordance import concordance

LINES = pd.DataFrame({"outlet": ["A", "<b>"], "left": ["the old", "a"], "keyword": "regime", "right": ["fell", "<i>"]})


def test_the_keyword_stands_in_one_column():
    assert repr(concordance(LINES)).splitlines()[0].index("regime") == repr(concordance(LINES)).splitlines()[1].index(
        "regime"
    )


def test_lines_are_escaped_and_others_refused():
    html = concordance(LINES)._repr_html_()
    assert "<i>" not in html and "&lt;i&gt;" in html and "&lt;b&gt;" in html
    with pytest.raises(MediaframesError, match="keyword_in_context"):
        concordance(LINES[["left"]])
