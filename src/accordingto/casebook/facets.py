"""Reports that fit a filter -> by what they can be narrowed further, with the number of reports for each value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, func, select

from accordingto.casebook.conditions import columns, of_reports
from accordingto.casebook.filters import ReportFilter
from accordingto.casebook.rows import Facet, Facets
from accordingto.casebook.schema import FACET, REPORT, TRAIT, VOICE
from accordingto.language.en.speakers import country_names

_KINDS = ("outlet", "month", "voice", "harm", "country")
_SAMPLE = 1_000
"""Of more reports than this that fit a filter, the latest so many are counted."""


def facets_of(connection: Connection, wanted: ReportFilter, *, most: int) -> Facets:
    """The `most` frequent values of each kind."""
    counts: dict[str, dict[str, int]]
    if wanted == ReportFilter():
        size = func.count()
        counted = connection.execute(select(size).select_from(REPORT).where(REPORT.c.outdated.is_(False))).scalar_one()
        counts = {kind: _kept(connection, kind, most) for kind in _KINDS}
        exact = True
    else:
        numbers = _latest(connection, wanted)
        exact, counted = len(numbers) <= _SAMPLE, min(len(numbers), _SAMPLE)
        counts = _counted(connection, numbers[:_SAMPLE])
    years: Counter[str] = Counter()
    for month, number in counts["month"].items():
        years[month[:4]] += number
    latest = sorted(years)[-1:]
    months = {month: number for month, number in counts["month"].items() if month[:4] in latest}
    outlets, voices = _first(counts["outlet"], most), _first(counts["voice"], most)
    return Facets(
        outlets=_labelled(outlets, _outlets(connection, outlets)),
        years=_labelled(dict(sorted(years.items(), reverse=True)[:most]), {}),
        months=_labelled(dict(sorted(months.items(), reverse=True)[:most]), {}),
        speakers=_voices(connection, voices),
        harms=_labelled(_first(counts["harm"], most), {}),
        countries=_labelled(_first(counts["country"], most), _country_labels()),
        counted=counted,
        exact=exact,
    )


def _kept(connection: Connection, kind: str, most: int) -> dict[str, int]:
    """The numbers of all reports, which are kept: of each month, else of the most frequent values."""
    column = FACET.c
    query = select(column.value, column.reports).where(column.kind == kind, column.reports > 0)
    if kind == "voice":
        # Sources without a name are voices of a single report each.
        query = (
            select(FACET.c.value, FACET.c.reports)
            .where(column.kind == kind, column.reports > 0)
            .order_by(column.reports.desc(), column.value)
            .limit(most * 4)
        )
    elif kind != "month":
        query = query.order_by(column.reports.desc(), column.value).limit(most)
    return {value: int(number) for value, number in connection.execute(query)}


def _latest(connection: Connection, wanted: ReportFilter) -> list[int]:
    """The numbers of the reports that fit, those added last first, and one more than are counted."""
    query = select(REPORT.c.number).order_by(REPORT.c.number.desc()).limit(_SAMPLE + 1)
    few = connection.execute(
        select(func.count()).select_from(
            select(REPORT.c.number).where(*of_reports(connection, wanted)).limit(2 * _SAMPLE).subquery()
        )
    ).scalar_one()
    # To ask of one report whether it has the words takes a millisecond: for a thousand, longer than to find all.
    walking = few >= 2 * _SAMPLE and wanted.text is None
    return list(connection.execute(query.where(*of_reports(connection, wanted, walking=walking))).scalars())


def _counted(connection: Connection, numbers: list[int]) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {kind: {} for kind in _KINDS}
    column, of = TRAIT.c, columns(connection, walking=True)
    kind_, value_ = of(column.kind), of(column.value)
    for at in range(0, len(numbers), 500):
        some = column.report.in_(numbers[at : at + 500])
        query = select(kind_, value_, func.count()).where(some, kind_.in_(_KINDS)).group_by(kind_, value_)
        for kind, value, number in connection.execute(query):
            counts[kind][value] = counts[kind].get(value, 0) + int(number)
    return counts


def _first(counts: Mapping[str, int], most: int) -> dict[str, int]:
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return dict(ordered[:most])


def _labelled(counts: Mapping[str, int], labels: Mapping[str, str]) -> tuple[Facet, ...]:
    return tuple(Facet(value=v, label=labels.get(v, v), reports=number) for v, number in counts.items())


def _outlets(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    """An outlet as one of its reports spells it."""
    column, found = REPORT.c, {}
    for key in keys:
        query = select(column.outlet).where(column.outlet_key == key).limit(1)
        found[key] = str(connection.execute(query).scalar() or key)
    return found


def _voices(connection: Connection, counts: Mapping[str, int]) -> tuple[Facet, ...]:
    """Voices by the id of their first source and their commonest name."""
    query = select(VOICE.c.number, VOICE.c.id, VOICE.c.name).where(VOICE.c.number.in_([int(v) for v in counts]))
    there = {str(row.number): row for row in connection.execute(query)}
    return tuple(
        Facet(value=there[v].id, label=there[v].name, reports=number) for v, number in counts.items() if v in there
    )


def _country_labels() -> dict[str, str]:
    """Code -> the country's shortest name that is no abbreviation."""
    labels: dict[str, str] = {}
    for name, code in sorted(country_names().items(), key=lambda one: (-len(one[0]), one[0])):
        if len(name) > 3 or code not in labels:
            labels[code] = name
    return {code: name.title() for code, name in labels.items()}
