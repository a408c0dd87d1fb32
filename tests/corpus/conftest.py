"""Make make_formats.py importable: with --import-mode=importlib pytest leaves the import path alone."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
