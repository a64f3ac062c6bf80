"""What nobody has decided about yet, the most doubtful first: read off an index, whatever the number of reports."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, Table, func, literal, select

from accordingto.casebook.outcomes import Finding, Rank, Waiting
from accordingto.casebook.schema import FIGURE, STATEMENT
from accordingto.records import Reported, Stated

_TABLES: dict[str, Table] = {"figure": FIGURE, "statement": STATEMENT}


def ranked(connection: Connection, kinds: Sequence[str], document: str | None, *, most: int) -> list[Rank]:
    """The ranks of at most so many figures and statements, the highest first; of one rank those added last first."""
    found = [_ranked(connection, kind, document, most) for kind in sorted(set(kinds))]
    return list(heapq.merge(*found, key=lambda one: (-one.rank, -one.number)))[:most]


def waiting(connection: Connection, ranks: Sequence[Rank]) -> dict[Rank, Waiting]:
    """The figures and statements with these ranks, in their order, but for those that have gone meanwhile."""
    out: dict[tuple[str, int], Waiting] = {}
    for kind, table in _TABLES.items():
        numbers = [one.number for one in ranks if one.kind == kind]
        for row in connection.execute(select(table).where(table.c.number.in_(numbers))):
            out[kind, row.number] = _waiting(kind, row)
    return {one: out[one.kind, one.number] for one in ranks if (one.kind, one.number) in out}


def count_waiting(connection: Connection, kinds: Sequence[str], document: str | None, *, most: int) -> int:
    """How many there are, counted up to `most`."""
    left = most
    for kind in sorted(set(kinds)):
        some = _undecided(select(literal(1)), _TABLES[kind], document).limit(left).subquery()
        left -= int(connection.execute(select(func.count()).select_from(some)).scalar_one())
    return most - left


def _ranked(connection: Connection, kind: str, document: str | None, most: int) -> list[Rank]:
    column = _TABLES[kind].c
    query = _undecided(select(column.rank, column.number), _TABLES[kind], document)
    rows = connection.execute(query.order_by(column.rank.desc(), column.number.desc()).limit(most))
    return [Rank(row.rank, kind, row.number) for row in rows]


def _waiting(kind: str, row: Any) -> Waiting:  # noqa: ANN401  a row of FIGURE or STATEMENT
    target = f"{kind}:{row.id}"
    if kind == "figure":
        findings = msgspec.json.decode(row.findings, type=tuple[Finding, ...])
        one = msgspec.json.decode(row.record, type=Reported)
        return Waiting(target=target, rank=row.rank, confidence=one.figure.confidence, figure=one, findings=findings)
    said = msgspec.json.decode(row.record, type=Stated)
    return Waiting(target=target, rank=row.rank, confidence=said.attribution.confidence, statement=said)


def _undecided(query: Select[Any], table: Table, document: str | None) -> Select[Any]:
    query = query.select_from(table).where(table.c.review.is_(None), table.c.outdated.is_(False))
    return query if document is None else query.where(table.c.document == document)
