"""Files to articles: every article in, or a reason why not."""

from mediaframes.corpus.enrichment.furniture import furniture_spans
from mediaframes.corpus.load import audit_corpus, load_corpus, read_corpus
from mediaframes.corpus.summary import audit_summary

__all__ = ["audit_corpus", "audit_summary", "furniture_spans", "load_corpus", "read_corpus"]
