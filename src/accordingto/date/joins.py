"""Expressions that belong together: `from March to June 2006`, `April and May 1943`, `10 a.m. on Tuesday`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from accordingto.date import clock, value
from accordingto.date.context import Context
from accordingto.date.scan import Mention
from accordingto.date.value import Value

_TO = re.compile(r"\s*[-–—]\s*|\s+(?:to|until|till|through)\s+(?:the\s+)?")
_AND = re.compile(r"\s+(?:and|or)\s+(?:the\s+)?|\s*/\s*|,\s+")
_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_YEARLESS = frozenset({"month", "month_day", "day_month", "season", "days_month", "month_days"})
_POINTS = _YEARLESS | {"year", "year_bc", "month_year", "iso", "numeric", "weekday", "holiday", "today", "decade"}
_AT = re.compile(r"(?:,?\s+(?:local\s+time\s+)?(?:on\s+|at\s+)?(?:the\s+)?|,\s+)", re.IGNORECASE)

Values = Mapping[str, Callable[[Mention, Context], Value]]


def joined(found: Sequence[Mention], context: Context, values: Values) -> Iterator[tuple[int, int, Value]]:
    """Start, end and value of each expression; two that are the ends of an interval become one."""
    lent = _lent(found, context.text)
    at = 0
    while at < len(found):
        here = lent[at]
        first = values[here.kind](here, context)
        _saw(first, here, context)
        after = lent[at + 1] if at + 1 < len(lent) else None
        if (
            after is not None
            and "clock" in {here.kind, after.kind}
            and _AT.fullmatch(context.text, here.end, after.start)
        ):
            day = values[after.kind](after, context) if here.kind == "clock" else first
            hour = clock.of(here, after.part("part")) if here.kind == "clock" else clock.of(after, here.part("part"))
            if day.point is not None and day.point.day is not None and day.type == "date" and hour:
                _saw(day, after if here.kind == "clock" else here, context)
                yield here.start, after.end, Value(f"{day.point.edtf}T{hour}", "time", day.point)
                at += 2
                continue
        if after is not None and (start := _interval_start(here, after, context)) is not None:
            last = values[after.kind](after, context)
            span = _spanned(first, last)
            if span is not None:
                _saw(last, after, context)
                yield start, after.end, span
                at += 2
                continue
        if here.kind != "clock" or first.edtf is not None:
            yield here.start, here.end, first
        at += 1


def _saw(found: Value, mention: Mention, context: Context) -> None:
    if found.point is not None:
        context.saw(found.point, mention)


def _lent(found: Sequence[Mention], text: str) -> list[Mention]:
    """The mentions, where `March to June 2006` and `April and May 1943` lend the first month the year of the second."""
    out = list(found)
    for at in range(len(out) - 2, -1, -1):
        first, second = out[at], out[at + 1]
        gap = text[first.end : second.start]
        if (
            first.kind in _YEARLESS
            and not first.parts.get("year")
            and not first.parts.get("rely")
            and (_TO.fullmatch(gap) or _AND.fullmatch(gap))
        ):
            if second.kind in {*_YEARLESS, "month_year"} and second.parts.get("year"):
                out[at] = replace(first, parts=first.parts | {"year": second.parts["year"]})
            elif second.kind == "year" and _AND.fullmatch(gap) and "," not in gap:
                continue
        if first.kind == "year" and second.kind == "year_bc" and (_TO.fullmatch(gap) or _AND.fullmatch(gap)):
            out[at] = replace(first, parts=first.parts | {"era": "BC"})
    return out


def _interval_start(first: Mention, second: Mention, context: Context) -> int | None:
    """Where the interval that the two are the ends of begins in the text; None where they are not."""
    if first.kind not in _POINTS or second.kind not in _POINTS:
        return None
    gap = context.text[first.end : second.start]
    if not (_TO.fullmatch(gap) or re.fullmatch(r"\s+and\s+(?:the\s+)?", gap)):
        return None
    before = context.text[max(0, first.start - 14) : first.start]
    led = (_FROM if _TO.fullmatch(gap) else _BETWEEN).search(before)
    if led:
        return first.start - len(before) + led.start()
    return first.start if _TO.fullmatch(gap) and not gap.strip().startswith("to") else None


def _spanned(first: Value, last: Value) -> Value | None:
    if first.point is None or last.point is None or last.point.order < first.point.order:
        return None
    return value.between(first.point, last.point)
