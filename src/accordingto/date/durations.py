"""Values of durations and of what happens again and again."""

from __future__ import annotations

import re

from accordingto.date import value
from accordingto.date.context import Context
from accordingto.date.scan import Mention
from accordingto.date.value import Value
from accordingto.language.en.calendar import calendar
from accordingto.language.en.quantities import numbers

_SCALE = {"DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y"), "F": (2, "W"), "N": (1, "D"), "E": (2, "D")}
_PARTS_OF = {"Y": (12, "M"), "D": (24, "H"), "H": (60, "M"), "M": (15, "D")}
_VAGUE = frozenset({"few", "several", "many", "couple", "number", "some", "numerous", "various", "countless"})
_RANGE = re.compile(r"\s*[-–—/]\s*|\s+(?:to|or)\s+|(?<!hundred)(?<!thousand)\s+and\s+(?!a\s+half)")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[a-z]+")


def unit_of(words: str) -> str:
    """The letters of a unit by its name, singular or plural."""
    return calendar("unit").get(words) or calendar("units")[words]


def number_of(words: str) -> float | None:
    """What number words are worth; None for `a few`, `several`, and for a range (`two or three`)."""
    if words in {"a couple", "couple", "a couple of", "couple of"}:
        return 2
    if not words or any(word in _VAGUE for word in words.split()) or len(_RANGE.split(_plain(words))) > 1:
        return None
    total = 0.0
    for word in _NUMBER.findall(_plain(words).replace("and a half", "half").replace(" a half", " half")):
        if word[0].isdigit():
            total += float(word.replace(",", ""))
        elif word in {"half"}:
            total += 0.5
        elif word in numbers():
            number = numbers()[word]
            total = (
                max(total, 1) * number.value if number.role in {"hundred", "scale", "dozen"} else total + number.value
            )
        elif word in {"a", "an"}:
            total += 1 if "half" not in words or words.startswith(("a ", "an ")) and "and a half" in words else 0
    return total or None


def _plain(words: str) -> str:
    """Number words with the hyphen of `twenty-five` undone, which would look like a range."""
    return re.sub(r"(?<=[a-z])[-‑](?=[a-z])", " ", words)


def length(number: float | None, unit: str) -> str:
    """The ISO 8601 duration; X stands for a number that is not told (as TimeML and EDTF have it), P1.5Y for one and a half.

    >>> length(2, "DE"), length(0.5, "Y"), length(None, "D"), length(None, "DE")
    ('P20Y', 'P6M', 'PXD', 'PXDE')
    """
    if number is None:
        return f"PX{unit}" if unit in {"DE", "CE"} else f"P{'T' if unit in _CLOCKED else ''}X{_LETTER.get(unit, unit)}"
    times, unit = _SCALE.get(unit, (1, unit))
    number *= times
    letter = _LETTER.get(unit, unit)
    if number == 0.5 and letter in _PARTS_OF and unit != "TM":  # noqa: PLR2004
        parts, smaller = _PARTS_OF[letter]
        timed = smaller in "H" or unit == "H"
        return f"P{'T' if timed else ''}{_digits(parts / (2 if smaller != 'D' else 1))}{smaller}"
    return f"P{'T' if unit in _CLOCKED else ''}{_digits(number)}{letter}"


_CLOCKED = frozenset({"H", "TM", "S"})
_LETTER = {"TM": "M", "N": "D", "F": "W", "E": "D", "ML": "Y"}


def _digits(number: float) -> str:
    return f"{number:.10g}"


def duration(mention: Mention, _: Context) -> Value:
    """`two weeks`, `nearly two decades`, `a few days`, `11-year`, `the past 24 hours`."""
    unit = unit_of(mention.part("unit"))
    return Value(length(number_of(mention.part("num")), unit), "duration")


def one(mention: Mention, _: Context) -> Value:
    """`year-long`, `hours-long`."""
    return Value(length(None if mention.part("many") else 1, unit_of(mention.part("unit"))), "duration")


def many(mention: Mention, _: Context) -> Value:
    """`decades`, `weeks`: how many is not told."""
    return Value(length(None, unit_of(mention.part("unit"))), "duration")


def rate(mention: Mention, _: Context) -> Value:
    """`per day`, `a week`."""
    return Value(length(1, unit_of(mention.part("unit"))), "set")


def every(mention: Mention, _: Context) -> Value:
    """`every Friday`, `every other week`, `every four years`, `each night`: the time after which it comes again."""
    times = {"other": 2, "second": 2, "third": 3, "fourth": 4}.get(mention.part("other"))
    number = times or number_of(mention.part("num")) or 1
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


def some_time(note: str) -> Value:
    """A time that is too vague for a value."""
    return value.unknown(note)
