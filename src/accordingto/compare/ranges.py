"""Two ranges against each other: whether they meet, by rounding or as they stand, and what one made of the other."""

from __future__ import annotations

from dataclasses import dataclass

from accordingto.records import Reason

_VAGUE = 0.75
"""`Dozens` begins where a writer may say so: at three quarters of its least value."""
_ABOUT = 0.05
"""`About 31` reaches a twentieth to either side, where its zeros do not let it reach further."""
_DIGITS = 10
"""A number without `about` is taken for rounded where its step is a tenth of it or less: to two digits or more."""


@dataclass(frozen=True, slots=True)
class Range:
    """Inclusive bounds, None for an open end; `approx` and `vague` as in a Figure."""

    low: float | None
    high: float | None
    approx: bool = False
    vague: bool = False

    @property
    def point(self) -> float | None:
        """Its one value, where it has but one."""
        return self.low if self.low == self.high else None

    @property
    def mark(self) -> float | None:
        """The number that was said: the point, or the one bound of `at least 40` (where `over 40` is 41)."""
        if self.low is not None and self.high is not None:
            return self.point
        return self.high if self.low is None else self.low


def meet(a: Range, b: Range) -> bool:
    """Whether the two have a value in common as they stand."""
    return _low(a) <= _high(b) and _low(b) <= _high(a)


def rounded(a: Range, b: Range) -> bool:
    """Whether the two meet once what is said roundly is given the room that it had before it was rounded."""
    return (
        _low(a) - _room(a, b) <= _high(b) + _room(b, a)
        and _low(b) - _room(b, a) <= _high(a) + _room(a, b)
    )  # fmt: skip


def alike(a: float | None, b: float | None) -> bool:
    """Whether two numbers are one, as said by two writers: equal, off by one for `over 40`, or one rounded."""
    if a is None or b is None:
        return False
    return abs(a - b) <= 1 or rounded(Range(a, a), Range(b, b))


def altered(a: Range, b: Range, *, a_first: bool | None) -> Reason | None:
    """What one of two ranges of one source made of the other, None where it altered nothing.

    An interval with one end kept and one moved; a bound of the one as the point of the other, or its point as a bound;
    one number as an upper bound by the one and a lower by the other, of which the source can have said one at most.
    Which of the two is the source's own is told by which came first (`a_first`), else by which of them is rounder.
    """
    if _whole(a) and _whole(b):
        shared = [alike(a.low, b.low), alike(a.high, b.high)]
        return "interval_moved" if any(shared) and not all(shared) else None
    if _turned(a, b) or _turned(b, a):
        return "point_quoted_as_bound"
    point, other, point_first = (
        (a, b, a_first) if a.point is not None else (b, a, None if a_first is None else not a_first)
    )
    if point.point is None or other.point is not None or other.vague:
        return None
    end = next((e for e in (other.low, other.high) if alike(e, point.point)), None)
    if end is None:
        return None
    if point_first is None:
        point_first = not _whole(other) or _step(end) > _step(point.point)
    return "point_quoted_as_bound" if point_first else "bound_quoted_as_point"


def _turned(a: Range, b: Range) -> bool:
    """Whether `a` has for its upper bound what `b` has for its lower."""
    return a.low is None and b.high is None and not (a.vague or b.vague) and alike(a.high, b.low)


def whole(a: Range, b: Range) -> bool:
    """Whether one of them is an interval with two ends."""
    return _whole(a) or _whole(b)


def _whole(a: Range) -> bool:
    """Whether it is an interval with two ends."""
    return a.low is not None and a.high is not None and a.low != a.high


def _low(a: Range) -> float:
    if a.low is None:
        return float("-inf")
    return a.low * _VAGUE if a.vague and a.low > 0 else a.low


def _high(a: Range) -> float:
    return float("inf") if a.high is None else a.high


def _room(a: Range, b: Range) -> float:
    """How far the numbers of `a` may be off by rounding, beside those of `b`: half a step, where `a` is the rounder."""
    steps = [_step(n) for n in (a.low, a.high) if n]
    others = [_step(n) for n in (b.low, b.high) if n]
    if not steps:
        return 0.0
    step, size = min(steps), max(abs(n) for n in (a.low, a.high) if n)
    if a.approx:
        return max(step / 2 if step <= size else 0.0, _ABOUT * size)
    rounder = step >= 10 and step * _DIGITS <= size and (not others or step > min(others))
    return step / 2 if rounder else 0.0


def _step(number: float) -> float:
    """The step to which a number is rounded by its zeros: 10,000 for 150,000, and a tenth for 41.5."""
    if not float(number).is_integer():
        return 10.0 ** -len(f"{number!r}".partition(".")[2])
    whole, step = abs(int(number)), 1
    while whole and whole % (step * 10) == 0:
        step *= 10
    return float(step)
