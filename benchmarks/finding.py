"""`python -m benchmarks.finding`: how long it takes to find figures and statements among 1,000, 10,000 and 100,000.

The reports are made up (see `made_reports`), 100 figures each. Each search is made `REPEATS` times; the median is told,
with the number of figures or statements that it found and decoded.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from accordingto.casebook import Casebook
from benchmarks.plain_reports import MadeUpReader, reports

REPEATS = 7
PER_REPORT = 100
SEARCHES: dict[str, Callable[[Casebook], Iterable[object]]] = {
    "killed, Iraq, 2003/2006, by WHO": lambda c: c.figures(
        harm="killed", place="Iraq", period="2003/2006", speaker="World Health Organization"
    ),
    "injured, Nineveh, 2004-05": lambda c: c.figures(harm="injured", place="Nineveh", period="2004-05"),
    "by Marrant, 4,990 to 5,000": lambda c: c.figures(speaker="Ilse Marrant", low=4990, high=5000),
    "from one outlet, missing, 2010": lambda c: c.figures(outlet="Outlet 7", harm="missing", period="2010"),
    "about 'killed \"in Mosul in 2010\"'": lambda c: c.statements(about='killed "in Mosul in 2010"'),
    "sources": lambda c: c.sources(),
}


def measured(where: str) -> dict[str, tuple[float, int]]:
    """For each search the median time in milliseconds, and how much it found."""
    found = {}
    with Casebook.open(where, make=False) as casebook:
        for name, search in SEARCHES.items():
            times, number = [], 0
            for _ in range(REPEATS):
                started = time.perf_counter()
                number = sum(1 for _ in search(casebook))
                times.append(1000 * (time.perf_counter() - started))
            found[name] = (statistics.median(times), number)
    return found


def main(argv: list[str] | None = None) -> int:
    """Fill casebooks of growing size and print the times."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.finding", description=(__doc__ or "").split("\n\n")[1])
    parser.add_argument("--casebook", help="where, empty; by default a file that is thrown away")
    given = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        where = given.casebook or str(Path(folder, "casebook.db"))
        done = 0
        for figures in (1_000, 10_000, 100_000):
            wanted = figures // PER_REPORT
            started = time.perf_counter()
            with Casebook.open(where) as casebook:
                for item in list(reports(wanted, seed=1, figures=PER_REPORT))[done:]:
                    casebook.add(item, MadeUpReader(), by="benchmark")
            seconds = time.perf_counter() - started
            print(f"{figures:,} figures ({wanted - done} reports added in {seconds:.1f} s)")
            done = wanted
            for name, (median, number) in measured(where).items():
                print(f"  {name:40} {median:8.1f} ms  {number:6,} found", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
