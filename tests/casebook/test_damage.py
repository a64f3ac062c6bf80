"""Bytes of a casebook's file that turn over: every one that matters is found, and none ends in a fault of ours."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from accordingto.casebook import Casebook
from accordingto.cli.ending import Ending
from accordingto.cli.main import run
from accordingto.errors import CasebookError
from benchmarks.plain_reports import MadeUpReader, reports

STRETCH = 400


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A casebook with some reports, as one file."""
    path = tmp_path_factory.mktemp("whole") / "casebook.db"
    with Casebook.open(path) as casebook:
        for item in reports(8, seed=1):
            casebook.add(item, MadeUpReader(), by="tests", why="damage")
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that a database holds, as bytes, so that broken words are no error."""
    connection = sqlite3.connect(path)
    connection.text_factory = bytes
    names = [name.decode() for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}


@pytest.mark.parametrize("seed", range(12))
def test_damage_is_found_wherever_it_lies(whole, tmp_path, seed):
    """A casebook that verifies after bytes were turned over holds what it held: they lay where nothing is kept."""
    path = tmp_path / "casebook.db"
    at = random.Random(seed).randrange(100, len(whole) - STRETCH)
    turned = bytes(byte ^ 0xFF for byte in whole[at : at + STRETCH])
    path.write_bytes(whole[:at] + turned + whole[at + STRETCH :])
    try:
        with Casebook.open(path) as casebook:
            faults = casebook.verify().faults
    except CasebookError:
        return  # It could not even be opened, and said so.
    if not faults:
        sound = tmp_path / "sound.db"
        sound.write_bytes(whole)
        assert tables(path) == tables(sound)


@pytest.mark.parametrize("part", [0.001, 0.1, 0.5, 0.9, 0.99])
def test_a_file_that_was_cut_off_is_named_with_the_next_step(whole, tmp_path, capsys, part):
    """`verify` of a copy that broke off ends with 4 and says what to do."""
    path = tmp_path / "casebook.db"
    path.write_bytes(whole[: max(100, int(len(whole) * part))])
    assert run(["verify", str(path)]) == Ending.BROKEN
    said = capsys.readouterr().err
    assert "verify the last copy that you have" in said or "accordingto verify --rebuild" in said
