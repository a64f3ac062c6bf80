"""An entry -> the rows by which what it says is found; the same entries always give the same rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from accordingto.casebook.chain import Entry, sha256
from accordingto.casebook.contest_schema import CONTESTS
from accordingto.casebook.counting import count_all, count_report
from accordingto.casebook.effects import effect, effects_again
from accordingto.casebook.readings import replace_readings
from accordingto.casebook.schema import DECISION, DERIVED, FIGURE, LEDGER, REJECTION, REPORT, STATEMENT, VERSION
from accordingto.records import Decision, Ledger

Load = Callable[[str], bytes]
"""sha256 -> the content under it."""


def derive(connection: Connection, entry: Entry, load: Load) -> None:
    """Bring the look-up tables up to date with an entry that came behind those they were made of."""
    for document in dict.fromkeys(_STEPS[entry.kind](connection, entry, entry.holds(), load)):
        count_report(connection, document)


def derive_all(connection: Connection, entries: Iterable[Entry], load: Load) -> None:
    """Make the look-up tables, which are empty, of all entries: what counts reports is made once, at the end."""
    for entry in entries:
        _STEPS[entry.kind](connection, entry, entry.holds(), load)
    count_all(connection)


def forget(connection: Connection) -> None:
    """Empty the look-up tables, to make them anew, and what was compared by them."""
    for table in (*CONTESTS, *reversed(DERIVED)):
        connection.execute(delete(table))


def _report(connection: Connection, entry: Entry, payload: dict[str, Any], _load: Load) -> tuple[str, ...]:
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
    return ()


def _ledger(connection: Connection, entry: Entry, payload: dict[str, Any], load: Load) -> tuple[str, ...]:
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
    return (ledger.document.id,)


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


def _version(connection: Connection, entry: Entry, payload: dict[str, Any], _load: Load) -> tuple[str, ...]:
    connection.execute(insert(VERSION).values(number=entry.number, **payload))
    for table in (REPORT, STATEMENT, FIGURE):
        connection.execute(update(table).where(table.c.document == payload["earlier"]).values(outdated=True))
    return (payload["earlier"],)


def _rejection(connection: Connection, entry: Entry, payload: dict[str, Any], _load: Load) -> tuple[str, ...]:
    connection.execute(insert(REJECTION).values(number=entry.number, **payload))
    return ()


def _decision(connection: Connection, entry: Entry, payload: dict[str, Any], load: Load) -> tuple[str, ...]:
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
    return effect(connection, row, load)


def decision_of(row: Any) -> Decision:  # noqa: ANN401  a row of DECISION
    """The decision that a row holds."""
    return Decision(
        number=row.number,
        target=row.target,
        kind=row.kind,
        value=msgspec.json.decode(row.value),
        why=row.why,
        by=row.by,
        at=row.at,
    )


_STEPS: dict[str, Callable[[Connection, Entry, dict[str, Any], Load], tuple[str, ...]]] = {
    "report": _report,
    "ledger": _ledger,
    "version": _version,
    "rejection": _rejection,
    "decision": _decision,
}
"""What each kind of entry does; gives back the reports of which something changed."""
