"""Tables to estimates: each with its interval, its denominator and the way back to what it counts."""

from mediaframes.measure.actors.attitude import relations_between, tone_toward
from mediaframes.measure.actors.names import attached_words, naming
from mediaframes.measure.actors.presence import attention, co_occurrence
from mediaframes.measure.compare.contrasts import all_differences
from mediaframes.measure.compare.differences import difference, paired_difference
from mediaframes.measure.compare.trends import trend
from mediaframes.measure.events.clauses import agency, deeds, passives
from mediaframes.measure.evidence_for import evidence_for
from mediaframes.measure.explain import explain
from mediaframes.measure.groups import group_names
from mediaframes.measure.voices import voices
from mediaframes.measure.words.concordance import collocates, keyword_in_context
from mediaframes.measure.words.frequency import term_frequency
from mediaframes.measure.words.keyness import keyness
from mediaframes.measure.words.shifts import word_shift

__all__ = [
    "agency",
    "all_differences",
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
