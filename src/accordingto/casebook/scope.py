"""The words for a place or a period -> what a table can be searched by."""

from __future__ import annotations

from accordingto.casebook.names import plain
from accordingto.edtf import InvalidDate, bounds
from accordingto.errors import WrongFilter
from accordingto.gazetteer import find, relation
from accordingto.language.en.speakers import country_names
from accordingto.records import Place

_FIRST_DAY, _LAST_DAY = "0001-01-01", "9999-12-31"


def days(period: str | None) -> tuple[str, str] | tuple[None, None]:
    """The first and last day of an EDTF value, as ISO dates; an open end is the first or last day there is.

    (None, None) for no value, and for one of which an end is not known, such as a day of an unknown year.
    """
    if period is None:
        return None, None
    try:
        found = bounds(period)
    except InvalidDate:
        return None, None
    if not found.known:
        return None, None
    first, last = found.earliest, found.latest
    return (first.isoformat() if first else _FIRST_DAY, last.isoformat() if last else _LAST_DAY)


def searched_days(period: str) -> tuple[str, str]:
    """The first and last day of a period that is searched for; raises WrongFilter where it is none."""
    first, last = days(period)
    if first is None or last is None:
        raise WrongFilter(f"{period!r} is no period: write it as 2003, 2003-03, 2003-03-20, or with an end, 2003/2006")
    return first, last


def country(place: Place | None) -> str | None:
    """The code of the country that a place lies in, where it is known."""
    if place is None:
        return None
    found = None if place.country else find(place.name)
    return found.country if found else place.country


def searched_country(name: str) -> str | None:
    """The code of the country that is searched for, by its code or one of its names; None where it is no country."""
    known = country_names()
    if len(name) == 2 and name.isupper() and name in known.values():
        return name
    return known.get(name.strip().casefold()) or known.get(plain(name))


def within(place: Place, wanted: str) -> bool:
    """Whether a place is the one that is searched for, or lies in it."""
    return relation(place, find(wanted) or Place(name=wanted)) in {"same", "nested"}
