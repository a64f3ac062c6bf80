"""A table as text (CSV, TSV), one report per row -> Items.

The first row names the columns. The raw bytes of a report are those of its row.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from accordingto.errors import Damaged, ReadError
from accordingto.read.inputs import SIZE_LIMIT
from accordingto.read.rows import Keys, Mark, row_item
from accordingto.records import Item, Rejection

SUFFIXES = (".csv", ".tsv")
_BOM = b"\xef\xbb\xbf"


def delimited(path: Path, keys: Keys, start: Mark = Mark()) -> Iterator[Item | Rejection]:  # noqa: B008  frozen
    """The reports of the table `path` in UTF-8, and a rejection for each row that holds none.

    Rows without any value are passed over. `start` is where to begin, as `marks` tells. Where the quotation marks of a
    table break off, a rejection says so behind what was read. Raises OSError where the file cannot be read.
    """
    with path.open("rb") as file:
        rows = _Rows(file, path)
        try:
            header = next(iter(rows), None)
            if header is None:
                return
            if start.offset:
                rows.go_to(start)
            for row in rows:
                if any(row):
                    yield _attempt(header, row, rows, keys)
        except csv.Error as error:
            name = f"{path}:{rows.before + 1}"
            yield Rejection.of(Damaged(name, f"its rows cannot be told apart from here on ({error}): write it anew"))


def marks(path: Path) -> Iterator[Mark]:
    """Where each report of the table begins: as many marks as `delimited` gives reports and rejections."""
    with path.open("rb") as file:
        rows = _Rows(file, path)
        try:
            if next(iter(rows), None) is not None:
                yield from (rows.mark for row in rows if any(row))
        except csv.Error:
            yield rows.mark


class _Rows:
    """The rows of an opened table; of the one given last, `raw` is its bytes, `mark` where it begins."""

    def __init__(self, file: IO[bytes], path: Path) -> None:
        self._file = file
        self.name = str(path)
        self._raw: list[bytes] = []
        self.mark = Mark()
        self.before = 0
        self._offset = 0
        csv.field_size_limit(SIZE_LIMIT)
        self._rows = csv.reader(self._lines(), delimiter="\t" if path.suffix.lower() == ".tsv" else ",", strict=True)

    def go_to(self, mark: Mark) -> None:
        """Go on at another place."""
        self._file.seek(mark.offset)
        self._offset, self.before = mark.offset, mark.before

    def __iter__(self) -> Iterator[list[str]]:
        while True:
            self.mark = Mark(self._offset, self.before)
            self._raw.clear()
            row = next(self._rows, None)
            if row is None:
                return
            self.before += 1
            yield row

    @property
    def raw(self) -> bytes:
        return b"".join(self._raw).rstrip(b"\r\n")

    def _lines(self) -> Iterator[str]:
        while line := self._file.readline(SIZE_LIMIT):
            self._raw.append(line)
            self._offset += len(line)
            # A row that is no UTF-8 is refused by name; its neighbours are read.
            yield line.removeprefix(_BOM if self._offset == len(line) else b"").decode("utf-8", "surrogateescape")


def _attempt(header: list[str], row: list[str], rows: _Rows, keys: Keys) -> Item | Rejection:
    name = f"{rows.name}:{rows.before}"
    try:
        if len(row) != len(header):
            said = (
                f"has {len(row)} values, and the first row names {len(header)} columns: quote values that hold commas"
            )
            raise Damaged(name, said)
        rows.raw.decode()
        return row_item(dict(zip(header, row, strict=True)), rows.raw, name, keys)
    except UnicodeDecodeError as error:
        return Rejection.of(Damaged(name, f"is no UTF-8 (byte {error.object[error.start]:#04x}): save the table in it"))
    except ReadError as error:
        return Rejection.of(error)
