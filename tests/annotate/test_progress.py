"""A bar of progress in a notebook is text, not red."""

import subprocess
import sys

import pytest

CODE = """
import sys
{kernel}
from mediaframes.annotate.progress import progress_bar
with progress_bar("Reading", 2, "articles") as bar:
    bar.update(2)
"""


@pytest.mark.parametrize(
    ("kernel", "where", "elsewhere"), [("import ipykernel", "stdout", "stderr"), ("", "stderr", "stdout")]
)
def test_progress_is_written_where_its_reader_looks(kernel, where, elsewhere, monkeypatch):
    monkeypatch.delenv("TQDM_DISABLE", raising=False)
    done = subprocess.run(
        [sys.executable, "-c", CODE.format(kernel=kernel)], capture_output=True, text=True, check=True
    )
    assert "2/2" in getattr(done, where) and getattr(done, elsewhere) == ""
