"""EDTF, EDTF -> Relation: the algebra of intervals of days."""

from __future__ import annotations

import datetime as dt

from accordingto.edtf.bounds import Bounds, bounds
from accordingto.records import Relation

_BEYOND = dt.date.max.toordinal() + 1


def relation(a: str | Bounds, b: str | Bounds) -> Relation:
    """How the days of `a` lie to those of `b`; raises InvalidDate for what is no EDTF.

    `nested` means that `a` lies within `b`. Two values that only touch (June, July) are disjoint. It is `unknown` where
    an end that nobody knows decides, and where an approximate value misses the other by no more than its own unit.

    >>> relation("2006", "2003/2006"), relation("2003/2006", "2006"), relation("2003/2006", "2005/2008")
    ('nested', 'contains', 'overlapping')
    >>> relation("XXXX-10-08", "2016")
    'unknown'
    """
    first = bounds(a) if isinstance(a, str) else a
    second = bounds(b) if isinstance(b, str) else b
    if first.known and second.known:
        return _known(first, second)
    return "disjoint" if _apart(first, second, 0) else "unknown"


def _known(a: Bounds, b: Bounds) -> Relation:
    if _apart(a, b, 0):
        return "disjoint" if _apart(a, b, a.slack + b.slack) else "unknown"
    # An open end goes beyond the first and the last day that the calendar of the program has.
    starts = _compared(*(0 if d.earliest is None else d.earliest.toordinal() for d in (a, b)))
    ends = _compared(*(_BEYOND if d.latest is None else d.latest.toordinal() for d in (a, b)))
    if starts == ends == 0:
        return "same"
    if starts >= 0 and ends <= 0:
        return "nested"
    if starts <= 0 and ends >= 0:
        return "contains"
    return "overlapping"


def _compared(a: int, b: int) -> int:
    """-1, 0 or 1 as `a` is before, on or after `b`."""
    return (a > b) - (a < b)


def _apart(a: Bounds, b: Bounds, slack: int) -> bool:
    """Whether one surely ends more than `slack` days before the other begins."""
    return _before(a, b, slack) or _before(b, a, slack)


def _before(a: Bounds, b: Bounds, slack: int) -> bool:
    if a.latest is None or b.earliest is None:
        return False
    return (b.earliest - a.latest).days > slack
