"""The command `accordingto compare`."""

from __future__ import annotations

import json

import pytest

from accordingto.cli.main import run
from benchmarks.made_reports import make


@pytest.fixture(scope="module")
def made():
    return make(12, seed=3, sentences=4)


@pytest.fixture
def folder(tmp_path, made):
    """A folder with some ledgers of their own, the others in one file, and one of them twice."""
    first, rest = made.ledgers[:4], made.ledgers[3:]
    for number, ledger in enumerate(first):
        (tmp_path / f"{number}.json").write_text(ledger.to_json())
    (tmp_path / "rest.jsonl").write_text("".join(f"{ledger.to_json()}\n" for ledger in rest))
    return tmp_path


def compared(capfdbinary, *arguments):
    code = run(["compare", *map(str, arguments)])
    out, err = capfdbinary.readouterr()
    return code, out.decode(), err.decode()


def test_ledgers_are_laid_side_by_side(capfdbinary, folder, made):
    """A folder of ledgers gives the contests as JSON, each report counted once."""
    code, out, err = compared(capfdbinary, folder, "--format", "json")
    assert (code, err) == (0, "")
    contests = json.loads(out)["contests"]
    assert len(contests) == len(made.plants)
    figures = [f["id"] for c in contests for f in c["figures"]]
    assert len(figures) == len(set(figures)) == len(made.ledgers)


def test_the_table(capfdbinary, folder):
    """The table is plain where nobody looks at a terminal, and says how many reports stand behind a contest."""
    code, out, _ = compared(capfdbinary, folder)
    assert code == 0
    assert "origins" in out
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 100


@pytest.mark.parametrize(
    ("options", "count"),
    [((), 5), (("--place", "Iraq"), 5), (("--place", "Mosul"), 2), (("--place", "Syria"), 0),
     (("--harm", "displaced"), 0), (("--period", "1850"), 5), (("--period", "2003/2006"), 0),
     (("--speaker", "nobody of that name"), 0)],
)  # fmt: skip
def test_filters(capfdbinary, folder, options, count):
    """Filters take away the figures that do not match; a place holds what lies in it."""
    contests = json.loads(compared(capfdbinary, folder, "--format", "json", *options)[1])["contests"]
    assert len(contests) == count


def test_a_report_is_read(capfdbinary, tmp_path):
    """A report that is no ledger is read first."""
    (tmp_path / "a.txt").write_text("The mayor said on Friday that the road would be opened again. Nobody answered.\n")
    code, out, _ = compared(capfdbinary, tmp_path / "a.txt", "--threads", 1)
    assert (code, out) == (0, "No two figures speak of the same thing.\n")


@pytest.mark.parametrize("arguments", [("",), ("x.json", "--place", " "), ("x.json", "--speaker", "")])
def test_an_empty_name_is_a_usage_error(capfdbinary, arguments):
    """An empty name stands for nothing, least of all for the folder that the user is in."""
    code, out, err = compared(capfdbinary, *arguments)
    assert (code, out) == (2, "")
    assert "empty" in err


def test_an_empty_folder_is_told(capfdbinary, tmp_path):
    """Where nothing can be compared, it is said that nothing was there."""
    code, _, err = compared(capfdbinary, tmp_path)
    assert code == 0
    assert str(tmp_path) in err


@pytest.mark.parametrize("content", ["{", "{}", "[1]"])
def test_what_is_no_ledger_is_rejected_by_name(capfdbinary, folder, content):
    """A file that is no ledger is named with what to give, the others are compared, and the code says so."""
    (folder / "bad.json").write_text(content)
    code, out, err = compared(capfdbinary, folder, "--format", "json")
    assert code == 1
    assert "bad.json" in err
    assert "accordingto read" in err
    assert json.loads(out)["contests"]


def test_a_missing_file_is_rejected(capfdbinary, tmp_path):
    """A ledger that is not there is one line and exit code 1."""
    code, _, err = compared(capfdbinary, tmp_path / "none.json")
    assert code == 1
    assert err.count("\n") == 1


def test_a_period_that_is_no_edtf_is_a_usage_error(capfdbinary, folder):
    """`--period` wants EDTF, and says how to write it."""
    code, _, err = compared(capfdbinary, folder, "--period", "last spring")
    assert code == 2
    assert "2003/2006-06" in err


def test_where_nothing_could_be_read_nothing_is_said_of_figures(capfdbinary, tmp_path):
    """A missing file is named, and no word is lost on figures that were not looked for."""
    code, out, err = compared(capfdbinary, tmp_path / "missing.db")
    assert (code, out) == (1, "")
    assert "missing.db" in err
