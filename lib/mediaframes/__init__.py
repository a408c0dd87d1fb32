"""mediaframes: read, count and show how news frames its actors.

import mediaframes as mf

articles = mf.load_corpus("corpus/sample")
evidence = mf.annotate(articles, mf.load_actors("US", "Israel", "Iraq"))
tone = mf.tone_toward(evidence, by=["outlet", "actor"])
mf.plot_estimates(tone, label="actor", series="outlet")
mf.explain(tone)
mf.highlight(mf.evidence_for(tone.loc[0], evidence))
"""

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
from mediaframes.codebook import Actor, load_actors
from mediaframes.corpus import audit_corpus, audit_summary, load_corpus
from mediaframes.errors import CorpusError, MediaframesError
from mediaframes.measure import (
    agency,
    all_differences,
    attached_words,
    attention,
    co_occurrence,
    collocates,
    deeds,
    difference,
    evidence_for,
    explain,
    group_names,
    keyness,
    keyword_in_context,
    naming,
    paired_difference,
    passives,
    relations_between,
    term_frequency,
    tone_toward,
    trend,
    voices,
    word_shift,
)
from mediaframes.show import (
    describe_corpus,
    finding,
    highlight,
    keyness_finding,
    plot_articles,
    plot_co_occurrence,
    plot_deeds,
    plot_estimates,
    plot_keyness,
    plot_relations,
    plot_trend,
    plot_word_shift,
    table,
)
from mediaframes.validate import (
    accuracy,
    confusion,
    coverage,
    interval_coverage,
    name_swap_audit,
    null_calibration,
)

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
    "confusion",
    "coverage",
    "deeds",
    "describe_corpus",
    "difference",
    "discover_actors",
    "evidence_for",
    "explain",
    "finding",
    "group_names",
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
    "read_evidence",
    "relations",
    "relations_between",
    "table",
    "term_frequency",
    "tone",
    "tone_toward",
    "trend",
    "voices",
    "word_shift",
]
