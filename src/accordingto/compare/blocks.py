"""Figures with their meanings -> groups that speak of one event or toll; no pair of figures is looked at.

An event (a week or less) is found by family of harms, country, day and place; a toll by family of harms, place and
length. A figure that leaves out where or when goes to the one group that its report, or its place and day, leaves open.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations

from accordingto.compare.axes import place as places
from accordingto.compare.kinds import families
from accordingto.compare.meaning import Meaning
from accordingto.compare.percents import base
from accordingto.compare.periods import EVENT, Period
from accordingto.gazetteer import level
from accordingto.records import Place, Reported

LOSSES = ("people", "losses")
_BACK = 7
"""A report that does not say when tells of what happened within so many days before it."""
_SCALES = (92, 800)
"""Tolls of a season, of some years and of longer are not laid side by side."""


class Groups:
    """Sets of items that are joined step by step (disjoint-set forest)."""

    def __init__(self, count: int) -> None:
        self._up = list(range(count))

    def find(self, item: int) -> int:
        """The item that stands for the set."""
        while self._up[item] != item:
            self._up[item] = self._up[self._up[item]]
            item = self._up[item]
        return item

    def join(self, a: int, b: int) -> None:
        """Makes one set of two."""
        one, other = sorted((self.find(a), self.find(b)))
        self._up[other] = one

    def sets(self, items: Iterable[int]) -> list[list[int]]:
        """The sets that the items are in, each in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for item in items:
            found[self.find(item)].append(item)
        return list(found.values())


def blocks(figures: Sequence[Reported], meanings: Sequence[Meaning], days: Sequence[dt.date | None]) -> list[list[int]]:
    """The groups, as places in `figures`; each figure is in one. `days` holds when each report appeared."""
    groups = Groups(len(figures))
    keys = [key_of(m) for m in meanings]
    loose: list[int] = []
    towns: dict[Hashable, list[int]] = defaultdict(list)
    tolls: dict[Hashable, list[int]] = defaultdict(list)
    for at, meaning in enumerate(meanings):
        period, site = meaning.period, _site(meaning.place)
        if period.days is None or meaning.place is None:
            loose.append(at)
        elif period.days <= EVENT:
            for day in _days(period):
                towns[keys[at], meaning.place.country, day].append(at)
        else:
            tolls[keys[at], site, sum(period.days > limit for limit in _SCALES)].append(at)
    _events(groups, towns, meanings)
    _overlapping(groups, tolls.values(), meanings)
    _attach(groups, loose, figures, meanings, days, keys)
    _percentages(groups, figures, keys)
    return groups.sets(range(len(figures)))


def key_of(meaning: Meaning) -> tuple[str, str]:
    """What may be laid side by side: a family of harms, people of a kind without harm, or things of a unit."""
    unit, *harms = meaning.measure
    if unit != "people":
        return unit, ""
    family = next((families()[h] for h in reversed(harms) if h in families()), None)
    return unit, family or f"= {meaning.population.category[-1]}"


def _site(place: Place | None) -> str | None:
    """A place as a key: the country where the place is no smaller, None where there is none."""
    if place is None:
        return None
    return f"{place.country or ''} {'' if level(place) == 'country' else place.name.casefold()}"


def _days(period: Period) -> range:
    """The days of an event, as ordinals."""
    found = period.bounds
    if found is None or found.earliest is None:
        return range(0)
    return range(found.earliest.toordinal(), found.earliest.toordinal() + (period.days or 0))


def _events(groups: Groups, towns: Mapping[Hashable, Sequence[int]], meanings: Sequence[Meaning]) -> None:
    """Joins what happened on one day in one place, be it spelt in another way, or named by its region.

    Only the distinct places of a day in a country meet; a whole country's day is not joined to each of its towns'.
    """
    for some in towns.values():
        sites: dict[str | None, int] = {}
        for at in some:
            groups.join(sites.setdefault(_site(meanings[at].place), at), at)
        small = [at for at in sites.values() if _small(meanings[at].place)]
        for one, other in combinations(small, 2):
            if places(meanings[one].place, meanings[other].place) in {"same", "nested", "contains"}:
                groups.join(one, other)


def _small(place: Place | None) -> bool:
    return place is not None and level(place) not in {"country", "area"}


def _overlapping(groups: Groups, tolls: Iterable[Sequence[int]], meanings: Sequence[Meaning]) -> None:
    """Joins the tolls of one place and length whose periods overlap, in one pass over them in order of time."""
    for some in tolls:
        spans = []
        for at in some:
            found = meanings[at].period.bounds
            if found is not None and found.earliest is not None and found.latest is not None:
                spans.append((found.earliest, found.latest, at))
        last: tuple[dt.date, int] | None = None
        for start, end, at in sorted(spans):
            if last is not None and start <= last[0]:
                groups.join(last[1], at)
                last = (max(last[0], end), at)
            else:
                last = (end, at)


def _attach(
    groups: Groups,
    loose: Sequence[int],
    figures: Sequence[Reported],
    meanings: Sequence[Meaning],
    days: Sequence[dt.date | None],
    keys: Sequence[tuple[str, str]],
) -> None:
    """Gives each figure that leaves out where or when a group, where exactly one is open to it."""
    rest = set(loose)
    by_place: dict[Hashable, dict[int, list[Period]]] = defaultdict(dict)
    by_report: dict[Hashable, set[int]] = defaultdict(set)
    for at in range(len(figures)):
        if at not in rest:
            root = groups.find(at)
            by_place[keys[at], _site(meanings[at].place)].setdefault(root, []).append(meanings[at].period)
            by_report[keys[at], figures[at].document].add(root)
    alone: dict[Hashable, int] = {}
    for at in loose:
        site = _site(meanings[at].place)
        if site is None:
            found = by_report[keys[at], figures[at].document]
            mark: tuple[Hashable, ...] = (keys[at], figures[at].document)
        else:
            known = by_place[keys[at], site]
            found = _fitting(known, meanings[at].period, days[at]) or by_report[keys[at], figures[at].document] & set(
                known
            )
            mark = (keys[at], site, _week(meanings[at].period, days[at]))
        if len(found) == 1:
            groups.join(next(iter(found)), at)
        else:
            groups.join(alone.setdefault(mark, at), at)


def _percentages(groups: Groups, figures: Sequence[Reported], keys: Sequence[tuple[str, str]]) -> None:
    """Joins a percentage that is `more` or `less` than something with its report's losses, if they are of one group."""
    losses: dict[str, set[int]] = defaultdict(set)
    for at, figure in enumerate(figures):
        if keys[at] == LOSSES:
            losses[figure.document].add(groups.find(at))
    for at, figure in enumerate(figures):
        found = losses[figure.document] if base(figure) is not None else set()
        if len(found) == 1:
            groups.join(next(iter(found)), at)


def _fitting(known: dict[int, list[Period]], period: Period, day: dt.date | None) -> set[int]:
    """The groups of this place that a figure may belong to: the last event before its report, else the longest toll."""
    until = period.bounds.latest if period.bounds is not None else None
    tolls = {root: max(p.days or 0 for p in some) for root, some in known.items()}
    tolls = {root: days for root, days in tolls.items() if days > EVENT}
    if until is not None or period.value is not None:
        return {max(tolls, key=lambda root: (tolls[root], -root))} if tolls else set()
    if day is not None:
        ends = {
            root: max(p.bounds.latest for p in some if p.bounds and p.bounds.latest)
            for root, some in known.items()
            if root not in tolls
        }
        recent = {root: end for root, end in ends.items() if 0 <= (day - end).days <= _BACK}
        if recent:
            return {max(recent, key=lambda root: (recent[root], -root))}
    return set(tolls) if len(tolls) == 1 else set()


def _week(period: Period, day: dt.date | None) -> Hashable:
    """What loose figures of one place share: that they say until when, or the month in which their reports appeared."""
    if period.value is not None:
        return "until"
    return (day.year, day.month) if day else None
