"""Rows -> CSV, Parquet, and a SQLite database as Datasette likes it."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Mapping, Sequence

from accordingto.errors import MissingExtra
from accordingto.report.csv_text import csv_line
from accordingto.report.export.columns import TABLES, Table
from accordingto.report.export.file import File
from accordingto.report.export.rows import Row

_SQL = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER"}
_SEARCHED = {"report": ("title", "text"), "statement": ("content",), "figure": ("text",), "source": ("name", "role")}
"""The tables with full text search, and the columns that it looks in."""
_ALSO = {
    "report": ("outlet", "published"),
    "statement": ("stance",),
    "figure": ("harm", "country", "place", "unit", "low"),
    "comparison": ("verdict",),
    "decision": ("target",),
}
"""Columns with an index besides those that refer to another table."""
_LABELS = {"report": "title", "source": "name", "statement": "content", "figure": "text", "contest": "subject",
           "topic": "words", "claim": "words", "check": "message", "origin": "name"}  # fmt: skip


def csv_files(rows: Mapping[str, Sequence[Row]]) -> tuple[File, ...]:
    """One file per table, UTF-8, the header first."""
    return tuple(
        File(
            name=f"{table.plural}.csv",
            content="".join(map(csv_line, ([c.name for c in table.columns], *rows[table.name]))).encode(),
        )
        for table in TABLES
    )


def parquet_files(rows: Mapping[str, Sequence[Row]]) -> tuple[File, ...]:
    """One file per table; raises MissingExtra where pyarrow is not installed."""
    try:
        import pyarrow as pa  # noqa: PLC0415  an extra, which other formats do not need
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError:
        raise MissingExtra("Parquet needs the library pyarrow: pip install 'accordingto[parquet]'") from None
    types = {str: pa.string(), float: pa.float64(), int: pa.int64(), bool: pa.bool_()}
    files = []
    for table in TABLES:
        schema = pa.schema([pa.field(c.name, types[c.type], metadata={"description": c.says}) for c in table.columns])
        columns = list(zip(*rows[table.name], strict=True)) or [()] * len(table.columns)
        arrays = [pa.array(values, type=types[c.type]) for c, values in zip(table.columns, columns, strict=True)]
        out = io.BytesIO()
        parquet.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
        files.append(File(name=f"{table.plural}.parquet", content=out.getvalue()))
    return tuple(files)


def sqlite_files(rows: Mapping[str, Sequence[Row]]) -> tuple[File, ...]:
    """`accordingto.db` with keys, indexes and full text search, and `metadata.json` for Datasette."""
    connection = sqlite3.connect(":memory:")
    try:
        for table in TABLES:
            connection.execute(_create(table))
            marks = ", ".join("?" * len(table.columns))
            connection.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', rows[table.name])  # noqa: S608  names of ours
            for column in table.columns:
                if column.refers or column.name in _ALSO.get(table.name, ()):
                    name = f"{table.name}_by_{column.name}"
                    connection.execute(f'CREATE INDEX "{name}" ON "{table.name}" ("{column.name}")')
        for name, columns in _SEARCHED.items():
            listed = ", ".join(columns)
            connection.execute(f"CREATE VIRTUAL TABLE {name}_fts USING fts5 ({listed}, content='{name}')")
            connection.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('rebuild')")  # noqa: S608  names of ours
        connection.commit()
        connection.execute("ANALYZE")
        content = connection.serialize()
    finally:
        connection.close()
    return (
        File(name="accordingto.db", content=content),
        File(name="metadata.json", content=_metadata().encode()),
    )


def _create(table: Table) -> str:
    lines = [f'"{c.name}" {_SQL[c.type]}' for c in table.columns]
    lines.append("PRIMARY KEY ({})".format(", ".join(f'"{name}"' for name in table.key)))
    for column in table.columns:
        if column.refers:
            other, _, key = column.refers.partition(".")
            lines.append(f'FOREIGN KEY ("{column.name}") REFERENCES "{other}" ("{key}")')
    return 'CREATE TABLE "{}" ({})'.format(table.name, ", ".join(lines))


def _metadata() -> str:
    """What Datasette shows of each table and column, and by which column it names a row."""
    tables: dict[str, dict[str, object]] = {}
    for table in TABLES:
        told: dict[str, object] = {"description": table.says, "columns": {c.name: c.says for c in table.columns}}
        if table.name in _LABELS:
            told["label_column"] = _LABELS[table.name]
        if table.name in _SEARCHED:
            told |= {"fts_table": f"{table.name}_fts", "fts_pk": "rowid"}
        tables[table.name] = told
    description = "Who says what in these reports. It never says what is true."
    return json.dumps(
        {"title": "accordingto", "description": description, "databases": {"accordingto": {"tables": tables}}}, indent=2
    )
