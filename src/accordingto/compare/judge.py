"""Statement, Statement -> verdict and reasons: whether two claims agree, conflict or cannot be compared, and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from accordingto.compare.axes import Apart, apart, measures, place
from accordingto.compare.meaning import Meaning, Statistic
from accordingto.compare.periods import one_day_of_year
from accordingto.compare.ranges import Range, alike, altered, meet, rounded, whole
from accordingto.records import Reason, Verdict

NEAR = dt.timedelta(days=7)
"""Reports that appear within so many days of each other and leave out when or where it was may mean one event."""
_SAME_DAY = dt.timedelta(days=1)
"""A statement is reported on its day or the next."""
_GROWS = 2
"""A later and higher toll by another voice is taken for an update while it is at most so many times the earlier."""
_DRIFTS: frozenset[Reason] = frozenset(
    {"different_measure", "different_population", "nested_population", "different_place", "different_definition"}
)


@dataclass(frozen=True, slots=True)
class Statement:
    """What judging needs of one claim.

    `speaker` is a key that two claims share where one speaker makes both, `known` whether it names somebody. `day` is
    that of the earliest report, `corrects` whether its words speak of a correction, `base` whether a percentage says
    `more` or `less`. `reports` are the ids of the documents that state it.
    """

    meaning: Meaning
    range: Range
    statistic: Statistic
    speaker: str
    known: bool
    day: dt.date | None
    denied: bool = False
    corrects: bool = False
    base: str | None = None
    reports: frozenset[str] = frozenset()


class Judgement(NamedTuple):
    """A verdict with its reasons, and the axes on which nobody can tell."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    unknown: tuple[str, ...] = ()


def judge(a: Statement, b: Statement) -> Judgement:
    """How two claims stand to each other. The order of the two makes no difference."""
    between = apart(a.meaning, b.meaning)
    if between.reasons == ("different_place",) and _repeated(a, b) and _within(a.meaning, b.meaning):
        return _numbers(a, b)  # one statement, of which one report names the place more closely
    if between.reasons and between.reasons != ("later_as_of",):
        drift: tuple[Reason, ...] = ("misquote",) if _drifted(a, b, between) else ()
        return Judgement("incomparable", (*between.reasons, *drift))
    open_axes = _open(a, b, between)
    if open_axes:
        return Judgement("undecided", (), open_axes)
    if between.reasons and not meet(a.range, b.range):
        return Judgement("incomparable", between.reasons)
    if a.denied != b.denied:
        return Judgement("conflict", ("true_conflict",)) if meet(a.range, b.range) else Judgement("undecided", ())
    return _numbers(a, b)


def _numbers(a: Statement, b: Statement) -> Judgement:
    """The verdict on two claims that count the same."""
    one_voice = a.known and a.speaker == b.speaker
    if a.meaning.measure[0] == "percent" and _other_base(a, b):
        return Judgement("conflict", ("percent_base_error",))
    changed = altered(a.range, b.range, a_first=_first(a, b)) if one_voice else None
    if changed is not None and (whole(a.range, b.range) or _one_day(a, b)):
        extra: tuple[Reason, ...] = ("rounding",) if not _exact(a.range, b.range) else ()
        # `At least 600,000` for 600,000 still holds the number; an interval with other ends is another statement.
        parted = whole(a.range, b.range) or not (meet(a.range, b.range) or rounded(a.range, b.range))
        return Judgement("conflict" if parted else "agree", (changed, *extra))
    same: tuple[Reason, ...] = (
        ("same_origin",) if one_voice and _one_day(a, b) and alike(a.range.mark, b.range.mark) else ()
    )
    if meet(a.range, b.range):
        return Judgement("agree", same)
    if rounded(a.range, b.range):
        return Judgement("agree", (*same, "rounding"))
    if a.meaning.measure[0] == "percent" or (a.speaker == b.speaker and a.reports & b.reports):
        # Nobody contradicts himself in one report: the two count what the words around them tell apart. Nor is it known
        # of what two percentages are.
        return Judgement("undecided", (), ("measure",))
    return _changed(a, b, one_voice=one_voice)


def _changed(a: Statement, b: Statement, *, one_voice: bool) -> Judgement:
    """The verdict on numbers that do not meet: a correction, an update of a toll, or a conflict."""
    if a.day is None or b.day is None or a.day == b.day:
        return Judgement("conflict", ("true_conflict",))
    early, late = (a, b) if a.day < b.day else (b, a)
    rises = _above(late.range, early.range)
    if one_voice and (late.corrects or not rises):
        return Judgement("incomparable", ("corrected_by_source",))
    if rises and (one_voice or _grown(early.range, late.range)):
        return Judgement("incomparable", ("later_as_of",))
    return Judgement("conflict", ("true_conflict",))


def _open(a: Statement, b: Statement, between: Apart) -> tuple[str, ...]:
    """The unknown axes that matter: not one of place and period, within one report or a week."""
    unknown = () if a == b else between.unknown
    near = bool(a.reports & b.reports) or (a.day is not None and b.day is not None and abs(a.day - b.day) <= NEAR)
    if near and unknown in {("place",), ("period",)}:
        return ()
    # Of a day whose year one leaves out no more is asked than that the other has the day, too.
    if unknown == ("period",) and one_day_of_year(a.meaning.period, b.meaning.period):
        return ()
    # A voice that repeats its own number need not say again what it counts.
    if _repeated(a, b):
        return ()
    return unknown


def _drifted(a: Statement, b: Statement, between: Apart) -> bool:
    """Whether two reports of one statement give its number to different things: one of them must be wrong."""
    return (
        _repeated(a, b)
        and set(between.reasons) - {"later_as_of"} <= _DRIFTS  # each report counts up to the day on which it appeared
        and measures(a.meaning.measure, b.meaning.measure) != "disjoint"
        and a.range.mark is not None
    )


def _repeated(a: Statement, b: Statement) -> bool:
    """Whether one voice gives one number on one day."""
    return a.known and a.speaker == b.speaker and _one_day(a, b) and alike(a.range.mark, b.range.mark)


def _within(a: Meaning, b: Meaning) -> bool:
    """Whether one place lies in the other."""
    return place(a.place, b.place) in {"nested", "contains"}


def _one_day(a: Statement, b: Statement) -> bool:
    """Whether both may report one statement, by the days on which they appeared; no day speaks for none."""
    return a.day is None or b.day is None or abs(a.day - b.day) <= _SAME_DAY


def _first(a: Statement, b: Statement) -> bool | None:
    """Whether `a` was reported first; None where both were on one day, or a day is not known."""
    return None if a.day is None or b.day is None or a.day == b.day else a.day < b.day


def _exact(a: Range, b: Range) -> bool:
    """Whether they share a number exactly, off by one at most as in `over 40` (41)."""
    return any(abs(x - y) <= 1 for x in (a.low, a.high) for y in (b.low, b.high) if x is not None and y is not None)


def _above(a: Range, b: Range) -> bool:
    """Whether all of `a` is above all of `b`; they do not meet."""
    return a.low is not None and (b.high is not None or b.low is not None) and a.low > (b.high or b.low or 0)


def _grown(early: Range, late: Range) -> bool:
    before, after = early.high or early.low, late.low or late.high
    return before is not None and after is not None and after <= _GROWS * max(before, 1)


def _other_base(a: Statement, b: Statement) -> bool:
    """Whether one percentage is the other on the other base: 41 % less than the larger is 70 % more than the smaller.

    That is no error where one says `more` and the other `less`; it is one where both say the same.
    """
    small, large = sorted(((a.range.point or 0.0), (b.range.point or 0.0)))
    if not 0 < small < large or small >= 100 or (a.base is not None and b.base is not None and a.base != b.base):
        return False
    return abs(100 * small / (100 - small) - large) <= 1 and large - small > 2
