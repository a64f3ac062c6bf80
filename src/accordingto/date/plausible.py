"""Whether an expression is one of the calendar where it stands: `May` the month or the verb, 1914 a year or a number."""

from __future__ import annotations

import re
from collections.abc import Callable

from accordingto.date.context import Context
from accordingto.date.scan import Mention

_PREPOSITION = re.compile(
    r"\b(?:in|of|by|since|until|till|from|to|during|before|after|between|and|or|through|throughout|early|late|mid|last|"
    r"next|this|that|for|on|around|about|as|than|beginning|starting|ending|the|was|is|under|into|towards?|every|per|circa)\s+\W?$|"
    r"[(\[;:/–—-]\s*$|^\s*$|\n\s*$|[.!?]\s+$",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|of|by|since|until|till|from|during|before|after|between|through|throughout|and|to|or|into|circa|year|the)\s+$", re.I)
_COUNTED = re.compile(r"\s+(?:[a-z]+-)?(?!(?:as|was|is|this|has|its|his|towards|always|perhaps|elections|campaigns|riots|protests|attacks|talks|accords|clashes|bombings|demonstrations|negotiations|hostilities)\b)[a-z]{3,}s\b|\s+(?:people|men|women|children|troops|million|percent|per|km|kilometres|kilometers|metres|meters|miles|feet|tons|tonnes|dollars|lbs|mm)\b|%")
_NOT_BEFORE_YEAR = re.compile(r"(?:[$€£#]|\bno\.?|\bpage|\bpp?\.|\bresolution|\bnumber|\broom|\bnearly|\bsome|\bover|\bthan|\babout|\balmost|\bleast|\bto\s+\d+|[\d.,]|\bthe\s+next|\bflight|\bhighway|\broute)\s*[-–]?$", re.I)
_CAPITAL = re.compile(r"[A-Z]")
_SPRING = re.compile(r"\s+of\s+(?:[A-Z]|the\s+[A-Z]|communism|man)")
_DURATION_BEFORE = re.compile(r"\b(?:for|in|within|after|of|over|lasted|lasting|took|taken|takes|take|spent|spend|during|through|despite|by|just|about|only|until|more\s+than|mere|remaining|dragged\s+on\s+for|and|or)\s+(?:the\s+)?$", re.I)
_DURATION_AFTER = re.compile(r"\s+(?:of|before|after|earlier|later|ago|in\s+advance|from\s+now|passed|respectively|to\s+come)\b", re.I)
_RATE_BEFORE = re.compile(r"(?:\d|\b(?:times|once|twice|people|million|thousand|hundred|dollars|shells|hours|attacks|bombs|deaths|casualties|tons|tonnes|barrels))\s+$|/$", re.I)


def plausible(mention: Mention, context: Context) -> bool:
    """Whether to keep the expression."""
    check = _CHECKS.get(mention.kind)
    return check is None or check(mention, context)


def _month(mention: Mention, context: Context) -> bool:
    words = context.text[mention.start : mention.end]
    name = mention.parts["month"] or ""
    if not name[:1].isupper():
        return False
    if mention.part("month").rstrip(".") not in {"may", "march", "mar", "dec", "sun", "jan", "sep", "oct", "nov"} or mention.part("rely"):
        return True
    if mention.part("mod") or mention.part("ref") or words != name:
        return True
    before = context.before(mention.start, 30)
    if name == "MAY" and not re.search(r"\b(?:in|of|by|since|until|from|during|last|this)\s+$", before):
        return False
    if not _IN.search(before) and name.rstrip(".").lower() == "march":
        return False
    return bool(_PREPOSITION.search(before)) and not re.match(r"\s+(?:be|have|not|also|well|seem|on)\b", context.text[mention.end : mention.end + 10])


def _capital_month(mention: Mention, _: Context) -> bool:
    return (mention.parts["month"] or "X")[:1].isupper()


def _weekday(mention: Mention, context: Context) -> bool:
    name = mention.parts["wd"] or ""
    if not name[:1].isupper():
        return False
    if len(name.rstrip(".")) <= 5:  # `Sun`, `Wed`, `Sat` are also words and names.
        return name.endswith(".") or name.rstrip(".") in {"Tues", "Thurs", "Thur"}
    return not re.match(r"(?:['’]s)?\s+(?:Night\s+Live|Times|Post|Telegraph)\b", context.text[mention.end : mention.end + 14])


def _year(mention: Mention, context: Context) -> bool:
    digits = mention.part("year")
    if mention.part("era") or mention.part("half") or mention.part("mod"):
        return True
    before, after = context.before(mention.start, 24), context.text[mention.end : mention.end + 24]
    if _NOT_BEFORE_YEAR.search(before) or re.match(r"[-–]?[A-Za-z]\w*\d|-[a-z]{2,}|\.\d|[,:]\d", after):
        return False
    if digits >= "2101" or digits < "1000":
        return False
    led = bool(_IN.search(before)) or "year" in context.text[mention.start : mention.end].lower()
    if _COUNTED.match(after) and not (led and "1600" < digits < "2050" and not re.match(r"\s+(?:people|men|troops|soldiers|civilians)", after)):
        return False
    return led or "1700" < digits < "2060"


def _season(mention: Mention, context: Context) -> bool:
    if mention.part("year") or mention.part("bc") or mention.part("mod") or mention.part("rely") or mention.part("half"):
        return True
    word = mention.part("season")
    after, before = context.text[mention.end : mention.end + 24], context.before(mention.start, 12)
    if re.match(r"[-\s]?(?:olympic|olympics|games|palace|vacation\s+home)", after, re.I):
        return False
    if word == "fall":
        return bool(re.search(r"\b(?:in\s+the|in|this|last|next|late|early)\s+$", before + (" the " if mention.part("the") else ""))) and not _SPRING.match(after)
    if word == "spring":
        return not re.match(r"\s+(?:up|from|to|water|into)\b", after)
    return True


def _units(mention: Mention, context: Context) -> bool:
    before, after = context.before(mention.start, 24), context.text[mention.end : mention.end + 14]
    if mention.part("unit") in {"seconds", "secs", "mins", "nights", "weekends"}:
        return False
    return bool(_DURATION_BEFORE.search(before) or _DURATION_AFTER.match(after))


def _duration(mention: Mention, context: Context) -> bool:
    if mention.part("old"):
        return False
    before, num, unit = context.before(mention.start, 24), mention.part("num"), mention.part("unit")
    if unit in {"second", "sec"} or (unit == "seconds" and not num[:1].isdigit() and num in {"a", "an", ""}):
        return False
    if num in {"a", "an"}:
        if unit in {"minute", "hour"} and not _DURATION_BEFORE.search(before):
            return False
        whole = context.text[mention.start : mention.end].lower()
        return not whole.startswith(("a ", "an ")) or bool(_DURATION_BEFORE.search(before))
    if num == "one" and unit in {"day", "night", "time"}:
        return bool(_DURATION_BEFORE.search(before))
    return True


def _number_unit(mention: Mention, context: Context) -> bool:
    if mention.part("long") == "old" or re.match(r"[-\s]+(?:old|of\s+age)\b", context.text[mention.end : mention.end + 8]):
        return False
    return _duration(mention, context)


def _rate(mention: Mention, context: Context) -> bool:
    before = context.before(mention.start, 24)
    if mention.part("per") == "per":
        return context.narrative
    if mention.part("unit") in {"second", "minute"}:
        return False
    if _RATE_BEFORE.search(before):
        return context.narrative
    return bool(_DURATION_BEFORE.search(before))


def _nth(mention: Mention, context: Context) -> bool:
    if mention.part("unit") in {"second", "minute", "sec", "min", "hour", "day", "night"}:
        return False
    return bool(mention.part("of")) or context.narrative


def _in_narrative(_: Mention, context: Context) -> bool:
    return context.narrative


def _present(mention: Mention, context: Context) -> bool:
    return context.narrative and context.text[mention.start] not in "C"


def _clock(mention: Mention, context: Context) -> bool:
    return context.narrative and mention.part("clock")[:1].isdigit()


def _decade(mention: Mention, context: Context) -> bool:
    return bool(mention.part("year")) or bool(re.search(r"\bthe\s+['’]?$", context.before(mention.start, 8))) or bool(mention.part("mod"))


def _next_unit(mention: Mention, context: Context) -> bool:
    unit, ref = mention.part("unit"), mention.part("ref")
    if unit in {"second", "minute", "sec", "min", "hour"}:
        return False
    return not (ref in {"this", "that"} and unit in {"night", "second"} and False)


_CHECKS: dict[str, Callable[[Mention, Context], bool]] = {
    "clock": _clock,
    "day_month": _capital_month,
    "decade": _decade,
    "duration": _duration,
    "future": _in_narrative,
    "month": _month,
    "month_day": _capital_month,
    "month_year": _capital_month,
    "next_unit": _next_unit,
    "nth_unit": _nth,
    "number_unit": _number_unit,
    "past": _in_narrative,
    "period": _in_narrative,
    "present": _in_narrative,
    "rate": _rate,
    "relative_month": _capital_month,
    "relative_weekday": _weekday,
    "season": _season,
    "set": _in_narrative,
    "units": _units,
    "weekday": _weekday,
    "weekdays": _weekday,
    "year": _year,
}
