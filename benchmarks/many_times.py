"""A casebook in SQLite -> the same many times over in one file, made by the database itself: for measuring look-ups.

Each copy has documents, rows and contests of its own, and the voices and places of all are the same. Ids are hashes of
nothing here, and no chain holds the copies' entries together.
"""

# ruff: noqa: S608  the names of tables and columns stand below

from __future__ import annotations

import sqlite3
from pathlib import Path

_ROOM = 100_000
"""Rows are numbered by their entry's number times this (see `casebook.readings`)."""
_BY_ENTRY = {"report": ("number", "ledger"), "ledger": ("number",), "report_words": ("number",), "trait": ("report",)}
_BY_ROW = {"source": ("number",), "statement": ("number", "speaker"), "figure": ("number", "speaker")}
_HEX = {
    "report": ("document",), "ledger": ("document", "sha256"), "source": ("id", "document"),
    "statement": ("id", "document"), "figure": ("id", "document"), "compared": ("figure", "document", "contest"),
    "contest": ("id",),
}  # fmt: skip
_NAMES_DOCUMENT = {"statement": "record", "figure": "record"}


def multiply(where: Path, times: int) -> None:
    """Let there be `times` of everything that a casebook's pages show."""
    with sqlite3.connect(where, isolation_level=None) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -2000000")
        connection.create_function("moved", 2, _moved, deterministic=True)
        listings = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND name LIKE '%\\_by\\_%' ESCAPE '\\'"
        ).fetchall()
        connection.execute("BEGIN")
        for name, _ in listings:
            connection.execute(f"DROP INDEX {name}")
        entries = connection.execute("SELECT max(number) FROM entry").fetchone()[0]
        for time in range(1, times):
            _copy(connection, time, entries)
        _count(connection)
        connection.execute("UPDATE compared_to SET entry = ?", (times * entries,))
        for _, sql in listings:
            connection.execute(sql)
        connection.execute("COMMIT")


def _moved(digest: str | None, time: int) -> str | None:
    """Another hash, or id that begins with one: never that of another copy."""
    return None if digest is None else f"{(int(digest[:4], 16) + time) % 65536:04x}{digest[4:]}"


def _copy(connection: sqlite3.Connection, time: int, entries: int) -> None:
    _insert(
        connection,
        "entry",
        {"number": f"number + {time * entries}", **{c: f"moved({c}, {time})" for c in ("before", "hash")}},
        f"WHERE number <= {entries} ORDER BY number",
    )
    connection.execute(
        f"INSERT INTO content SELECT moved(c.sha256, {time}), c.size, c.data FROM content c "
        f"JOIN report r ON r.document = c.sha256 WHERE r.number <= {entries}"
    )
    connection.execute(
        f"INSERT INTO content SELECT moved(c.sha256, {time}), c.size, CAST(replace(CAST(c.data AS TEXT), l.document, "
        f"moved(l.document, {time})) AS BLOB) FROM content c JOIN ledger l ON l.sha256 = c.sha256 "
        f"WHERE l.number <= {entries}"
    )
    for table in ("report", "ledger", "report_words", "trait", "source", "statement", "figure"):
        changed = {c: f"{c} + {time * entries}" for c in _BY_ENTRY.get(table, ())}
        changed |= {c: f"{c} + {time * entries * _ROOM}" for c in _BY_ROW.get(table, ())}
        changed |= {c: f"moved({c}, {time})" for c in _HEX.get(table, ())}
        if table in _NAMES_DOCUMENT:
            short = f"substr(document, 1, 16), moved(substr(document, 1, 16), {time})"
            changed["record"] = f"replace(replace(record, document, moved(document, {time})), {short})"
        if time % 2:
            changed |= _own_voices(table, time * entries * _ROOM)
        key = _BY_ENTRY.get(table, ("number",))[0]
        limit = entries if table in _BY_ENTRY else (entries + 1) * _ROOM
        _insert(connection, table, changed, f"WHERE {key} < {limit + 1}")
    if time % 2:
        shift, first = time * entries * _ROOM, f"< {(entries + 1) * _ROOM}"
        ids = f"'source:' || moved(substr(id, 8), {time})"
        _insert(connection, "voice", {"number": f"number + {shift}", "id": ids}, f"WHERE number {first}")
        _insert(connection, "voice_word", {"voice": f"voice + {shift}"}, f"WHERE voice {first}")
    for table in ("compared", "contest"):
        changed = {c: f"moved({c}, {time})" for c in _HEX[table]} | {"zone": f"zone || ' ~{time}'"}
        _insert(connection, table, changed, "WHERE zone NOT LIKE '%~%'")


def _own_voices(table: str, shift: int) -> dict[str, str]:
    """What makes the voices of a copy its own."""
    if table == "trait":
        name = f"CAST(substr(value, 1, instr(value, ' ') - 1) + {shift} AS TEXT) || substr(value, instr(value, ' '))"
        voice = f"CAST(CAST(value AS INTEGER) + {shift} AS TEXT)"
        return {"value": f"CASE kind WHEN 'voice' THEN {voice} WHEN 'name' THEN {name} ELSE value END"}
    return {"voice": f"voice + {shift}"} if table in _BY_ROW else {}


def _count(connection: sqlite3.Connection) -> None:
    """Count the traits of all reports anew."""
    connection.execute("DELETE FROM facet")
    connection.execute(
        "INSERT INTO facet (kind, value, reports, outdated) "
        "SELECT kind, value, sum(outdated = 0), sum(outdated) FROM trait GROUP BY kind, value"
    )
    connection.execute("CREATE TEMP TABLE said (number INTEGER PRIMARY KEY, reports, statements, figures)")
    connection.execute(
        "INSERT INTO said SELECT CAST(value AS INTEGER), count(*), sum(statements), sum(figures) "
        "FROM trait WHERE kind = 'voice' GROUP BY value"
    )
    for column in ("reports", "statements", "figures"):
        connection.execute(
            f"UPDATE voice SET {column} = (SELECT said.{column} FROM said WHERE said.number = voice.number)"
        )


def _insert(connection: sqlite3.Connection, table: str, changed: dict[str, str], rest: str) -> None:
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    quoted = ", ".join(f'"{name}"' for name in names)
    values = ", ".join(changed.get(name, f'"{name}"') for name in names)
    connection.execute(f"INSERT INTO {table} ({quoted}) SELECT {values} FROM {table} {rest}")
