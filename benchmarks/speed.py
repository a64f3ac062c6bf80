"""`python -m benchmarks.speed`: words per second, start-up time and peak memory on one core, beside named peers.

Each round runs every program once over the same texts, in turns, each in a new process on the same core; ratios are
taken round by round, so that what else the machine does weighs on all. "Cold" means a new process; the files are in
the system's cache.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.results import RESULTS, Command, Machine, Speed, Subject
from quality.corpora import polnear, shared

ROOT = Path(__file__).parent.parent
PEERS = ROOT / "build" / "benchmark-peers"
PROGRAMS = ("accordingto", "spacy", "textacy")
COMMAND_WORDS = 600
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1"}


def peers_python(folder: Path) -> Path:
    """The Python of the peers' environment, which is made if it is not there."""
    python = folder / "bin" / "python"
    if not python.exists():
        print(f"installing the peers into {folder}")
        venv.create(folder, with_pip=True)
        wanted = Path(__file__).with_name("requirements.txt")
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--requirement", wanted], check=True)
    return python


def run_program(python: Path, name: str, paths: Sequence[Path], warm: Sequence[Path]) -> dict[str, Any]:
    """What the worker answers for one program, with `wall`: the seconds of its whole process."""
    job = json.dumps({"paths": [str(p) for p in paths], "warm": [str(p) for p in warm]})
    start = time.perf_counter()
    done = subprocess.run(
        [python, Path(__file__).with_name("worker.py"), name],
        input=job,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **_ONE_THREAD},
    )
    wall = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(f"{name} failed:\n{done.stderr[-2000:]}")
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer | {"wall": wall}


def subjects(pythons: dict[str, Path], texts: Sequence[Path], report: Path, repeats: int) -> dict[str, Subject]:
    """All programs over all texts, and from a cold start over one report, `repeats` rounds in turns."""
    total = sum(words(p) for p in texts)
    runs: dict[str, list[dict[str, Any]]] = {name: [] for name in pythons}
    cold: dict[str, list[float]] = {name: [] for name in pythons}
    for number in range(repeats):
        for name, python in pythons.items():
            runs[name].append(run_program(python, name, texts, texts[:2]))
            cold[name].append(run_program(python, name, [report], [])["wall"])
            speed = total / runs[name][-1]["seconds"]
            print(f"round {number + 1}: {name:12} {speed:8.0f} words/s, cold {cold[name][-1]:.2f} s")
    out = {}
    for name, some in runs.items():
        ratios, cpu_ratios = (
            [b[clock] / a[clock] for a, b in zip(some, runs["spacy"], strict=True)]
            for clock in ("seconds", "cpu_seconds")
        )
        out[name] = Subject(
            versions=some[0]["versions"],
            words_per_second=round(statistics.median(total / r["seconds"] for r in some), 1),
            ratio_to_spacy=round(statistics.median(ratios), 3),
            ratios=tuple(round(r, 3) for r in ratios),
            cpu_ratio_to_spacy=round(statistics.median(cpu_ratios), 3),
            peak_mb=round(max(r["peak_mb"] for r in some), 1),
            cold_seconds=round(statistics.median(cold[name]), 3),
            failed=some[0]["failed"],
        )
    return out


def command(report: Path, repeats: int) -> Command:
    """The whole command on one report, told to use one core as all programs are here."""
    program = Path(sys.executable).with_name("accordingto")
    asked: list[str | Path] = [program, "read", report, "--format", "json", "--threads", "1"]
    seconds, peaks = [], []
    for _ in range(repeats):
        start = time.perf_counter()
        with subprocess.Popen(asked, stdout=subprocess.PIPE) as process:
            printed = process.stdout.read() if process.stdout else b""
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        seconds.append(time.perf_counter() - start)
        peaks.append(usage.ru_maxrss * 1024 / 1e6)
        if process.returncode or not json.loads(printed)["attributions"]:
            raise SystemExit(f"accordingto read failed on {report.name}")
    return Command(words=words(report), seconds=round(statistics.median(seconds), 3), peak_mb=round(max(peaks), 1))


def import_seconds(repeats: int) -> float:
    """What `import accordingto` takes in a new process."""
    code = "import time; start = time.perf_counter(); import accordingto; print(time.perf_counter() - start)"
    done = [subprocess.run([sys.executable, "-c", code], capture_output=True, check=True) for _ in range(repeats)]
    return round(statistics.median(float(d.stdout) for d in done), 4)


def wheel_mb() -> float:
    """The size of the wheel that the repository builds."""
    with tempfile.TemporaryDirectory() as folder:
        asked: list[str | Path] = [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--wheel-dir",
            folder,
            ROOT,
        ]
        subprocess.run(asked, check=True)
        return round(sum(p.stat().st_size for p in Path(folder).glob("*.whl")) / 1e6, 2)


def machine() -> Machine:
    """The machine in words that name no host and no path."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return Machine(
        processor=named[0] if named else platform.machine(),
        cores=os.cpu_count() or 1,
        memory_gb=round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9, 1),
        system=platform.system(),
        python=platform.python_version(),
        load=round(os.getloadavg()[0], 2),
    )


def words(path: Path) -> int:
    """The words of a text, as everybody's are counted."""
    return len(path.read_bytes().decode("utf-8").split())


def main(argv: list[str] | None = None) -> int:
    """Measure and write; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=(__doc__ or "").split("\n\n")[1])
    parser.add_argument("--peers", type=Path, default=PEERS, help="the environment of the peers (made if absent)")
    parser.add_argument("--repeats", type=int, default=5, help="rounds (default: 5)")
    parser.add_argument("--texts", type=int, help="only so many of the texts")
    parser.add_argument("--no-wheel", action="store_true", help="do not build the wheel")
    parser.add_argument("--out", type=Path, default=RESULTS, help="default: benchmarks/results.json")
    args = parser.parse_args(argv)
    here = machine()
    if here.load > 0.5:
        print(f"the machine is busy (load {here.load}): times will be too long, ratios may hold", file=sys.stderr)
    peers = peers_python(args.peers)
    texts = [r.path for r in polnear(shared() / "data" / "polnear" / "dev").reports][: args.texts]
    report = min(texts, key=lambda p: abs(words(p) - COMMAND_WORDS))
    size = None if args.no_wheel else wheel_mb()
    # The core with the highest number: the system's own work tends to the lowest. Children inherit it.
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    pythons = {name: Path(sys.executable) if name == "accordingto" else peers for name in PROGRAMS}
    result = Speed(
        date=dt.datetime.now(dt.UTC).date().isoformat(),
        machine=here,
        texts=len(texts),
        words=sum(words(p) for p in texts),
        repeats=args.repeats,
        subjects=subjects(pythons, texts, report, args.repeats),
        command=command(report, args.repeats),
        import_seconds=import_seconds(args.repeats),
        wheel_mb=size,
    )
    args.out.write_bytes(result.to_json())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
