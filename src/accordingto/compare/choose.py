"""Which figures are asked for, by harm, place, period and speaker."""

from __future__ import annotations

from collections.abc import Iterable

from accordingto.compare.meaning import meaning
from accordingto.compare.periods import period_of, periods
from accordingto.compare.understood import place_of, settings
from accordingto.gazetteer import find, relation
from accordingto.language.en.speakers import names_of_codes
from accordingto.records import Harm, Place, Reported


def choose(
    figures: Iterable[Reported],
    *,
    harm: Harm | None = None,
    place: str | None = None,
    period: str | None = None,
    speaker: str | None = None,
) -> tuple[Reported, ...]:
    """The figures of this harm, place and time, from a speaker or outlet whose name holds these words.

    A figure that names no place is of the one that its report is about, if that is told (`settings`). What is left open
    otherwise does not match. Raises InvalidDate for a period that is no EDTF.
    """
    where = None if place is None else _searched(place)
    when = None if period is None else period_of(period, None, None)
    given = list(figures)
    about = {} if where is None else settings(given)
    found = []
    for figure in given:
        if harm is not None and figure.figure.harm != harm:
            continue
        if speaker is not None and speaker.casefold() not in _names(figure):
            continue
        if where is None and when is None:
            found.append(figure)
            continue
        of = meaning(figure, place=place_of(figure, about.get(figure.document)) if where is not None else None)
        if where is not None and (of.place is None or relation(of.place, where) not in {"same", "nested"}):
            continue
        if when is not None and periods(of.period, when) in {"unknown", "disjoint"}:
            continue
        found.append(figure)
    return tuple(found)


def _searched(name: str) -> Place:
    """The place of a name, or of a country's code."""
    named = names_of_codes().get(name, name)
    return find(named) or Place(name=named)


def _names(figure: Reported) -> str:
    """The names of who says so and who passes it on, in lower case, one a line."""
    voices = (figure.speaker, *figure.via)
    return "\n".join([*(v.name for v in voices if v is not None), figure.outlet or ""]).casefold()
