"""From a folder of articles to a folder of pages."""

from mediaframes.report.write import MARKER, find_notebooks, write_report

__all__ = ["MARKER", "find_notebooks", "write_report"]
