"""How good instruments and statistics are: measured, not believed."""

from mediaframes.validate.accuracy import accuracy, accuracy_clause, confusion, coverage
from mediaframes.validate.calibration import interval_coverage, null_calibration
from mediaframes.validate.name_swap import name_swap_audit

__all__ = [
    "accuracy",
    "accuracy_clause",
    "confusion",
    "coverage",
    "interval_coverage",
    "name_swap_audit",
    "null_calibration",
]
