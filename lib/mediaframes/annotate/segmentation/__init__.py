"""Where a text divides: sentences, quotations, and the form in which it is matched.

Everything here works on plain text, before any parse, and answers in offsets of that text: `sentences` (Punkt within
paragraphs, page furniture set apart), `quotations` (marks of all kinds, unbalanced ones too) and `folding` (odd spaces,
soft hyphens and accents, offsets kept). Page furniture itself is recognised in `corpus.enrichment`.
"""
