"""Tables to estimates: each with its interval, its denominator and the way back to its sentences."""

from mediaframes.measure.actors import attached_words, attention, co_occurrence, naming, tone_toward
from mediaframes.measure.clauses import deeds, passives
from mediaframes.measure.concordance import collocates, keyword_in_context
from mediaframes.measure.deeds import agency
from mediaframes.measure.estimates import group_names
from mediaframes.measure.evidence_for import evidence_for
from mediaframes.measure.explain import explain
from mediaframes.measure.keyness import keyness
from mediaframes.measure.speech import voices
from mediaframes.measure.words import term_frequency

__all__ = [
    "agency",
    "attached_words",
    "attention",
    "co_occurrence",
    "collocates",
    "deeds",
    "evidence_for",
    "explain",
    "group_names",
    "keyness",
    "keyword_in_context",
    "naming",
    "passives",
    "term_frequency",
    "tone_toward",
    "voices",
]
