"""When what a figure counts happened, and up to which day it was counted."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from accordingto.edtf import Bounds, InvalidDate, bounds, relation
from accordingto.records import Relation

SHORT = 3
"""An event of so many days or fewer; reports that name its first or its last day, or both, speak of one event."""
EVENT = 7
"""What happened within so many days is taken for one event, what took longer for a toll."""


_PLAIN = re.compile(r"\d{4}(?:-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class Period:
    """An EDTF value, None where it is not known, and whether its end is only the day up to which was counted."""

    value: str | None
    running: bool = False

    @property
    def bounds(self) -> Bounds | None:
        """Its first and last day."""
        return None if self.value is None else bounds(self.value)

    @property
    def days(self) -> int | None:
        """How many days it has, None where an end is open or not known."""
        found = self.bounds
        if found is None or found.earliest is None or found.latest is None:
            return None
        return (found.latest - found.earliest).days + 1


def day_of(published: str | None) -> dt.date | None:
    """The first day that a date of publication can mean; None for none, or for one that is no EDTF."""
    try:
        return bounds(published).earliest if published else None
    except InvalidDate:
        return None


@lru_cache(maxsize=65536)
def period_of(period: str | None, as_of: str | None, published: str | None) -> Period:
    """The period of a figure: `since 2003` ends on the day of counting, else on the day of publication.

    With a day of counting alone, its beginning is not known. Raises InvalidDate.
    """
    until = as_of
    if until is None and (day := day_of(published)):
        until = day.isoformat()
    if period is None:
        return Period(f"/{as_of}" if as_of else None, running=as_of is not None)
    start, slash, end = period.partition("/")
    bounds(period)
    if slash and end in {"", ".."} and until is not None and start not in {"", ".."}:
        first = bounds(start).earliest
        last = bounds(until).latest
        if first is not None and last is not None and first <= last:
            return Period(f"{start}/{until}", running=True)
    return Period(period, running=as_of is not None or (bool(slash) and end in {"", ".."}))


@lru_cache(maxsize=262144)
def periods(a: Period, b: Period) -> Relation:
    """How two periods lie to each other."""
    if a.value is None or b.value is None:
        return "unknown"
    return relation(a.value, b.value)


@lru_cache(maxsize=262144)
def one_event(a: Period, b: Period) -> bool:
    """Whether two periods of a few days share one: reports of one night name one day or the other."""
    if (a.days or SHORT + 1) > SHORT or (b.days or SHORT + 1) > SHORT:
        return False
    return periods(a, b) not in {"disjoint", "unknown"}


@lru_cache(maxsize=262144)
def one_period(a: Period, b: Period) -> bool:
    """Whether two spans are one, told to the year by one and to the month or day by the other."""
    if a.value is None or b.value is None or periods(a, b) not in {"nested", "contains"}:
        return False
    ends = [value.split("/") for value in (a.value, b.value)]
    if not all(len(some) == 2 and all(_PLAIN.fullmatch(end) for end in some) for some in ends):
        return False
    return all(one[: len(other)] == other[: len(one)] for one, other in zip(*ends, strict=True))


@lru_cache(maxsize=262144)
def later(a: Period, b: Period) -> bool:
    """Whether both begin on one day, and differ only in the day up to which was counted."""
    one, other = a.bounds, b.bounds
    if one is None or other is None or not (a.running or b.running):
        return False
    return one.earliest == other.earliest and one.open_start == other.open_start and one.latest != other.latest


@lru_cache(maxsize=262144)
def ends_apart(a: Period, b: Period) -> bool:
    """Whether both ends are known and differ by more than a month, whatever the beginnings are."""
    one, other = a.bounds, b.bounds
    if one is None or other is None or one.latest is None or other.latest is None:
        return False
    return abs((one.latest - other.latest).days) > 31
