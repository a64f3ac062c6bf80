"""Rows <-> Parquet; the types of columns come from the annotations of the records, so that none is forgotten."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from accordingto.errors import MissingExtra

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS_AT_ONCE = 64
"""Rows hold whole texts: so few are in memory at once when a table is read."""


def arrow() -> Any:  # noqa: ANN401  an untyped library
    """The library pyarrow; raises MissingExtra where it is not installed."""
    try:
        import pyarrow as pa  # noqa: PLC0415  an extra, which other formats do not need
        import pyarrow.parquet  # noqa: PLC0415  makes pa.parquet
    except ImportError:
        raise MissingExtra("Parquet needs the library pyarrow: pip install 'accordingto[batch]'") from None
    return pa


def arrow_type(annotation: Any) -> pa.DataType:  # noqa: ANN401  annotations have no common type
    """The type of the column that holds values so annotated; what may be None is the same type, as all may be null."""
    pa = arrow()
    plain = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    if annotation in plain:
        return plain[annotation]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return pa.string()
    if origin is tuple:
        return pa.list_(arrow_type(arguments[0]))
    if origin in {Union, types.UnionType}:
        given = set(arguments) - {type(None)}
        return pa.float64() if given == {int, float} else arrow_type(given.pop())
    hints = get_type_hints(annotation)
    return pa.struct([(field, arrow_type(hints[field])) for field in annotation.__struct_fields__])


def schema(columns: Mapping[str, Any], about: Mapping[str, str]) -> pa.Schema:
    """The schema of a table with these columns, by their annotations; `about` goes into the file's own notes."""
    pa = arrow()
    return pa.schema([(name, arrow_type(kind)) for name, kind in columns.items()], metadata=dict(about))


def batch(rows: Sequence[Mapping[str, Any]], schema: pa.Schema) -> pa.RecordBatch:
    """Rows as columns, which take a fraction of the memory."""
    return arrow().RecordBatch.from_pylist(list(rows), schema=schema)


def write(path: Path, batches: Sequence[pa.RecordBatch], schema: pa.Schema) -> None:
    """Write the file `path`; the same rows give the same bytes."""
    pa = arrow()
    pa.parquet.write_table(pa.Table.from_batches(batches, schema=schema), path, compression="zstd")


def count_rows(path: Path) -> int:
    """How many rows the Parquet file has; raises ValueError where it is none."""
    return int(arrow().parquet.read_metadata(path).num_rows)


def rows(path: Path, columns: Sequence[str], first: int = 0) -> Iterator[tuple[dict[str, Any], bytes]]:
    """The rows of a Parquet file from the row `first` on, with those columns of `columns` that are there.

    Where none of them is, with all columns: an error can then say what there is.
    With each come its raw bytes: the values as JSON with sorted keys. Raises ValueError where it is no Parquet file.
    """
    file = arrow().parquet.ParquetFile(path)
    there = [name for name in columns if name in file.schema_arrow.names]
    skip = first
    groups: list[int] = []
    for group in range(file.num_row_groups):
        size = file.metadata.row_group(group).num_rows
        if skip >= size and not groups:
            skip -= size
        else:
            groups.append(group)
    for some in file.iter_batches(_ROWS_AT_ONCE, row_groups=groups, columns=there or None) if groups else ():
        if skip >= some.num_rows:
            skip -= some.num_rows
            continue
        for row in some.slice(skip).to_pylist():
            yield row, msgspec.json.encode(row, enc_hook=str, order="sorted")
        skip = 0
