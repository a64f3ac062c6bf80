"""The measurements of whole archives, by numbers that are known."""

from __future__ import annotations

import pytest

from accordingto.report.tables import Tables
from benchmarks.archive import TABLES, content, slope
from benchmarks.cost import MACHINES, cost, main
from benchmarks.growth import power
from benchmarks.short_reports import write_short_reports


def written(out, ledger, *reports: int):
    """A batch's tables with one partition, in which the ledger stands for each of the reports."""
    tables = Tables()
    for number in reports:
        tables.add(number, f"{number}.txt", ledger)
    out.mkdir()
    tables.write(out)
    for name in TABLES:
        (out / name).mkdir()
        (out / f"{name}.parquet").rename(out / name / "part-00000000.parquet")
    return out


def test_memory_that_grows_has_a_slope():
    """So many MB in a thousand reports; from two looks nothing is told."""
    assert slope([(at, 100.0 + at) for at in range(12)], 0.5) == 2.0
    assert slope([(at, 300.0) for at in range(12)], 0.1) == 0.0
    assert slope([(0, 100.0), (1, 101.0)], 0.5) is None


def test_a_report_that_is_there_twice_is_seen(tmp_path, example):
    """The same rows give the same sum; a report that is missing, or there twice, is told."""
    rows, digest, once = content(written(tmp_path / "a", example, 0, 1), 2)
    assert (rows["documents"], rows["figures"], once) == (2, 2 * len(example.figures), True)
    assert content(written(tmp_path / "b", example, 0, 1), 2) == (rows, digest, True)
    again = content(written(tmp_path / "c", example, 0, 0), 2)
    assert (again[1] != digest, again[2]) == (True, False)
    assert not content(tmp_path / "a", 3)[2]


def test_short_reports_are_short_and_the_same_for_a_seed(tmp_path):
    """A sentence or two each, no slot left open, and a seed gives the same file."""
    words = write_short_reports(tmp_path / "a", 500, seed=7)
    assert 15 <= words / 500 <= 35
    (first,) = (tmp_path / "a").iterdir()
    assert b"{" not in first.read_bytes().replace(b'{"text"', b"")
    write_short_reports(tmp_path / "b", 500, seed=7)
    assert first.read_bytes() == next((tmp_path / "b").iterdir()).read_bytes()


def test_growth_is_told_as_a_power():
    """Ten times as long in a hundred times the time is the second power; what takes no time is left out."""
    assert power({"10": {"a": 1.0, "b": 0.001}, "100": {"a": 100.0, "b": 0.01}}) == {"a": 2.0}


@pytest.mark.parametrize(("workers", "dollars"), [(1, 100.0), (2, 50.0), (4, 25.0)])
def test_the_cost_is_the_time_times_the_price(workers, dollars):
    """A million reports of 360 words at a thousand words a second take a hundred hours of one worker."""
    found = cost(words_per_second=1000, workers=workers, scaling=2.0, words=360, hourly=1.0)
    assert found.dollars_per_million == dollars


def test_a_machine_has_cores_and_a_price(capsys):
    """A named machine is enough; without one, workers and price must be told."""
    assert main(["--words-per-second", "1000", "--machine", next(iter(MACHINES))]) == 0
    assert "dollars_per_million" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["--words-per-second", "1000"])
