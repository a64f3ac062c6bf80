"""Which figures are asked for, by harm, place, period and speaker."""

from __future__ import annotations

from collections.abc import Iterable

from accordingto.compare.meaning import meaning
from accordingto.compare.periods import period_of, periods
from accordingto.gazetteer import find, relation
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

    What a figure leaves open (its place or period not known) does not match. Raises InvalidDate for a period that is no
    EDTF.
    """
    where = None if place is None else find(place) or Place(name=place)
    when = None if period is None else period_of(period, None, None)
    found = []
    for figure in figures:
        if harm is not None and figure.figure.harm != harm:
            continue
        if speaker is not None and speaker.casefold() not in _names(figure):
            continue
        if where is None and when is None:
            found.append(figure)
            continue
        of = meaning(figure)
        if where is not None and (of.place is None or relation(of.place, where) not in {"same", "nested"}):
            continue
        if when is not None and periods(of.period, when) in {"unknown", "disjoint"}:
            continue
        found.append(figure)
    return tuple(found)


def _names(figure: Reported) -> str:
    """The names of who says so and who passes it on, in lower case, one a line."""
    voices = (figure.speaker, *figure.via)
    return "\n".join([*(v.name for v in voices if v is not None), figure.outlet or ""]).casefold()
