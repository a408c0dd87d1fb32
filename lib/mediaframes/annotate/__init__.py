"""Articles to evidence: who is named, who speaks, who does what to whom, in what tone."""

from mediaframes.annotate.attitude.instruments import relations, tone
from mediaframes.annotate.choice import actors_in
from mediaframes.annotate.entities.discovery import discover_actors, proposals_as_yaml
from mediaframes.annotate.evidence import Evidence, read_evidence
from mediaframes.annotate.pipeline import annotate

__all__ = [
    "Evidence",
    "actors_in",
    "annotate",
    "discover_actors",
    "proposals_as_yaml",
    "read_evidence",
    "relations",
    "tone",
]
