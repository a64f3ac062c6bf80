"""The decisions about a report, again on what its ledger found: for a newer ledger, and where one of them is undone.

A decision is undone by making what it changed anew without it, so that all others stand as if it had never been made.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, select

from accordingto.casebook.effects import Load, decision_of, effect, newest_ledger
from accordingto.casebook.readings import ROOM, brought_in, restore_readings, row_id
from accordingto.casebook.revoicing import revoice
from accordingto.casebook.schema import DECISION, FIGURE, LEDGER, REPORT, SOURCE, SOURCE_WORD, STATEMENT
from accordingto.errors import UnknownTarget
from accordingto.records import Ledger, in_force


def undo(connection: Connection, decision: Row[Any], load: Load) -> None:
    """Take back what a decision did; `decision` is the row of the one that undoes it."""
    if decision.document is None:
        return  # What it was about shows in no table.
    if decision.target.startswith("source:"):
        revoice(connection, load)
        return
    current = connection.execute(select(REPORT.c.ledger).where(REPORT.c.document == decision.document)).scalar_one()
    # One of them may have been joined to another that goes now: those that stay are looked at anew.
    _drop_sources(connection, decision.document, set())
    restore_readings(connection, newest_ledger(connection, decision.document, load), entry=current)
    effects_again(connection, decision.document, load)
    if _brought_in(connection, decision.document):
        revoice(connection, load)  # A speaker that is there again may have been merged or split before it went.


def effects_again(connection: Connection, document: str, load: Load) -> None:
    """Let the decisions in force about a report's figures and statements take effect on what its ledger found."""
    every = connection.execute(
        select(DECISION).where(DECISION.c.document == document).order_by(DECISION.c.number)
    ).all()
    standing = {one.number for one in in_force(map(decision_of, every))}
    # The voices of sources outlive a ledger by themselves.
    rows = [row for row in every if row.number in standing and not row.target.startswith("source:")]
    places = _places(connection, document, rows, load)
    for row in rows:
        # Another extractor may have left out the very words.
        with contextlib.suppress(UnknownTarget):
            effect(connection, row, load, at=places.get(row.number))
    _drop_sources(connection, document, standing)


def _places(connection: Connection, document: str, rows: Sequence[Row[Any]], load: Load) -> dict[int, int]:
    """By the numbers of decisions on older ledgers, what they are about: the row where their ledger had found it.

    It is looked for before any of them takes effect: a correction may move a span, and be undone later.
    """
    current = connection.execute(select(REPORT.c.ledger).where(REPORT.c.document == document)).scalar()
    ledgers: dict[int, dict[str, tuple[int, int]]] = {}
    out: dict[int, int] = {}
    for row in rows:
        kind, _, id_ = row.target.partition(":")
        if kind not in _TABLES or row.ledger in {None, current} or brought_in(id_):
            continue
        if row.ledger not in ledgers:
            digest = connection.execute(select(LEDGER.c.sha256).where(LEDGER.c.number == row.ledger)).scalar_one()
            ledgers[row.ledger] = _spans(Ledger.from_json(load(digest)))
        place = ledgers[row.ledger].get(row.target)
        if place is None:
            continue
        table = _TABLES[kind]
        there = (table.c.document == document, table.c.start == place[0], table.c.end == place[1])
        found = connection.execute(select(table.c.number).where(*there).order_by(table.c.number)).first()
        if found is not None:
            out[row.number] = found.number
    return out


def _spans(ledger: Ledger) -> dict[str, tuple[int, int]]:
    """Where a ledger has its figures and statements, by their targets."""
    document = ledger.document.id
    out = {f"figure:{row_id(document, f.id)}": (f.span.start, f.span.end) for f in ledger.figures}
    for one in ledger.attributions:
        out[f"statement:{row_id(document, one.id)}"] = (one.content[0].start, one.content[-1].end)
    return out


def _brought_in(connection: Connection, document: str) -> set[int]:
    """The numbers of a report's sources that decisions brought in."""
    query = select(SOURCE.c.number).where(SOURCE.c.document == document, SOURCE.c.id.like("%/d%"))
    return set(connection.execute(query).scalars())


def _drop_sources(connection: Connection, document: str, standing: set[int]) -> None:
    """Take away the sources that decisions brought in which are undone by now."""
    gone = sorted(n for n in _brought_in(connection, document) if n // ROOM not in standing)
    connection.execute(delete(SOURCE_WORD).where(SOURCE_WORD.c.source.in_(gone)))
    connection.execute(delete(SOURCE).where(SOURCE.c.number.in_(gone)))


_TABLES = {"figure": FIGURE, "statement": STATEMENT}
