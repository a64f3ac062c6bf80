"""Filters -> the figures, statements and voices that fit them, with the decisions applied that were made about them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, Table, func, or_, select

from accordingto.casebook.fulltext import about as about_words
from accordingto.casebook.names import loose_words, plain, search_words
from accordingto.casebook.outcomes import Spelling, Voice
from accordingto.casebook.schema import FIGURE, SOURCE, SOURCE_WORD, STATEMENT
from accordingto.casebook.scope import searched_country, searched_days, within
from accordingto.errors import WrongFilter
from accordingto.records import Place, Reported, Stated

_CHUNK = 500
"""So many voices are fetched at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFilter:
    """What figures must fit; None fits all.

    `place` is a place's name or a country's name or code, and takes what lies within; `period` is EDTF, and takes what
    overlaps it; `speaker` takes every voice whose name has its words, under all its spellings. `low` and `high` bound
    the number as stated, whatever end of a range that is. `outdated` takes earlier versions of reports, too, and
    `rejected` figures that a decision has rejected.
    """

    harm: str | None = None
    place: str | None = None
    period: str | None = None
    speaker: str | None = None
    unit: str | None = None
    low: float | None = None
    high: float | None = None
    outlet: str | None = None
    document: str | None = None
    outdated: bool = False
    rejected: bool = False


def figures(connection: Connection, wanted: FigureFilter) -> Iterator[Reported]:
    """The figures that fit, in the order in which their reports were added."""
    column = FIGURE.c
    query = select(column.record).order_by(column.number)
    for name in ("harm", "unit", "document"):
        value = getattr(wanted, name)
        if value is not None:
            query = query.where(column[name] == value)
    query = _common(query, FIGURE, outdated=wanted.outdated, rejected=wanted.rejected, outlet=wanted.outlet)
    if wanted.place is not None:
        query = query.where(_in_place(connection, wanted.place))
    if wanted.period is not None:
        first, last = searched_days(wanted.period)
        query = query.where(column.period_start <= last, column.period_end >= first)
    query = _of_size(query, wanted.low, wanted.high)
    if wanted.speaker is not None:
        query = query.where(column.speaker.in_(_said_by(connection, wanted.speaker)))
    for (record,) in connection.execution_options(yield_per=1_000).execute(query):
        yield msgspec.json.decode(record, type=Reported)


def _of_size(query: Select[Any], low: float | None, high: float | None) -> Select[Any]:
    """The query for figures that state a number from `low` to `high`."""
    column = FIGURE.c
    if any(value is not None and math.isnan(value) for value in (low, high)):
        raise WrongFilter("nan is no number: give the least or the most in digits")
    if low is not None and high is not None and low > high:
        raise WrongFilter(f"from {low:g} to {high:g} there is no number: give the smaller one first")
    if low is not None:
        query = query.where(func.coalesce(column.high, column.low) >= low)
    if high is not None:
        query = query.where(func.coalesce(column.low, column.high) <= high)
    return query


def statements(
    connection: Connection,
    *,
    speaker: str | None = None,
    about: str | None = None,
    outlet: str | None = None,
    stance: str | None = None,
    document: str | None = None,
    outdated: bool = False,
    rejected: bool = False,
) -> Iterator[Stated]:
    """The statements that fit, in the order in which their reports were added; filters as in `FigureFilter`."""
    column = STATEMENT.c
    query = select(column.record).order_by(column.number)
    query = _common(query, STATEMENT, outdated=outdated, rejected=rejected, outlet=outlet)
    if stance is not None:
        query = query.where(column.stance == stance)
    if document is not None:
        query = query.where(column.document == document)
    if speaker is not None:
        query = query.where(column.speaker.in_(_said_by(connection, speaker)))
    if about is not None:
        query = query.where(about_words(connection, about))
    for (record,) in connection.execution_options(yield_per=1_000).execute(query):
        yield msgspec.json.decode(record, type=Stated)


def voices(
    connection: Connection, *, name: str | None = None, kind: str | None = None, named: bool = True
) -> Iterator[Voice]:
    """The persons and bodies of all reports, those in most reports first; `name` as for a filter's speaker.

    With `named=False` also the sources without a name (`residents`, `an official`), each by itself.
    """
    reports = func.count(SOURCE.c.document.distinct())
    query = select(SOURCE.c.voice, reports).group_by(SOURCE.c.voice).order_by(reports.desc(), SOURCE.c.voice)
    if kind is not None:
        query = query.where(SOURCE.c.kind == kind)
    if named:
        query = query.where(SOURCE.c.key != "")
    if name is not None:
        query = query.where(SOURCE.c.number.in_(_said_by(connection, name)))
    numbers = [int(row.voice) for row in connection.execute(query)]
    for at in range(0, len(numbers), _CHUNK):
        yield from _voices(connection, numbers[at : at + _CHUNK])


def _voices(connection: Connection, numbers: Sequence[int]) -> Iterator[Voice]:
    spellings: dict[int, list[Spelling]] = {number: [] for number in numbers}
    kinds: dict[int, str] = {}
    for row in connection.execute(select(SOURCE).where(SOURCE.c.voice.in_(numbers)).order_by(SOURCE.c.number)):
        kinds.setdefault(row.voice, row.kind)
        spellings[row.voice].append(
            Spelling(
                id=f"source:{row.id}",
                name=row.name,
                document=row.document,
                role=row.role,
                affiliation=row.affiliation,
                because=row.because,
            )
        )
    statements, figures = _said(connection, STATEMENT, numbers), _said(connection, FIGURE, numbers)
    for number in numbers:
        bare = Voice(
            id=spellings[number][0].id,
            name="",
            kind=kinds[number],
            reports=len({one.document for one in spellings[number]}),
            statements=statements.get(number, 0),
            figures=figures.get(number, 0),
            spellings=tuple(spellings[number]),
        )
        yield msgspec.structs.replace(bare, name=bare.names[0])


def _said(connection: Connection, table: Table, numbers: Sequence[int]) -> dict[int, int]:
    """How many statements or figures each voice has."""
    query = select(SOURCE.c.voice, func.count()).join(table, table.c.speaker == SOURCE.c.number)
    query = query.where(SOURCE.c.voice.in_(numbers)).group_by(SOURCE.c.voice)
    return {int(row[0]): int(row[1]) for row in connection.execute(query)}


def _common(query: Select[Any], table: Table, *, outdated: bool, rejected: bool, outlet: str | None) -> Select[Any]:
    if not outdated:
        query = query.where(table.c.outdated.is_(False))
    if not rejected:
        query = query.where(or_(table.c.review.is_(None), table.c.review != "rejected"))
    if outlet is not None:
        query = query.where(table.c.outlet_key == plain(outlet))
    return query


def _in_place(connection: Connection, wanted: str) -> ColumnElement[bool]:
    """The condition that a figure's place is the one that is wanted, or lies within it."""
    code = searched_country(wanted)
    if code is not None:
        return FIGURE.c.country == code
    column = FIGURE.c
    # There are far fewer places than figures, so that each is looked up in the gazetteer once.
    there = connection.execute(select(column.place, column.country).distinct().where(column.place.is_not(None)))
    inside = {
        row.place
        for row in there
        if plain(row.place) == plain(wanted) or within(Place(name=row.place, country=row.country), wanted)
    }
    return column.place.in_(sorted(inside))


def _said_by(connection: Connection, name: str) -> Select[Any]:
    """The numbers of all sources of every voice that has a source with these words in its name."""
    words = sorted(search_words(name))
    if not words:
        raise WrongFilter(f"{name!r} has no word to look for: give a speaker's name or a part of it")
    found = _with_words(connection, words) or _with_words(connection, sorted(loose_words(name)))
    return select(SOURCE.c.number).where(SOURCE.c.voice.in_(found))


def _with_words(connection: Connection, words: Sequence[str]) -> list[int]:
    """The voices of the sources that have all these words."""
    if not words:
        return []
    sources = select(SOURCE_WORD.c.source).where(SOURCE_WORD.c.word.in_(words))
    sources = sources.group_by(SOURCE_WORD.c.source).having(func.count() == len(words))
    query = select(SOURCE.c.voice).distinct().where(SOURCE.c.number.in_(sources))
    return [int(row.voice) for row in connection.execute(query.order_by(SOURCE.c.voice))]
