"""A decision -> what it changes in what is found. The ledgers stay as they are: only the look-up tables show it.

A decision about a figure or statement holds its span, so that a newer ledger of the same text has it, too.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Table, select, update

from accordingto.casebook.additions import insert_missed
from accordingto.casebook.corrections import corrected_figure, corrected_statement, new_speaker
from accordingto.casebook.readings import ROOM, figure_row, row_id, statement_row
from accordingto.casebook.schema import DECISION, FIGURE, LEDGER, REPORT, SOURCE, STATEMENT
from accordingto.casebook.voices import NewSource, add_sources, voice_of
from accordingto.errors import UnknownTarget
from accordingto.records import Ledger, Reported, Source, Stated

Load = Callable[[str], bytes]
"""sha256 -> the content under it."""
_AT_ONCE = 500
_REVIEWS = {"accept": "accepted", "correct": "corrected", "reject": "rejected"}


def effect(connection: Connection, decision: Row[Any], load: Load) -> tuple[str, ...]:
    """Let a decision, a row of its table, take effect; one about something that is no more changes nothing.

    Gives back the reports whose figures, statements or voices it may have changed.
    """
    kind, _, id_ = decision.target.partition(":")
    value = msgspec.json.decode(decision.value)
    if kind == "source" and decision.kind in {"merge", "split"}:
        return _move(connection, id_, value["with"], decision)
    if decision.kind == "add":
        insert_missed(connection, newest_ledger(connection, decision.document, load), value, number=decision.number)
        return (decision.document,)
    if kind in {"figure", "statement"} and decision.kind in _REVIEWS:
        table = FIGURE if kind == "figure" else STATEMENT
        row = _located(connection, table, id_, decision)
        if row is not None:
            changes = value if decision.kind == "correct" else {}
            _review(connection, table, row, changes, decision, load)
            return (row.document,)
    return ()


def effects_again(connection: Connection, document: str, load: Load) -> None:
    """Let the decisions about a report's figures and statements take effect on its new ledger, too."""
    rows = connection.execute(select(DECISION).where(DECISION.c.document == document).order_by(DECISION.c.number))
    for row in rows.all():
        if not row.target.startswith("source:"):  # The voices of sources outlive a ledger by themselves.
            # Another extractor may have left out the very words.
            with contextlib.suppress(UnknownTarget):
                effect(connection, row, load)


def newest_ledger(connection: Connection, document: str, load: Load) -> Ledger:
    """The newest ledger of a report."""
    query = select(LEDGER.c.sha256).where(LEDGER.c.document == document).order_by(LEDGER.c.number.desc()).limit(1)
    return Ledger.from_json(load(connection.execute(query).scalar_one()))


def _located(connection: Connection, table: Table, id_: str, decision: Row[Any]) -> Row[Any] | None:
    """The figure or statement that a decision is about: by its id in the ledger it was made on, else by its span."""
    current = connection.execute(select(REPORT.c.ledger).where(REPORT.c.document == decision.document)).scalar()
    if current == decision.ledger:
        return connection.execute(select(table).where(table.c.id == id_)).first()
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
            values |= {"speaker": None, "voice": None}
            if speaker is not None:
                number = _added(connection, speaker, row, decision)
                values |= {"speaker": number, "voice": voice_of(connection, number)}
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


def _move(connection: Connection, id_: str, others: list[str], decision: Row[Any]) -> tuple[str, ...]:
    """Join the voices of `others` to that of a source, or part the source and `others` from their voice.

    Gives back the reports that the sources are of.
    """
    found = connection.execute(select(SOURCE.c.number, SOURCE.c.voice).where(SOURCE.c.id == id_)).first()
    if found is None:
        return ()
    because = f"decided by {decision.by}: {decision.why}"
    if decision.kind == "split":
        moved = SOURCE.c.id.in_([id_, *others])
        # A voice has the number of its founder; the founder's own going away needs another.
        voice = decision.number * ROOM
    else:
        moved = SOURCE.c.voice.in_(select(SOURCE.c.voice).where(SOURCE.c.id.in_(others)).scalar_subquery())
        voice = found.voice
    speakers = connection.execute(select(SOURCE.c.number, SOURCE.c.document).where(moved)).all()
    connection.execute(update(SOURCE).where(moved).values(voice=voice, because=because))
    for table in (STATEMENT, FIGURE):
        for at in range(0, len(speakers), _AT_ONCE):
            some = [row.number for row in speakers[at : at + _AT_ONCE]]
            connection.execute(update(table).where(table.c.speaker.in_(some)).values(voice=voice))
    return tuple(dict.fromkeys(row.document for row in speakers))
