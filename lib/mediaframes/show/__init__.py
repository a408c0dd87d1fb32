"""Estimates and evidence to pictures, tables and sentences."""

from mediaframes.show.changes import plot_trend, plot_word_shift
from mediaframes.show.networks import plot_deeds, plot_relations
from mediaframes.show.plots import (
    plot_articles,
    plot_co_occurrence,
    plot_estimates,
    plot_keyness,
)
from mediaframes.show.sentences import describe_corpus, finding, highlight, keyness_finding
from mediaframes.show.tables import table

__all__ = [
    "describe_corpus",
    "finding",
    "highlight",
    "keyness_finding",
    "plot_articles",
    "plot_co_occurrence",
    "plot_deeds",
    "plot_estimates",
    "plot_keyness",
    "plot_relations",
    "plot_trend",
    "plot_word_shift",
    "table",
]
