"""The errors and warnings that a user can meet, and the one way to word a refused option."""

import sys
import textwrap
import warnings
from pathlib import Path

PACKAGE = str(Path(__file__).parent)
WIDTH = 88  # characters that fit beside a notebook's prompt: JupyterLab breaks longer lines within words


class MediaframesError(ValueError):
    """Wrong input: the message says what was wrong, what was given and what is allowed."""

    def _render_traceback_(self):
        """In a notebook the message says all: a page of code that is not the reader's would hide it."""
        return [_in_lines(f"{type(self).__name__}: {self}")]


class CorpusError(MediaframesError):
    """No article could be read from what was given as a corpus."""


class MediaframesWarning(UserWarning):
    """Something that the reader should know: the message says it in one line."""


class NotebookError(RuntimeError):
    """A notebook could not be run to its end; the message names it, the cell and the error."""


def check_option(name, value, allowed):
    """Raise unless `value` is one of `allowed`; the message names the three."""
    if value not in allowed:
        choices = ", ".join(repr(a) for a in allowed)
        raise MediaframesError(f"{name}={value!r} is not known; allowed: {choices}")


def tell(message):
    """Warn, at the line of the first caller outside this package."""
    frame, level = sys._getframe(1), 2
    while frame is not None and frame.f_code.co_filename.startswith(PACKAGE):
        frame, level = frame.f_back, level + 1
    warnings.warn(message, MediaframesWarning, stacklevel=level)


def _in_lines(text):
    """Break at words; lines that go on are indented."""
    fold = {"width": WIDTH, "subsequent_indent": "  ", "break_long_words": False, "break_on_hyphens": False}
    return "\n".join(textwrap.fill(line, **fold) for line in text.splitlines())


def print_warnings_in_notebooks():
    """Let a notebook print our warnings as a line of text: in red and with a line of code they look like failures."""
    if "ipykernel" not in sys.modules:
        return
    usual = warnings.showwarning

    def show(message, category, *where, **more):
        if issubclass(category, MediaframesWarning):
            print(_in_lines(f"Note: {message}"))
        else:
            usual(message, category, *where, **more)

    warnings.showwarning = show
