"""Number words before a unit of time -> their value, and number and unit -> an ISO 8601 duration."""

from __future__ import annotations

import re

from accordingto.language.en.calendar import calendar
from accordingto.language.en.quantities import numbers

# Units of which ISO 8601 has no letter, as so many of one that it has.
_MADE_OF = {"DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y"), "F": (2, "W"), "N": (1, "D"), "E": (2, "D")}
_HALVES = {"Y": (6, "M"), "D": (12, "H"), "H": (30, "TM")}  # of those, half a unit is told in the next smaller one
_CLOCKED = frozenset({"H", "TM", "S"})  # these stand behind a T
_VAGUE = frozenset({"countless", "few", "many", "number", "numerous", "several", "some", "various"})
_PAIRS = frozenset({"a couple", "a couple of", "couple", "couple of"})
_RANGE = re.compile(r"\s*[-–—/]\s*|\s+(?:to|or)\s+|(?<!hundred)(?<!thousand)\s+and\s+(?!a\s+half)")
_HYPHEN = re.compile(r"(?<=[a-z])[-‑](?=[a-z])")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[a-z]+")


def unit_of(words: str) -> str:
    """The letters of a unit by its name, singular or plural."""
    return calendar("unit").get(words) or calendar("units")[words]


def number_of(words: str) -> float | None:
    """What number words are worth; None for `a few` and for a range.

    >>> number_of("two and a half"), number_of("thirty-five"), number_of("half a"), number_of("two or three")
    (2.5, 35.0, 0.5, None)
    """
    plain = _HYPHEN.sub(" ", words)  # else `thirty-five` looked like a range
    if words in _PAIRS:
        return 2.0
    if not words or not _VAGUE.isdisjoint(words.split()) or len(_RANGE.split(plain)) > 1:
        return None
    whole, half, _ = plain.partition("half")
    total = 0.5 if half else 0.0
    parts = _NUMBER.findall(whole.removesuffix("and a "))
    if half and parts in (["a"], ["an"]) and "and" not in whole:
        parts = []  # `a half`
    for word in parts:
        total = _added(total, word)
    return total or None


def length(number: float | None, unit: str) -> str:
    """The ISO 8601 duration; as in TimeML and EDTF, X stands for a number that is not told.

    >>> length(2, "DE"), length(0.5, "Y"), length(1.5, "H"), length(None, "TM"), length(None, "DE")
    ('P20Y', 'P6M', 'PT1.5H', 'PTXM', 'PXDE')
    """
    if number is None:
        if unit in {"DE", "CE"}:
            return f"PX{unit}"
        return _written("X", _MADE_OF.get(unit, (1, unit))[1])
    times, unit = _MADE_OF.get(unit, (1, unit))
    number *= times
    if number == 0.5 and unit in _HALVES:
        number, unit = _HALVES[unit]
    return _written(f"{number:.4f}".rstrip("0").rstrip("."), unit)


def _written(number: str, unit: str) -> str:
    return f"P{'T' if unit in _CLOCKED else ''}{number}{'M' if unit == 'TM' else unit}"


def _added(total: float, word: str) -> float:
    """The value of a numeral after one more of its words."""
    if word[0].isdigit():
        return total + float(word.replace(",", ""))
    number = numbers().get(word)
    if number is None:
        return total + (word in {"a", "an"})
    if number.role in {"hundred", "scale", "dozen"}:
        return max(total, 1) * number.value
    return total + number.value
