"""The measurement of speed, with programs whose speed is known."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import speed, worker


def test_a_text_that_a_program_fails_on_is_counted():
    """One bad text neither stops the others nor goes unseen."""
    seen = []

    def program(text: bytes) -> None:
        seen.append(text.decode("ascii"))

    measured = worker.run(program, [b"one", b"\xff", b"two"])
    assert (seen, measured["failed"]) == (["one", "two"], 1)
    assert measured["seconds"] > 0


def test_peak_memory_sees_what_was_held_for_a_moment():
    """50 MB that were held and given back stand in the peak."""
    code = (
        f"import sys; sys.path.insert(0, {str(speed.ROOT)!r}); from benchmarks.worker import peak_mb\n"
        "before = peak_mb(); held = b'x' * 50_000_000; del held; print(peak_mb() - before)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert float(done.stdout) == pytest.approx(50, abs=5)


def test_programs_take_turns_and_ratios_are_of_one_round(monkeypatch, tmp_path):
    """A machine that slows down from round to round leaves the ratio as it is."""
    text = tmp_path / "a.txt"
    text.write_text("word " * 100, encoding="utf-8")
    order = []

    def run_program(_: Path, name: str, paths: list[Path], warm: list[Path]) -> dict[str, object]:
        order.append(name)
        seconds = {"accordingto": 0.5, "spacy": 1.0}[name] * order.count(name)
        return {"seconds": seconds, "cpu_seconds": 1.0, "failed": 0, "peak_mb": 50.0, "versions": {}, "wall": 2.0}

    monkeypatch.setattr(speed, "run_program", run_program)
    found = speed.subjects({"accordingto": Path("a"), "spacy": Path("b")}, [text], text, repeats=3)
    assert order == ["accordingto", "accordingto", "spacy", "spacy"] * 3
    assert found["accordingto"].ratios == (2.0, 2.0, 2.0)
    assert found["accordingto"].cpu_ratio_to_spacy == 1.0
    assert found["accordingto"].cold_seconds == 2.0


def test_a_worker_answers_in_json(tmp_path):
    """The worker, alone in a process, reads its job and tells seconds, failures, peak and versions."""
    package = tmp_path / "accordingto"
    package.mkdir()
    (package / "__init__.py").touch()
    (tmp_path / "accordingto-9.dist-info").mkdir()
    metadata = "Metadata-Version: 2.1\nName: accordingto\nVersion: 9\n"
    (tmp_path / "accordingto-9.dist-info" / "METADATA").write_text(metadata, encoding="utf-8")
    reader = "class Reader:\n    def __init__(self, threads): self.read = lambda raw: raw.index(b'ok')\n"
    (package / "pipeline.py").write_text(reader, encoding="utf-8")
    for name in ("good", "bad"):
        (tmp_path / name).write_text({"good": "ok", "bad": "no"}[name], encoding="utf-8")
    job = json.dumps({"warm": [], "paths": [str(tmp_path / "good"), str(tmp_path / "bad")]})
    done = subprocess.run(
        [sys.executable, worker.__file__, "accordingto"],
        input=job,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(tmp_path)},
    )
    answer = json.loads(done.stdout)
    assert answer["failed"] == 1
    assert answer["versions"]["accordingto"] == "9"
    assert answer["peak_mb"] > 1
