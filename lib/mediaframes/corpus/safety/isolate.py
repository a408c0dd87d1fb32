"""Ask a worker process to read a file; end it when it is silent for too long."""

import json
import queue
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

from mediaframes.corpus.readers.items import Expected, Problem, Unreadable

_KINDS = {"Problem": Problem, "Expected": Expected, "dict": dict}  # of the items that a reader yields
SILENCE = 15.0  # seconds without a new item, or a sign of work, after which a reader has hung
LONGEST = 900.0  # items that come for so many seconds without an end are no file of articles
# The package's own __init__ would load spaCy and matplotlib, which no reader needs.
_BOOT = """
import sys, types
for name in ("mediaframes", "mediaframes.corpus"):
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__path__ = [sys.argv[1] + name.removeprefix("mediaframes").replace(".", "/")]
from mediaframes.corpus.safety.worker import main
main()
"""


class Worker:
    """One worker process, started when first needed and again after each end."""

    def __init__(self, *, silence=SILENCE):
        self.silence = silence
        self.process = self.lines = None

    def read(self, reader, path, name):
        """Yield the items of one file; Unreadable if the reader hung or died: the next call starts a new process."""
        if self.process is None:
            self._start()
        try:
            self.process.stdin.write(json.dumps({"reader": reader, "path": str(path), "name": name}) + "\n")
            self.process.stdin.flush()
        except OSError:
            self.close()
            raise Unreadable("the reader could not be started") from None
        yield from self._items()

    def close(self):
        """End the process."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            for pipe in (self.process.stdin, self.process.stdout):
                with suppress(OSError):
                    pipe.close()
            self.process = None

    def _items(self):
        ended, begun = False, time.monotonic()
        try:
            while not ended:
                if time.monotonic() - begun > LONGEST:
                    raise Unreadable(f"given up after {LONGEST:g} seconds")
                answer = self._next_line()
                if answer is None:
                    raise Unreadable("the reader broke down on it")
                kind, held = json.loads(answer)
                ended = kind == "end"
                if held is not None:
                    yield _KINDS[kind](**held)
        finally:
            if not ended:
                self.close()

    def _next_line(self):
        try:
            return self.lines.get(timeout=self.silence)
        except queue.Empty:
            raise Unreadable(f"given up: the reader found nothing for {self.silence:g} seconds") from None

    def _start(self):
        package = str(Path(__file__).parents[2])
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-c", _BOOT, package],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        self.lines = queue.Queue(maxsize=256)
        threading.Thread(target=_forward, args=(self.process.stdout, self.lines), daemon=True).start()


def _forward(pipe, lines):
    """Pass lines on until the process ends, then None; a queue can be waited on with a limit, a pipe not."""
    try:
        for line in pipe:
            lines.put(line)
    except (OSError, ValueError):
        pass  # closed while waiting
    lines.put(None)
