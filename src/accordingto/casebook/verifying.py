"""A casebook -> whether it is as it was written: every hash recomputed, every look-up table made anew and compared."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import BigInteger, Connection, Engine, Table, func, select, text

from accordingto.casebook.adding import load
from accordingto.casebook.chain import FIRST, Entry, sha256
from accordingto.casebook.database import passing, reading, writing
from accordingto.casebook.derived import derive_all, forget
from accordingto.casebook.keeping import entries, kept
from accordingto.casebook.outcomes import Fault, Verdict
from accordingto.casebook.schema import CONTENT, DERIVED
from accordingto.errors import AccordingtoError, CasebookError
from accordingto.records import Ledger

_MOST = 20
"""So many faults are told; behind a broken link there are as many as there are entries."""


def verify(engine: Engine, *, expect: str | None = None) -> Verdict:
    """Recompute every hash of the casebook and compare its look-up tables with its entries.

    `expect` is the hash of an entry that must be there, such as the `head` of an earlier verdict.
    """
    faults: list[Fault] = []
    verdict = Verdict(entries=0, contents=0, head=FIRST, faults=())
    try:
        with reading(engine) as connection:
            faults += _file(connection)
            verdict = _chain(connection, faults, expect)
            if not faults:
                faults += _look_ups(connection)
    except CasebookError as error:
        faults.append(Fault(entry=None, message=f"the casebook cannot be read to its end ({error})"))
    return msgspec.structs.replace(verdict, faults=tuple(faults))


def _file(connection: Connection) -> Iterator[Fault]:
    """What the database itself finds wrong with its file: damage that no hash covers, such as to an index."""
    if connection.dialect.name == "sqlite":
        for (message,) in connection.execute(text(f"PRAGMA integrity_check({_MOST})")).all():
            if message != "ok":
                yield Fault(entry=None, message=f"its file is damaged: {' '.join(str(message).split())[:200]}")


def _chain(connection: Connection, faults: list[Fault], expect: str | None) -> Verdict:
    """Goes through the entries and their contents, adds what is wrong to `faults`, and counts."""
    number, before, seen = 0, FIRST, expect is None
    for entry in entries(connection):
        number += 1
        message = entry.fault(number, before)
        if message is not None and len(faults) < _MOST:
            faults.append(Fault(entry=entry.number, message=message))
        number, before = entry.number, entry.hash
        seen = seen or entry.hash == expect
        if len(faults) < _MOST:
            faults += [Fault(entry=entry.number, message=said) for said in _contents(connection, entry)]
    faults += _strays(connection)
    if not seen:
        faults.append(Fault(entry=None, message=f"there is no entry with the hash {expect}: entries were cut off"))
    contents = connection.execute(select(func.count()).select_from(CONTENT)).scalar_one()
    return Verdict(entries=number, contents=contents, head=before, faults=())


def rebuild(engine: Engine) -> None:
    """Make the look-up tables anew from the entries."""
    with writing(engine) as connection:
        remake(connection)


def remake(connection: Connection) -> None:
    """Make the look-up tables anew in a writing transaction."""
    forget(connection)
    derive_all(connection, entries(connection), lambda digest: load(connection, digest))


def _contents(connection: Connection, entry: Entry) -> Iterator[str]:
    """What is wrong with the contents that an entry names."""
    try:
        payload = entry.holds()
    except msgspec.DecodeError:
        return  # That its payload is changed has been said.
    names = [payload.get("document"), payload.get("carrier")] if entry.kind == "report" else [payload.get("ledger")]
    if entry.kind not in {"report", "ledger"}:
        return
    for digest in names:
        if digest is None:
            continue
        data = kept(connection, digest)
        if data is None:
            yield f"entry {entry.number}: the content {digest} that it names is missing"
        elif sha256(data) != digest:
            yield f"entry {entry.number}: the content {digest} that it names has been changed"
        elif entry.kind == "ledger":
            yield from _ledger(data, payload, entry.number)


def _ledger(data: bytes, payload: dict[str, Any], number: int) -> Iterator[str]:
    """What is wrong with a ledger whose bytes are as they were."""
    try:
        ledger = Ledger.from_json(data)
    except AccordingtoError as error:
        yield f"entry {number}: its ledger cannot be read ({error})"
        return
    if ledger.document.id != payload.get("document"):
        yield f"entry {number}: its ledger is of another report ({ledger.document.id})"
    if sha256(ledger.document.text.encode()) != payload.get("text_sha256"):
        yield f"entry {number}: the text of its ledger is not what its hash says"


def _strays(connection: Connection) -> Iterator[Fault]:
    """Contents that are not what their hash says and that no entry led to, such as those of a lost entry."""
    number = connection.execute(select(func.count()).select_from(CONTENT)).scalar_one()
    last = ""
    for _ in range(0, number, 100):
        rows = connection.execute(
            select(CONTENT.c.sha256, CONTENT.c.data)
            .where(CONTENT.c.sha256 > last)
            .order_by(CONTENT.c.sha256)
            .limit(100)
        ).all()
        for row in rows:
            last = row.sha256
            if sha256(row.data) != row.sha256:
                yield Fault(entry=None, message=f"the content {row.sha256} has been changed")


def _look_ups(connection: Connection) -> Iterator[Fault]:
    """Where the look-up tables are not what the entries make them, told by the first row that differs in each."""
    with tempfile.TemporaryDirectory(prefix="accordingto-verify-") as folder:
        fresh = passing(Path(folder, "look-ups"), DERIVED)
        try:
            with writing(fresh) as made:
                derive_all(made, entries(connection), lambda digest: load(connection, digest))
                for table in DERIVED:
                    message = _difference(connection, made, table)
                    if message:
                        yield Fault(entry=None, message=message)
        except CasebookError as error:
            yield Fault(entry=None, message=f"its look-up tables cannot be made anew ({error})")
        finally:
            fresh.dispose()


def _difference(connection: Connection, made: Connection, table: Table) -> str | None:
    order = list(table.primary_key)
    for there, here in zip_longest(_rows(connection, table, order), _rows(made, table, order)):
        if there != here:
            row = there or here
            return (
                f"the look-up table {table.name!r} is not what the entries say, first at {row[0] if row else '?'}: "
                "make it anew with `accordingto verify --rebuild`"
            )
    return None


def _rows(connection: Connection, table: Table, order: list[Any]) -> Iterator[tuple[Any, ...]]:
    """The rows in an order that is the same in both databases: by number, and words by their bytes."""
    if not isinstance(order[0].type, BigInteger):
        rows = connection.execute(select(table)).all()
        yield from sorted(tuple(row) for row in rows)
        return
    for row in connection.execution_options(yield_per=1_000).execute(select(table).order_by(*order)):
        yield tuple(row)
