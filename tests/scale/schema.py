"""The columns of a batch's tables as docs/batch.md lists them."""

from __future__ import annotations

import pyarrow as pa

from accordingto.records import Span
from accordingto.report.columns import arrow_type
from accordingto.report.tables import TABLES


def listed() -> str:
    """One line per column: its table, its name, its type; `span` is short for the fields of one."""
    rows = [(f"{table}.{name}", arrow_type(kind)) for table, kinds in TABLES.items() for name, kind in kinds.items()]
    return "\n".join(f"{name:31} {named(kind)}" for name, kind in rows)


def named(kind: pa.DataType) -> str:
    """A type in words that are the same in every version of pyarrow."""
    if kind == arrow_type(Span):
        return "span"
    if pa.types.is_list(kind):
        return f"list of {named(kind.value_type)}"
    if pa.types.is_struct(kind):
        fields = (kind.field(i) for i in range(kind.num_fields))
        return ", ".join(f"{field.name} {named(field.type)}" for field in fields)
    return str(kind)
