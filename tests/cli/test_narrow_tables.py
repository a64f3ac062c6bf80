"""Tables at a terminal of 80 columns."""

from __future__ import annotations

import pytest

from accordingto.casebook import Casebook
from accordingto.cli.main import run
from benchmarks.plain_reports import MadeUpReader, reports


@pytest.fixture
def narrow(monkeypatch, capsys):
    """Runs a command where COLUMNS is 80; the lines that it prints."""
    monkeypatch.setenv("COLUMNS", "80")

    def call(*arguments: object) -> list[str]:
        assert run([str(a) for a in arguments]) == 0
        return capsys.readouterr().out.splitlines()

    return call


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "casebook.db"
    with Casebook.open(path) as casebook:
        for item in reports(4, seed=1):
            casebook.add(item, MadeUpReader(), by="tests", why="tables")
    return path


def test_the_register_fits(narrow):
    """No line is longer, and ids stay whole."""
    lines = narrow("register", "--conflict", "iraq")
    assert max(map(len, lines)) <= 80
    assert any(line.startswith("IQ17-us-military ") for line in lines)


def test_figures_fit(narrow, book):
    """No line is longer, and the id by which a decision names a figure stands in one line."""
    with Casebook.open(book) as casebook:
        ids = [figure.id for figure in casebook.figures()]
    lines = narrow("figures", book)
    assert ids
    assert max(map(len, lines)) <= 80
    assert all(any(i in line for line in lines) for i in ids)


def test_tolls_fit(narrow, tmp_path):
    """Rules and notes are wrapped under their profile."""
    path = tmp_path / "report.txt"
    path.write_text(
        "Storms killed dozens of people in Tarn on Monday, and several more died later.\n", encoding="utf-8"
    )
    lines = narrow("toll", path)
    assert max(map(len, lines)) <= 80
    assert any(line.startswith("acled 1") for line in lines)
