"""Expressions that belong together: `from March to June 2006`, `April and May 1943`, `10 a.m. on Tuesday`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from accordingto.date import clock, value
from accordingto.date.context import Context
from accordingto.date.scan import Mention
from accordingto.date.value import Value
from accordingto.date.values import VALUES

_TO = re.compile(r"\s*[-–—]\s*|\s+(?:to|until|till|through)\s+(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
_LENDS = re.compile(rf"{_TO.pattern}|\s+(?:and|or)\s+(?:the\s+)?|\s*/\s*|,\s+", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_FROM_LENGTH = 14  # "between the " and a little white space
_AT = re.compile(r",?\s+(?:local\s+time,?\s+)?(?:on\s+|at\s+)?(?:the\s+)?", re.IGNORECASE)
_YEARLESS = frozenset({"day_month", "days_month", "holiday", "month", "month_day", "month_days", "season"})
_POINTS = frozenset(
    {"day_month", "decade", "holiday", "iso", "month", "month_day", "month_year", "numeric", "season", "today"}
    | {"weekday", "year", "year_bc"}
)

Joined = tuple[int, int, Value]


def joined(found: Sequence[Mention], context: Context) -> Iterator[Joined]:
    """Start, end and value of each expression; a day and its hour, and the two ends of an interval, become one."""
    lent = _lent(found, context.text)
    at = 0
    while at < len(lent):
        here = lent[at]
        first = _valued(here, context)
        together = None
        if at + 1 < len(lent):
            after = lent[at + 1]
            together = _at_hour(here, first, after, context) or _interval(here, first, after, context)
        if together is not None:
            yield together
        elif here.kind != "clock" or first.edtf is not None:  # an hour of no day says nothing
            yield here.start, here.end, first
        at += 1 if together is None else 2


def _valued(mention: Mention, context: Context) -> Value:
    """The value of one expression, on which later ones may hang."""
    found = VALUES[mention.kind](mention, context)
    if found.point is not None:
        context.saw(found.point, mention)
    return found


def _lent(found: Sequence[Mention], text: str) -> list[Mention]:
    """The mentions, where `March to June 2006` and `April and May 1943` lend the first month the year of the second."""
    out = list(found)
    for at in range(len(out) - 2, -1, -1):
        first, second = out[at], out[at + 1]
        dated = first.parts.get("year") or first.parts.get("rely")
        if first.kind not in _YEARLESS or dated or not second.parts.get("year") or second.kind not in _LENDING:
            continue
        if _LENDS.fullmatch(text, first.end, second.start):
            out[at] = replace(first, parts=first.parts | {"year": second.parts["year"]})
    return out


_LENDING = _YEARLESS | {"month_year"}


def _at_hour(here: Mention, first: Value, after: Mention, context: Context) -> Joined | None:
    """`10 a.m. on Tuesday`, `Tuesday night at 10`."""
    if (here.kind == "clock") == (after.kind == "clock") or not _AT.fullmatch(context.text, here.end, after.start):
        return None
    if here.kind == "clock":
        day, hour = VALUES[after.kind](after, context), clock.of(here, after.part("part"))
    else:
        day, hour = first, clock.of(after, here.part("part"))
    if hour is None or day.type != "date" or day.point is None or day.point.day is None:
        return None
    if here.kind == "clock":
        context.saw(day.point, after)
    return here.start, after.end, Value(f"{day.point.edtf}T{hour}", "time", day.point)


def _interval(here: Mention, first: Value, after: Mention, context: Context) -> Joined | None:
    """`from March to June 2006`, `between 2003 and 2006`, `1939-1945`."""
    start = _interval_start(here, after, context)
    if start is None or first.point is None:
        return None
    last = VALUES[after.kind](after, context)
    if last.point is None or last.point.order < first.point.order:
        return None
    context.saw(last.point, after)
    return start, after.end, value.between(first.point, last.point)


def _interval_start(first: Mention, second: Mention, context: Context) -> int | None:
    """Where the interval that the two are the ends of begins in the text; None where they are not."""
    if first.kind not in _POINTS or second.kind not in _POINTS:
        return None
    to = _TO.fullmatch(context.text, first.end, second.start)
    if not to and not _AND.fullmatch(context.text, first.end, second.start):
        return None
    before = context.text[max(0, first.start - _FROM_LENGTH) : first.start]
    led = (_FROM if to else _BETWEEN).search(before)
    if led:
        return first.start - len(before) + led.start()
    return first.start if to else None
