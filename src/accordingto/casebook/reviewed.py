"""The reports that somebody has reviewed -> what their figures and statements are now, and what was decided of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, select, union

from accordingto.casebook.adding import load_ledger
from accordingto.casebook.outcomes import Reviewed
from accordingto.casebook.schema import FIGURE, REPORT, STATEMENT
from accordingto.records import Reported, Stated


def reviewed(connection: Connection) -> Iterator[Reviewed]:
    """Each report of which a figure or statement was decided about, in the order of adding."""
    touched = union(*(select(t.c.document).where(t.c.review.is_not(None)) for t in (FIGURE, STATEMENT))).subquery()
    query = select(REPORT.c.document).join(touched, touched.c.document == REPORT.c.document).order_by(REPORT.c.number)
    for document in connection.execute(query).scalars().all():
        yield Reviewed(
            ledger=load_ledger(connection, document),
            figures=tuple(
                (msgspec.json.decode(record, type=Reported), review)
                for record, review in _rows(connection, FIGURE, document)
            ),
            statements=tuple(
                (msgspec.json.decode(record, type=Stated), review)
                for record, review in _rows(connection, STATEMENT, document)
            ),
        )


def _rows(connection: Connection, table: Table, document: str) -> list[tuple[Any, Any]]:
    query = select(table.c.record, table.c.review).where(table.c.document == document).order_by(table.c.number)
    return [(row.record, row.review) for row in connection.execute(query)]
