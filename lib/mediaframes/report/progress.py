"""How far a report is, and for how long it will go on: a bar in a terminal, a line now and then elsewhere."""

import threading
import time

from tqdm import tqdm

EVERY = 10  # seconds between two lines


class Steps:
    """Counts the steps of a piece of work, from any thread.

    Parameters
    ----------
    doing, unit : str
        What is done, and with what: "reading", "articles".
    total : int
        How many steps there are.
    say : callable
        Is called with one line of text, at most every ten seconds; a terminal shows a bar instead.
    """

    def __init__(self, doing, unit, total, say):
        self.doing, self.unit, self.total, self.say = doing, unit, total, say
        self.done, self.start = 0, time.monotonic()
        self.said = self.start
        self.lock = threading.Lock()
        self.bar = tqdm(desc=f"  {doing}", unit=f" {unit}", total=total, leave=False, disable=None)

    def step(self, n=1):
        """Count steps that are done."""
        with self.lock:
            self.done += n
            self.bar.update(n)
            now = time.monotonic()
            if self.bar.disable and now - self.said >= EVERY and self.done < self.total:
                self.said = now
                self.say(f"  {self.doing}: {self.done:,} of {self.total:,} {self.unit}, {self._left(now)} left")

    def _left(self, now):
        """How long the rest takes if it goes on like this."""
        seconds = (now - self.start) / self.done * (self.total - self.done)
        return f"about {seconds:.0f} s" if seconds < 100 else f"about {seconds / 60:.0f} min"

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.bar.close()
