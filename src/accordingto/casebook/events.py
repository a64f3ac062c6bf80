"""Entries as others see them: what was done after a moment."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, select

from accordingto.casebook.chain import FIRST
from accordingto.casebook.rows import Event, Head
from accordingto.casebook.schema import ENTRY


def head(connection: Connection) -> Head:
    """The last entry."""
    column = ENTRY.c
    row = connection.execute(select(column.number, column.hash).order_by(column.number.desc()).limit(1)).first()
    return Head(number=0, hash=FIRST) if row is None else Head(number=row.number, hash=row.hash)


def since(connection: Connection, number: int, *, most: int) -> tuple[Event, ...]:
    """The first `most` entries behind that number, in their order."""
    column = ENTRY.c
    rows = connection.execute(select(ENTRY).where(column.number > number).order_by(column.number).limit(most))
    return tuple(_event(row) for row in rows)


def _event(row: Any) -> Event:  # noqa: ANN401  a row of ENTRY
    holds = msgspec.json.decode(row.payload, type=dict[str, Any])
    target = holds.get("target")
    if row.kind in {"report", "ledger"}:
        target = f"report:{holds['document']}"
    elif row.kind == "version":
        target = f"report:{holds['later']}"
    return Event(number=row.number, kind=row.kind, at=row.at, by=row.by, why=row.why, target=target, holds=holds)
