"""The process that reads: jobs on standard input, what it is at on standard output.

It is a process of its own so that a report that hangs, or ends the process, costs that report and no other. When its
standard input closes, whoever started it is gone, and it ends at once.
"""

from __future__ import annotations

import hashlib
import os
import queue
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

import msgspec

from accordingto.errors import AccordingtoError, BatchError, ModelError
from accordingto.records import Item, Ledger, ReaderInfo, Rejection
from accordingto.report.tables import Tables
from accordingto.scale.files import File, Laid, again
from accordingto.scale.messages import At, Done, Failed, Job, Ready, Said, Settled, settled
from accordingto.scale.planning import Slice
from accordingto.scale.reports import reports
from accordingto.scale.store import Store

READER = "accordingto.scale.child:one_core"
MANIFESTS = "manifests"


class Reads(Protocol):
    """What a worker needs of a reader; `accordingto.Reader` is one."""

    @property
    def info(self) -> ReaderInfo:
        """The program and model that its ledgers name."""

    def attempt(self, source: Item) -> Ledger | Rejection:
        """The ledger of an item, or why there is none."""


def one_core(**options: Any) -> Reads:  # noqa: ANN401  those of the reader
    """The reader of this program, on one core: a batch has as many processes as it may use cores."""
    from accordingto.pipeline import Reader  # noqa: PLC0415  loads the model's library

    return Reader(threads=1, **options)


def opened(name: str, options: Mapping[str, str]) -> Reads:
    """The reader that `module:callable` makes with these options."""
    module, _, attribute = name.partition(":")
    reader: Reads = getattr(import_module(module), attribute)(**options)
    return reader


def part(number: int) -> str:
    """The name of a partition, for its files."""
    return f"part-{number:08}"


class Worker:
    """Works jobs with one reader in a folder for what is temporary; says to `say` what it is at."""

    def __init__(self, reader: Reads, folder: Path, say: Callable[[Said], None]) -> None:
        self._reader = reader
        self._folder = folder
        self._laid = Laid(folder)
        self._say = say

    def work(self, job: Job) -> Done:
        """Read the reports of a partition and write its tables, then its manifest, which makes it finished."""
        tables = Tables() if job.task.terms.into == "tables" else None
        digest = hashlib.sha256()
        documents = statements = figures = 0
        for index, data, name, result in self._results(job):
            digest.update(hashlib.sha256(data).digest())
            if isinstance(result, Ledger):
                documents += 1
                statements += len(result.attributions)
                figures += len(result.figures)
            if tables is not None:
                tables.add(job.slice.first + index, name, result)
        self._say(At(index=job.slice.count))
        done = Done(
            number=job.slice.number,
            first=job.slice.first,
            count=job.slice.count,
            documents=documents,
            rejections=job.slice.count - documents,
            statements=statements,
            figures=figures,
            rows=self._write(tables, job) if tables is not None else {},
            sha256=digest.hexdigest(),
            version=job.task.terms.version,
            reader=self._reader.info,
        )
        _check(done)
        if tables is not None:
            finish(Store(job.task.out), done)
        return done

    def _results(self, job: Job) -> Iterator[tuple[int, bytes, str, Ledger | Rejection]]:
        """Of each report its index, raw bytes, name and outcome; what was settled before is not read again."""
        spool = Path(job.spool)
        known = {one.index: one.result for one in settled(spool)}
        with spool.open("ab") as notes:
            for index, one in enumerate(self._items(job.slice, job)):
                self._say(At(index=index, name=one.name))
                result = known.pop(index, None)
                if result is None:
                    result = one if isinstance(one, Rejection) else self._reader.attempt(one)
                    notes.write(msgspec.json.encode(_noted(index, result)) + b"\n")
                    notes.flush()
                yield (
                    index,
                    one.data if isinstance(one, Item) else one.name.encode("utf-8", "replace"),
                    one.name,
                    result,
                )

    def _items(self, some: Slice, job: Job) -> Iterator[Item | Rejection]:
        index = 0
        for piece in some.pieces:
            _unchanged(piece.file)
            found = reports(piece, self._laid, job.task.terms.keys)
            for _ in range(piece.count):
                self._say(At(index=index))
                yield next(found)
                index += 1

    def _write(self, tables: Tables, job: Job) -> dict[str, int]:
        store = Store(job.task.out)
        rows = tables.write(self._folder)
        for table in rows:
            made = self._folder / f"{table}.parquet"
            store.put(f"{table}/{part(job.slice.number)}.parquet", made)
            made.unlink()
        return rows


def finish(store: Store, done: Done) -> None:
    """Note that a partition is finished: nothing of it is done again."""
    store.put(f"{MANIFESTS}/{part(done.number)}.json", msgspec.json.encode(done))


def _noted(index: int, result: Ledger | Rejection) -> Settled:
    if isinstance(result, Ledger):
        return Settled(index=index, ledger=result)
    return Settled(index=index, rejection=result)


def _check(done: Done) -> None:
    if done.rows and (done.rows["documents"], done.rows["rejections"]) != (done.documents, done.rejections):
        raise BatchError(f"{part(done.number)}: {done.count} reports went in, and its tables have {done.rows}")


def _unchanged(file: File) -> None:
    now = again(file)
    if (now.size, now.mark) != (file.size, file.mark):
        raise BatchError(f"{file.name} was changed since the batch was planned: give another --out")


def main(arguments: list[str]) -> int:
    """Work the jobs that come on standard input; `arguments` are the reader, its options as JSON, and the folder."""
    # Ctrl-C reaches the whole group of processes; who started this one decides what ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a library prints must not come between the messages.
    out = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    folder = Path(arguments[2])

    def say(message: Said) -> None:
        out.write(msgspec.json.encode(message) + b"\n")

    jobs: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(jobs, folder), daemon=True).start()
    try:
        reader = opened(arguments[0], msgspec.json.decode(arguments[1], type=dict[str, str]))
        say(Ready(reader=reader.info))
        worker = Worker(reader, folder, say)
        while True:
            say(worker.work(msgspec.json.decode(jobs.get(), type=Job)))
    except (AccordingtoError, OSError) as error:
        say(Failed(message=str(error), model=isinstance(error, ModelError)))
        return 1


def _listen(jobs: Any, folder: Path) -> None:  # noqa: ANN401  a queue of bytes
    for line in sys.stdin.buffer:
        jobs.put(line)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
