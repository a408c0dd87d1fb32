"""Articles to evidence: who is named, who speaks, who does what to whom, in what tone."""

from mediaframes.annotate.evidence import Evidence, read_evidence
from mediaframes.annotate.pipeline import annotate

__all__ = ["Evidence", "annotate", "read_evidence"]
