"""Years, months, seasons and days on the calendar, and their EDTF (ISO 8601-2) values.

Years are astronomical: 0 is 1 BC, -489 is 490 BC. The calendar is the Gregorian one throughout, as ISO 8601 has it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

_CYCLE = 400  # the Gregorian calendar repeats itself, weekdays too, after so many years
_MONTHS = 12
SEASONS = range(21, 25)  # EDTF level 1: spring, summer, autumn, winter
_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}  # also EDTF's quarters, halves


_HALVES = frozenset({40, 41})
_DAYS = 146_097  # of one cycle
LIMIT = 9999  # the last year that EDTF writes in four digits, and the first before Christ


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, or a month, season (21-24), quarter (33-36) or half (40, 41) of it, or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def edtf(self) -> str:
        """The value as EDTF writes it."""
        year = f"{self.year:04}" if self.year >= 0 else f"-{-self.year:04}"
        parts = [year, *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)

    @property
    def precision(self) -> str:
        """`Y`, `M` or `D`; a season is as precise as `S`."""
        if self.day is not None:
            return "D"
        if self.month is None:
            return "Y"
        return "M" if self.month <= _MONTHS else "S"

    @property
    def order(self) -> tuple[int, int, int]:
        """Where it begins, for comparing."""
        month = 1 if self.month is None else _FIRST_MONTH.get(self.month, self.month)
        return self.year, month, self.day or 1

    def at(self, precision: str) -> Moment:
        """This moment with no more than `precision`."""
        if precision == "Y":
            return Moment(self.year)
        return replace(self, day=None) if precision == "M" else self


def moment(year: int, month: int | None = None, day: int | None = None) -> Moment | None:
    """The moment, None where the calendar has no such month or day."""
    if month is None:
        return Moment(year)
    if not 1 <= month <= _MONTHS:
        return None
    if day is None:
        return Moment(year, month)
    try:
        date(year % _CYCLE + _CYCLE, month, day)
    except ValueError:
        return None
    return Moment(year, month, day)


def days_on(start: Moment, days: int) -> Moment:
    """The day so many days after `start`, which must be a day; before it where negative."""
    return _from_ordinal(_ordinal(start) + days)


def months_on(start: Moment, months: int) -> Moment:
    """So many months after `start`; a day beyond the month's end becomes its last, a season its first month."""
    first = start.order[1]
    year, month = divmod(start.year * _MONTHS + first - 1 + months, _MONTHS)
    if start.day is None:
        return Moment(year, month + 1)
    found = None
    day = start.day
    while found is None:
        found = moment(year, month + 1, day)
        day -= 1
    return found


def weekday(day: Moment) -> int:
    """1 for Monday to 7 for Sunday."""
    return date.fromordinal(_ordinal(day)).isoweekday()


def week_of(day: Moment) -> tuple[Moment, Moment]:
    """The Monday and the Sunday around `day`, the week of ISO 8601."""
    monday = days_on(day, 1 - weekday(day))
    return monday, days_on(monday, 6)


def interval(start: Moment | None, end: Moment | None) -> str:
    """The EDTF interval; an end that is None is open. A season becomes its first or its last month, as EDTF asks."""
    first = ".." if start is None else (start if start.precision != "S" else Moment(*start.order[:2])).edtf
    return f"{first}/{'..' if end is None else (end if end.precision != 'S' else _last_month(end)).edtf}"


def _last_month(season: Moment) -> Moment:
    """The last month of a season, quarter or half."""
    long = 6 if season.month in _HALVES else 3
    return months_on(Moment(*season.order[:2]), long - 1)


def _ordinal(day: Moment) -> int:
    return date(day.year % _CYCLE + _CYCLE, day.month or 1, day.day or 1).toordinal() + day.year // _CYCLE * _DAYS


def _from_ordinal(ordinal: int) -> Moment:
    base = date(_CYCLE, 1, 1).toordinal()
    cycles, rest = divmod(ordinal - base, _DAYS)
    found = date.fromordinal(base + rest)
    return Moment(found.year - _CYCLE + cycles * _CYCLE, found.month, found.day)
