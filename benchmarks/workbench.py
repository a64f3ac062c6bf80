"""`python -m benchmarks.workbench`: does the server's memory stay flat, and do many readers and writers get answers.

A server process serves a casebook of made-up reports. First `--readers` people read without a pause and `--writers`
decide, all at once, for `--seconds`; answers but 200, 201, 204 and 302 are errors. Then pages are asked for one after
the other (`--requests`), and the resident memory is noted as it goes: its slope over the second half tells whether
something is kept. The result is one JSON object, written to workbench.json beside this file or where `--out` says.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import itertools
import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from accordingto.casebook import Casebook, FigureFilter
from benchmarks.pages import fill
from benchmarks.speed import machine

OUT = Path(__file__).with_name("workbench.json")
_LISTS = (
    "/reports", "/reports?q=dead", "/voices", "/figures", "/figures?harm=killed&sort=-number", "/contests",
    "/contests?conflict=1&sort=widest", "/review", "/decisions", "/register", "/changes?since=0", "/api/v1/reports",
)  # fmt: skip
_STEPS = 100
"""So often is memory noted over all requests."""


@dataclass(slots=True)
class Asked:
    """What those who asked got: times in milliseconds, and how often which answer was an error."""

    times: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)

    def summary(self) -> dict[str, Any]:
        """Numbers for the result."""
        parts = statistics.quantiles(self.times, n=100) if len(self.times) > 1 else [0.0] * 99
        return {
            "requests": len(self.times), "errors": sum(self.errors.values()), "answers": dict(self.errors),
            "p50_ms": round(parts[49], 1), "p95_ms": round(parts[94], 1), "p99_ms": round(parts[98], 1),
        }  # fmt: skip


class Caller:
    """One who asks, over one connection that stays open."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.asked = Asked()

    def ask(self, path: str, data: dict[str, Any] | None = None) -> None:
        """Ask for a page, or send JSON; note how long it took and whether it was an error."""
        started = time.perf_counter()
        body = None if data is None else json.dumps(data)
        try:
            self._connection.request(
                "GET" if body is None else "POST", path, body, {"content-type": "application/json"}
            )
            answer = self._connection.getresponse()
            answer.read()
            told = str(answer.status)
        except (OSError, http.client.HTTPException) as error:
            self._connection.close()
            told = type(error).__name__
        self.asked.times.append(1000 * (time.perf_counter() - started))
        if told not in {"200", "201", "204", "302"}:
            self.asked.errors[f"{told} {path.partition('?')[0]}"] += 1


@contextlib.contextmanager
def serving(casebook: Path, log: Path) -> Iterator[tuple[int, int]]:
    """The process and port of a server of that casebook, which ends with the block."""
    command = [sys.executable, "-m", "accordingto", "serve", str(casebook), "--port", "0", "--log", str(log)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        told = process.stderr.readline() if process.stderr else ""
        found = re.search(r":(\d+) ", told)
        if found is None:
            raise SystemExit(f"the server does not start: {told}")
        yield process.pid, int(found[1])
    finally:
        process.terminate()
        process.wait(30)


def resident_mb(pid: int) -> float:
    """The memory that a process holds now, in MB (10^6 bytes)."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024 / 1e6


def memory(pid: int, port: int, pages: list[str], requests: int) -> dict[str, Any]:
    """Ask for so many pages one after the other, and how memory goes; the slope is that of the second half."""
    caller, chance = Caller(port), random.Random(1)
    for path in pages[:40]:
        caller.ask(path)
    before = resident_mb(pid)
    noted: list[tuple[int, float]] = []
    for number in range(1, requests + 1):
        caller.ask(chance.choice(pages))
        if number % max(1, requests // _STEPS) == 0:
            noted.append((number, resident_mb(pid)))
            print(f"{number:,} requests, {noted[-1][1]:.1f} MB", file=sys.stderr, flush=True)
    late = noted[len(noted) // 2 :]
    slope = statistics.linear_regression(*zip(*late, strict=True)).slope if len(late) > 1 else 0.0
    return {
        **caller.asked.summary(), "before_mb": round(before, 1), "half_mb": round(late[0][1], 1),
        "after_mb": round(noted[-1][1], 1), "slope_mb_per_1000": round(1000 * slope, 3),
    }  # fmt: skip


def crowd(
    port: int, pages: list[str], targets: list[str], *, readers: int, writers: int, seconds: float
) -> dict[str, Any]:
    """So many readers and writers at once, for so long."""
    until = time.monotonic() + seconds
    callers = [Caller(port) for _ in range(readers + writers)]

    def read(caller: Caller, seed: int) -> None:
        chance = random.Random(seed)
        while time.monotonic() < until:
            caller.ask(chance.choice(pages))

    def write(caller: Caller, own: list[str]) -> None:
        for target, kind in itertools.cycle([(target, kind) for target in own for kind in ("accept", "reject")]):
            if time.monotonic() >= until:
                return
            caller.ask("/api/v1/decisions", {"target": target, "kind": kind, "why": "measured"})

    threads = [threading.Thread(target=read, args=(callers[i], i)) for i in range(readers)]
    threads += [
        threading.Thread(target=write, args=(callers[readers + i], targets[i::writers])) for i in range(writers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"readers": _together(callers[:readers]), "writers": _together(callers[readers:])}


def _together(callers: list[Caller]) -> dict[str, Any]:
    every = Asked()
    for caller in callers:
        every.times += caller.asked.times
        every.errors += caller.asked.errors
    return {"people": len(callers), **every.summary()}


def _pages(casebook: Casebook) -> tuple[list[str], list[str]]:
    """Addresses to read, half of them lists; and what can be decided about."""
    figures = [row.figure for row in casebook.figures_page(FigureFilter(), limit=200).items]
    reports = [f"/reports/{f.document[:16]}" for f in figures[:60]]
    contests = [f"/contests/{c.id}" for c in casebook.contests_page(limit=30).items]
    own = reports + contests
    return [page for pair in zip(itertools.cycle(_LISTS), own, strict=False) for page in pair], [
        f"figure:{f.id}" for f in figures
    ]


def main(argv: list[str] | None = None) -> int:
    """Measure, print and keep the result; 1 where an answer was an error."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.workbench", description=(__doc__ or "").split("\n\n")[1]
    )
    parser.add_argument("--reports", type=int, default=1_000, metavar="N", help="made-up reports in the casebook")
    parser.add_argument("--requests", type=int, default=10_000, metavar="N", help="pages asked for one after the other")
    parser.add_argument("--readers", type=int, default=50, metavar="N")
    parser.add_argument("--writers", type=int, default=2, metavar="N")
    parser.add_argument("--seconds", type=float, default=60, metavar="S", help="how long all ask at once")
    parser.add_argument("--out", type=Path, default=OUT, help="where the result is written")
    given = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder, "casebook.db")
        fill(where, given.reports, true=given.reports)
        with Casebook.open(where) as casebook:
            pages, targets = _pages(casebook)
        found: dict[str, Any] = {
            "date": datetime.now(UTC).date().isoformat(),
            "machine": msgspec.to_builtins(machine()),
            "reports": given.reports,
        }
        with serving(where, Path(folder, "log")) as (pid, port):
            found["crowd"] = crowd(
                port, pages, targets, readers=given.readers, writers=given.writers, seconds=given.seconds
            )
            found["crowd"]["seconds"] = given.seconds
            found["crowd"]["after_mb"] = round(resident_mb(pid), 1)
            print(json.dumps(found["crowd"]), flush=True)
            found["memory"] = memory(pid, port, pages, given.requests)
            print(json.dumps(found["memory"]), flush=True)
    given.out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return int(any(part["errors"] for part in (found["memory"], found["crowd"]["readers"], found["crowd"]["writers"])))


if __name__ == "__main__":
    sys.exit(main())
