"""Ledger*, walked once -> the tables of an export as CSV files, of which no more than a part is in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

from accordingto.records import Contest, Decision, Ledger
from accordingto.report.csv_text import Cell, csv_line
from accordingto.report.export.columns import TABLES
from accordingto.report.export.rows import Row, rows

_AT_ONCE = 100
"""So many reports, or contests, are in memory."""


def write_csv(
    folder: Path, ledgers: Iterable[Ledger], contests: Iterable[Contest], decisions: Iterable[Decision]
) -> list[Path]:
    """Write the files that `export` gives for CSV into a folder, in its order; each report must come once."""
    paths = [folder / f"{table.plural}.csv" for table in TABLES]
    with ExitStack() as stack:
        files = {
            table.name: stack.enter_context(path.open("w", encoding="utf-8", newline=""))
            for table, path in zip(TABLES, paths, strict=True)
        }
        for table in TABLES:
            files[table.name].write(csv_line(column.name for column in table.columns))
        for made in _made(ledgers, contests, decisions):
            for name, some in made.items():
                files[name].writelines(map(csv_line, some))
    return paths


def _made(
    ledgers: Iterable[Ledger], contests: Iterable[Contest], decisions: Iterable[Decision]
) -> Iterator[Mapping[str, Sequence[Row]]]:
    known: set[Cell] = set()
    walked = iter(ledgers)
    while some := list(islice(walked, _AT_ONCE)):
        made = rows(some, (), ())
        known.update(row[0] for row in made["figure"])
        yield made
    compared = iter(contests)
    while found := list(islice(compared, _AT_ONCE)):
        yield rows((), found, (), known=known)
    yield rows((), (), decisions)
