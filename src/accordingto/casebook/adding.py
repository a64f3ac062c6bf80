"""An item and a reader -> entries in the casebook, all in one transaction.

The reading, which takes longest, is done outside of it. What is there is looked for again inside, since another program
may have added the same report meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, select

from accordingto.casebook.chain import sha256
from accordingto.casebook.database import reading, writing
from accordingto.casebook.derived import derive, ledger_payload
from accordingto.casebook.keeping import append, keep, kept, writable
from accordingto.casebook.outcomes import Added, Known, Version
from accordingto.casebook.schema import LEDGER, REJECTION, REPORT
from accordingto.casebook.versions import changes, kinship
from accordingto.errors import CasebookError
from accordingto.records import Item, Ledger, ReaderInfo, Rejection, reported


class ReadsItems(Protocol):
    """What adding needs of a reader; `accordingto.Reader` is one."""

    @property
    def info(self) -> ReaderInfo:
        """The program and model that its ledgers name."""

    def attempt(self, source: Item) -> Ledger | Rejection:
        """The ledger of an item, or why there is none."""


def add_item(engine: Engine, item: Item, reader: ReadsItems, *, by: str, why: str | None) -> Added | Known | Rejection:
    """Read one item and keep what came of it; an item that this reader read or rejected before is passed over."""
    document = sha256(item.data)
    with reading(engine) as connection:
        if _is_there(connection, document, reader.info):
            return Known(name=item.name, document=document)
    result = reader.attempt(item)
    if isinstance(result, Rejection):
        reject(engine, result, reader.info, by=by, why=why, digest=document)
        return result
    return add_ledger(engine, result, item, by=by, why=why)


def add_ledger(engine: Engine, ledger: Ledger, item: Item, *, by: str, why: str | None) -> Added | Known:
    """Keep a ledger and the bytes that it was made of."""
    with writing(engine) as connection:
        return _add(connection, ledger, item, by=by, why=why)


def add_ledgers(
    engine: Engine, pairs: Iterable[tuple[Ledger, Item]], *, by: str, why: str | None
) -> tuple[Added | Known, ...]:
    """Keep ledgers and the bytes that they were made of, all of them or none."""
    with writing(engine) as connection:
        return tuple(_add(connection, ledger, item, by=by, why=why) for ledger, item in pairs)


def _add(connection: Connection, ledger: Ledger, item: Item, *, by: str, why: str | None) -> Added | Known:
    document = ledger.document.id
    if sha256(item.data) != document:
        raise CasebookError(f"{item.name}: the ledger is of other bytes (sha256 {document}): give those it was made of")
    if _is_there(connection, document, ledger.reader):
        return Known(name=item.name, document=document)
    fresh = connection.execute(select(REPORT.c.number).where(REPORT.c.document == document)).first() is None
    if fresh:
        _report(connection, ledger, item, by=by, why=why)
    digest = keep(connection, ledger.to_json().encode())
    _append(connection, "ledger", ledger_payload(ledger, digest), by=by, why=why)
    version = _version(connection, ledger, by=by) if fresh else None
    return Added(
        name=item.name,
        document=document,
        fresh=fresh,
        statements=len(ledger.attributions),
        figures=len(ledger.figures),
        version=version,
    )


def reject(
    engine: Engine, rejection: Rejection, info: ReaderInfo, *, by: str, why: str | None, digest: str | None = None
) -> None:
    """Note that something was not read; the same rejection of the same thing is noted once per program version."""
    row = REJECTION.c
    name = writable(rejection.name)
    same = [row.name == name, row.reason == rejection.reason, row.version == info.version]
    same.append(row.sha256.is_(None) if digest is None else row.sha256 == digest)
    with writing(engine) as connection:
        if connection.execute(select(row.number).where(*same)).first() is None:
            payload = {
                "name": name,
                "reason": rejection.reason,
                "message": writable(rejection.message),
                "sha256": digest,
                "version": info.version,
            }
            _append(connection, "rejection", payload, by=by, why=why)


def load_ledger(connection: Connection, document: str) -> Ledger:
    """The newest ledger of a document."""
    digest = connection.execute(
        select(LEDGER.c.sha256).where(LEDGER.c.document == document).order_by(LEDGER.c.number.desc()).limit(1)
    ).scalar_one()
    return Ledger.from_json(load(connection, digest))


def load(connection: Connection, digest: str) -> bytes:
    """The content with that sha256; raises CasebookError where it is missing."""
    data = kept(connection, digest)
    if data is None:
        raise CasebookError(f"the content {digest} is missing: `accordingto verify` says what else is")
    return data


def _is_there(connection: Connection, document: str, info: ReaderInfo) -> bool:
    row = LEDGER.c
    return (
        connection.execute(
            select(row.number).where(
                row.document == document,
                row.version == info.version,
                row.model == info.model,
                row.model_sha256 == info.model_sha256,
            )
        ).first()
        is not None
    )


def _report(connection: Connection, ledger: Ledger, item: Item, *, by: str, why: str | None) -> None:
    keep(connection, item.data)
    payload = {
        "document": ledger.document.id,
        "name": writable(item.name),
        "size": len(item.data),
        "media_type": ledger.document.media_type,
        "carrier": None if item.carrier is None else keep(connection, item.carrier),
        "carrier_type": item.carrier_type,
    }
    _append(connection, "report", payload, by=by, why=why)


def _version(connection: Connection, ledger: Ledger, *, by: str) -> Version | None:
    ledgers = {ledger.document.id: ledger}

    def text(document: str) -> str:
        if document not in ledgers:
            ledgers[document] = load_ledger(connection, document)
        return ledgers[document].document.text

    kin = kinship(connection, ledger.document.id, text)
    if kin is None:
        return None
    payload = {"earlier": kin.earlier, "later": kin.later, "because": kin.because}
    _append(connection, "version", payload, by=by, why=None)
    for document in (kin.earlier, kin.later):
        text(document)
    return version(ledgers[kin.earlier], ledgers[kin.later], kin.because)


def version(earlier: Ledger, later: Ledger, because: str) -> Version:
    """Two versions of a report with what changed in their figures."""
    return Version(
        earlier=earlier.document.id,
        later=later.document.id,
        because=because,
        title=later.document.title,
        outlet=later.document.outlet,
        earlier_published=earlier.document.published,
        later_published=later.document.published,
        changes=changes(reported(earlier), reported(later)),
    )


def _append(connection: Connection, kind: str, payload: dict[str, Any], *, by: str, why: str | None) -> None:
    entry = append(connection, kind, payload, by=by, why=why)
    derive(connection, entry, lambda digest: load(connection, digest))
