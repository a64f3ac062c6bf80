"""What an expression is worth: its EDTF value or duration, its type, and the point that later expressions hang on."""

from __future__ import annotations

from dataclasses import dataclass

from accordingto.date.moments import LIMIT, Moment, interval
from accordingto.records.date import DateType

NO_ANCHOR = "the report's date is not known"
NO_YEAR = "no year is given, and the report's date is not known"
NO_LAST = "no date before it that it could follow"
TOO_COARSE = "what it hangs on is not known to the day"
VAGUE = "no certain time"


@dataclass(frozen=True, slots=True)
class Value:
    """`point` is the moment that is meant, None for durations, sets and what could not be told."""

    edtf: str | None
    type: DateType = "date"
    point: Moment | None = None
    note: str | None = None


def of(point: Moment, *, approximate: bool = False) -> Value:
    """The value of a moment; none beyond the years that are written in four digits."""
    if abs(point.year) > LIMIT:
        return unknown("too far away to be written in four digits")
    return Value(point.edtf + ("~" if approximate else ""), "date", point)


def between(start: Moment | None, end: Moment | None) -> Value:
    """The value of an interval; what follows hangs on its end."""
    if max(abs(one.year) for one in (start, end) if one is not None) > LIMIT:
        return unknown("too far away to be written in four digits", "interval")
    return Value(interval(start, end), "interval", end or start)


def decade_of(year: int) -> Value:
    """The decade of a year; before Christ that is an interval, as digits of astronomical years do not group it."""
    if year > 0:
        return Value(f"{year // 10:03}X", "date", Moment(year - year % 10))
    first = -((1 - year) // 10 * 10) - 8
    return Value(interval(Moment(first), Moment(min(first + 9, 0))), "interval", Moment(first))


def century_of(year: int) -> Value:
    """The century of a year, from year 00 to 99; before Christ an interval of a hundred years."""
    if year >= 0:
        return Value(f"{year // 100:02}XX", "date", Moment(year - year % 100))
    first = year - year % 100 + 1
    return Value(interval(Moment(first), Moment(first + 99)), "interval", Moment(first))


def unknown(note: str, kind: DateType = "date") -> Value:
    """No value, and why."""
    return Value(None, kind, None, note)
