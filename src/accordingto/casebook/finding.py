"""Filters -> the figures, statements and voices that fit them, with the decisions applied that were made about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from sqlalchemy import Connection, Table, func, select

from accordingto.casebook.conditions import of_figures, of_statements, said_by
from accordingto.casebook.filters import FigureFilter, StatementFilter
from accordingto.casebook.schema import FIGURE, SOURCE, STATEMENT
from accordingto.records import Reported, Spelling, Stated, Voice

_CHUNK = 500
"""So many voices are fetched at a time."""


def figures(connection: Connection, wanted: FigureFilter) -> Iterator[Reported]:
    """The figures that fit, in the order in which their reports were added."""
    query = select(FIGURE.c.record).where(*of_figures(connection, wanted)).order_by(FIGURE.c.number)
    for (record,) in connection.execution_options(yield_per=1_000).execute(query):
        yield msgspec.json.decode(record, type=Reported)


def statements(connection: Connection, wanted: StatementFilter) -> Iterator[Stated]:
    """The statements that fit, in the order in which their reports were added."""
    query = select(STATEMENT.c.record).where(*of_statements(connection, wanted)).order_by(STATEMENT.c.number)
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
        query = query.where(SOURCE.c.voice.in_(said_by(connection, name)))
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
