"""Files to articles: every article in, or a reason why not."""

from .load import audit_corpus, load_corpus, read_corpus

__all__ = ["audit_corpus", "load_corpus", "read_corpus"]
