"""Reports -> Ledger*: the program's own reader over a corpus, in a few processes."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from accordingto.pipeline import Reader
from accordingto.records import Ledger
from accordingto.tag import DEFAULT_MODEL
from quality.corpora import Report

WORKERS = 2


class Reads(Protocol):
    """What is measured: a reader of reports. `accordingto.pipeline.Reader` is one."""

    def read(self, report: Path, /) -> Ledger: ...  # noqa: D102


MakeReader = Callable[[], Reads]


def reader(model: str | Path = DEFAULT_MODEL) -> Reads:
    """The reader under measurement, on one core: the processes share the cores out among themselves."""
    return Reader(model=model, threads=1)


def maker(model: str | None) -> MakeReader:
    """How each process gets its reader: `model` is a model folder, or the name of one in the package."""
    return partial(reader, model or DEFAULT_MODEL)


def read_all(reports: Iterable[Report[Any]], make: MakeReader, workers: int = WORKERS) -> dict[str, Ledger]:
    """The ledger of each report by its name, read in `workers` processes; raises what the reader raises.

    Ledgers come back as JSON, so that what is measured is what the program gives out.
    """
    names, paths = [], []
    for report in reports:
        names.append(report.name)
        paths.append(report.path)
    with _pool(make, workers) as read:
        return {name: Ledger.from_json(found) for name, found in zip(names, read(paths), strict=True)}


_Read = Callable[[list[Path]], Iterator[str]]


@contextlib.contextmanager
def _pool(make: MakeReader, workers: int) -> Iterator[_Read]:
    if workers == 1:
        own = make()
        yield lambda paths: (own.read(path).to_json() for path in paths)
        return
    with ProcessPoolExecutor(workers, initializer=_start, initargs=(make,)) as pool:
        yield lambda paths: pool.map(_read, paths, chunksize=4)


_READER: list[Reads] = []  # the one of this worker process


def _start(make: MakeReader) -> None:
    _READER[:] = [make()]


def _read(path: Path) -> str:
    return _READER[0].read(path).to_json()
