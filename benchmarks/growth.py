"""`python -m benchmarks.growth`: how long each step takes for longer reports, and a batch for more of them.

Writes benchmarks/growth.json. Times of steps are processor time of one core: other work on the machine lengthens them
less. The batch is worked with a reader that needs no model, so that what is seen is what a batch costs beside reading.
"""

from __future__ import annotations

import argparse
import datetime as dt
import math
import os
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from accordingto import pipeline
from accordingto.read.rows import Keys
from accordingto.report.tables import VERSION
from accordingto.scale import How, Store, Terms, planned, run
from accordingto.tag import Tagger
from benchmarks.many_reports import write_reports
from benchmarks.plain_reports import INFO, reports
from benchmarks.results import Machine
from benchmarks.speed import machine

RESULTS = Path(__file__).with_name("growth.json")
LENGTHS = (1_000, 3_000, 10_000, 30_000, 100_000)
NUMBERS = (1_000, 10_000, 100_000)
STEPS = {
    "read": ("read_string",),
    "attribute": ("attribute", "again", "nest", "narration"),
    "resolve": ("resolve",),
    "date": ("date",),
    "count": ("count",),
    "check": ("check",),
}
"""The steps and the functions of `pipeline` that belong to each; `tag` is timed at the tagger."""
_Call = TypeVar("_Call", bound=Callable[..., Any])


class Growth(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds of each step by the words of a report, and of a batch's parts by the number of reports.

    `power` is by which power of the length each grew from the last length but one to the last: 1 is in proportion.
    """

    date: str
    machine: Machine
    seconds: dict[str, dict[str, float]]
    power: dict[str, float]
    batch_seconds: dict[str, dict[str, float]]
    batch_power: dict[str, float]


class Clock:
    """Adds up the processor time of calls by name."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def timed(self, name: str, call: _Call) -> _Call:
        """The call, timed under this name."""

        @wraps(call)
        def clocked(*given: Any, **named: Any) -> Any:  # noqa: ANN401  whatever the call takes and gives
            start = time.process_time()
            try:
                return call(*given, **named)
            finally:
                self.seconds[name] += time.process_time() - start

        return clocked  # type: ignore[return-value]


def lengths(sizes: Sequence[int], *, seed: int) -> dict[str, dict[str, float]]:
    """By the number of words, the seconds of each step over one made-up report so long."""
    clock = Clock()
    for step, functions in STEPS.items():
        for function in functions:
            setattr(pipeline, function, clock.timed(step, getattr(pipeline, function)))
    Tagger.tag = clock.timed("tag", Tagger.tag)  # type: ignore[method-assign]
    words = _words(max(sizes), seed)
    reader = pipeline.Reader(threads=1)
    reader.read_text(" ".join(words[:2000]))
    found: dict[str, dict[str, float]] = {}
    for size in sizes:
        clock.seconds.clear()
        start = time.process_time()
        reader.read_text("".join(words[:size]))
        found[str(size)] = {step: round(clock.seconds[step], 3) for step in ("tag", *STEPS)}
        found[str(size)]["all"] = round(time.process_time() - start, 3)
        print(f"{size:,} words: {found[str(size)]}", flush=True)
    return found


def _words(count: int, seed: int) -> list[str]:
    """So many words, each with the white space behind it, of made-up reports one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        write_reports(Path(folder), count // 100 + 10, seed=seed)
        lines = (line for path in sorted(Path(folder).iterdir()) for line in path.read_bytes().splitlines())
        text = "\n\n".join(msgspec.json.decode(line)["text"] for line in lines)
    blocks = (block.split() for block in text.split("\n\n"))
    found = [word + (" " if i < len(block) - 1 else "\n\n") for block in blocks for i, word in enumerate(block)]
    if len(found) < count:
        raise SystemExit(f"only {len(found):,} words were made")
    return found[:count]


def numbers(counts: Sequence[int], *, seed: int) -> dict[str, dict[str, float]]:
    """By the number of reports, the seconds of planning a batch and of working it, its worker's included."""
    terms = Terms(version=VERSION, reader=INFO, into="tables", keys=Keys())
    found: dict[str, dict[str, float]] = {}
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            given = Path(name, "in.jsonl")
            with given.open("wb") as file:
                for item in reports(count, seed=seed, figures=2):
                    file.write(msgspec.json.encode({"text": item.data.decode(), "title": item.title}) + b"\n")
            store = Store(str(Path(name, "out")))
            start = _with_children()
            plan = planned([str(given)], terms, each=250, store=store)
            middle = _with_children()
            total = run(plan, store, How(workers=1, reader="benchmarks.plain_reports:MadeUpReader"))
            end = _with_children()
        if total.count != count:
            raise SystemExit(f"{count} reports went in, {total.count} came out")
        found[str(count)] = {"plan": round(middle - start, 3), "work": round(end - middle, 3)}
        print(f"{count:,} reports: {found[str(count)]}", flush=True)
    return found


def _with_children() -> float:
    """Processor time of this process and of those that it started and that have ended."""
    now = os.times()
    return now.user + now.system + now.children_user + now.children_system


def power(seconds: dict[str, dict[str, float]]) -> dict[str, float]:
    """By which power of the size each part grew between the two largest sizes; parts under 10 ms are left out.

    >>> power({"10": {"a": 1.0}, "100": {"a": 10.0}})
    {'a': 1.0}
    """
    if len(seconds) < 2:
        return {}
    (small, before), (large, after) = sorted(seconds.items(), key=lambda pair: int(pair[0]))[-2:]
    times = math.log(int(large) / int(small))
    return {part: round(math.log(after[part] / before[part]) / times, 2) for part in after if before[part] >= 0.01}


def main(argv: list[str] | None = None) -> int:
    """Measure and write; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=(__doc__ or "").split("\n\n")[1])
    parser.add_argument("--words", type=int, nargs="*", default=LENGTHS, help="lengths of a report")
    parser.add_argument("--reports", type=int, nargs="*", default=NUMBERS, help="numbers of reports")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=RESULTS, help="default: benchmarks/growth.json")
    given = parser.parse_args(argv)
    here = machine()
    by_number = numbers(given.reports, seed=given.seed)
    by_length = lengths(given.words, seed=given.seed) if given.words else {}
    found = Growth(
        date=dt.datetime.now(dt.UTC).date().isoformat(),
        machine=here,
        seconds=by_length,
        power=power(by_length),
        batch_seconds=by_number,
        batch_power=power(by_number),
    )
    given.out.write_bytes(msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n")
    print(f"powers: {found.power} {found.batch_power}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
