"""nbval compares the plain text of outputs; pictures and their HTML differ between versions of what draws them."""

import os

os.environ.setdefault("TQDM_DISABLE", "1")


def pytest_collectstart(collector):
    if hasattr(collector, "skip_compare"):
        collector.skip_compare += ("text/html", "image/png", "image/svg+xml")
