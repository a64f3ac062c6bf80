"""The workbench over a casebook of the shipped example report and three made-up ones."""

from __future__ import annotations

import pytest
from litestar.testing import TestClient

from accordingto.casebook import Casebook
from accordingto.serve import Desk, application
from benchmarks.plain_reports import MadeUpReader, reports


@pytest.fixture
def casebook(tmp_path):
    with Casebook.open(tmp_path / "cases.db") as opened:
        for item in reports(3, seed=2, figures=3):
            opened.add(item, MadeUpReader(), by="tester")
        yield opened


@pytest.fixture
def client(casebook):
    with TestClient(application(Desk(casebook, name="cases", who="tester"))) as opened:
        yield opened
