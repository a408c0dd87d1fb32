"""What a reader yields: raw articles (dicts), problems, and how many articles the file announces."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One piece of a file that gave no article: `why`, and `where` in the file ("row 7")."""

    why: str
    where: str = ""


@dataclass(frozen=True)
class Expected:
    """The number of articles that the file itself says it holds."""

    n: int


class Unreadable(ValueError):
    """The file, or the rest of it, cannot be read; the message is the reason shown in the audit."""


def reason(error):
    """Word an error of a reader as the reason in the audit: one line, without the path."""
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be opened: {error.strerror}"
    text = " ".join(str(error).split())[:200]
    return text if isinstance(error, Unreadable) else f"cannot be read: {type(error).__name__} {text}".strip()
