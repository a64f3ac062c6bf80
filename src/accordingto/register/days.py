"""EDTF -> the first and the last day that it may mean.

The register needs the days and intervals of level 0, and the marks `~`, `?` and `%` of level 1, which move no bound.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?")


@lru_cache(maxsize=4096)
def days(edtf: str) -> tuple[date | None, date | None]:
    """The first and the last day of a date or an interval, None at an end that is open (`..`) or not known.

    Raises ValueError for what is neither. A time of day behind the date is passed over.

    >>> days("2003-03/2006-06")
    (datetime.date(2003, 3, 1), datetime.date(2006, 6, 30))
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _one(first, edtf)
    start = None if first in ("", "..") else _one(first, edtf)[0]
    end = None if last in ("", "..") else _one(last, edtf)[1]
    if start is None and end is None:
        raise ValueError(f"{edtf!r} is open at both ends: give a year, a month or a day at one of them")
    if start is not None and end is not None and end < start:
        raise ValueError(f"{edtf!r} ends before it begins")
    return start, end


def unit(edtf: str) -> int:
    """How fine the coarsest end of a date or an interval is: 1 for years, 2 for months, 3 for days."""
    ends = [e for e in edtf.split("/") if e not in ("", "..")]
    return min(e.partition("T")[0].count("-") + 1 for e in ends)


def _one(value: str, whole: str) -> tuple[date, date]:
    found = _DATE.fullmatch(value.partition("T")[0])
    if not found:
        raise ValueError(f"{whole!r} is no date in EDTF: write it as 2003, 2003-03, 2003-03-20 or 2003-03/2006-06")
    year, month, day = (int(g) if g else None for g in found.groups())
    try:
        if year is None or month is None:
            return date(year or 0, 1, 1), date(year or 0, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except (ValueError, calendar.IllegalMonthError) as error:
        raise ValueError(f"{whole!r} names a day that is not in the calendar") from error
