"""`compare`, `toll` and `page` on a casebook of a few reports."""

import hashlib
import json

import pytest
from click.testing import CliRunner

from accordingto.casebook import Casebook
from accordingto.cli.main import commands
from accordingto.records import Item, Rejection
from tests.report.hand_made import READER
from tests.report.site_made import reports


@pytest.fixture(scope="module")
def casebook(tmp_path_factory):
    path = tmp_path_factory.mktemp("kept") / "bridge.db"
    with Casebook.open(path) as made:
        for ledger in reports():
            data = ledger.document.text.encode()
            assert hashlib.sha256(data).hexdigest() == ledger.document.id
            made.add_ledger(ledger, Item(name=f"{ledger.document.outlet}.txt", data=data), by="a tester")
        made.reject(Rejection(name="blank.txt", reason="empty", message="is empty"), READER, by="a tester")
    return str(path)


def run(*arguments):
    return CliRunner().invoke(commands, arguments)


def test_compare_takes_a_casebook(casebook):
    """The contests are those of the casebook's figures, copies among its reports known."""
    contests = json.loads(run("compare", casebook, "--harm", "killed", "--format", "json").stdout)["contests"]
    assert len(contests) == 1
    assert len(contests[0]["figures"]) == 3
    assert sum(o["level"] == "statement" for o in contests[0]["origins"]) == 2


def test_compare_filters_a_casebook(casebook):
    """A filter leaves the figures that fit it."""
    contests = json.loads(run("compare", casebook, "--speaker", "Marrant", "--format", "json").stdout)["contests"]
    assert [len(c["figures"]) for c in contests] == [2]


def test_a_casebook_is_given_alone(casebook, tmp_path):
    """A casebook beside a report would count reports twice."""
    other = tmp_path / "report.txt"
    other.write_text("It rained.")
    for command in ("compare", "toll"):
        result = run(command, casebook, str(other))
        assert result.exit_code == 2
        assert "give it alone" in result.output


def test_toll_takes_a_casebook(casebook):
    """The toll rests on the casebook's figures."""
    made = json.loads(run("toll", casebook, "--profile", "ucdp", "--format", "json").stdout)
    assert (made["low"], made["high"]) == (12, 31)


def test_a_filter_of_toll_needs_a_casebook(tmp_path):
    """What chooses among a casebook's figures is refused for reports."""
    report = tmp_path / "report.txt"
    report.write_text("It rained.")
    result = run("toll", str(report), "--place", "Veldria")
    assert result.exit_code == 2
    assert "--place" in result.output


def test_page_writes_what_changed_and_takes_away_what_is_gone(casebook, tmp_path):
    """A second run writes nothing; a page of an earlier run that is no more is taken away, and nothing else."""
    out = tmp_path / "site"
    first = run("page", casebook, "--out", str(out))
    assert first.exit_code == 0
    assert "open" in first.stderr
    times = {path: path.stat().st_mtime_ns for path in out.rglob("*.html")}
    assert len(times) > 8
    (out / "contests" / "old.html").write_text("of an earlier run")
    (out / "mine.html").write_text("the user's own")
    manifest = out / ".accordingto-pages"
    manifest.write_text(f"contests/old.html\n../outside.html\n{manifest.read_text()}")
    (tmp_path / "outside.html").write_text("not of the site")
    second = run("page", casebook, "--out", str(out))
    assert "0 written" in second.stderr
    assert "1 taken away" in second.stderr
    assert {path: path.stat().st_mtime_ns for path in times} == times
    assert not (out / "contests" / "old.html").exists()
    assert (out / "mine.html").exists()
    assert (tmp_path / "outside.html").exists()


def test_page_of_what_is_no_casebook(tmp_path):
    """A file that is no casebook is refused by its name, and no folder is made."""
    file = tmp_path / "report.txt"
    file.write_text("It rained.")
    result = run("page", str(file), "--out", str(tmp_path / "site"))
    assert result.exit_code != 0
    assert not (tmp_path / "site").exists()
