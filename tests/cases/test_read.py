"""The same six cases as the program reads them itself, each in three wordings: from the report to the contest."""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.cli.main import run
from accordingto.compare import compare
from accordingto.records import Contest, Ledger, reported
from tests.cases.test_cases import reasons, statements, verdicts

FOLDER = Path(__file__).parent
WORDINGS = ("a", "b", "c")


@pytest.fixture(scope="module")
def read(reader):
    """What gives the ledgers of one case in one wording; `a` are the reports that the other tests tell of."""

    def ledgers(case: str, wording: str) -> list[Ledger]:
        pattern, folder = (f"{case}*.txt", FOLDER) if wording == "a" else (f"{case}-{wording}*.txt", FOLDER / "read")
        paths = sorted(folder.glob(pattern))
        assert paths
        return [reader.read(path) for path in paths]

    return ledgers


def contests(ledgers: list[Ledger]) -> tuple[Contest, ...]:
    return compare([figure for ledger in ledgers for figure in reported(ledger)])


def checks(ledgers: list[Ledger]) -> set[tuple[str, str | None]]:
    return {(check.code, check.register) for ledger in ledgers for check in ledger.checks}


@pytest.mark.parametrize("wording", WORDINGS)
def test_bound_as_point(read, wording):
    """1. However WHO is named, its 150,000 to 223,000 takes 151,000 for the lower end."""
    assert ("point_quoted_as_bound", "IQ1") in checks(read("bound", wording))


@pytest.mark.parametrize("wording", WORDINGS)
def test_percent_base(read, wording):
    """2. 64,260 is 70 per cent above 37,877: told in the report's checks, or in its contest where both are in one."""
    ledgers = read("percent", wording)
    told = reasons(contests(ledgers)) | {code for code, _ in checks(ledgers)}
    assert told & {"percent_base_error", "percent_turned_round"}


@pytest.mark.parametrize("wording", WORDINGS)
def test_approximators_drift_from_one_origin(read, wording):
    """3. One man's 600,000 is one origin, whatever words stand before it and whoever files the report."""
    ledgers = read("drift", wording)
    (found,) = contests(ledgers)
    assert (len({f.document for f in found.figures}), statements([found])) == (len(ledgers), 1)
    assert reasons([found]) & {"point_quoted_as_bound", "bound_quoted_as_point"}
    assert "misquote" not in reasons([found])


@pytest.mark.parametrize("wording", WORDINGS)
def test_populations_drift_from_one_origin(read, wording):
    """4. A minister's 150,000 is one origin, wherever he spoke, and he is misquoted: of Iraqis, of civilians."""
    ledgers = read("population", wording)
    (found,) = contests(ledgers)
    assert (len({f.document for f in found.figures}), statements([found])) == (len(ledgers), 1)
    assert reasons([found]) & {"nested_population", "different_population"}
    assert "misquote" in reasons([found])
    assert "different_place" not in reasons([found])


@pytest.mark.parametrize("wording", WORDINGS)
def test_near_equal_is_no_agreement(read, wording):
    """5. Two ministries' tolls of two periods, near each other, are two origins and no agreement."""
    (found,) = contests(read("near-equal", wording))
    assert (statements([found]), reasons([found]), verdicts([found])) == (2, {"different_period"}, {"incomparable"})


@pytest.mark.parametrize("wording", WORDINGS)
def test_derived_figures_are_no_confirmation(read, wording):
    """6. The AP's total takes in Iraq Body Count's: one origin, though another population and period."""
    ledgers = read("derived", wording)
    assert ("same_origin", "IQ15") in checks(ledgers)
    assert "agree" not in verdicts(contests(ledgers))


def test_a_casebook_tells_the_same(tmp_path, capsys):
    """`add` and `compare` on a casebook: four reports of one statement are one origin."""
    casebook = str(tmp_path / "cases.db")
    assert run(["add", casebook, *map(str, sorted(FOLDER.glob("drift-*.txt")))]) == 0
    capsys.readouterr()
    assert run(["compare", casebook, "--place", "Tigray", "--no-colour"]) == 0
    assert "4 reports, 4 publishers, 1 origin" in " ".join(capsys.readouterr().out.split())
