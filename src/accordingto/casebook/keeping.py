"""Evidence -> its rows: contents under their hash, entries at the end of the chain."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select

from accordingto.casebook.chain import FIRST, Entry, link, sha256
from accordingto.casebook.schema import CONTENT, ENTRY


def keep(connection: Connection, data: bytes) -> str:
    """Keep `data` under its sha256, which is given back; what is there already is not kept twice."""
    digest = sha256(data)
    if connection.execute(select(CONTENT.c.size).where(CONTENT.c.sha256 == digest)).first() is None:
        connection.execute(insert(CONTENT).values(sha256=digest, size=len(data), data=data))
    return digest


def kept(connection: Connection, digest: str) -> bytes | None:
    """The content with that sha256, None where there is none."""
    data: bytes | None = connection.execute(select(CONTENT.c.data).where(CONTENT.c.sha256 == digest)).scalar()
    return data


def append(connection: Connection, kind: str, payload: dict[str, Any], *, by: str, why: str | None) -> Entry:
    """Append an entry to the chain; the transaction must be a writing one."""
    last = connection.execute(select(ENTRY.c.number, ENTRY.c.hash).order_by(ENTRY.c.number.desc()).limit(1)).first()
    entry = link(
        number=1 if last is None else last.number + 1,
        kind=kind,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        by=writable(by),
        why=None if why is None else writable(why),
        payload=payload,
        before=FIRST if last is None else last.hash,
    )
    connection.execute(insert(ENTRY).values(**msgspec.structs.asdict(entry)))
    return entry


def entries(connection: Connection, *, after: int = 0) -> Iterator[Entry]:
    """All entries in their order, or those behind the number `after`, read a few at a time."""
    number = after
    while True:
        rows = connection.execute(
            select(ENTRY).where(ENTRY.c.number > number).order_by(ENTRY.c.number).limit(500)
        ).mappings()
        chunk = [Entry(**row) for row in rows]
        if not chunk:
            return
        yield from chunk
        number = chunk[-1].number


def writable(text: str) -> str:
    r"""A string as both databases take it: a byte that is no UTF-8 becomes `\xff`, and a NUL the sign for one (`␀`)."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace").replace("\0", "␀")
