"""An entry -> the rows by which what it says is found; the same entries always give the same rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from accordingto.casebook.chain import Entry, sha256
from accordingto.casebook.effects import effect
from accordingto.casebook.readings import replace_readings
from accordingto.casebook.replaying import effects_again, undo
from accordingto.casebook.schema import DECISION, DERIVED, FIGURE, LEDGER, REJECTION, REPORT, STATEMENT, VERSION
from accordingto.records import Ledger

Load = Callable[[str], bytes]
"""sha256 -> the content under it."""


def derive(connection: Connection, entry: Entry, load: Load) -> None:
    """Bring the look-up tables up to date with an entry that came behind those they were made of."""
    _STEPS[entry.kind](connection, entry, entry.holds(), load)


def forget(connection: Connection) -> None:
    """Empty the look-up tables, to make them anew."""
    for table in reversed(DERIVED):
        connection.execute(delete(table))


def _report(connection: Connection, entry: Entry, payload: dict[str, Any], _load: Load) -> None:
    connection.execute(
        insert(REPORT).values(
            number=entry.number,
            document=payload["document"],
            name=payload["name"],
            media_type=payload["media_type"],
            carrier=payload["carrier"],
            outdated=False,
        )
    )


def _ledger(connection: Connection, entry: Entry, payload: dict[str, Any], load: Load) -> None:
    ledger = Ledger.from_json(load(payload["ledger"]))
    connection.execute(
        insert(LEDGER).values(
            number=entry.number,
            document=payload["document"],
            **payload["reader"],
            sha256=payload["ledger"],
            text_sha256=payload["text_sha256"],
            extractor=payload["extractor"],
        )
    )
    replace_readings(connection, ledger, entry=entry.number)
    effects_again(connection, ledger.document.id, load)


def ledger_payload(ledger: Ledger, digest: str) -> dict[str, Any]:
    """What the entry of a ledger holds; `digest` is the sha256 under which its JSON is kept."""
    document = ledger.document
    extractor = next((n.partition(": ")[2] for n in document.notes if n.startswith("extractor: ")), None)
    return {
        "document": document.id,
        "ledger": digest,
        "text_sha256": sha256(document.text.encode()),
        "extractor": extractor,
        "reader": msgspec.structs.asdict(ledger.reader),
    }


def _version(connection: Connection, entry: Entry, payload: dict[str, Any], _load: Load) -> None:
    connection.execute(insert(VERSION).values(number=entry.number, **payload))
    for table in (REPORT, STATEMENT, FIGURE):
        connection.execute(update(table).where(table.c.document == payload["earlier"]).values(outdated=True))


def _rejection(connection: Connection, entry: Entry, payload: dict[str, Any], _load: Load) -> None:
    connection.execute(insert(REJECTION).values(number=entry.number, **payload))


def _decision(connection: Connection, entry: Entry, payload: dict[str, Any], load: Load) -> None:
    connection.execute(
        insert(DECISION).values(
            number=entry.number,
            target=payload["target"],
            kind=payload["kind"],
            value=msgspec.json.encode(payload["value"], order="sorted").decode(),
            why=entry.why or "",
            by=entry.by,
            at=entry.at,
            document=payload["document"],
            ledger=payload["ledger"],
            start=payload["start"],
            end=payload["end"],
        )
    )
    row = connection.execute(select(DECISION).where(DECISION.c.number == entry.number)).one()
    if row.kind == "undo":
        undo(connection, row, load)
    else:
        effect(connection, row, load)


_STEPS: dict[str, Callable[[Connection, Entry, dict[str, Any], Load], None]] = {
    "report": _report,
    "ledger": _ledger,
    "version": _version,
    "rejection": _rejection,
    "decision": _decision,
}
