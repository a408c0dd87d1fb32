"""Make make_formats.py and the script in `corpus/` importable: --import-mode=importlib leaves the import path alone."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "corpus")]
