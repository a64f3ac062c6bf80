"""Figure, Row -> how the number in a report lies to the number of record."""

from __future__ import annotations

from typing import Literal, NamedTuple

from accordingto.records import Figure
from accordingto.register import Row

Relation = Literal["matches_record", "bound_quoted_as_point", "point_quoted_as_bound", "rounding", "interval_moved"]
End = Literal["lower", "upper"]

_RANK: dict[Relation, int] = {
    "matches_record": 0,
    "point_quoted_as_bound": 1,
    "bound_quoted_as_point": 1,
    "rounding": 2,
    "interval_moved": 3,
}
_NEAR = 0.05
"""A rounded number is at most this share away from the one it stands for: 100,000 for 98,000, not for 92,000."""


class Fit(NamedTuple):
    """How a figure's range lies to a row's numbers.

    `end` is the end of the interval that the relation is about, where it is about one. `exact` is true where every
    number of the report stands digit for digit in the record.
    """

    relation: Relation
    end: End | None = None
    exact: bool = True

    @property
    def rank(self) -> int:
        """The nearer the lower."""
        return _RANK[self.relation] * 2 + (not self.exact)


def fit(figure: Figure, row: Row) -> Fit | None:
    """How the figure lies to the row, or None where the row's numbers cannot be what the figure rests on."""
    low, high = whole(figure.low), whole(figure.high)
    if low is not None and high is not None:
        return _single(low, row) if low == high else _range(low, high, row)
    if low is not None:
        return _floor(_said(low), row)
    return _ceiling(high, row) if high is not None else None


def whole(value: float | None) -> int | None:
    """A count of people as a whole number, None where it is none."""
    return int(value) if value is not None and float(value).is_integer() else None


def digits(value: int) -> int:
    """Significant digits: those that remain without the noughts at the end.

    >>> digits(151_000), digits(4_550)
    (3, 3)
    """
    return len(str(value).rstrip("0")) or 1


def rounds(value: int, exact: int | None) -> bool:
    """Whether `value` is `exact` rounded to fewer digits, up or down, by no more than a twentieth.

    >>> rounds(150_000, 151_000), rounds(152_000, 151_000)
    (True, False)
    """
    if exact is None or value == exact or digits(value) >= digits(exact):
        return False
    step = 10 ** (len(str(value)) - digits(value))
    return abs(value - exact) < step and abs(value - exact) <= _NEAR * exact


def _said(low: int) -> int:
    """The number behind a lower bound: `more than 70` is kept as 71 and up."""
    return low - 1 if low > 1 and digits(low - 1) < digits(low) else low


def _has_interval(row: Row) -> bool:
    return row.low is not None and row.high is not None


def _single(value: int, row: Row) -> Fit | None:
    if value == row.point:
        return Fit("matches_record")
    for end, bound in (("lower", row.low), ("upper", row.high)):
        if value == bound:
            return Fit("bound_quoted_as_point", "lower" if end == "lower" else "upper")
    if rounds(value, row.point) or (not _has_interval(row) and rounds(value, row.floor or row.ceiling)):
        return Fit("rounding", exact=False)
    return None


def _floor(value: int, row: Row) -> Fit | None:
    """`at least VALUE`: a count, a minimum and the lower end of an interval are floors; an estimate's point is not."""
    if value == row.low or (value == row.point and row.basis == "count"):
        return Fit("matches_record")
    if value == row.point:
        return Fit("point_quoted_as_bound", "lower")
    if value == row.high:
        return Fit("interval_moved", "upper")
    nearest = row.point if row.point is not None else row.low
    if nearest is not None and value <= nearest and rounds(value, nearest):
        return Fit("rounding", exact=False)
    return None


def _ceiling(value: int, row: Row) -> Fit | None:
    """`up to VALUE`: what a maximum or the upper end of an interval says; an estimate's or a count's point does not."""
    if value == row.high:
        return Fit("matches_record")
    if value == row.point:
        return Fit("point_quoted_as_bound", "upper")
    if value == row.low:
        return Fit("interval_moved", "lower")
    return Fit("rounding", exact=False) if rounds(value, row.high) else None


def _range(low: int, high: int, row: Row) -> Fit | None:
    if not _has_interval(row):
        return None
    if (low, high) == (row.low, row.high):
        return Fit("matches_record")
    for end, kept, other in (("lower", high == row.high, low), ("upper", low == row.low, high)):
        if kept and (other == row.point or rounds(other, row.point)):
            return Fit("point_quoted_as_bound", "lower" if end == "lower" else "upper", exact=other == row.point)
    same_low, same_high = low == row.low, high == row.high
    if (same_low or rounds(low, row.low)) and (same_high or rounds(high, row.high)):
        return Fit("rounding", exact=False)
    if same_low and digits(low) >= 3:
        return Fit("interval_moved", "upper")
    if same_high and digits(high) >= 3:
        return Fit("interval_moved", "lower")
    return None
