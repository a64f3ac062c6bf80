"""`python -m benchmarks.archive`: an archive of short reports through `batch` on each engine, killed twice on the way.

Each engine reads the same made-up reports with all workers; after a third and after two thirds of the partitions its
whole process group is killed (SIGKILL), and the same command takes it up again. Every report must come out once, and
the tables of both engines must be the same, row for row. `--work` keeps input, tables and what was measured, so that a
run that was broken off goes on where it was. Ends with 1 where anything differs; prints the results as JSON.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
from pyarrow import parquet

from benchmarks.batch import worker_sizes
from benchmarks.results import Machine
from benchmarks.short_reports import write_short_reports
from benchmarks.speed import machine

_LOOKS = 10
"""With fewer partitions finished, what a report happens to take stands above how memory grows."""
TABLES = ("documents", "sources", "attributions", "figures", "dates", "checks", "rejections")


class Leg(msgspec.Struct, kw_only=True):
    """One start of the command: from how many finished partitions to how many, and whether it was killed there.

    `largest_mb` is the most that a worker held. `slope_mb` is by how much workers grew in a thousand reports of theirs,
    in the second half of the leg (least squares over a look a second); None where there were too few looks.
    """

    before: int
    after: int
    killed: bool
    seconds: float
    reports_per_second: float
    largest_mb: float
    slope_mb: float | None


class Engine(msgspec.Struct, kw_only=True):
    """What one engine did: `rows` of each table, and the sha256 over all of them."""

    legs: list[Leg]
    rows: dict[str, int] = {}
    sha256: str = ""
    once: bool = False


class Archive(msgspec.Struct, kw_only=True):
    """One measurement; `same` once both engines are through."""

    machine: Machine
    reports: int
    words: int
    partition: int
    workers: int
    engines: dict[str, Engine] = {}
    same: bool | None = None


class Run:
    """One run over a folder of work, noted after each leg."""

    def __init__(self, work: Path, *, reports: int, partition: int, workers: int, seed: int) -> None:
        self._work, self._noted = work, work / "archive.json"
        self._partitions = -(-reports // partition)
        if self._noted.exists():
            self.found = msgspec.json.decode(self._noted.read_bytes(), type=Archive)
            if (self.found.reports, self.found.partition) != (reports, partition):
                raise SystemExit(f"{work} holds a run of {self.found.reports:,} reports: give another --work")
            return
        words = write_short_reports(work / "in", reports, seed=seed)
        self.found = Archive(machine=machine(), reports=reports, words=words, partition=partition, workers=workers)

    def engine(self, name: str) -> None:
        """Work one engine to its end, whatever of that was done before."""
        one = self.found.engines.setdefault(name, Engine(legs=[]))
        for stop in (self._partitions // 3, self._partitions * 2 // 3, None):
            if self._finished(name) < (self._partitions if stop is None else stop):
                one.legs.append(self._leg(name, stop))
                self.note()
                print(f"{name}: {one.legs[-1]}", file=sys.stderr, flush=True)
        if not one.sha256:
            one.rows, one.sha256, one.once = content(self._work / name, self.found.reports)
            self.note()

    def note(self) -> None:
        """Write down what is known."""
        self._noted.write_bytes(msgspec.json.format(msgspec.json.encode(self.found), indent=1) + b"\n")

    def _finished(self, name: str) -> int:
        return sum(1 for _ in (self._work / name / "manifests").glob("part-*.json"))

    def _leg(self, name: str, stop: int | None) -> Leg:
        """Start the command, and kill its process group when `stop` partitions are finished; None to let it end."""
        before = self._finished(name)
        command = [sys.executable, "-m", "accordingto", "batch", str(self._work / "in"), "--engine", name]
        command += ["--out", str(self._work / name), "--workers", str(self.found.workers)]
        command += ["--partition", str(self.found.partition)]
        start = time.monotonic()
        with (self._work / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(command, stderr=log, start_new_session=True)
        looks: list[tuple[int, float]] = []
        watch = threading.Thread(target=self._watch, args=(process, name, looks), daemon=True)
        watch.start()
        while process.poll() is None and (stop is None or self._finished(name) < stop):
            time.sleep(0.1)
        killed = process.poll() is None
        if killed:
            os.killpg(process.pid, signal.SIGKILL)
        code = process.wait()
        seconds = time.monotonic() - start
        watch.join()
        if not killed and code != 0:
            raise SystemExit(f"{name} ended with {code}: see {self._work / name}.log")
        _await_end()
        after = self._finished(name)
        done = (after - before) * self.found.partition
        return Leg(
            before=before,
            after=after,
            killed=killed,
            seconds=round(seconds, 1),
            reports_per_second=round(done / seconds, 1),
            largest_mb=round(max((mb for _, mb in looks), default=0.0), 1),
            slope_mb=slope(looks[len(looks) // 2 :], self.found.partition * 1e-3 / self.found.workers),
        )

    def _watch(self, process: subprocess.Popen[bytes], name: str, looks: list[tuple[int, float]]) -> None:
        while process.poll() is None:
            sizes = worker_sizes()
            if sizes:
                looks.append((self._finished(name), max(sizes)))
            time.sleep(1)


def slope(looks: list[tuple[int, float]], thousands: float) -> float | None:
    """MB per thousand reports of one worker: least squares over (partitions finished, MB).

    `thousands` is how many thousand reports of one worker a partition stands for.

    >>> slope([(at, 100.0 + at) for at in range(12)], 0.5)
    2.0
    """
    if len({at for at, _ in looks}) < _LOOKS:
        return None
    xs = [at * thousands for at, _ in looks]
    ys = [mb for _, mb in looks]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    across = sum((x - mean_x) ** 2 for x in xs)
    return round(sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / across, 3)


def content(out: Path, reports: int) -> tuple[dict[str, int], str, bool]:
    """Of the tables in `out` the rows of each, the sha256 over all rows, and whether each report came out once."""
    rows: dict[str, int] = {}
    digest = hashlib.sha256()
    numbers: list[int] = []
    for table in TABLES:
        rows[table] = 0
        for path in sorted((out / table).glob("*.parquet")):
            some = parquet.read_table(path)
            rows[table] += some.num_rows
            digest.update(f"{table}/{path.name}\n".encode() + msgspec.json.encode(some.to_pylist()))
            if table in {"documents", "rejections"}:
                numbers += some["report"].to_pylist()
    return rows, digest.hexdigest(), sorted(numbers) == list(range(reports))


def _await_end() -> None:
    """Wait until the workers of a killed run have seen that they are alone: they would weigh on the next leg."""
    until = time.monotonic() + 60
    while worker_sizes() and time.monotonic() < until:
        time.sleep(0.2)


def _chosen(work: Path | None) -> contextlib.AbstractContextManager[str]:
    if work is None:
        import tempfile  # noqa: PLC0415  only where nothing is to be kept

        return tempfile.TemporaryDirectory()
    work.mkdir(parents=True, exist_ok=True)
    return contextlib.nullcontext(str(work))


def steps(given: argparse.Namespace) -> Iterator[Archive]:
    """The measurement as it grows, after each engine."""
    with _chosen(given.work) as folder:
        run = Run(
            Path(folder), reports=given.reports, partition=given.partition, workers=given.workers, seed=given.seed
        )
        for name in given.engines:
            run.engine(name)
            yield run.found
        done = list(run.found.engines.values())
        run.found.same = len({one.sha256 for one in done}) == 1 and all(one.once for one in done)
        run.note()
        yield run.found


def main(argv: list[str] | None = None) -> int:
    """Run all, print the results as JSON; 1 where tables differ, or a report is missing or there twice."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archive", description=(__doc__ or "").split("\n\n")[1])
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--partition", type=int, default=250)
    parser.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engines", nargs="+", default=["local", "ray"], choices=["local", "ray"])
    parser.add_argument("--work", type=Path, help="a folder that is kept, to go on in; by default a temporary one")
    *_, last = steps(parser.parse_args(argv))
    print(msgspec.json.format(msgspec.json.encode(last), indent=1).decode())
    return 0 if last.same else 1


if __name__ == "__main__":
    sys.exit(main())
