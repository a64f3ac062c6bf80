"""Values of what hangs on the report's date or on a date said before: `Tuesday`, `last month`, `a day later`."""

from __future__ import annotations

from accordingto.date import value
from accordingto.date.amounts import length, number_of, unit_of
from accordingto.date.context import Context
from accordingto.date.moments import Moment, days_on, months_on, week_of, weekday
from accordingto.date.scan import Mention
from accordingto.date.value import Value
from accordingto.language.en.calendar import calendar, numbers_of

_BACK = frozenset({"last", "past", "previous", "preceding", "prior"})
_ON = frozenset({"next", "following", "subsequent", "succeeding", "ensuing", "coming", "upcoming", "forthcoming"})
_TOLD = frozenset({"previous", "preceding", "prior", "following", "subsequent", "succeeding", "ensuing"})
_YEARS = {"Y": 1, "DE": 10, "CE": 100}
_DAYS = {"D": 1, "N": 1, "W": 7, "F": 14}
_OVER = ("over the", "during the", "for the", "throughout the", "in the past", "over", "for")
_BEFORE = frozenset({"ago", "earlier", "before", "previously", "beforehand"})
_NOW = frozenset({"ago", "from now", "hence"})
_HALVES = {"first": 40, "second": 41, "latter": 41, "last": 41, "other": 41}


def shifted(start: Moment | None, number: int, unit: str, *, whole: bool = True) -> Value:
    """So many units after `start` (before it where negative), as precise as the unit; a week is Monday to Sunday."""
    if start is None:
        return value.unknown(value.NO_ANCHOR)
    if unit in _YEARS:
        year = start.year + number * _YEARS[unit]
        return _years(year, unit) if whole else value.of(Moment(year))
    if unit == "M":
        return value.unknown(value.TOO_COARSE) if start.month is None else value.of(months_on(start.at("M"), number))
    if start.day is None:
        if number == 0 and unit in {"D", "N"} and start.precision != "S":
            return value.of(start)
        return value.unknown(value.TOO_COARSE)
    if unit == "E":
        monday, sunday = week_of(days_on(start, 7 * number))
        return value.between(days_on(monday, 5), sunday)
    if unit not in _DAYS:
        return value.unknown("hours are not counted from a day")
    day = days_on(start, number * _DAYS[unit])
    return value.of(day) if unit in {"D", "N"} else value.between(*week_of(day))


def _years(year: int, unit: str) -> Value:
    if unit == "Y":
        return value.of(Moment(year))
    return value.decade_of(year) if unit == "DE" else value.century_of(year)


def by_unit(mention: Mention, context: Context) -> Value:
    """`last year`, `this week`, `the following day`, `that month`, `over the last year` (a duration)."""
    ref, unit = mention.part("ref"), unit_of(mention.part("unit"))
    before = context.before(mention.start)
    before = before.rstrip()
    if (ref == "past" and not before.endswith("this")) or (
        before.endswith(_OVER) and (ref == "last" or (ref in {"next", "coming"} and before.endswith("the")))
    ):
        return Value(length(1, unit), "duration")
    if ref in _BACK | _ON:
        told = ref in _TOLD or (ref == "next" and before.endswith("the"))
        start = context.told_before(mention.start, back=ref in _BACK) if told else context.now
        return shifted(start, -1 if ref in _BACK else 1, unit)
    if ref == "present" and unit == "D":
        return value.unknown("the time of writing, or thereabouts")
    if ref in {"this", "current", "present"}:
        return shifted(context.now, 0, unit)
    return value.unknown(value.NO_LAST) if context.last is None else shifted(context.last, 0, unit)


def after_unit(mention: Mention, context: Context) -> Value:
    """`the day before`, `the week after`, `the year earlier`."""
    unit = calendar("unit").get(mention.part("unit"), "D")
    back = mention.part("way") in {"before", "earlier", "previous"}
    start = context.near(mention.start) if mention.part("event") else context.told_before(mention.start, back=back)
    return value.unknown(value.NO_LAST) if start is None else shifted(start, -1 if back else 1, unit)


def counted(mention: Mention, context: Context) -> Value:
    """`two years ago`, `four days later`, `a month earlier`, `weeks before`."""
    way, words, unit_words = mention.part("way"), mention.part("num"), mention.part("unit")
    if not unit_words:  # "weeks earlier": the unit stands where the number would.
        if words not in calendar("units"):
            return value.unknown(value.VAGUE)
        words, unit_words = "", words
    number, unit = number_of(words), unit_of(unit_words)
    if number is None:
        return value.unknown("how many is not told")
    if not number.is_integer():
        number, unit = (number * 12, "M") if unit == "Y" else (number, unit)
    if not number.is_integer():
        return value.unknown(value.VAGUE)
    start = context.now if way in _NOW else context.told_before(mention.start, back=way in _BEFORE)
    if start is None:
        return value.unknown(value.NO_ANCHOR if way in _NOW else value.NO_LAST)
    return shifted(start, int(-number if way in _BEFORE else number), unit, whole=False)


def weekday_value(mention: Mention, context: Context) -> Value:
    """`Tuesday`, `next Friday`, `Thursday afternoon`; a bare one is the last, or the next if the verb looks ahead."""
    on, ref = numbers_of("weekday")[mention.part("wd").rstrip(".")], mention.part("ref")
    start = context.now
    if start is None or start.day is None:
        return value.unknown(value.NO_ANCHOR if start is None else value.TOO_COARSE)
    if mention.kind == "weekday_last":
        monday = week_of(days_on(start, -7 if ref == "last" else 7))[0]
        return value.of(days_on(monday, on - 1))
    if ref in {"this", "that"} and not (ref == "that" and context.ahead(mention) is False):
        return value.of(days_on(week_of(start)[0], on - 1))
    if ref in _BACK:
        return value.of(days_on(start, -((weekday(start) - on - 1) % 7 + 1)))
    if ref in _ON:
        return value.of(days_on(start, (on - weekday(start) - 1) % 7 + 1))
    if context.ahead(mention):
        return value.of(days_on(start, (on - weekday(start)) % 7))
    return value.of(days_on(start, -((weekday(start) - on) % 7)))


def month_value(mention: Mention, context: Context) -> Value:
    """`last March`, `this October`, `next June 5`, `last summer`."""
    ref = mention.part("ref")
    start = context.last if ref in {"same", "that"} else context.now
    season = mention.part("season")
    number = numbers_of("season")[season] if season else numbers_of("month")[mention.part("month").rstrip(".")]
    if start is None:
        return value.unknown(value.NO_ANCHOR)
    here = Moment(start.year, number)
    year = start.year
    if ref in _BACK and here.order >= start.at("M").order:
        year -= 1
    elif ref in _ON and here.order <= start.at("M").order:
        year += 1
    day = int("".join(c for c in mention.part("day") if c.isdigit()) or 0) or None
    return value.of(Moment(year, number, day))


def today(mention: Mention, context: Context) -> Value:
    """`today`, `yesterday evening`, `tomorrow`."""
    if context.narrative:
        return value.unknown("the day on which this was said is not known")
    return shifted(context.anchor, numbers_of("day")[mention.part("word")], "D")


def next_but_one(mention: Mention, context: Context) -> Value:
    """`the day before yesterday`, `the day after tomorrow`."""
    if context.narrative:
        return value.unknown("the day on which this was said is not known")
    return shifted(context.anchor, -2 if "before" in mention.part("ref") else 2, "D")


def part_of_day(mention: Mention, context: Context) -> Value:
    """`this morning`, `last night`, `that afternoon`, `the next morning`."""
    words = mention.part("this").removeprefix("early ").removeprefix("late ")
    told = words in {"that", "the same"} or words.startswith("the ")
    start = context.near(mention.start) if told else context.now
    step = {"last": -1, "the previous": -1, "next": 1, "the next": 1, "the following": 1}.get(words, 0)
    return value.unknown(value.NO_LAST if told else value.NO_ANCHOR) if start is None else shifted(start, step, "D")


def end_of(mention: Mention, context: Context) -> Value:
    """`the end of the month`, `the beginning of the year`, `the second half of the year`."""
    unit_words = mention.part("unit")
    start = context.near(mention.start) or context.anchor
    if start is None:
        return value.unknown(value.NO_LAST)
    if unit_words == "season":
        return value.of(start)
    unit = unit_of(unit_words)
    if mention.part("half") and unit == "Y":
        return value.of(Moment(start.year, _HALVES[mention.part("half").split()[0]]))
    return shifted(start, 0, unit)
