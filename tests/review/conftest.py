"""A casebook for each test: reports of one sentence each, that the made-up reader reads."""

from __future__ import annotations

import pytest

from accordingto.casebook import Casebook
from accordingto.records import Item, ReaderInfo
from benchmarks.plain_reports import MadeUpReader

NEWER = ReaderInfo(version="1", model="made-up", model_sha256="1" * 64)


class Desk:
    """A casebook, and short words for what tests do with it."""

    def __init__(self, casebook):
        self.casebook = casebook

    def add(self, text, reader=None):
        item = Item(name="report.txt", data=text.encode())
        return self.casebook.add(item, reader or MadeUpReader(), by="tester").document

    def read_anew(self, text):
        return self.add(text, MadeUpReader(NEWER))

    def figure(self):
        (one,) = self.casebook.figures(rejected=True)
        return one

    def statement(self):
        (one,) = self.casebook.statements(rejected=True)
        return one

    def decide(self, target, kind, value=None, by="A. Reader"):
        return self.casebook.decide(target, kind, value, by=by, why="second reading").number

    def undo(self, number, by="M. Okafor"):
        return self.decide(f"decision:{number}", "undo", by=by)

    def sound(self):
        """Whether the look-up tables are what the entries say."""
        return self.casebook.verify().faults == ()


@pytest.fixture
def desk(tmp_path):
    with Casebook.open(tmp_path / "cases.db") as casebook:
        yield Desk(casebook)
