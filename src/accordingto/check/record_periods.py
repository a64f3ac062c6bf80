"""Figure, Row -> whether the report gives the figure another period than the record does."""

from __future__ import annotations

from collections.abc import Iterable

from accordingto.edtf import InvalidDate, bounds
from accordingto.records import Figure
from accordingto.register import Row

_SHORT = 60
"""A period of fewer days is when somebody spoke or something happened, not what a figure of record counts."""


def other_period(figure: Figure, row: Row, published: str | None) -> bool:
    """Whether the two periods differ, as finely as both are given: 2003/2006 is March 2003 to June 2006.

    False where one of them is not known, and where the report's may be that of its own day, whose date is `published`,
    or of the source's publication.
    """
    if figure.period is None or row.period is None or figure.period_words is None:
        return False
    try:
        theirs, ours = bounds(figure.period), bounds(row.period)
    except InvalidDate:
        return False
    if theirs.earliest and theirs.latest and (theirs.latest - theirs.earliest).days < _SHORT:
        return False
    if "/" not in figure.period and _is_publication(figure.period, (row.published, row.as_of, published)):
        return False
    fineness = min(_fineness(figure.period), _fineness(row.period))
    ends = ((theirs.earliest, ours.earliest), (theirs.latest, ours.latest))
    return any(a and b and a.timetuple()[:fineness] != b.timetuple()[:fineness] for a, b in ends)


def _fineness(edtf: str) -> int:
    """How fine the coarsest end of a date or an interval is: 1 for years, 2 for months, 3 for days."""
    ends = [e for e in edtf.split("/") if e not in ("", "..")]
    return min(e.partition("T")[0].count("-") + 1 for e in ends)


def _is_publication(period: str, dates: Iterable[str | None]) -> bool:
    """Whether a date lies in the year of one of `dates`, of which one at least must be known to tell."""
    years = {date[:4] for date in dates if date}
    return not years or period[:4] in years
