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


_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")
_ROUND_THE_EARTH = dt.timedelta(days=1)
"""It is tomorrow somewhere while a report appears."""
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


def _until(as_of: str | None) -> str | None:
    """The day up to which was counted, of an interval its end; None where that is open."""
    start, slash, end = (as_of or "").partition("/")
    told = end if slash else start
    return told if told not in {"", ".."} else None


@lru_cache(maxsize=65536)
def period_of(period: str | None, as_of: str | None, published: str | None) -> Period:
    """The period of a figure: `since 2003` ends on the day of counting, else on the day of publication.

    With a day of counting alone, its beginning is not known. Raises InvalidDate.
    """
    as_of = until = _until(as_of)
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


def with_year(value: str | None, published: str | None) -> str | None:
    """A day or month without a year (`XXXX-03-11`), with the last year in which it was not after `published`.

    Other values, and all where nothing was published, stay as they are.

    >>> with_year("XXXX-12-30", "2016-01-02"), with_year("XXXX-03-11/..", "2016-03-12"), with_year("2003", None)
    ('2015-12-30', '2016-03-11/..', '2003')
    """
    day = day_of(published)
    if value is None or day is None or "XXXX-" not in value:
        return value
    start, slash, end = value.partition("/")
    dated = _last_before(end, day + _ROUND_THE_EARTH)
    until = (bounds(dated).latest if slash and end not in {"", ".."} else None) or day + _ROUND_THE_EARTH
    made = f"{_last_before(start, until)}{slash}{dated}"
    try:
        bounds(made)
    except InvalidDate:  # two ends that cannot both be meant so
        return value
    return made


def _last_before(part: str, day: dt.date) -> str:
    """A date without a year in the last year in which it begins no later than `day`; other parts as they are."""
    if not part.startswith("XXXX-"):
        return part
    for year in (day.year, day.year - 1):
        made = f"{year}{part.removeprefix('XXXX')}"
        try:
            first = bounds(made).earliest
        except InvalidDate:  # 29 February of another year
            continue
        if first is not None and first <= day:
            return made
    return part


@lru_cache(maxsize=262144)
def day_of_year(period: Period) -> tuple[int, int] | None:
    """Month and day of a single day whose year is not known, or is; None for every other period."""
    found = _DAY.fullmatch(period.value or "")
    return (int(found[2]), int(found[3])) if found else None


@lru_cache(maxsize=262144)
def one_day_of_year(a: Period, b: Period) -> bool | None:
    """Whether two days are one day of the year, where the year of one is not known; None where both are, or no days.

    The next day is the same: reports of one night name one day or the other.
    """
    one, other = day_of_year(a), day_of_year(b)
    if one is None or other is None or "X" not in f"{a.value}{b.value}":
        return None
    days = [dt.date(2000, *at).toordinal() for at in (one, other)]
    apart = abs(days[0] - days[1])
    return min(apart, 366 - apart) <= 1


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
    """Whether both ends are known and more than a month lies between them, whatever the beginnings are."""
    if a.value is None or b.value is None:
        return False
    ends = [bounds(value.rpartition("/")[2]) for value in (a.value, b.value) if value[-1] not in "./"]
    if len(ends) != 2 or relation(*ends) != "disjoint":
        return False
    (first, second) = sorted(ends, key=lambda end: end.earliest or dt.date.min)
    return first.latest is not None and second.earliest is not None and (second.earliest - first.latest).days > 31
