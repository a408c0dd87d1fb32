"""How far a report is: a line now and then where there is no terminal."""

from mediaframes.report import progress
from mediaframes.report.progress import Steps


def test_lines_tell_what_is_done_and_how_long_it_will_go_on(monkeypatch):
    monkeypatch.setattr(progress, "EVERY", 0)
    lines = []
    with Steps("reading", "articles", 2000, lines.append) as steps:
        steps.start -= 50
        steps.step(500)
        steps.step(500)
        steps.start -= 950
        steps.step(500)
        steps.step(500)
    assert lines == [
        "  reading: 500 of 2,000 articles, about 3 min left",
        "  reading: 1,000 of 2,000 articles, about 50 s left",
        "  reading: 1,500 of 2,000 articles, about 6 min left",
    ]


def test_lines_come_seldom():
    lines = []
    with Steps("running", "cells", 100, lines.append) as steps:
        for _ in range(100):
            steps.step()
    assert lines == []
