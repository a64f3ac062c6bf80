"""Sheet, Ledger -> Correction*

What annotators see of a ledger in brat and in Label Studio, and what they changed, as decisions for a casebook.
"""

from accordingto.report.annotations.corrections import Correction, Refused, corrections
from accordingto.report.annotations.files import Returned, returned_brat, returned_tasks
from accordingto.report.annotations.sheet import exported, sheet

__all__ = ["Correction", "Refused", "Returned", "corrections", "exported", "returned_brat", "returned_tasks", "sheet"]
