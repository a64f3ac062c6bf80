"""`accordingto export` and `accordingto import`, from a casebook and back into it."""

from __future__ import annotations

import json
import sqlite3

import pytest

from accordingto.casebook import Casebook
from accordingto.cli.export import FORMATS
from accordingto.cli.main import run
from accordingto.records import Item, ReaderInfo
from benchmarks.plain_reports import MadeUpReader

TEXT = "Ilse Marrant (mayor) said 12 people were killed in Mosul in 2004-05."


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "cases.db"
    with Casebook.open(path) as made:
        made.add(Item(name="a.txt", data=TEXT.encode()), MadeUpReader(), by="tester")
    return path


def annotated(book, folder, old, new):
    """The brat files of a casebook, one of them changed."""
    assert run(["export", str(book), "--format", "brat", "--out", str(folder)]) == 0
    (file,) = folder.glob("*.ann")
    content = file.read_text(encoding="utf-8")
    assert old in content
    file.write_text(content.replace(old, new), encoding="utf-8")
    return file


def bring_in(book, file, form="brat"):
    return run(["import", str(book), str(file), "--format", form, "--by", "A. Reader", "--why", "second reading"])


@pytest.mark.parametrize("form", FORMATS)
def test_every_format(book, tmp_path, form):
    """Each format writes its files from a casebook, under names that are safe."""
    out = tmp_path / "out"
    assert run(["export", str(book), "--format", form, "--out", str(out)]) == 0
    assert all(set(path.stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_") for path in out.iterdir())
    assert any(b"12" in path.read_bytes() or b"killed" in path.read_bytes() for path in out.iterdir())


def test_nothing_is_written_over(book, tmp_path, capsys):
    """Files of an earlier export stay as they are, unless --replace is given."""
    out = tmp_path / "out"
    file = annotated(book, out, "said", "said")
    file.write_text("work of an annotator", encoding="utf-8")
    assert run(["export", str(book), "--format", "brat", "--out", str(out)]) == 2
    assert "--replace" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "work of an annotator"
    assert run(["export", str(book), "--format", "brat", "--out", str(out), "--replace"]) == 0
    assert "said" in file.read_text(encoding="utf-8")


def test_a_correction_comes_back(book, tmp_path, capsys):
    """A changed figure is one decision with its reason; exported again, it is as corrected; twice is nothing."""
    file = annotated(book, tmp_path / "out", "low=12 high=12", "low=12 high=14")
    assert bring_in(book, file) == 0
    with Casebook.open(book) as made:
        (decision,) = made.decisions()
        assert (decision.kind, decision.value, decision.by) == ("correct", {"high": 14}, "A. Reader")
        assert made.verify().faults == ()
    assert bring_in(book, file) == 0
    assert "0 decisions made, 0 refused" in capsys.readouterr().err
    assert run(["export", str(book), "--format", "sqlite", "--out", str(tmp_path / "db")]) == 0
    connection = sqlite3.connect(tmp_path / "db" / "accordingto.db")
    assert connection.execute("SELECT low, high FROM figure").fetchall() == [(12, 14)]
    assert connection.execute("SELECT kind, why FROM decision").fetchall() == [("correct", "second reading")]


def test_what_was_missed_is_added_and_stays(book, tmp_path):
    """A figure that an annotator drew is in the casebook, once, also when the report is read anew."""
    place = TEXT.index("Mosul")
    new = f"T90\tFigure {place} {place + 5}\tMosul\nA90\tHarm T90 injured\n#90\tAnnotatorNotes T90\tlow=3 high=3\nT1\t"
    file = annotated(book, tmp_path / "out", "T1\t", new)
    assert bring_in(book, file) == 0
    assert bring_in(book, file) == 0
    newer = MadeUpReader(ReaderInfo(version="1", model="made-up", model_sha256="1" * 64))
    with Casebook.open(book) as made:
        assert [d.kind for d in made.decisions()] == ["add"]
        made.add(Item(name="a.txt", data=TEXT.encode()), newer, by="tester")
        assert sorted(f.figure.harm for f in made.figures()) == ["injured", "killed"]
        assert made.verify().faults == ()


def test_a_moved_span_is_moved_in_the_casebook(book, tmp_path):
    """A figure whose bounds were corrected quotes its new words."""
    start = TEXT.index("12 people")
    (line,) = [f"Figure {start} {start + 9}\t12 people"]
    file = annotated(book, tmp_path / "out", line, f"Figure {start} {start + 2}\t12")
    assert bring_in(book, file) == 0
    with Casebook.open(book) as made:
        (one,) = made.figures()
        assert (one.figure.span.text, one.sentence.text) == ("12", TEXT)


def test_a_deleted_figure_is_rejected(book, tmp_path):
    """A mark that was deleted is a rejection, and the figure is in no export any more."""
    out = tmp_path / "out"
    assert run(["export", str(book), "--format", "label-studio", "--out", str(out)]) == 0
    tasks = json.loads((out / "tasks.json").read_text(encoding="utf-8"))
    figure = next(k for k, item in tasks[0]["data"]["marks"].items() if item.startswith("f"))
    kept = [r for r in tasks[0]["predictions"][0]["result"] if r.get("id") != figure]
    tasks[0]["annotations"] = [{"result": kept}]
    (tmp_path / "back.json").write_text(json.dumps(tasks), encoding="utf-8")
    assert bring_in(book, tmp_path / "back.json", "label-studio") == 0
    with Casebook.open(book) as made:
        assert [d.kind for d in made.decisions()] == ["reject"]
        assert [len(one.figures) for one in made.decided()] == [0]


def test_what_is_refused_is_listed(book, tmp_path, capsys):
    """A change that makes no sense is named with its reason, nothing is decided, and the exit code says so."""
    file = annotated(book, tmp_path / "out", "low=12 high=12", "low=twelve high=12")
    assert bring_in(book, file) == 1
    told = capsys.readouterr().err
    assert "figure f" in told
    assert "give numbers, or nothing" in told
    with Casebook.open(book) as made:
        assert made.decisions() == ()


def test_a_dry_run_decides_nothing(book, tmp_path, capsys):
    """With --dry-run the decisions are only told."""
    file = annotated(book, tmp_path / "out", "low=12 high=12", "low=12 high=14")
    assert run(["import", str(book), str(file), "--format", "brat", "--why", "x", "--dry-run"]) == 0
    assert "correct figure:" in capsys.readouterr().out
    with Casebook.open(book) as made:
        assert made.decisions() == ()


def test_without_what_was_exported(book, tmp_path, capsys):
    """An .ann file without the .json beside it is refused, with the name of what is missing."""
    file = annotated(book, tmp_path / "out", "said", "said")
    file.with_suffix(".json").unlink()
    assert bring_in(book, file) == 1
    assert file.with_suffix(".json").name in capsys.readouterr().err


def test_a_ledger_in_a_file(book, tmp_path):
    """What `read` wrote is exported as a casebook's report is."""
    with Casebook.open(book) as made:
        (one,) = made.ledgers()
    (tmp_path / "one.json").write_text(one.to_json(), encoding="utf-8")
    assert run(["export", str(tmp_path / "one.json"), "--format", "ucdp", "--out", str(tmp_path / "out")]) == 0
    assert "12 people" in (tmp_path / "out" / "ucdp.csv").read_text(encoding="utf-8")


def test_a_casebook_is_given_alone(book, tmp_path, capsys):
    """A casebook and something else at once make no sense."""
    assert run(["export", str(book), "x.txt", "--format", "csv", "--out", str(tmp_path / "out")]) == 2
    assert "give it alone" in capsys.readouterr().err
