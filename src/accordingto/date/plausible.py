"""Whether an expression is one of the calendar where it stands: `May` the month or the verb, 1914 a year or a number."""

from __future__ import annotations

import re
from collections.abc import Callable

from accordingto.date.context import Context
from accordingto.date.scan import Mention
from accordingto.language.en.quantities import people

_PREPOSITION = re.compile(
    r"\b(?:in|of|by|since|until|till|from|to|during|before|after|between|and|or|through|throughout|early|late|mid|last|"
    r"next|this|that|for|on|around|about|as|than|beginning|starting|ending|the|was|is|under|into|towards?|every|per|circa)\s+\W?$|"
    r"[(\[;:/–—-]\s*$|^\s*$|\n\s*$|[.!?]\s+$",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|of|by|since|until|till|from|during|before|after|between|through|throughout|and|to|or|into|circa|year|the)\s+$", re.I)
_MARCH = re.compile(_IN.pattern.replace("|the)", ")"), re.I)
_COUNTED = re.compile(r"\s+(?:[a-z-]+\s+)?(?P<noun>[a-z]+)\b|\s?%|\s?(?:km|kg|mm|lbs|ft)\b")
_MEASURES = frozenset(
    "people percent million billion metres meters miles kilometres kilometers feet tons tonnes dollars euros pounds yards acres hectares "
    "troops soldiers homes houses rounds times words copies block votes seats vehicles tanks aircraft planes ships prisoners casualties dead "
    "deaths others more".split()
)
_NOT_BEFORE_YEAR = re.compile(
    r"(?:[$€£#]|\b(?:no\.?|page|pp?\.|resolution|number|room|nearly|some|over|than|almost|least|flight|highway|route|area|task\s+force)\s*|"
    r"(?<!\d{3})\d[-–]|[\d.,:/](?<![12]\d{3}[/]))$",
    re.I,
)
_SPRING = re.compile(r"\s+of\s+(?:[A-Z]|the\s+[A-Z]|communism|man)")
_DURATION_BEFORE = re.compile(r"\b(?:for|in|within|after|of|over|lasted|lasting|took|taken|takes|take|spent|spend|during|through|despite|by|just|about|only|until|more\s+than|mere|remaining|dragged\s+on\s+for|and|or)\s+(?:the\s+)?$", re.I)
_DURATION_AFTER = re.compile(r"\s+(?:of|before|after|earlier|later|ago|in\s+advance|from\s+now|passed|respectively|to\s+come)\b", re.I)
_RATE_BEFORE = re.compile(r"(?:\d|\b(?:times|once|twice|people|million|billion|trillion|thousand|hundred|dollars|shells|hours|attacks|bombs|deaths|casualties|tons|tonnes|barrels))\s+$|/$", re.I)


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
    if name.isupper() and not re.search(r"\b(?:in|of|by|since|until|from|during|last|this)\s+$", before):
        return False
    if name.lower() == "march" and not _MARCH.search(before):
        return bool(re.search(r"\ban?\s+$", before)) and not re.match(r"\s+(?:on|to|for|in|through|by|of|from|against)\b", context.text[mention.end : mention.end + 10])
    return bool(_PREPOSITION.search(before)) and not re.match(r"\s+(?:be|have|not|also|well|seem|on)\b", context.text[mention.end : mention.end + 10])


def _capital_month(mention: Mention, _: Context) -> bool:
    name = mention.parts["month"] or "X"
    return name[:1].isupper() and not (name == "MAY" and mention.part("ref") == "that")


def _end_of(mention: Mention, context: Context) -> bool:
    """`at the end of the day` is mostly said of no day."""
    return mention.part("unit") != "day" or context.history


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
    if before.endswith(("/", "=", "_")) or after.startswith(("/", "_")):
        return False  # an address of the web
    counted = _COUNTED.match(after)
    if counted and (counted["noun"] in _MEASURES or counted["noun"] is None or counted["noun"] in people()):
        return False
    if counted and not led and digits.endswith("00") and counted["noun"].endswith("s"):
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
        if re.match(r"\s+(?:campaign|offensive|semester|term|season|elections?)\b", after):
            return True
        return bool(re.search(r"\b(?:in\s+the|in|this|last|next|late|early)\s+$", before + (" the " if mention.part("the") else ""))) and not _SPRING.match(after)
    if word in {"spring", "fall"} and (mention.parts["season"] or "").istitle() and not context.narrative and not mention.part("the"):
        return False  # a town, or a name
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
        return bool(_DURATION_BEFORE.search(before)) and not before.endswith("of ")
    return True


def _number_unit(mention: Mention, context: Context) -> bool:
    if mention.part("long") == "old" or re.match(r"[-\s]+(?:old|of\s+age)\b", context.text[mention.end : mention.end + 8]):
        return False
    return _duration(mention, context)


def _rate(mention: Mention, context: Context) -> bool:
    before = context.before(mention.start, 24)
    if mention.part("per") == "per":
        return context.history
    if mention.part("unit") in {"second", "minute"}:
        return False
    if _RATE_BEFORE.search(before):
        return context.history
    return bool(_DURATION_BEFORE.search(before))


def _nth(mention: Mention, context: Context) -> bool:
    if mention.part("unit") in {"second", "minute", "sec", "min", "hour", "day", "night"}:
        return False
    return bool(mention.part("of")) or context.history


def _former(mention: Mention, context: Context) -> bool:
    """`the former president`, but not `the former`, the first of two."""
    return context.history and not re.match(r"\s*(?:[,.;:)]|(?:an?|the|is|was|had|has|were|are)\b)", context.text[mention.end : mention.end + 6])


def _period(mention: Mention, context: Context) -> bool:
    """`during this time`, but not `this time, …`."""
    words = context.text[mention.start : mention.end].lower()
    return context.history and (words.startswith("at ") or bool(_DURING.search(context.before(mention.start))))


def _in_narrative(_: Mention, context: Context) -> bool:
    return context.history


def _present(mention: Mention, context: Context) -> bool:
    return context.history and context.text[mention.start] not in "C"


def _clock(mention: Mention, context: Context) -> bool:
    """With what follows it may be a day and its hour; by itself it is kept where the day is known."""
    return mention.part("clock")[:1].isdigit() or context.before(mention.start).endswith("at ")


def _decade(mention: Mention, context: Context) -> bool:
    return bool(mention.part("year")) or bool(re.search(r"\bthe\s+['’]?$", context.before(mention.start, 8))) or bool(mention.part("mod"))


def _next_unit(mention: Mention, context: Context) -> bool:
    return mention.part("unit") not in {"second", "minute", "sec", "min", "hour"}


_DURING = re.compile(r"\b(?:during|at|in|throughout|for|since|of|from|by|after|before)\s+$")
_CHECKS: dict[str, Callable[[Mention, Context], bool]] = {
    "clock": _clock,
    "at_night": _in_narrative,
    "day_month": _capital_month,
    "decade": _decade,
    "duration": _duration,
    "end_of": _end_of,
    "future": _in_narrative,
    "month": _month,
    "month_day": _capital_month,
    "month_year": _capital_month,
    "next_unit": _next_unit,
    "nth_unit": _nth,
    "number_unit": _number_unit,
    "past": _former,
    "period": _period,
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
