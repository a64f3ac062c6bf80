"""Values of durations and of what happens again and again."""

from __future__ import annotations

from accordingto.date.amounts import length, number_of, unit_of
from accordingto.date.context import Context
from accordingto.date.scan import Mention
from accordingto.date.value import Value
from accordingto.language.en.calendar import calendar

_TIMES = {"other": 2, "second": 2, "third": 3, "fourth": 4}


def duration(mention: Mention, _: Context) -> Value:
    """`two weeks`, `nearly two decades`, `a few days`, `11-year`, `the past 24 hours`."""
    return Value(length(number_of(mention.part("num")), unit_of(mention.part("unit"))), "duration")


def one(mention: Mention, _: Context) -> Value:
    """`year-long`, `hours-long`, `the first year` of something."""
    return Value(length(None if mention.part("many") else 1, unit_of(mention.part("unit"))), "duration")


def many(mention: Mention, _: Context) -> Value:
    """`decades`, `the following days`: how many is not told."""
    return Value(length(None, unit_of(mention.part("unit"))), "duration")


def rate(mention: Mention, context: Context) -> Value:
    """`per day`, `30 a week`; else `a week` is how long something took."""
    again = mention.part("per") == "per" or context.led(mention, "rate")
    return Value(length(1, unit_of(mention.part("unit"))), "set" if again else "duration")


def every(mention: Mention, _: Context) -> Value:
    """`every Friday`, `every other week`, `every four years`: the time after which it comes again."""
    number = _TIMES.get(mention.part("other")) or number_of(mention.part("num")) or 1
    unit = "D"
    if mention.part("wd"):
        unit = "W"
    elif mention.part("month") or mention.part("season"):
        unit = "Y"
    elif mention.part("unit"):
        unit = unit_of(mention.part("unit"))
    return Value(length(number, unit), "set")


def weekly(_: Mention, __: Context) -> Value:
    """`Fridays`."""
    return Value("P1W", "set")


def repeated(mention: Mention, context: Context) -> Value:
    """`daily`, `annually`: any day, any year."""
    return Value(calendar("set")[context.text[mention.start : mention.end].lower()], "set")
