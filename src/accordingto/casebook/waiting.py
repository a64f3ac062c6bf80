"""What nobody has decided about yet, the most doubtful first: read off an index, whatever the number of reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, Table, func, select

from accordingto.casebook.outcomes import Finding, Waiting
from accordingto.casebook.schema import FIGURE, STATEMENT
from accordingto.records import Reported, Stated

TABLES: dict[str, Table] = {"figure": FIGURE, "statement": STATEMENT}


def waiting(connection: Connection, kinds: Sequence[str], document: str | None, *, most: int) -> tuple[Waiting, ...]:
    """At most so many figures and statements, by rank; of one rank those added last first."""
    found = [one for kind in kinds for one in _first(connection, kind, document, most)]
    found.sort(key=lambda one: (-one[0], -one[1], one[2].target))
    return tuple(one for *_, one in found[:most])


def count_waiting(connection: Connection, kinds: Sequence[str], document: str | None) -> int:
    """How many there are."""
    queries = (_undecided(select(func.count()), TABLES[kind], document) for kind in kinds)
    return sum(int(connection.execute(query).scalar_one()) for query in queries)


def _first(connection: Connection, kind: str, document: str | None, most: int) -> list[tuple[float, int, Waiting]]:
    table = TABLES[kind]
    query = _undecided(select(table), table, document)
    rows = connection.execute(query.order_by(table.c.rank.desc(), table.c.number.desc()).limit(most))
    return [(row.rank, row.number, _waiting(kind, row)) for row in rows]


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
