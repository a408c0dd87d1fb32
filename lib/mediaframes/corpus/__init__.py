"""Files to articles: every article in, or a reason why not."""

from .furniture import furniture_spans
from .load import audit_corpus, load_corpus, read_corpus
from .summary import audit_summary

__all__ = ["audit_corpus", "audit_summary", "furniture_spans", "load_corpus", "read_corpus"]
