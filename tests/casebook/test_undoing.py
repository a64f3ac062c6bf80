"""Undoing and what waits for a decision, in both databases, and in a casebook that an older program made."""

from __future__ import annotations

import sqlite3

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

import accordingto.casebook
from accordingto.casebook import Casebook
from accordingto.casebook.database import upgrade

WHY = {"by": "A. Reader", "why": "second reading"}


def test_figures_come_back(full):
    """A rejection and a correction are taken back, in both databases, and what waits is as before."""
    first, second, *_ = full.figures()
    before = list(full.figures()), full.waiting(most=100), full.count_waiting(most=100)
    made = [
        full.decide(f"figure:{first.id}", "reject", **WHY),
        full.decide(f"figure:{second.id}", "correct", {"low": 1, "speaker": {"name": "Harbour Office"}}, **WHY),
    ]
    assert full.count_waiting(most=100) == before[2] - 2
    for one in made:
        full.decide(f"decision:{one.number}", "undo", **WHY)
    assert (list(full.figures()), full.waiting(most=100), full.count_waiting(most=100)) == before
    assert full.verify().faults == ()


def test_voices_come_back(full):
    """A merge and a split are taken back, in both databases."""
    one, other, *_ = before = list(full.sources())
    merge = full.decide(one.id, "merge", {"with": [other.id]}, **WHY)
    split = full.decide(one.spellings[-1].id, "split", {"with": []}, **WHY)
    assert list(full.sources()) != before
    for decision in (merge, split):
        full.decide(f"decision:{decision.number}", "undo", **WHY)
    assert list(full.sources()) == before
    assert full.verify().faults == ()


def test_pages_of_what_waits(full):
    """Pages hold what the whole list holds, in both databases."""
    whole = full.waiting(most=100)
    pages = [full.waiting(start=start, most=7) for start in range(0, len(whole) + 7, 7)]
    assert [one for page in pages for one in page] == list(whole)
    assert len(whole) == full.count_waiting(most=100) == 18 + 17


def test_reports_that_were_reviewed(full):
    """Only the report with a decision is given back as reviewed, its rejected figure with it, in both databases."""
    (one,) = full.reviewed()
    assert [review for _, review in one.figures].count("rejected") == 1
    assert len(one.figures) == len(one.ledger.figures)


def test_a_casebook_of_an_older_program(sqlite, tmp_path):
    """A casebook with the first tables is brought up to date when it is opened, look-up tables and all."""
    path = tmp_path / "old.db"
    with create_engine(f"sqlite:///{path}").begin() as connection:
        config = Config()
        folder = accordingto.casebook.__path__[0] + "/migrations"
        config.set_main_option("script_location", folder)
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    with sqlite3.connect(path) as old:
        old.execute("ATTACH ? AS new", (sqlite.copy("full"),))
        for table in ("entry", "content"):
            old.execute(f"INSERT INTO {table} SELECT * FROM new.{table} ORDER BY 1")
    old.close()
    with Casebook.open(path, make=False) as casebook:
        assert casebook.size() == 6
        assert len(casebook.waiting(most=100)) == 35
        assert casebook.verify().faults == ()


def test_upgrading_twice_changes_nothing(full):
    """The migrations leave tables that are up to date as they are."""
    before = full.waiting()
    with full._engine.begin() as connection:
        upgrade(connection)
    assert full.waiting() == before
