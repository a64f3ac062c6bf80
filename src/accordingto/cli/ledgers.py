"""Reports and files of ledgers -> ledgers: what `compare` and `toll` take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from accordingto.cli.saying import say
from accordingto.errors import Damaged, InvalidRecord, ReadError
from accordingto.records import Ledger, Rejection

if TYPE_CHECKING:
    from accordingto.pipeline import Reader

_FILES = frozenset({".json", ".jsonl"})


def ledgers(names: Sequence[str], *, threads: int | None = None) -> tuple[tuple[Ledger, ...], int]:
    """The ledgers of what was named, in order, and how many files or lines were neither; these are told on the way.

    A file that ends in `.json` or `.jsonl` holds a ledger, or one on each line; a folder stands for the files of
    ledgers and the reports in it; other files are read. The same report given twice counts once.
    """
    found: dict[str, Ledger] = {}
    rejected = 0
    for one in _each(names, threads):
        if isinstance(one, Rejection):
            rejected += 1
            say(f"{one.name}: {one.message} [{one.reason}]")
        else:
            found.setdefault(one.document.id, one)
    if not found and not rejected:
        say(f"0 reports: neither a report nor a ledger is in {', '.join(names)}")
    return tuple(found.values()), rejected


def _each(names: Sequence[str], threads: int | None) -> Iterator[Ledger | Rejection]:
    reader: Reader | None = None
    for name in names:
        path = Path(name)
        if path.suffix in _FILES and not path.is_dir():
            yield from _written(path)
            continue
        if path.is_dir():
            for file in sorted(p for p in path.rglob("*") if p.suffix in _FILES and not p.is_dir()):
                yield from _written(file)
        if reader is None:
            from accordingto.pipeline import Reader as _Reader  # noqa: PLC0415  loads the model's library

            reader = _Reader(threads=threads)
        yield from reader.read_all([name])


def _written(path: Path) -> Iterator[Ledger | Rejection]:
    """The ledgers in a file of JSON, one or one a line; a rejection for a line that is none."""
    from accordingto.read import load  # noqa: PLC0415  its libraries are not needed to show the help

    try:
        content = load(path)
    except ReadError as error:
        yield Rejection.of(error)
        return
    # A ledger on one line, as `read` prints it, may stand above others in a file of either name.
    lines = content.splitlines() if path.suffix == ".jsonl" or content.startswith(b'{"version"') else [content]
    for number, line in enumerate(lines, 1):
        if line.strip():
            name = f"{path}:{number}" if len(lines) > 1 else str(path)
            try:
                yield Ledger.from_json(line)
            except InvalidRecord as error:
                yield Rejection.of(Damaged(name, f"{error}: give a ledger that `accordingto read` wrote"))
