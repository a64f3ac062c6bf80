"""EDTF values and ISO 8601 durations in words."""

from __future__ import annotations

import re

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_MARKS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
_START = re.compile(r"[12]\d{3}(?:-\d{2}(?:-\d{2})?)?|[12]\d{2}X|[12]\dXX")


def when(value: str) -> str:
    """A value of EDTF or a duration in words; what these rules do not know comes back as it is.

    >>> when("2003-03-20/.."), when("2006-06~"), when("2003/2006"), when("P20Y")
    ('from 2003-03-20', 'about 2006-06', '2003 to 2006', '20 years')
    """
    start, slash, end = value.partition("/")
    if slash and start in {"", ".."}:
        return f"until {_one(end)}"
    if slash and end in {"", ".."}:
        return f"from {_one(start)}"
    return f"{_one(start)} to {_one(end)}" if slash else _one(value)


def began(value: str) -> str | None:
    """What a value sorts by: the year, month and day with which it begins, None where it names no year."""
    start, slash, end = value.partition("/")
    found = _START.match(end if slash and start in {"", ".."} else start)
    return found[0].replace("X", "0") if found else None


def _one(value: str) -> str:
    found = _DURATION.fullmatch(value) if value[:1] == "P" and len(value) > 2 else None
    if found:
        parts = [(int(n), unit) for n, unit in zip(found.groups(), _UNITS, strict=True) if n]
        return " ".join(f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in parts)
    mark = _MARKS.get(value[-1:], "")
    plain = value.rstrip("~?%") if mark else value
    year, dash, month = plain.partition("-")
    if dash and month in _SEASONS:
        return f"{mark}{_SEASONS[month]} {year}"
    if re.fullmatch(r"\d{3}X", plain):
        return f"{mark}{plain[:3]}0s"
    return f"{mark}{plain}"
