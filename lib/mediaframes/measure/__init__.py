"""Tables to estimates: each with its interval, its denominator and the way back to its sentences."""

from mediaframes.measure.actors import attached_words, attention, co_occurrence, naming, tone_toward
from mediaframes.measure.calibration import interval_coverage, null_calibration
from mediaframes.measure.clauses import deeds, passives
from mediaframes.measure.concordance import collocates, keyword_in_context
from mediaframes.measure.deeds import agency
from mediaframes.measure.differences import difference, paired_difference
from mediaframes.measure.estimates import group_names
from mediaframes.measure.evidence_for import evidence_for
from mediaframes.measure.explain import explain
from mediaframes.measure.keyness import keyness
from mediaframes.measure.name_swap import name_swap_audit
from mediaframes.measure.relations import relations_between
from mediaframes.measure.shifts import word_shift
from mediaframes.measure.speech import voices
from mediaframes.measure.trends import trend
from mediaframes.measure.words import term_frequency

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
    "interval_coverage",
    "keyness",
    "keyword_in_context",
    "name_swap_audit",
    "naming",
    "null_calibration",
    "paired_difference",
    "passives",
    "relations_between",
    "term_frequency",
    "tone_toward",
    "trend",
    "voices",
    "word_shift",
]
