"""The command `batch`: what it refuses, what it says, and how it ends."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

import accordingto.models
from accordingto.cli.batch import Progress
from accordingto.cli.main import run
from accordingto.models import DEFAULT_MODEL, MODELS
from accordingto.scale import Plan, Terms
from tests.scale.made import TERMS, table


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.txt"], "--out"),
        (["--out", "x"], "IN"),
        (["a.txt", "--out", "x", "--ray-address", "auto"], "--engine ray"),
        (["a.txt", "--out", "x", "--why", "for it"], "--casebook"),
        (["", "--out", "x"], "empty"),
    ],
)
def test_contradictions_are_refused(arguments, said, capsys):
    """A command line that makes no sense ends with 2 and a line that says what to give."""
    assert run(["batch", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_the_same_answers_as_read(tmp_path, example, example_bytes, capsys):
    """A batch finds in a report what `read` finds, counts what it could not read, says the sum, and ends with 0."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(example_bytes)
    (tmp_path / "in" / "b.txt").write_bytes(b" ")
    out = tmp_path / "out"
    assert run(["batch", str(tmp_path / "in"), "--out", str(out), "--workers", "1"]) == 0
    assert "2 reports went in: 1 read with" in (said := capsys.readouterr().err)
    assert "1 rejected; 0 were finished before" in said
    assert [row["id"] for row in table(out, "attributions")] == [one.id for one in example.attributions]
    assert [row["confidence"] for row in table(out, "figures")] == [one.confidence for one in example.figures]
    assert [row["reason"] for row in table(out, "rejections")] == ["empty"]
    assert run(["batch", str(tmp_path / "in"), "--out", str(out), "--text-key", "body"]) == 1
    assert "another keys" in capsys.readouterr().err


def test_a_model_is_named_or_a_folder(tmp_path, example_bytes, capsys, monkeypatch):
    """A batch reads with the model that is named, also a folder told from where the user is; the tables name it."""
    source = Path(accordingto.models.__path__[0]) / MODELS[DEFAULT_MODEL]
    folder = Path(shutil.copytree(source, tmp_path / "mine"))
    config = msgspec.json.decode((folder / "config.json").read_bytes())
    (folder / "config.json").write_bytes(msgspec.json.encode({**config, "name": "mine-7"}))
    (tmp_path / "a.txt").write_bytes(example_bytes[:400])
    monkeypatch.chdir(tmp_path)
    assert run(["batch", "a.txt", "--out", "out", "--workers", "1", "--model", "mine"]) == 0
    assert [row["reader_model"] for row in table(tmp_path / "out", "documents")] == ["mine-7"]
    assert run(["batch", "a.txt", "--out", "out", "--workers", "1"]) == 1
    assert "another reader" in capsys.readouterr().err


def test_tables_in_the_memory_of_one_process_are_refused(tmp_path, capsys):
    """Workers are processes: what they would write to memory:// nobody could read."""
    (tmp_path / "a.txt").write_text("The mayor said no.")
    assert run(["batch", str(tmp_path / "a.txt"), "--out", "memory://tables"]) == 1
    assert "memory of one process" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["batch", "--out", "x"], ["read"]])
def test_a_wrong_model_is_answered_with_the_names(command, tmp_path, capsys):
    """A misspelt model ends the command with 3 and the names that would do."""
    (tmp_path / "a.txt").write_text("The mayor said no.")
    assert run([*command, str(tmp_path / "a.txt"), "--model", "acurate"]) == 3
    assert ", ".join(MODELS) in capsys.readouterr().err


def test_progress_tells_rate_and_time_left():
    """Progress names what is done of all, the rate of this run alone, and the time that the rest will take."""
    assert isinstance(TERMS, Terms)
    progress = Progress(Plan(terms=TERMS, count=1000, files=(), slices=()))
    assert progress.line(0, 0.0) == "0 of 1,000 reports, 0.0 per second, time left not known yet"
    progress.finished(500)
    assert progress.line(600, 50.0) == "600 of 1,000 reports, 2.0 per second, 3 min left"
