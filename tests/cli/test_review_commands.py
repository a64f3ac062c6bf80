"""`accordingto queue`, `agreement`, `decisions` and `decide undo`: what they print, and how they end."""

from __future__ import annotations

import json

import pytest

from accordingto.casebook import Casebook
from accordingto.cli.main import run
from accordingto.records import Item
from benchmarks.plain_reports import MadeUpReader

KILLED = "Ilse Marrant (mayor) said 12 people were killed in Mosul in 2004-05."
MORE = "Harbour Relief said 48 people were killed in Mosul in 2004-05."


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "cases.db"
    with Casebook.open(path) as casebook:
        for text in (KILLED, MORE):
            casebook.add(Item(name="a.txt", data=text.encode()), MadeUpReader(), by="tester")
    return path


@pytest.fixture
def target(book):
    with Casebook.open(book) as casebook:
        return f"figure:{next(casebook.figures()).id}"


def decide(book, *arguments, by="A. Reader"):
    return run(["decide", str(book), *arguments, "--by", by, "--why", "second reading"])


def test_a_decision_is_undone_by_its_number(book, target, capsys):
    """`decide undo NUMBER` takes a decision back, and `decisions` says so of it."""
    decide(book, "reject", target)
    number = capsys.readouterr().out.split()[1].rstrip(":")
    assert decide(book, "undo", number, by="M. Okafor") == 0
    assert f"undo {target} (decision {number}), by M. Okafor" in capsys.readouterr().out
    assert run(["decisions", str(book), target]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{number} · reject {target} · A. Reader, ")
    assert first.endswith(f" · second reading · undone by {second.split()[0]}")
    assert run(["decisions", str(book), "--in-force"]) == 0
    assert capsys.readouterr().out == ""


def test_undoing_twice_is_refused(book, target, capsys):
    """What is undone already is told, with the way to bring it back."""
    decide(book, "reject", target)
    number = capsys.readouterr().out.split()[1].rstrip(":")
    decide(book, "undo", f"decision:{number}")
    assert decide(book, "undo", number) == 1
    assert "undone by decision" in capsys.readouterr().err


def test_the_queue(book, target, capsys):
    """The queue is listed in its order, one line each, and says how many there are."""
    assert run(["queue", str(book), "--kind", "figure", "--most", "1"]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("0.10 · figure:")
    assert "1 of 2" in told.err
    assert run(["queue", str(book), "--kind", "contest", "--format", "json"]) == 0
    (contest,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (contest["parts"]["conflict"], contest["kind"]) == (0.75, "contest")


def test_agreement(book, target, capsys):
    """Two people who disagree are told with kappa and their words; before, that there are none."""
    assert run(["agreement", str(book)]) == 0
    assert "no two people" in capsys.readouterr().err
    decide(book, "reject", target)
    decide(book, "correct", target, "--set", "low=10", by="M. Okafor")
    capsys.readouterr()
    assert run(["agreement", str(book)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("A. Reader and M. Okafor, review: 0 of 1 alike, kappa 0.00")
    assert '    correct {"low":10} · M. Okafor, ' in out
    assert run(["agreement", str(book), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["pairs"][0]["kappa"]["shared"] == 1
