"""A file of JSON, one report per line -> Items.

The raw bytes of such a report are its line: so the same words from two outlets stay two reports.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

import msgspec

from accordingto.errors import Damaged, ReadError, TooLarge
from accordingto.read.inputs import SIZE_LIMIT
from accordingto.read.rows import Keys, Mark, row_item
from accordingto.records import Item, Rejection

__all__ = ["SUFFIXES", "Keys", "jsonl", "marks"]

SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


def jsonl(path: Path, keys: Keys, start: Mark = Mark()) -> Iterator[Item | Rejection]:  # noqa: B008  frozen
    """The reports of the file `path`, plain or gzipped, and a rejection for each line that holds none.

    Blank lines are passed over. `start` is where to begin, as `marks` tells. Raises OSError where the file cannot be
    read.
    """
    with _opened(path) as file:
        number = start.before
        try:
            file.seek(start.offset)
            while line := file.readline(SIZE_LIMIT):
                number += 1
                if line.strip():
                    yield _attempt(line, f"{path}:{number}", keys)
        except (gzip.BadGzipFile, EOFError) as error:
            yield Rejection.of(Damaged(f"{path}:{number + 1}", f"its compression breaks off ({error}): get it anew"))


def marks(path: Path) -> Iterator[Mark]:
    """Where each report of a plain file begins: as many marks as `jsonl` gives reports and rejections."""
    with path.open("rb") as file:
        offset = number = 0
        while line := file.readline(SIZE_LIMIT):
            if line.strip():
                yield Mark(offset, number)
            offset += len(line)
            number += 1


def _opened(path: Path) -> IO[bytes]:
    packed = path.name.lower().endswith(".gz")
    return cast("IO[bytes]", gzip.open(path, "rb") if packed else path.open("rb"))


def _attempt(line: bytes, name: str, keys: Keys) -> Item | Rejection:
    try:
        return _item(line, name, keys)
    except ReadError as error:
        return Rejection.of(error)


def _item(line: bytes, name: str, keys: Keys) -> Item:
    if len(line) >= SIZE_LIMIT:
        raise TooLarge(name, f"has at least {SIZE_LIMIT:,} bytes on one line: give one report per line")
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Damaged(name, f"is no JSON ({error}): each line must be one object") from None
    if not isinstance(row, dict):
        raise Damaged(name, f"is JSON, but no object (it is {_kind(row)}): each line must be one object")
    return row_item(row, line.rstrip(b"\r\n"), name, keys)


def _kind(value: Any) -> str:  # noqa: ANN401  whatever the line holds
    return {list: "a list", str: "a string", type(None): "null"}.get(type(value), "a number or a truth value")
