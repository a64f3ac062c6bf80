"""`accordingto register` and `accordingto toll`: what they print, and how they end."""

from __future__ import annotations

import json

import pytest

from accordingto.cli.main import run
from tests.check.cited import figure, ledger

TEXT = "Nine people were killed in the harbour, three of them children. Dozens were hurt."


@pytest.fixture
def report(tmp_path):
    """A ledger in a file, as `accordingto read --format json` prints it."""
    nine = figure(TEXT, "Nine people", low=9, high=9)
    children = figure(TEXT, "three of them children", 2, low=3, high=3, part_of="f1")
    hurt = figure(TEXT, "Dozens", 3, low=24, high=None, vague=True, harm="injured")
    file = tmp_path / "report.json"
    file.write_text(ledger(TEXT, nine, children, hurt).to_json(), encoding="utf-8")
    return file


def test_the_register_as_a_table(capsys):
    """One conflict's rows, each with its source, figure and what is counted."""
    assert run(["register", "--conflict", "gaza"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["id", "GZ1", "GZ2", "GZ3"]
    assert "64,260 [55,298–78,525]" in lines[2]


def test_the_register_as_json(capsys):
    """The rows as JSON, those that are switched off among them."""
    assert run(["register", "--source", "Costs of War", "--conflict", "iraq", "--format", "json"]) == 0
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["IQ17-us-military"]["point"] == 4_550
    assert rows["IQ20"]["status"] == "unverified"


def test_a_conflict_that_is_not_there(capsys):
    """An unknown conflict is refused with those that there are."""
    assert run(["register", "--conflict", "atlantis"]) == 2
    assert "take afghanistan, bosnia" in capsys.readouterr().err


def test_a_register_file_with_a_mistake(tmp_path, capsys):
    """A mistake in a user's file is one line that names it, and exit code 1."""
    file = tmp_path / "own.toml"
    file.write_text('[[row]]\nid = "X"\n')
    assert run(["register", "--register", str(file)]) == 1
    assert "own.toml: row 'X'" in capsys.readouterr().err


def test_a_toll_by_all_profiles(report, capsys):
    """Without --profile each profile gives its numbers and says by which rule."""
    assert run(["toll", str(report)]) == 0
    out = capsys.readouterr().out
    assert [line.split()[0] for line in out.splitlines() if "low 9" in line] == [
        "acled",
        "airwars",
        "gtd",
        "ibc",
        "ucdp",
    ]
    assert "“three of them children” left out: a part of “Nine people”" in out


def test_a_toll_as_json(report, capsys):
    """One profile, another harm, as one line of JSON."""
    assert run(["toll", str(report), "--profile", "acled", "--harm", "injured", "--format", "json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert (made["profile"], made["best"], made["words"]) == ("acled 1", 12, ["Dozens"])


def test_a_toll_over_several_reports(report, capsys):
    """Ledgers on lines of one file are taken for reports on one incident; a report is read."""
    lines = report.with_suffix(".jsonl")
    lines.write_text(
        report.read_text() + "\n" + report.read_text().replace('"harm":"killed"', '"harm":"missing"') + "\n"
    )
    assert run(["toll", str(lines), "--profile", "ibc", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["low"] == 9
    plain = report.with_suffix(".txt")
    plain.write_text("The minister said on Friday that the road would be opened again. Nobody answered.\n")
    assert run(["toll", str(plain), "--profile", "gtd", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["best"] is None


@pytest.mark.parametrize(("arguments", "said"), [(["--profile", "acle"], "take acled"), ([], "not a ledger")])
def test_what_cannot_be_told(tmp_path, capsys, arguments, said):
    """An unknown profile, and a file that is no ledger, are one line each."""
    file = tmp_path / "x.json"
    file.write_text('{"version": 2}')
    assert run(["toll", str(file), *arguments]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert said in err


def test_a_toll_names_the_line_that_is_no_ledger(report, capsys):
    """A line that is no ledger is named with file and number, and the others count; the same report counts once."""
    lines = report.with_suffix(".jsonl")
    lines.write_text(f"{report.read_text()}\n{{\n{report.read_text()}\n")
    assert run(["toll", str(lines), "--profile", "ibc"]) == 1
    out, err = capsys.readouterr()
    assert f"{lines}:2: not a ledger" in err
    assert out.count("left out: a part of") == 1


def test_a_toll_steers_no_terminal(tmp_path, capsys):
    """A control character among a report's words is shown by its code."""
    text = "Nine\x1b[2J people were killed in the harbour."
    file = tmp_path / "report.json"
    file.write_text(ledger(text, figure(text, "Nine\x1b[2J people", low=9, high=9)).to_json(), encoding="utf-8")
    assert run(["toll", str(file)]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_a_register_with_a_mistake_is_no_fault_of_the_program(tmp_path, capsys):
    """Reading with a wrong register file ends with one line about that file, however many reports there are."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The minister said on Friday that the road would be opened again.\n")
    own = tmp_path / "own.toml"
    own.write_text("x =\n")
    assert run(["read", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--register", str(own)]) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "own.toml" in err
    assert "fault" not in err
