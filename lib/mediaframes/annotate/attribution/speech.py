"""One attribution while it is being put together, in characters of the article."""

import re
from dataclasses import dataclass, field

BREAK = re.compile(r"\n\s*\n|\u2029")
WORD = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class Speech:
    """Who says what: `form` "bare" means that the content was not found yet; `speaks`, that it may be a quotation."""

    sentence: int
    source: tuple | None
    cue: tuple
    lemma: str
    stance: str
    form: str
    speaks: bool
    spans: list = field(default_factory=list)
    negated: bool = False

    @property
    def size(self):
        return sum(b - a for a, b in self.spans)
