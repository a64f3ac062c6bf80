"""Figure, Row -> whether the report gives the figure another period than the record does."""

from __future__ import annotations

from accordingto.records import Figure
from accordingto.register import Row
from accordingto.register.days import days, unit


def other_period(figure: Figure, row: Row) -> bool:
    """Whether the two periods differ, as finely as both are given: 2003/2006 is March 2003 to June 2006.

    False where one of them is not known, and where the report's may be the day of the report or of the publication.
    """
    if figure.period is None or row.period is None or figure.period_words is None:
        return False
    try:
        theirs, ours = days(figure.period), days(row.period)
        fineness = min(unit(figure.period), unit(row.period))
    except ValueError:
        return False
    if "/" not in figure.period and _is_publication(figure.period, row):
        return False
    pairs = list(zip(theirs, ours, strict=True))
    return any(a and b and a.timetuple()[:fineness] != b.timetuple()[:fineness] for a, b in pairs)


def _is_publication(period: str, row: Row) -> bool:
    """Whether a date lies in the year in which the row was published or up to which it counts."""
    years = {date[:4] for date in (row.published, row.as_of) if date}
    return not years or period[:4] in years
