"""Files to articles: every article in, or a reason why not."""

from .furniture import furniture_spans
from .load import audit_corpus, load_corpus, read_corpus

__all__ = ["audit_corpus", "furniture_spans", "load_corpus", "read_corpus"]
