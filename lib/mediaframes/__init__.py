"""mediaframes: read, count and show how news frames its actors.

import mediaframes as mf

articles = mf.load_corpus("corpus/sample")
evidence = mf.annotate(articles, mf.load_actors("US", "Israel", "Iraq"))
tone = mf.tone_toward(evidence, by=["outlet", "actor"])
mf.plot_estimates(tone, label="actor", series="outlet")
mf.explain(tone)
mf.highlight(mf.evidence_for(tone.loc[0], evidence))
"""

import inspect
from importlib.metadata import PackageNotFoundError, version

from mediaframes.annotate import (
    Evidence,
    actors_in,
    annotate,
    discover_actors,
    proposals_as_yaml,
    read_evidence,
    relations,
    tone,
)
from mediaframes.arguments import checked
from mediaframes.codebook import Actor, load_actors
from mediaframes.corpus import audit_corpus, audit_summary, load_corpus
from mediaframes.errors import CorpusError, MediaframesError, print_warnings_in_notebooks
from mediaframes.measure.actors.attitude import relations_between, tone_toward
from mediaframes.measure.actors.names import attached_words, naming
from mediaframes.measure.actors.presence import attention, co_occurrence
from mediaframes.measure.compare.contrasts import all_differences
from mediaframes.measure.compare.differences import difference, paired_difference
from mediaframes.measure.compare.trends import trend
from mediaframes.measure.events.clauses import agency, passives
from mediaframes.measure.events.deeds import deeds
from mediaframes.measure.events.harms import harms
from mediaframes.measure.evidence_for import evidence_for
from mediaframes.measure.explain import explain
from mediaframes.measure.groups import group_names
from mediaframes.measure.voices import voices
from mediaframes.measure.words.concordance import collocates, keyword_in_context
from mediaframes.measure.words.frequency import term_frequency
from mediaframes.measure.words.keyness import keyness
from mediaframes.measure.words.shifts import word_shift
from mediaframes.measure.words.tokens import stopwords
from mediaframes.show.changes import plot_word_shift
from mediaframes.show.concordance import concordance
from mediaframes.show.findings import finding
from mediaframes.show.networks import plot_deeds, plot_relations
from mediaframes.show.plots import plot_co_occurrence, plot_keyness
from mediaframes.show.points import plot_estimates
from mediaframes.show.sentences import describe_actors, describe_corpus, describe_harms, highlight, keyness_finding
from mediaframes.show.tables import table
from mediaframes.show.trends import plot_articles, plot_trend
from mediaframes.validate.accuracy import accuracy, confusion, coverage
from mediaframes.validate.calibration import interval_coverage, null_calibration
from mediaframes.validate.name_swap import name_swap_audit
from mediaframes.validate.published import published_harms

try:
    __version__ = version("mediaframes")
except PackageNotFoundError:  # read from a folder that was never installed
    __version__ = "0"

__all__ = [
    "Actor",
    "CorpusError",
    "Evidence",
    "MediaframesError",
    "accuracy",
    "actors_in",
    "agency",
    "all_differences",
    "annotate",
    "attached_words",
    "attention",
    "audit_corpus",
    "audit_summary",
    "co_occurrence",
    "collocates",
    "concordance",
    "confusion",
    "coverage",
    "deeds",
    "describe_actors",
    "describe_corpus",
    "describe_harms",
    "difference",
    "discover_actors",
    "evidence_for",
    "explain",
    "finding",
    "group_names",
    "harms",
    "highlight",
    "interval_coverage",
    "keyness",
    "keyness_finding",
    "keyword_in_context",
    "load_actors",
    "load_corpus",
    "name_swap_audit",
    "naming",
    "null_calibration",
    "paired_difference",
    "passives",
    "plot_articles",
    "plot_co_occurrence",
    "plot_deeds",
    "plot_estimates",
    "plot_keyness",
    "plot_relations",
    "plot_trend",
    "plot_word_shift",
    "proposals_as_yaml",
    "published_harms",
    "read_evidence",
    "relations",
    "relations_between",
    "stopwords",
    "table",
    "term_frequency",
    "tone",
    "tone_toward",
    "trend",
    "voices",
    "word_shift",
]

globals().update({name: checked(found) for name in __all__ if inspect.isfunction(found := globals()[name])})
print_warnings_in_notebooks()
