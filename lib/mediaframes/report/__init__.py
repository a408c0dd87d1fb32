"""From a folder of articles to a folder of pages."""

from mediaframes.report.write import MARKER, NotebookError, find_notebooks, write_report

__all__ = ["MARKER", "NotebookError", "find_notebooks", "write_report"]
