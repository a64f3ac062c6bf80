"""Reported* -> where each may find others that speak of the same thing, so that kept contests need not all be redone.

A zone is a country with a family of harms. What names no place goes with the rest of its report where that leaves one
zone open, else it has only its own report. So a new report touches a few zones, and all others stay as they were.
Figures of two zones are in no group together, but for a large number of one speaker (`restated`), which `compare`
follows from one country to another and kept contests do not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from accordingto.compare.blocks import LOSSES, key_of
from accordingto.compare.meaning import Meaning, meaning
from accordingto.compare.percents import base
from accordingto.compare.understood import place_of, settings
from accordingto.records import Reported

_Key = tuple[str, str]


def zones(figures: Iterable[Reported]) -> Mapping[str, str]:
    """The zone of each figure that can be compared, by its id. All figures of a report must be given at once."""
    reports: dict[str, list[Reported]] = defaultdict(list)
    for figure in figures:
        if figure.figure.harm is not None or base(figure) is not None:
            reports[figure.document].append(figure)
    found: dict[str, str] = {}
    for some in reports.values():
        found |= _of_report(some)
    return found


def country_of(zone: str) -> str | None:
    """The code of the country that a zone lies in, None where that is not known."""
    code = zone.partition(" ")[0]
    return code if len(code) == 2 else None


def _of_report(figures: Sequence[Reported]) -> dict[str, str]:
    about = settings(figures)
    meanings = {f.id: meaning(f, place=place_of(f, about[f.document])) for f in figures}
    open_: dict[_Key, set[str]] = defaultdict(set)
    for of in meanings.values():
        if of.place is not None and of.period.days is not None:
            open_[key_of(of)].add(_placed(of))
    found = {figure.id: _zone(figure, meanings[figure.id], open_) for figure in figures}
    losses = {found[figure.id] for figure in figures if key_of(meanings[figure.id]) == LOSSES}
    if len(losses) == 1:
        found |= dict.fromkeys((figure.id for figure in figures if base(figure) is not None), next(iter(losses)))
    return found


def _zone(figure: Reported, of: Meaning, open_: Mapping[_Key, set[str]]) -> str:
    if of.place is not None:
        return _placed(of)
    zones_ = open_.get(key_of(of), set())
    return next(iter(zones_)) if len(zones_) == 1 else f"report {figure.document[:16]}"


def _placed(of: Meaning) -> str:
    country = of.place.country if of.place else None
    return " ".join((country or "-", *key_of(of)))
