"""Ledger -> rows of the tables that a batch writes, and the columns of each.

Every row carries `report`, the number of its report in the input, which joins the tables. The columns of a table are
the fields of its record. docs/batch.md lists them; a change of them is a new `VERSION`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

import msgspec

from accordingto.records import (
    Attribution,
    Check,
    Date,
    Document,
    Figure,
    Ledger,
    ReaderInfo,
    Rejection,
    Source,
    Span,
)
from accordingto.report import columns

if TYPE_CHECKING:
    import pyarrow as pa

VERSION = 1
"""Of the schema; it stands in every file, under the key `accordingto.schema`."""
_RENAMED = {"id": "document"}


def _fields(record: type[msgspec.Struct]) -> dict[str, Any]:
    hints = get_type_hints(record)
    return {field: hints[field] for field in record.__struct_fields__}


def _part(record: type[msgspec.Struct], *, numbered: bool = False) -> dict[str, Any]:
    return {"report": int, "document": str, **({"number": int} if numbered else {}), **_fields(record)}


TABLES: dict[str, dict[str, Any]] = {
    "documents": {
        "report": int,
        "name": str,
        **{_RENAMED.get(field, field): kind for field, kind in _fields(Document).items()},
        "narration": tuple[Span, ...],
        **{f"reader_{field}": kind for field, kind in _fields(ReaderInfo).items()},
    },
    "sources": _part(Source),
    "attributions": _part(Attribution),
    "figures": _part(Figure),
    "dates": _part(Date, numbered=True),
    "checks": _part(Check, numbered=True),
    "rejections": {"report": int, **_fields(Rejection)},
}
"""The tables and their columns with the annotations of what they hold."""
_LARGEST = sys.float_info.max


class Tables:
    """The rows of some reports; what is added is soon held as columns, and written by `write`."""

    _EACH = 32

    def __init__(self) -> None:
        about = {"accordingto.schema": str(VERSION)}
        self._schemas = {name: columns.schema(kinds, about) for name, kinds in TABLES.items()}
        self._rows: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
        self._batches: dict[str, list[pa.RecordBatch]] = {name: [] for name in TABLES}
        self._added = 0

    def add(self, report: int, name: str, result: Ledger | Rejection) -> None:
        """Add what became of the report number `report`, called `name`."""
        for table, rows in table_rows(report, name, result).items():
            self._rows[table] += rows
        self._added += 1
        if self._added % self._EACH == 0:
            self._pack()

    def write(self, folder: Path) -> dict[str, int]:
        """Write `TABLE.parquet` for each table, empty ones too; how many rows each has."""
        self._pack()
        for table, schema in self._schemas.items():
            columns.write(folder / f"{table}.parquet", self._batches[table], schema)
        return {table: sum(batch.num_rows for batch in batches) for table, batches in self._batches.items()}

    def _pack(self) -> None:
        for table, rows in self._rows.items():
            if rows:
                self._batches[table].append(columns.batch(rows, self._schemas[table]))
                rows.clear()


def table_rows(report: int, name: str, result: Ledger | Rejection) -> dict[str, list[dict[str, Any]]]:
    """The rows of one report by their table."""
    if isinstance(result, Rejection):
        named = msgspec.structs.replace(result, name=writable(result.name), message=writable(result.message))
        return {"rejections": [{"report": report, **_cells(named)}]}
    key = {"report": report, "document": result.document.id}
    document = {_RENAMED.get(field, field): value for field, value in _cells(result.document).items()}
    reader = {f"reader_{field}": value for field, value in _cells(result.reader).items()}
    narration = msgspec.to_builtins(result.narration)
    return {
        "documents": [{"report": report, "name": writable(name), **document, "narration": narration, **reader}],
        "sources": [{**key, **_cells(one)} for one in result.sources],
        "attributions": [{**key, **_cells(one)} for one in result.attributions],
        "figures": [{**key, **_cells(one), "low": _real(one.low), "high": _real(one.high)} for one in result.figures],
        "dates": [{**key, "number": i, **_cells(one)} for i, one in enumerate(result.dates)],
        "checks": [{**key, "number": i, **_cells(one)} for i, one in enumerate(result.checks)],
    }


def writable(name: str) -> str:
    r"""A name in UTF-8: a byte of it that is none is written `\xff`."""
    try:
        return os.fsencode(name).decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        return name.encode("utf-8", "backslashreplace").decode()


def _cells(record: msgspec.Struct) -> dict[str, Any]:
    cells: dict[str, Any] = msgspec.to_builtins(record)
    return cells


def _real(value: float | None) -> float | None:
    """A whole number beyond what a column of reals can hold becomes the largest that it can, not an error."""
    return None if value is None else float(max(-_LARGEST, min(value, _LARGEST)))
