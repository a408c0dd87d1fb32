"""The readers that may hang or die run here: a process of its own that loses one file at most.

It speaks JSON lines (nothing that could carry code): a file's path in, its items out, then "end".
"""

import json
import os
import sys
from dataclasses import asdict, is_dataclass
from datetime import date

from mediaframes.corpus.readers.items import Problem, reason
from mediaframes.corpus.readers.registry import BY_NAME

_MEMORY = 4 << 30


def main():
    """Answer one request a line until standard input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints must not mix with the answers
    _limit_memory()
    for line in sys.stdin:
        request = json.loads(line)
        for answer in _answers(BY_NAME[request["reader"]].read, request["path"], request["name"]):
            answers.write(json.dumps(answer, default=_plain) + "\n")
            answers.flush()


def _answers(read, path, name):
    """Yield the JSON form of each item of a file, its kind and what it holds; then the end."""
    try:
        with open(path, "rb") as stream:
            for item in read(stream, name):  # None: still at work
                yield type(item).__name__, asdict(item) if is_dataclass(item) else item
    except Exception as error:  # libraries raise anything on broken files; it goes into the audit
        yield "Problem", asdict(Problem(reason(error)))
    yield "end", None


def _plain(value):
    return value.isoformat() if isinstance(value, date) else str(value)


def _limit_memory():
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, ValueError, OSError):
        pass  # no such limit on this system: the bounds on sizes still hold
