"""The input -> a Plan: which reports make up which partition, the same whenever and wherever it is worked through."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import msgspec

from accordingto.errors import BatchError
from accordingto.read.rows import Keys, Mark
from accordingto.records import ReaderInfo
from accordingto.records.base import Record
from accordingto.scale.files import File, Laid, files
from accordingto.scale.reports import Piece, marks
from accordingto.scale.store import Store

PLAN = "plan.json"
Into = Literal["tables", "casebook"]


class Slice(Record, frozen=True, kw_only=True):
    """One partition of the input: the reports from number `first` on, `count` of them, in pieces of files."""

    number: int
    first: int
    count: int
    pieces: tuple[Piece, ...]


class Terms(Record, frozen=True, kw_only=True):
    """What must stay the same from a run to the one that takes it up again.

    `version` is that of the tables' schema, `reader` the program and model, `keys` the columns of files of rows.
    """

    version: int
    reader: ReaderInfo
    into: Into
    keys: Keys


class Plan(Record, frozen=True, kw_only=True):
    """What a batch is: its terms, the files with the marks of their state, and the partitions.

    `count` is the number of reports that go in.
    """

    terms: Terms
    count: int
    files: tuple[File, ...]
    slices: tuple[Slice, ...]


def plan(given: Iterable[str], terms: Terms, *, each: int) -> Plan:
    """The plan of a batch over `given` (files, folders, addresses), with `each` reports in a partition.

    Files that hold many reports are gone through once, to count them.
    """
    there = tuple(files(given))
    with tempfile.TemporaryDirectory(prefix="accordingto-") as folder:
        slices = tuple(_slices(there, Laid(Path(folder)), terms.keys, each))
    return Plan(terms=terms, count=sum(one.count for one in slices), files=there, slices=slices)


def planned(given: Iterable[str], terms: Terms, *, each: int, store: Store) -> Plan:
    """The plan that an earlier run left in `store`, else a new one, which is left there.

    Raises BatchError where the earlier one is of other input, or was begun on other terms.
    """
    known = store.read(PLAN)
    if known is None:
        new = plan(given, terms, each=each)
        store.put(PLAN, msgspec.json.encode(new))
        return new
    try:
        old = msgspec.json.decode(known, type=Plan)
    except msgspec.MsgspecError as error:
        raise BatchError(f"{store.where}/{PLAN} is no plan of this program ({error}): give another --out") from None
    _same(old, terms, tuple(files(given)), store.where)
    return old


def _same(old: Plan, terms: Terms, there: tuple[File, ...], where: str) -> None:
    for field in ("version", "reader", "into", "keys"):
        before, now = getattr(old.terms, field), getattr(terms, field)
        if before != now:
            raise BatchError(f"{where} was begun with another {field} ({before}, now {now}): give another --out")
    changed = {_state(f) for f in old.files} ^ {_state(f) for f in there}
    if changed:
        raise BatchError(
            f"{where} was begun on other input ({len(changed):,} files differ, such as {min(changed)[0]}): "
            "give another --out"
        )


def _state(file: File) -> tuple[str, int, str]:
    return file.address, -1 if file.size is None else file.size, file.mark or ""


def _slices(there: Iterable[File], laid: Laid, keys: Keys, each: int) -> Iterator[Slice]:
    number = first = count = 0
    pieces: list[Piece] = []
    for file in there:
        for index, mark in enumerate(_marks(file, laid, keys)):
            if pieces and pieces[-1].file is file:
                pieces[-1] = msgspec.structs.replace(pieces[-1], count=pieces[-1].count + 1)
            else:
                pieces.append(Piece(file=file, first=index, start=mark))
            count += 1
            if count == each:
                yield Slice(number=number, first=first, count=count, pieces=tuple(pieces))
                number, first, count, pieces = number + 1, first + count, 0, []
    if count:
        yield Slice(number=number, first=first, count=count, pieces=tuple(pieces))


def _marks(file: File, laid: Laid, keys: Keys) -> Iterator[Mark]:
    if file.single or file.size is None:
        yield Mark()
    else:
        yield from marks(file, laid, keys)
