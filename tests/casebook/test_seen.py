"""Whoever decides about something can say what they have seen decided about it."""

import threading

import pytest

from accordingto.casebook import Casebook
from accordingto.errors import DecidedSince
from benchmarks.plain_reports import MadeUpReader, reports


@pytest.fixture
def casebook(tmp_path):
    with Casebook.open(tmp_path / "cases.db") as opened:
        for item in reports(1, seed=1, figures=2):
            opened.add(item, MadeUpReader(), by="tester")
        yield opened


def test_a_decision_that_was_not_seen_is_not_decided_over(casebook):
    """With the number of an older decision nothing is appended, with that of the last one it is."""
    target = f"figure:{next(casebook.figures()).id}"
    first = casebook.decide(target, "accept", by="Ana", why="so", seen=0)
    with pytest.raises(DecidedSince, match=f"entry {first.number}"):
        casebook.decide(target, "reject", by="Bo", why="no", seen=0)
    casebook.decide(target, "reject", by="Bo", why="no", seen=first.number)
    assert [one.kind for one in casebook.decisions(target)] == ["accept", "reject"]


def test_decisions_about_other_things_do_not_matter(casebook):
    """Only those about the same target count; an undoing is about what was undone."""
    one, other = (f"figure:{found.id}" for found in casebook.figures())
    rejected = casebook.decide(one, "reject", by="Ana", why="no", seen=0)
    casebook.decide(other, "accept", by="Bo", why="so", seen=0)
    with pytest.raises(DecidedSince):
        casebook.decide(f"decision:{rejected.number}", "undo", by="Bo", why="a slip", seen=0)


def test_of_two_at_once_one_is_told(casebook):
    """However two people press at the same moment, one decision is appended."""
    target = f"figure:{next(casebook.figures()).id}"
    told = []

    def decide(by):
        try:
            casebook.decide(target, "accept", by=by, why="so", seen=0)
        except DecidedSince as error:
            told.append(error)

    both = [threading.Thread(target=decide, args=(by,)) for by in ("Ana", "Bo")]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert len(casebook.decisions(target)) == 1
    assert len(told) == 1
