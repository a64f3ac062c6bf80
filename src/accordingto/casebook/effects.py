"""A decision -> what it changes in what is found. The ledgers stay as they are: only the look-up tables show it.

A decision about a figure or statement holds its span, so that a newer ledger of the same text has it, too.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Table, select, update

from accordingto.casebook.additions import insert_missed
from accordingto.casebook.corrections import corrected_figure, corrected_statement, new_speaker
from accordingto.casebook.readings import ROOM, brought_in, figure_row, row_id, statement_row
from accordingto.casebook.schema import FIGURE, LEDGER, REPORT, SOURCE, STATEMENT
from accordingto.casebook.voices import NewSource, add_sources
from accordingto.records import Decision, Ledger, Reported, Source, Stated

Load = Callable[[str], bytes]
"""sha256 -> the content under it."""
_REVIEWS = {"accept": "accepted", "correct": "corrected", "reject": "rejected"}


def decision_of(row: Row[Any]) -> Decision:
    """The decision that a row of its table holds."""
    return Decision(
        number=row.number,
        target=row.target,
        kind=row.kind,
        value=msgspec.json.decode(row.value),
        why=row.why,
        by=row.by,
        at=row.at,
    )


def effect(connection: Connection, decision: Row[Any], load: Load, *, at: int | None = None) -> None:
    """Let a decision, a row of its table, take effect; one about something that is no more changes nothing.

    `at` is the number of the figure or statement that it is about, where that is known already.
    """
    kind, _, id_ = decision.target.partition(":")
    value = msgspec.json.decode(decision.value)
    if kind == "source" and decision.kind in {"merge", "split"}:
        _move(connection, id_, value["with"], decision)
    elif decision.kind == "add":
        insert_missed(connection, newest_ledger(connection, decision.document, load), value, number=decision.number)
    elif kind in {"figure", "statement"} and decision.kind in _REVIEWS:
        table = FIGURE if kind == "figure" else STATEMENT
        row = _located(connection, table, id_, decision, at)
        if row is not None:
            changes = value if decision.kind == "correct" else {}
            _review(connection, table, row, changes, decision, load)


def newest_ledger(connection: Connection, document: str, load: Load) -> Ledger:
    """The newest ledger of a report."""
    query = select(LEDGER.c.sha256).where(LEDGER.c.document == document).order_by(LEDGER.c.number.desc()).limit(1)
    return Ledger.from_json(load(connection.execute(query).scalar_one()))


def _located(connection: Connection, table: Table, id_: str, decision: Row[Any], at: int | None) -> Row[Any] | None:
    """The figure or statement that a decision is about: by its id in the ledger it was made on, else by its span."""
    if at is not None:
        return connection.execute(select(table).where(table.c.number == at)).first()
    current = connection.execute(select(REPORT.c.ledger).where(REPORT.c.document == decision.document)).scalar()
    found = None
    if current == decision.ledger or brought_in(id_):
        found = connection.execute(select(table).where(table.c.id == id_)).first()
    if found is not None or current == decision.ledger:
        return found
    of = table.c.document == decision.document
    return connection.execute(
        select(table).where(of, table.c.start == decision.start, table.c.end == decision.end).order_by(table.c.number)
    ).first()


def _review(
    connection: Connection,
    table: Table,
    row: Row[Any],
    changes: dict[str, Any],
    decision: Row[Any],
    load: Load,
) -> None:
    values: dict[str, Any] = {"review": _REVIEWS[decision.kind]}
    if changes:
        one = _decoded(row.record, table)
        speaker = one.speaker
        text = newest_ledger(connection, row.document, load).document.text
        if "speaker" in changes:
            speaker = new_speaker(changes["speaker"], id_=f"d{decision.number}")
            values["speaker"] = None if speaker is None else _added(connection, speaker, row, decision)
        if isinstance(one, Reported):
            values |= figure_row(corrected_figure(one, changes, speaker, text))
        else:
            values |= statement_row(corrected_statement(one, changes, speaker, text))
    connection.execute(update(table).where(table.c.number == row.number).values(**values))


def _decoded(record: str, table: Table) -> Reported | Stated:
    if table is FIGURE:
        return msgspec.json.decode(record, type=Reported)
    return msgspec.json.decode(record, type=Stated)


def _added(connection: Connection, speaker: Source, row: Row[Any], decision: Row[Any]) -> int:
    """The number of a source that a decision brought in, under which it is found."""
    number: int = decision.number * ROOM
    there = connection.execute(select(SOURCE.c.number).where(SOURCE.c.number == number)).first()
    if there is None:
        add_sources(connection, row.document, [NewSource(speaker, number, row_id(row.document, speaker.id))])
    return number


def _move(connection: Connection, id_: str, others: list[str], decision: Row[Any]) -> None:
    """Join the voices of `others` to that of a source, or part the source and `others` from their voice."""
    found = connection.execute(select(SOURCE.c.number, SOURCE.c.voice).where(SOURCE.c.id == id_)).first()
    if found is None:
        return
    values: dict[str, Any] = {"because": f"decided by {decision.by}: {decision.why}"}
    if decision.kind == "split":
        moved = SOURCE.c.id.in_([id_, *others])
        # A voice has the number of its founder; the founder's own going away needs another.
        values |= {"voice": decision.number * ROOM, "part": decision.number * ROOM}
    else:
        merged = select(SOURCE.c.voice).where(SOURCE.c.id.in_(others), SOURCE.c.voice != found.voice)
        moved = SOURCE.c.voice.in_(merged.scalar_subquery())
        values |= {"voice": found.voice}
    connection.execute(update(SOURCE).where(moved).values(**values))
