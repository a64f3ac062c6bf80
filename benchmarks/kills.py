"""`python -m benchmarks.kills`: kill a program that adds reports to a casebook, many times, and see what is lost.

Each time a new process adds the same made-up reports from the start, and is killed (SIGKILL) at a moment taken by
chance. After each kill the casebook must open and every report in it be whole; at the end all reports must be there
once, and the casebook verify.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from accordingto.casebook import Casebook
from accordingto.records import Item
from benchmarks.plain_reports import MadeUpReader, reports


@dataclass(slots=True)
class Found:
    """What the kills did: how many hit a process at work, after how many the casebook had grown, and what was wrong."""

    hits: int = 0
    grown: int = 0
    checks: int = 0
    wrong: str | None = None


def kill_often(where: str, kills: int, *, seed: int, most: float = 0.6, verify_each: int = 50) -> Found:
    """Kill so many processes that add to the casebook `where`, each at up to `most` seconds; verify every few times.

    The reports that a process adds are more the longer it goes on, so that no kill finds nothing to do.
    """
    chance = random.Random(seed)
    found = Found()
    before = 0
    for kill in range(1, kills + 1):
        given = list(reports(20 + 2 * kill, seed=seed, figures=2))
        found.hits += _killed(where, given, chance.uniform(0, most))
        with Casebook.open(where) as casebook:
            size = casebook.size()
            if size < before:
                found.wrong = f"after kill {kill} there are {size} reports, before there were {before}"
            found.grown += size > before
            before = size
            if kill % verify_each == 0 or kill == kills:
                found.checks += 1
                print(f"{kill} kills, {found.hits} at work, {size} reports", file=sys.stderr, flush=True)
                faults = casebook.verify().faults
                if faults:
                    found.wrong = f"after kill {kill}: {faults[0].message}"
        if found.wrong:
            return found
    found.wrong = _unfinished(where, list(reports(20 + 2 * kills, seed=seed, figures=2)))
    return found


def _killed(where: str, given: Sequence[Item], after: float) -> bool:
    """Add in another process and kill it `after` seconds; whether the kill came before its end."""
    child = os.fork()
    if child == 0:
        try:
            with Casebook.open(where) as casebook:
                for item in given:
                    casebook.add(item, MadeUpReader(), by="killed")
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _unfinished(where: str, given: Sequence[Item]) -> str | None:
    """Add all once more and compare; what is wrong, in words."""
    with Casebook.open(where) as casebook:
        for item in given:
            casebook.add(item, MadeUpReader(), by="finisher")
        names = sorted(ledger.document.title or "" for ledger in casebook.ledgers(outdated=True))
        wanted = sorted(item.title or "" for item in given)
        if names != wanted:
            return f"{len(names)} reports are there, {len(wanted)} were added"
        faults = casebook.verify().faults
        return faults[0].message if faults else None


def main(argv: list[str] | None = None) -> int:
    """Kill, tell, and end with 1 where anything was lost or is wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kills", description=(__doc__ or "").split("\n\n")[1])
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=float, default=0.6, help="seconds up to which a process may live")
    parser.add_argument("--casebook", help="where; by default a file that is thrown away")
    given = parser.parse_args(argv)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        where = given.casebook or str(Path(folder, "casebook.db"))
        found = kill_often(where, given.kills, seed=given.seed, most=given.most)
        with Casebook.open(where) as casebook:
            size = casebook.size()
    seconds = time.monotonic() - started
    print(f"{given.kills} kills in {seconds:.0f} s: {found.hits} hit a process at work, {found.grown} left more behind")
    print(f"{size} reports, each once; verified {found.checks + 1} times" if not found.wrong else found.wrong)
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
