"""The errors a user can meet, and the one way to word a refused option."""


class MediaframesError(ValueError):
    """Wrong input: the message says what was wrong, what was given and what is allowed."""

    def _render_traceback_(self):
        """In a notebook the message says all: a page of code that is not the reader's would hide it."""
        return [f"{type(self).__name__}: {self}"]


class CorpusError(MediaframesError):
    """No article could be read from what was given as a corpus."""


class NotebookError(RuntimeError):
    """A notebook could not be run to its end; the message names it, the cell and the error."""


def check_option(name, value, allowed):
    """Raise unless `value` is one of `allowed`; the message names the three."""
    if value not in allowed:
        choices = ", ".join(repr(a) for a in allowed)
        raise MediaframesError(f"{name}={value!r} is not known; allowed: {choices}")
