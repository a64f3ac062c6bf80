"""`python -m benchmarks.batch`: read many reports by both engines, kill them on the way, and compare the tables.

Each engine reads the same made-up reports with one worker and with two, which gives its scaling; then once more while
it is killed twice (SIGKILL), and taken up again. All tables must be the same, byte for byte. The memory of every worker
is looked at all the time.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import msgspec

from accordingto.scale.child import READER
from accordingto.scale.messages import Done
from benchmarks.many_reports import write_reports

_WORKER = READER.encode()


@dataclass(slots=True)
class Memory:
    """What the workers hold, in MB, looked at once a second while it is watched: half-time and end tell if it grows."""

    looks: list[float] = field(default_factory=list)

    def told(self) -> str:
        """The largest look of the first and of the second half."""
        half = len(self.looks) // 2
        if half == 0:
            return "not seen"
        return f"{max(self.looks[:half]):.0f} MB in the first half, {max(self.looks[half:]):.0f} MB in the second"


def main(argv: list[str] | None = None) -> int:
    """Measure, tell, and end with 1 where tables differ."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.batch", description=(__doc__ or "").split("\n\n")[1])
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--partition", type=int, default=250)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engines", nargs="+", default=["local", "ray"], choices=["local", "ray"])
    given = parser.parse_args(argv)
    if "ray" in given.engines and find_spec("ray") is None:
        parser.error("Ray is not installed: pip install '.[ray]', or give --engines local")
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"{given.reports:,} reports, {given.partition} in a partition; {_cores()} cores, Python", end=" ")
    print(f"{platform.python_version()}; load before: {load}")
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_reports(folder / "in", given.reports, seed=given.seed)
        known = ""
        for engine in given.engines:
            for what, digest in _runs(folder, engine, given.partition):
                known = known or digest
                wrong += digest != known
                print(f"{engine}, {what}; tables {'the same' if digest == known else 'DIFFER'} ({digest[:12]})")
    return 1 if wrong else 0


def _runs(folder: Path, engine: str, each: int) -> Iterator[tuple[str, str]]:
    """Of each run what to say of it, and the digest of its tables."""
    alone = 0.0
    for workers in (1, 2):
        out = folder / f"{engine}-{workers}"
        memory = Memory()
        seconds = _run(folder / "in", out, engine, workers, each, memory)
        rate = _rate(out)
        alone = alone or rate
        ratio = f", {rate / alone:.2f} times one worker" if workers > 1 else ""
        said = f"{workers} workers: {seconds:.0f} s with start and end, {rate:.2f} reports per second between{ratio}; "
        yield f"{said}largest worker {memory.told()}", tables(out)
    out = folder / f"{engine}-killed"
    partitions = len(list((folder / f"{engine}-2" / "manifests").iterdir()))
    hits = [_run(folder / "in", out, engine, 2, each, until=partitions * n // 3) for n in (1, 2)]
    left = partitions - len(list((out / "manifests").iterdir()))
    seconds = _run(folder / "in", out, engine, 2, each)
    said = f"killed after {hits[0]:.0f} s and {hits[1]:.0f} s, the rest ({left} of {partitions}) in {seconds:.0f} s"
    yield said, tables(out)


def tables(out: Path) -> str:
    """The sha256 over all files of the tables, by their names."""
    digest = hashlib.sha256()
    for path in sorted(out.rglob("*.parquet")):
        digest.update(str(path.relative_to(out)).encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _run(
    given: Path, out: Path, engine: str, workers: int, each: int, memory: Memory | None = None, until: int | None = None
) -> float:
    """Run the command, to its end or until so many partitions are finished, and kill it there; the seconds."""
    command = [sys.executable, "-m", "accordingto", "batch", str(given), "--out", str(out), "--engine", engine]
    command += ["--workers", str(workers), "--partition", str(each)]
    started = time.monotonic()
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    watched = threading.Thread(target=_watch, args=(process, memory), daemon=True)
    if memory is not None:
        watched.start()
    if until is not None:
        while process.poll() is None and len(list((out / "manifests").glob("*.json"))) < until:
            time.sleep(0.05)
        process.send_signal(signal.SIGKILL)
    _, said = process.communicate()
    if until is None and process.returncode != 0:
        raise SystemExit(f"{' '.join(command)} failed:\n{said.decode(errors='replace')}")
    return time.monotonic() - started


def _watch(process: subprocess.Popen[bytes], memory: Memory) -> None:
    while process.poll() is None:
        sizes = worker_sizes()
        if sizes:
            memory.looks.append(max(sizes))
        time.sleep(1)


def worker_sizes() -> list[float]:
    """The memory of every worker of a batch on this machine, in MB."""
    return [size for path in Path("/proc").glob("[0-9]*") if (size := _size(path))]


def _size(process: Path) -> float:
    """The memory of a worker in MB, 0 for any other process."""
    try:
        if _WORKER not in (process / "cmdline").read_bytes():
            return 0.0
        pages = int((process / "statm").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _rate(out: Path) -> float:
    """Reports per second from the first finished partition to the last: without the start of workers and model."""
    found = sorted((p.stat().st_mtime, msgspec.json.decode(p.read_bytes(), type=Done).count) for p in _manifests(out))
    between = found[-1][0] - found[0][0]
    return sum(count for _, count in found[1:]) / between if between > 0 else 0.0


def _manifests(out: Path) -> Iterator[Path]:
    return (out / "manifests").glob("*.json")


def _cores() -> int:
    return len(os.sched_getaffinity(0))


if __name__ == "__main__":
    sys.exit(main())
