import html
import re

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
    shown = concordance(LINES)._repr_html_()
    assert "<i>" not in shown and "&lt;i&gt;" in shown and "&lt;b&gt;" in shown
    with pytest.raises(MediaframesError, match="keyword_in_context"):
        concordance(LINES[["left"]])


@pytest.mark.parametrize("left, right, shown", [
    ("the old", "'s army", "the old regime's army"), ("the old", "’s army", "the old regime’s army"),
    ("the", ", which fell", "the regime, which fell"), ("a", ". It fell", "a regime. It fell"),
    ("anti-", "-led", "anti-regime-led"), ("the “old”", "” fell", "the “old” regime” fell"),
    ('the "', '" fell', 'the "regime" fell'), ("a", '"that fell"', 'a regime "that fell"'),
    ('said "no"', "(again)", 'said "no" regime (again)'), ("(", ") fell", "(regime) fell"),
    ("", "", "regime"), ("the", "'fell'", "the regime 'fell'"), ("a", "– it fell", "a regime – it fell"),
])  # fmt: skip
def test_no_space_is_drawn_where_there_is_none(left, right, shown):
    lines = concordance(pd.DataFrame([{"left": left, "keyword": "regime", "right": right}]))
    assert repr(lines).strip() == shown
    cells = re.findall(r"<td[^>]*>(.*?)</td>", lines._repr_html_())
    bare = [html.unescape(re.sub("<[^>]+>", "", cell)) for cell in cells]
    assert " ".join(filter(None, bare)) == shown and "<b>regime</b>" in cells[2]


def test_no_letter_is_hidden():
    """Words are cut in `keyword_in_context`, whole; a style that hid what is too wide cut within them."""
    assert "overflow" not in concordance(LINES)._repr_html_()
