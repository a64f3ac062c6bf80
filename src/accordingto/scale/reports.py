"""A piece of a file -> the reports in it as Items, with what cannot be read as a Rejection in its place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import msgspec

from accordingto.errors import Damaged, MissingInput, OnlyLinked, ReadError
from accordingto.read import delimited, jsonl, load, warc
from accordingto.read.items import items
from accordingto.read.rows import Keys, Mark, row_item
from accordingto.records import Address, Item, Rejection
from accordingto.records.base import Record
from accordingto.report import columns
from accordingto.scale.files import PARQUET, File, Laid

ROWS = (".jsonl", ".ndjson")
WARCS = (".warc", ".warc.gz")


class Piece(Record, frozen=True, kw_only=True):
    """The reports of a file from number `first` on, `count` of them; `start` is where they begin, if that is known."""

    file: File
    first: int = 0
    count: int = 1
    start: Mark = Mark()


def reports(piece: Piece, laid: Laid, keys: Keys) -> Iterator[Item | Rejection]:
    """The reports of the piece, by the names that the input has: `count` of them, whatever the file does."""
    number = piece.first
    for one in islice(_from(piece, laid, keys), piece.count):
        number += 1
        yield one
    for missing in range(number + 1, piece.first + piece.count + 1):
        said = "cannot be reached: the file breaks off before it; get the file anew"
        yield Rejection.of(Damaged(f"{piece.file.name}#{missing}", said))


def marks(file: File, laid: Laid, keys: Keys) -> Iterator[Mark]:
    """One mark for each report or rejection that the file gives; where there is no offset it is zero."""
    path, damage = _laid(file, laid)
    if isinstance(path, Rejection):
        yield Mark()
        return
    ending = path.suffix.lower()
    if ending in ROWS:
        yield from jsonl.marks(path)
    elif ending in delimited.SUFFIXES:
        yield from delimited.marks(path)
    elif path.name.lower().endswith(WARCS):
        yield from warc.marks(path)
    elif ending in PARQUET:
        yield from (Mark() for _ in range(_rows_in(path)))
    else:
        yield from (Mark() for _ in items([path], keys=keys))
    if damage:
        yield Mark()


def _from(piece: Piece, laid: Laid, keys: Keys) -> Iterator[Item | Rejection]:
    path, damage = _laid(piece.file, laid)
    if isinstance(path, Rejection):
        yield path
        return
    if not (damage and piece.file.single):
        for one in _opened(piece, path, keys):
            yield _named(one, path, piece.file)
    if damage:
        yield Rejection.of(Damaged(piece.file.name, f"its compression breaks off ({damage}): get it anew"))


def _laid(file: File, laid: Laid) -> tuple[Path | Rejection, str | None]:
    if file.size is None:
        return Rejection.of(MissingInput(file.name, "no such file: check the name and the folder")), None
    try:
        return laid.lay(file)
    except OSError as error:
        said = f"cannot be read ({error.strerror or error}): check it"
        return Rejection.of(MissingInput(file.name, said)), None


def _opened(piece: Piece, path: Path, keys: Keys) -> Iterator[Item | Address | Rejection]:
    start = piece.start
    ending = path.suffix.lower()
    try:
        if piece.file.single:
            yield Item(name=str(path), data=load(path))
        elif ending in ROWS:
            yield from jsonl.jsonl(path, keys, start)
        elif ending in delimited.SUFFIXES:
            yield from delimited.delimited(path, keys, start)
        elif path.name.lower().endswith(WARCS):
            yield from warc.archive(path, start)
        elif ending in PARQUET:
            yield from _parquet(path, keys, piece.first)
        else:
            yield from islice(items([path], keys=keys), piece.first, None)
    except ReadError as error:
        yield Rejection.of(error)
    except OSError as error:
        yield Rejection.of(MissingInput(str(path), f"cannot be read ({error.strerror or error}): check it"))


def _parquet(path: Path, keys: Keys, first: int) -> Iterator[Item | Rejection]:
    wanted = [keys.text, keys.title, keys.url, keys.published, keys.outlet, keys.author]
    try:
        for number, (row, data) in enumerate(columns.rows(path, wanted, first), first + 1):
            try:
                yield row_item(row, data, f"{path}:{number}", keys)
            except ReadError as error:
                yield Rejection.of(error)
    except ValueError as error:
        yield Rejection.of(Damaged(str(path), f"is no Parquet file that can be read ({error}): write it anew"))


def _rows_in(path: Path) -> int:
    try:
        return columns.count_rows(path)
    except (ValueError, OSError):
        return 1


def _named(one: Item | Address | Rejection, path: Path, file: File) -> Item | Rejection:
    """The item under the name that the input has, not that of the place where it was unpacked."""
    if isinstance(one, Address):
        said = "the feed has only its link: `accordingto add --links` fetches what a saved feed links to"
        return Rejection.of(OnlyLinked(one.url, said))
    if not one.name.startswith(str(path)):
        return one
    return msgspec.structs.replace(one, name=file.name + one.name.removeprefix(str(path)))
