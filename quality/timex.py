"""TIMEX3 values (TimeML) -> what a ledger may give for them in EDTF or as an ISO 8601 duration."""

from __future__ import annotations

import re
from datetime import date

_SEASON = {"SP": 21, "SU": 22, "FA": 23, "WI": 24, "H1": 40, "H2": 41, "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36}
_SEASONED = re.compile(r"(\d{4}|XXXX)-(SP|SU|FA|WI|[HQ]\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_BEFORE_CHRIST = re.compile(r"BC(\d{2,4})(-.*)?")
_CLOCK = re.compile(r"T\d\d:\d\d$")
_PART = re.compile(r"T(?:MO|MI|AF|EV|NI|DT|XX)?$")
_DECADES = re.compile(r"P(\d*\.?\d+)(DE|CE)")
_REPEATED = {"XXXX-XX-XX": "P1D", "XXXX-WXX": "P1W", "XXXX-XX": "P1M", "XXXX": "P1Y"}

Values = frozenset[str | None]


def edtf(value: str) -> Values:
    """The values that are right for the TIMEX3 value; None stands for a date that is given no value.

    References without a time (PRESENT_REF), `null` and values of which nothing is known have none. Parts of the day
    are dropped (1965-01-31TMO is the day), decades and centuries are spelt out (P1DE is P10Y), a week is its Monday to
    its Sunday, years before Christ are astronomical (BC0490 is -0489).

    >>> sorted(edtf("1941-SU")), sorted(edtf("BC0490")), sorted(edtf("194"))
    (['1941-22'], ['-0489'], ['194X'])
    """
    if value == "null" or value.endswith("_REF"):
        return frozenset({None})
    if value.startswith("P"):
        return frozenset({_duration(value)})
    day = _PART.sub("", value)
    if _CLOCK.search(day):
        day += ":00"
    if found := _BEFORE_CHRIST.fullmatch(day):
        return frozenset({_before_christ(found[1], found[2] or "")})
    if found := _WEEK.fullmatch(day):
        monday, sunday = (date.fromisocalendar(int(found[1]), int(found[2]), d).isoformat() for d in (1, 7))
        return frozenset({f"{monday}/{sunday}"})
    if found := _SEASONED.fullmatch(day):
        day = f"{found[1]}-{_SEASON[found[2]]}"
    if re.fullmatch(r"\d{2,3}", day):
        day = day.ljust(4, "X")
    return _partly_known(day)


def comparable(value: str | None) -> str | None:
    """A ledger's value without its marks of doubt, which TIMEX3 values do not have."""
    return None if value is None else re.sub(r"[~?%]", "", value)


def _partly_known(day: str) -> Values:
    if "X" not in day or re.fullmatch(r"\d{2,3}X{1,2}", day):
        return frozenset({day})
    values: set[str | None] = {day}
    if day.startswith(("XXXX", "BCXXXX")) or "W" in day:
        values |= {None, _REPEATED.get(re.sub(r"-\d$", "", day))}
    else:
        values.add(re.sub(r"(?:-XX)+$", "", day))
    return frozenset(values)


def _before_christ(digits: str, rest: str) -> str:
    if len(digits) == 2:  # BC03: the fourth century, of which the years begin with 3
        return f"{_year(-100 * int(digits) - 99)}/{_year(-100 * int(digits))}"
    if len(digits) == 3:  # BC047: the 470s
        return f"{_year(-10 * int(digits) - 8)}/{_year(-10 * int(digits) + 1)}"
    rest = re.sub(r"(?:-XX)+$", "", rest)
    season = _SEASON.get(rest[1:])
    return _year(1 - int(digits)) + (f"-{season}" if season else rest)


def _year(astronomical: int) -> str:
    return f"-{-astronomical:04}" if astronomical < 0 else f"{astronomical:04}"


def _duration(value: str) -> str:
    if found := _DECADES.fullmatch(value):
        return f"P{float(found[1]) * (10 if found[2] == 'DE' else 100):g}Y"
    return value
