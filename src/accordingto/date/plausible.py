"""Whether an expression is one of the calendar where it stands: `May` or a verb, 1914 the year or a number."""

from __future__ import annotations

from collections.abc import Callable

from accordingto.date.context import Context
from accordingto.date.lengths import lasting, length_of, nth, number_and_unit, rate
from accordingto.date.scan import Mention
from accordingto.language.en.calendar import date_words
from accordingto.language.en.quantities import people

_WORDS_TOO = frozenset({"dec", "jan", "mar", "march", "may", "nov", "oct", "sep"})  # and `sun`, `sat`, `wed` among days
_SAFE_DAYS = frozenset({"Thur", "Thurs", "Tues"})
_SHORTEST_DAY = 6  # `Friday`
_SPLIT_SECONDS = frozenset({"hour", "min", "minute", "sec", "second"})
_YEARS = ("1000", "2100")
_LIKELY_YEARS = ("1700", "2060")  # these pass for years without a word before them that says so


def plausible(mention: Mention, context: Context) -> bool:
    """Whether to keep the expression."""
    check = _CHECKS.get(mention.kind)
    return check is None or check(mention, context)


def _month(mention: Mention, context: Context) -> bool:
    """A month without a day or a year."""
    name = mention.parts["month"] or ""
    if not name[:1].isupper():
        return False
    alone = context.text[mention.start : mention.end] == name
    if not alone or mention.part("month").rstrip(".") not in _WORDS_TOO:
        return True
    if name.isupper() and not context.led(mention, "shouted"):
        return False
    if name.lower() == "march" and not context.led(mention, "march"):
        return context.led(mention, "article") and not context.followed(mention, "marching")
    return context.led(mention, "any_month") and not context.followed(mention, "verb")


def _named_month(mention: Mention, _: Context) -> bool:
    """A month with a day, a year, or a word that points to it: names are written with a capital."""
    name = mention.parts["month"] or ""
    return name[:1].isupper() and not (name == "MAY" and mention.part("ref") == "that")


def _weekday(mention: Mention, _: Context) -> bool:
    name = mention.parts["wd"] or ""
    if len(name.rstrip(".")) < _SHORTEST_DAY:
        return name[:1].isupper() and (name.endswith(".") or name in _SAFE_DAYS)
    return name[:1].isupper()


def _year(mention: Mention, context: Context) -> bool:
    """Four digits by themselves."""
    digits = mention.part("year")
    if mention.part("era") or mention.part("half") or mention.part("mod"):
        return True
    if context.followed(mention, "years_old"):
        return False
    if not _YEARS[0] <= digits <= _YEARS[1] or context.followed(mention, "number"):
        return False
    joint = context.led(mention, "years") or context.followed(mention, "span")
    if context.led(mention, "number") and not joint:
        return False
    led = joint or context.led(mention, "time") or "year" in context.text[mention.start : mention.end].lower()
    if _counts(mention, context, led=bool(led)):
        return False
    return bool(led) or _LIKELY_YEARS[0] < digits < _LIKELY_YEARS[1]


def _counts(mention: Mention, context: Context, *, led: bool) -> bool:
    """Whether what follows a year is counted by it: `1500 soldiers`, `2000 armed men`."""
    after = context.followed(mention, "counted")
    if after is None:
        return False
    nouns = [after["first"] or "", after["second"] or ""]
    if after["unit"] or any(noun in people() or noun in date_words("counted") for noun in nouns):
        return True
    return not led and mention.part("year").endswith("00") and nouns[0].endswith("s")


def _span(mention: Mention, context: Context) -> bool:
    """`2003-06`, but not in an address of the web."""
    return not (context.led(mention, "slash") or context.followed(mention, "slash"))


def _season(mention: Mention, context: Context) -> bool:
    if any(mention.part(name) for name in ("year", "bc", "mod", "rely", "half")):
        return True
    word = mention.parts["season"] or ""
    if context.followed(mention, "not_season"):
        return False
    if word.lower() not in {"fall", "spring"} or context.followed(mention, "in_season"):
        return True
    if word.istitle() and not context.narrative and not mention.part("the"):
        return False  # a town, or a name
    if word.lower() == "spring":
        return True
    return context.led(mention, "the_fall") and not context.followed(mention, "fallen")


def _decade(mention: Mention, context: Context) -> bool:
    """`the eighties`, but not `in his eighties`."""
    return bool(mention.part("year") or mention.part("mod")) or context.led(mention, "the")


def _pointed_unit(mention: Mention, _: Context) -> bool:
    """`this hour` is no calendar expression."""
    return mention.part("unit") not in _SPLIT_SECONDS


def _end_of(mention: Mention, context: Context) -> bool:
    """`at the end of the day` is mostly said of no day."""
    return mention.part("unit") != "day" or context.history


def _clock(mention: Mention, context: Context) -> bool:
    """`midnight` by itself may be anything, `at midnight` is a time."""
    return mention.part("clock")[:1].isdigit() or context.led(mention, "at")


def _in_history(_: Mention, context: Context) -> bool:
    """`now` and `daily` are expressions of time where time is what the text is about."""
    return context.history


def _past(mention: Mention, context: Context) -> bool:
    """`the former president`, but not `the former`, the first of two."""
    former = context.text[mention.start : mention.end].lower() == "former"
    return context.history and not (former and context.followed(mention, "pronoun"))


def _period(mention: Mention, context: Context) -> bool:
    """`during this time`, but not `this time they came`."""
    led = context.text[mention.start : mention.end].lower().startswith("at ")
    return context.history and (led or context.led(mention, "during"))


_CHECKS: dict[str, Callable[[Mention, Context], bool]] = {
    "at_night": _in_history,
    "clock": _clock,
    "day_month": _named_month,
    "decade": _decade,
    "duration": length_of,
    "end_of": _end_of,
    "future": _in_history,
    "iso": _span,
    "month": _month,
    "month_day": _named_month,
    "month_year": _named_month,
    "next_unit": _pointed_unit,
    "nth_unit": nth,
    "number_unit": number_and_unit,
    "past": _past,
    "period": _period,
    "present": _in_history,
    "rate": rate,
    "relative_month": _named_month,
    "relative_weekday": _weekday,
    "season": _season,
    "set": _in_history,
    "units": lasting,
    "weekday": _weekday,
    "weekdays": _weekday,
    "year": _year,
    "year_span": _span,
}
