"""Meaning, Meaning -> Axes: how two figures lie to each other on the six axes of the design."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from accordingto.compare.kinds import overlapping_categories, paths, together
from accordingto.compare.meaning import Definition, Meaning, Population, Statistic
from accordingto.compare.periods import ends_apart, later, one_day_of_year, one_event, one_period, periods
from accordingto.gazetteer import relation as places
from accordingto.records import Axes, Place, Reason, Relation

_SCOPES: dict[tuple[str, str], Relation] = {
    ("direct", "excess"): "overlapping",
    ("excess", "direct"): "overlapping",
    ("direct", "indirect"): "disjoint",
    ("indirect", "direct"): "disjoint",
    ("indirect", "excess"): "nested",
    ("excess", "indirect"): "contains",
}


class Apart(NamedTuple):
    """What parts two meanings: the reasons why they cannot be compared, and the axes on which nobody can tell."""

    reasons: tuple[Reason, ...]
    unknown: tuple[str, ...]


@lru_cache(maxsize=1 << 20)
def axes(a: Meaning, b: Meaning, first: Statistic, second: Statistic) -> Axes:
    """How the first figure lies to the second on each axis."""
    return Axes(
        measure=measures(a.measure, b.measure),
        population=populations(a.population, b.population),
        place=_where(a, b),
        period=periods(a.period, b.period),
        definition=definitions(a.definition, b.definition),
        statistic=statistics(first, second),
    )


@lru_cache(maxsize=1 << 18)
def measures(a: tuple[str, ...], b: tuple[str, ...]) -> Relation:
    """Unit and harm; a figure of people without a harm may be of any."""
    if a[0] == b[0] and a != b and 1 in {len(a), len(b)}:
        return "unknown"
    return paths(a, b)


@lru_cache(maxsize=1 << 18)
def populations(a: Population, b: Population) -> Relation:
    """Category, group, age and sex together. Who is not said to be of a group, age or sex may be of any."""
    if a.added or b.added:
        return "same" if a == b else "disjoint"
    return together(
        paths(a.category, b.category, overlapping_categories()),
        *(_feature(x, y) for x, y in ((a.group, b.group), (a.age, b.age), (a.sex, b.sex))),
    )


def _feature(a: str | None, b: str | None) -> Relation:
    if a == b:
        return "same"
    if a is None or b is None:
        return "contains" if a is None else "nested"
    # Two nationalities are disjoint; of a nationality and a movement or people nobody can tell from the words.
    return "disjoint" if (a[:1] == "=") == (b[:1] == "=") else "unknown"


@lru_cache(maxsize=1 << 18)
def place(a: Place | None, b: Place | None) -> Relation:
    """The gazetteer's answer; `unknown` where a report does not say where."""
    return "unknown" if a is None or b is None else places(a, b)


@lru_cache(maxsize=1 << 12)
def definitions(a: Definition, b: Definition) -> Relation:
    """Scope and basis together; what a report does not say is unknown."""
    scope: Relation = "same" if a.scope == b.scope else _SCOPES.get((a.scope or "", b.scope or ""), "unknown")
    basis: Relation = "same" if a.basis == b.basis else "unknown" if None in {a.basis, b.basis} else "disjoint"
    return together(scope, basis)


def statistics(a: Statistic, b: Statistic) -> Relation:
    """Two numbers of one kind are the same; a count or point lies within what an interval or bound leaves open."""
    if "none" in {a, b}:
        return "unknown"
    widths = {"count": 0, "point": 0, "interval": 1, "bound": 1}
    if a == b or {a, b} == {"count", "point"}:
        return "same"
    return "overlapping" if widths[a] == widths[b] else "nested" if widths[a] < widths[b] else "contains"


@lru_cache(maxsize=1 << 20)
def apart(a: Meaning, b: Meaning) -> Apart:
    """Why two meanings cannot be compared, and on which axes that matter nobody can tell.

    It matters what is counted, whom, where and when. A definition that a report leaves out parts nothing, and the
    statistic never does: a point and an interval of one thing can agree.
    """
    found: list[Reason] = []
    unknown: list[str] = []
    measure, population = measures(a.measure, b.measure), populations(a.population, b.population)
    where, when = _where(a, b), periods(a.period, b.period)
    for name, relation in (("measure", measure), ("population", population), ("place", where)):
        if relation == "unknown":
            unknown.append(name)
    if measure not in {"same", "unknown"}:
        found.append("different_measure")
    if population in {"nested", "contains"}:
        found.append("nested_population")
    elif population not in {"same", "unknown"}:
        found.append("different_population")
    if where not in {"same", "unknown"}:
        found.append("different_place")
    if when != "same" and not one_event(a.period, b.period) and not one_period(a.period, b.period):
        if (
            when == "unknown"
            and not ends_apart(a.period, b.period)
            and one_day_of_year(a.period, b.period) is not False
        ):
            unknown.append("period")
        else:
            found.append("later_as_of" if later(a.period, b.period) else "different_period")
    found.extend(_defined_apart(a.definition, b.definition))
    return Apart(tuple(found), tuple(unknown))


def _where(a: Meaning, b: Meaning) -> Relation:
    """How the places lie. What a report is about is wider than where each of its figures is of: that tells nothing."""
    found = place(a.place, b.place)
    wider = (a.by_report and found in {"contains", "overlapping"}) or (
        b.by_report and found in {"nested", "overlapping"}
    )
    return "unknown" if wider else found


def _defined_apart(a: Definition, b: Definition) -> list[Reason]:
    found: list[Reason] = []
    scopes, bases = {a.scope, b.scope}, {a.basis, b.basis}
    if (None not in scopes and len(scopes) == 2) or ("projection" in bases and len(bases - {None}) == 2):
        found.append("different_definition")
    elif None not in bases and len(bases) == 2:
        found.append("different_method")
    return found
