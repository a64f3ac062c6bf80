"""EDTF -> Bounds: the first and the last day that a value can mean."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from accordingto.edtf.grammar import Extent, InvalidDate, date

_SETS = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What an EDTF value spans. `earliest` and `latest` are its first and last day, both inclusive.

    An end that goes on without limit (`..`) has None and its flag `open_start` or `open_end`; an end that nobody knows
    has None without the flag. `approximate` (`~`) and `uncertain` (`?`) are true where any part is marked so, and
    `slack` is how many days an approximate value may be off at either end: the length of its unit, else 0.
    """

    earliest: dt.date | None
    latest: dt.date | None
    open_start: bool = False
    open_end: bool = False
    approximate: bool = False
    uncertain: bool = False
    slack: int = 0

    @property
    def known(self) -> bool:
        """Whether both ends are known, be it as a day or as open."""
        return (self.earliest is not None or self.open_start) and (self.latest is not None or self.open_end)


@lru_cache(maxsize=65536)
def bounds(value: str) -> Bounds:
    """The days that an EDTF value spans: a date, month, year, season, decade, interval or set; raises InvalidDate.

    A date and time has the day that it names, in its own zone. An unknown year leaves both ends unknown.

    >>> bounds("2003/2006-06").latest
    datetime.date(2006, 6, 30)
    >>> bounds("2011-03/..").open_end
    True
    """
    if value[:1] in _SETS and value[-1:] == _SETS[value[0]]:
        return _set(value)
    ends = value.split("/")
    if len(ends) == 1:
        return _of(date(value), date(value))
    if len(ends) != 2 or set(ends) <= {""}:
        raise InvalidDate(value, "an interval has two ends, and one of them says something")
    start, end = (_end(value, part) for part in ends)
    made = _of(start, end, open_start=ends[0] == "..", open_end=ends[1] == "..")
    if made.earliest is not None and made.latest is not None and made.earliest > made.latest:
        raise InvalidDate(value, "it ends before it begins")
    return made


def _end(value: str, part: str) -> Extent:
    if part in {"", ".."}:
        return Extent(first=None, last=None)
    try:
        return date(part)
    except InvalidDate:
        raise InvalidDate(value, f"the end {part!r} is none") from None


def _of(start: Extent, end: Extent, *, open_start: bool = False, open_end: bool = False) -> Bounds:
    approximate = start.approximate or end.approximate
    return Bounds(
        earliest=start.first,
        latest=end.last,
        open_start=open_start,
        open_end=open_end,
        approximate=approximate,
        uncertain=start.uncertain or end.uncertain,
        slack=max((e.days for e in (start, end) if e.approximate), default=0),
    )


def _set(value: str) -> Bounds:
    """The span from the first to the last member; a member `a..b` is all between, `..b` and `a..` are open."""
    members: list[Bounds] = []
    for part in value[1:-1].split(","):
        start, dots, end = part.strip().partition("..")
        if not dots:
            members.append(bounds(start))
        else:
            members.append(bounds(f"{start or '..'}/{end or '..'}"))
    first = [m.earliest for m in members]
    last = [m.latest for m in members]
    return Bounds(
        earliest=None if None in first else min(d for d in first if d),
        latest=None if None in last else max(d for d in last if d),
        open_start=any(m.open_start for m in members),
        open_end=any(m.open_end for m in members),
        approximate=any(m.approximate for m in members),
        uncertain=any(m.uncertain for m in members),
        slack=max(m.slack for m in members),
    )
