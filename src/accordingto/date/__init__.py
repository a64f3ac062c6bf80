"""Document -> Date*

Expressions of the calendar, with their values in EDTF (ISO 8601-2) or as ISO 8601 durations.
"""

from accordingto.date.assemble import date

__all__ = ["date"]
