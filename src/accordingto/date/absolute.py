"""Values of expressions with a month, a year, a season, a decade or a century."""

from __future__ import annotations

import re

from accordingto.date import value
from accordingto.date.context import Context
from accordingto.date.moments import SEASONS, Moment, interval, moment, weekday
from accordingto.date.scan import Mention
from accordingto.date.value import Value, century_of, decade_of
from accordingto.language.en.calendar import holidays, numbers_of

_HALVES = {"first": 40, "second": 41, "latter": 41, "last": 41, "other": 41}  # EDTF level 2
_CENTURY = 100
_PIVOT = 50  # '05 is 2005, '95 is 1995
_MONTHS = 12
_WINTER = 24
_MILD = SEASONS[:3]


def year_of(mention: Mention) -> int | None:
    """The year that the expression names itself; years before Christ are astronomical."""
    if before := mention.part("bc"):
        era = mention.part("era").replace(".", "").strip()
        number = int(before)
        return None if number == 0 else number if era in {"ad", "ce"} else 1 - number
    digits = mention.part("year") or mention.part("short")
    if not digits:
        return None
    if digits[0] == "'" or len(digits) == 2:
        short = int(digits.lstrip("'"))
        return short + (2000 if short < _PIVOT else 1900)
    era = mention.part("era").replace(".", "").strip()
    return 1 - int(digits) if era.startswith("b") else int(digits)


def relative_year(mention: Mention, context: Context) -> int | None:
    """The year of `June of that year`, `March last year`; None where there is nothing to hang it on."""
    words = mention.part("rely").removeprefix("the ")
    if words in {"that", "same", "that same"}:
        return context.last.year if context.last else None
    anchor = context.now if words in {"this", "last", "next"} else context.last
    if anchor is None:
        return None
    shift = {"this": 0, "last": -1, "previous": -1, "preceding": -1}.get(words, 1)
    return anchor.year + shift


def _digits(words: str) -> int:
    """The number of `3rd`; 0 where there is no digit."""
    return int("".join(c for c in words if c.isdigit()) or 0)


def month_of(words: str) -> int:
    """The number of a month by its name."""
    return numbers_of("month")[words.rstrip(".")]


def calendar_day(mention: Mention, context: Context) -> Value:
    """`3 May 2003`, `May 3`, `May 2003`, `May`, `Friday, May 3`."""
    month = month_of(mention.part("month"))
    day = _digits(mention.part("day")) if mention.part("day") else None
    if moment(2000, month, day) is None:
        return value.unknown("the month has no such day")
    year = year_of(mention)
    if year is None and mention.part("rely"):
        year = relative_year(mention, context)
    elif year is None:
        year = _likely_year(mention, context, month, day)
    if year is None:
        return value.unknown(value.NO_YEAR)
    found = moment(year, month, day)
    return value.unknown("the month has no such day in that year") if found is None else value.of(found)


def two_days(mention: Mention, context: Context) -> Value:
    """`3-5 May`, `May 3 to 5, 2003`, and `3 and 5 May` (EDTF has {a,b} for both, [a,b] for one of them)."""
    first = calendar_day(mention, context)
    if first.point is None or first.point.month is None:
        return first
    second = moment(first.point.year, first.point.month, _digits(mention.part("day2") or mention.part("day3")))
    if second is None or second.order <= first.point.order:
        return value.unknown("it ends before it begins", "interval")
    joint = mention.part("and") or mention.part("to")
    if joint == "or":
        return Value(f"[{first.point.edtf},{second.edtf}]", "date", second)
    if joint == "and" and second.order[2] > first.point.order[2] + 1:
        return Value(f"{{{first.point.edtf},{second.edtf}}}", "date", second)
    return value.between(first.point, second)


def numeric(mention: Mention, _: Context) -> Value:
    """`20.03.2023`, `20/03/2023`; 03/04/2023 may be April or March and has no value."""
    first, second, year = (int(mention.part(name)) for name in ("first", "second", "year"))
    if mention.part("mark") == "." or first > _MONTHS or first == second:
        found = moment(year, second, first)
    elif second > _MONTHS:
        found = moment(year, first, second)
    else:
        return value.unknown("day and month can be told apart in two ways")
    return value.of(found) if found else value.unknown("there is no such day")


def iso(mention: Mention, _: Context) -> Value:
    """`2023-03-20`, with a clock time or without."""
    found = moment(*(int(mention.part(name)) for name in ("year", "month", "day")))
    if found is None:
        return value.unknown("there is no such day")
    clock = mention.part("clock")
    if not clock:
        return value.of(found)
    zone = re.sub(r"([+-]\d\d)(?=\d\d$)", r"\1:", mention.part("zone").upper())
    return Value(f"{found.edtf}T{clock if clock.count(':') > 1 else clock + ':00'}{zone}", "time", found)


def year(mention: Mention, _: Context) -> Value:
    """`2003`, `480 BC`, `about 1910`, `the second half of 2003`, `from 1968 onward`."""
    number = year_of(mention)
    if number is None:
        return value.unknown(value.NO_YEAR)
    if mention.part("half"):
        return value.of(Moment(number, _HALVES[mention.part("half").split()[0]]))
    if mention.part("onward"):
        return Value(interval(Moment(number), None), "interval", Moment(number))
    return value.of(Moment(number), approximate=bool(mention.part("about")))


def year_span(mention: Mention, _: Context) -> Value:
    """`2003-06`; where the second part is no later year, a month."""
    first, second = int(mention.part("year")), int(mention.part("to"))
    last = first - first % _CENTURY + second
    if last > first:
        return value.between(Moment(first), Moment(last))
    found = moment(first, second)
    return value.of(found) if found else value.unknown("it ends before it begins")


def bc_span(mention: Mention, _: Context) -> Value:
    """`499-493 BC`, `496 and 495 BC`."""
    first, last = 1 - int(mention.part("bc")), 1 - int(mention.part("bc2"))
    return value.between(Moment(first), Moment(last)) if first < last else value.unknown("it ends before it begins")


def season(mention: Mention, context: Context) -> Value:
    """`summer 2003`, `the winter of 1939-40`, `last spring`, `that summer`, `the summer`."""
    number = numbers_of("season")[mention.part("season")]
    of_year = year_of(mention)
    if of_year is None and mention.part("rely"):
        of_year = relative_year(mention, context)
    elif of_year is None:
        of_year = _likely_year(mention, context, number, None)
    if of_year is None:
        return value.unknown(value.NO_YEAR)
    return value.of(Moment(of_year, number))


def decade(mention: Mention, _: Context) -> Value:
    """`the 1960s`, `the sixties`, `the 470s BC`."""
    word = mention.part("word")
    start = 1900 + numbers_of("decade")[word] if word else year_of(mention)
    if mention.part("short"):
        start = 1900 + int(mention.part("short"))
    if start is None:
        return value.unknown(value.NO_YEAR)
    return decade_of(start)


def century(mention: Mention, _: Context) -> Value:
    """`the 21st century`, `the fourth century BC`."""
    words = mention.part("ord2") or mention.part("ord")
    number = numbers_of("ordinal").get(words) or _digits(words)
    if not 1 <= number <= _CENTURY:
        return value.unknown("no such century")
    before = mention.part("era").replace(".", "").strip().startswith("b")
    return century_of(1 - number * _CENTURY if before else (number - 1) * _CENTURY)


def holiday(mention: Mention, context: Context) -> Value:
    """`Christmas 2007`, `New Year's Eve`, `D-Day`."""
    parts = [int(part) for part in holidays()[mention.part("name")].split("-")]
    if len(parts) > 2:
        return value.of(Moment(*parts))
    number = year_of(mention)
    if number is None and mention.part("rely"):
        number = relative_year(mention, context)
    elif number is None:
        number = _likely_year(mention, context, *parts)
    return value.unknown(value.NO_YEAR) if number is None else value.of(Moment(number, *parts))


def _likely_year(mention: Mention, context: Context, month: int, day: int | None) -> int | None:
    """The year of a month (or season) and day that are given without one."""
    near = context.told if context.narrative else context.last
    if context.narrative:
        return None if near is None else _told_year(near, month)
    if context.anchor is None:
        return None
    if near is not None and near.month is not None and context.dated and context.same_sentence(mention.start):
        return _told_year(near, month) if near.year != context.anchor.year else near.year
    return _reported_year(context.anchor, month, day, ahead=context.ahead(mention), wd=mention.part("wd"))


def _told_year(near: Moment, month: int) -> int:
    """In a narrative time goes on: a month in spring after one in late autumn is of the next year."""
    here, there = near.order[1], Moment(0, month).order[1]
    if near.month is None or near.month == _WINTER or month in _MILD:
        return near.year
    if month == _WINTER:  # The one that follows upon an autumn is mostly in the next year.
        return near.year + (here >= 9)
    return near.year + (here - there >= 8) - (there - here >= 10)


def _reported_year(anchor: Moment, month: int, day: int | None, *, ahead: bool | None, wd: str) -> int:
    """The year that brings the date nearest to the report; a verb that looks ahead, or back, decides between two."""
    start = Moment(anchor.year, month, day)
    if anchor.month is None:
        return anchor.year
    at = anchor.at("D" if day else "M").order
    if wd and day:  # "Friday, May 3" is a Friday in one of the years around only.
        on = numbers_of("weekday")[wd.rstrip(".")]
        fits = [y for y in (0, -1, 1) if (m := moment(anchor.year + y, month, day)) and weekday(m) == on]
        if fits:
            return anchor.year + fits[0]
    off = (start.order[1] - at[1]) % _MONTHS
    if start.order > at and not ahead and off > (0 if ahead is False else 2):
        return anchor.year - 1
    if start.order < at and ahead and off < _MONTHS - 3:
        return anchor.year + 1
    return anchor.year


__all__ = ["calendar_day", "century", "decade", "holiday", "iso", "numeric", "season", "two_days", "year", "year_span"]
