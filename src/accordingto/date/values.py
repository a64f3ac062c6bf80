"""Kind of expression -> the function that gives it its value."""

from __future__ import annotations

from collections.abc import Callable

from accordingto.date import absolute, clock, durations, relative, value
from accordingto.date.context import Context
from accordingto.date.scan import Mention
from accordingto.date.value import Value


def _clock(mention: Mention, context: Context) -> Value:
    """A time without a day: of the day said last, in a narrative."""
    hour = clock.of(mention)
    if hour is None or context.last is None or context.last.day is None:
        return value.unknown("the day of this hour is not told", "time")
    return Value(f"{context.last.edtf}T{hour}", "time", context.last)


def _now(_: Mention, __: Context) -> Value:
    return value.unknown("the time of writing, or thereabouts")


def _once(_: Mention, __: Context) -> Value:
    return value.unknown(value.VAGUE)


VALUES: dict[str, Callable[[Mention, Context], Value]] = {
    "at_night": _once,
    "bc_span": absolute.bc_span,
    "before_last": relative.next_but_one,
    "century": absolute.century,
    "clock": _clock,
    "counted_past": durations.duration,
    "counted_ref": durations.duration,
    "day_month": absolute.calendar_day,
    "day_part": relative.part_of_day,
    "days_month": absolute.two_days,
    "decade": absolute.decade,
    "duration": durations.duration,
    "end_of": relative.end_of,
    "every": durations.every,
    "future": _once,
    "half_of": relative.end_of,
    "holiday": absolute.holiday,
    "iso": absolute.iso,
    "month": absolute.calendar_day,
    "month_day": absolute.calendar_day,
    "month_days": absolute.two_days,
    "month_year": absolute.calendar_day,
    "next_unit": relative.by_unit,
    "nth_unit": durations.one,
    "number_unit": durations.duration,
    "numeric": absolute.numeric,
    "past": _once,
    "period": _once,
    "present": _now,
    "rate": durations.rate,
    "relative_month": relative.month_value,
    "relative_season": relative.month_value,
    "relative_weekday": relative.weekday_value,
    "season": absolute.season,
    "set": durations.repeated,
    "shifted": relative.counted,
    "some_units": durations.many,
    "today": relative.today,
    "unit_after": relative.after_unit,
    "unit_long": durations.one,
    "units": durations.many,
    "weekday": relative.weekday_value,
    "weekday_last": relative.weekday_value,
    "weekdays": durations.weekly,
    "wire_day": absolute.calendar_day,
    "year": absolute.year,
    "year_bc": absolute.year,
    "year_span": absolute.year_span,
}
