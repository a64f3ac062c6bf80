"""What a worker is asked, what it says meanwhile, and what it has done: one line of JSON each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import msgspec

from accordingto.records import Ledger, ReaderInfo, Rejection
from accordingto.records.base import Record
from accordingto.scale.planning import Slice, Terms


class Task(Record, frozen=True, kw_only=True):
    """What is the same for all partitions of a batch.

    `out` is the place of the tables. `reader` names what makes the reader, as `module:callable`, which takes
    `options`. A report may take `seconds`, and the memory of a worker may grow to `megabytes`, 0 for no limit.
    """

    terms: Terms
    out: str
    reader: str
    options: dict[str, str]
    seconds: float
    megabytes: int


class Job(Record, frozen=True, kw_only=True, tag="job"):
    """One partition to be worked, with the file in which its settled reports are noted."""

    task: Task
    slice: Slice
    spool: str


class Ready(Record, frozen=True, kw_only=True, tag="ready"):
    """The worker's reader is loaded."""

    reader: ReaderInfo


class At(Record, frozen=True, kw_only=True, tag="at"):
    """The worker begins with the report `index` of its partition; its name is told once it is known."""

    index: int
    name: str | None = None


class Failed(Record, frozen=True, kw_only=True, tag="failed"):
    """The worker cannot work the partition, for a reason that is not a report's; `model` where it is the model's."""

    message: str
    model: bool = False


class Done(Record, frozen=True, kw_only=True, tag="done"):
    """The manifest of a finished partition: so many reports went in, and are documents or rejections.

    `rows` counts the rows of each table. `sha256` is that of the sha256s (of the raw bytes) of its reports in order;
    a rejection that came without bytes counts by its name.
    """

    number: int
    first: int
    count: int
    documents: int
    rejections: int
    statements: int
    figures: int
    rows: dict[str, int]
    sha256: str
    version: int
    reader: ReaderInfo


class Settled(Record, frozen=True, kw_only=True):
    """What became of the report `index` of a partition: a ledger or a rejection."""

    index: int
    ledger: Ledger | None = None
    rejection: Rejection | None = None

    @property
    def result(self) -> Ledger | Rejection:
        """The one of the two that there is."""
        return cast("Ledger | Rejection", self.ledger or self.rejection)


Said = Ready | At | Failed | Done


def settled(spool: Path) -> Iterator[Settled]:
    """What the file notes. A last line that was cut off with its writer is taken away."""
    whole = 0
    with spool.open("rb") as file:
        for line in file:
            if line.endswith(b"\n"):
                whole += len(line)
                yield noted(line)
    if spool.stat().st_size != whole:
        with spool.open("rb+") as file:
            file.truncate(whole)


def noted(line: bytes) -> Settled:
    """What one line of such a file notes."""
    return msgspec.json.decode(line, type=Settled)
