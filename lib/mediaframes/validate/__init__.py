"""How good instruments and statistics are: measured, not believed."""

from mediaframes.validate.calibration import interval_coverage, null_calibration
from mediaframes.validate.name_swap import name_swap_audit

__all__ = ["interval_coverage", "name_swap_audit", "null_calibration"]
