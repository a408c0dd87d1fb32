"""Tables to estimates: each with its interval, its denominator and the way back to its sentences."""

from mediaframes.measure.actors import attached_words, attention, co_occurrence, naming, tone_toward
from mediaframes.measure.clauses import deeds, passives
from mediaframes.measure.compare.differences import difference, paired_difference
from mediaframes.measure.compare.trends import trend
from mediaframes.measure.deeds import agency
from mediaframes.measure.evidence_for import evidence_for
from mediaframes.measure.explain import explain
from mediaframes.measure.inference.estimates import group_names
from mediaframes.measure.relations import relations_between
from mediaframes.measure.speech import voices
from mediaframes.measure.words.concordance import collocates, keyword_in_context
from mediaframes.measure.words.frequency import term_frequency
from mediaframes.measure.words.keyness import keyness
from mediaframes.measure.words.shifts import word_shift

__all__ = [
    "agency",
    "attached_words",
    "attention",
    "co_occurrence",
    "collocates",
    "deeds",
    "difference",
    "evidence_for",
    "explain",
    "group_names",
    "keyness",
    "keyword_in_context",
    "naming",
    "paired_difference",
    "passives",
    "relations_between",
    "term_frequency",
    "tone_toward",
    "trend",
    "voices",
    "word_shift",
]
