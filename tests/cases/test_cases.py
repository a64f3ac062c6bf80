"""Six cases from real reports that the program must get right, told anew in reports of a sentence or two.

The ledgers are made by hand from the reports: the cases ask what is made of figures that were read rightly.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.check import check
from accordingto.check.record import against_record
from accordingto.compare import compare
from accordingto.records import Figure, Ledger, Place, Reported, reported
from accordingto.register import register
from tests.check.cited import IRAQ, at, codes, figure, ledger

FOLDER = Path(__file__).parent
REGISTER = register(environment=False)
TIGRAY = Place(name="Tigray", country="ET")


def text(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def told(name: str, words: str, speaker: str, *, published: str, **values) -> tuple[Reported, ...]:
    """The one figure of a report, beside it."""
    made = figure(text(name), words, **values)
    return reported(ledger(text(name), made, speakers=(speaker,), kind="person", published=published))


def statements(contests) -> int:
    """Independent origins: those on the level of statements."""
    return sum(o.level == "statement" for c in contests for o in c.origins)


def reasons(contests) -> set[str]:
    return {reason for c in contests for pair in c.comparisons for reason in pair.reasons}


def verdicts(contests) -> set[str]:
    return {pair.verdict for c in contests for pair in c.comparisons}


def test_bound_as_point():
    """1. WHO's 150,000 to 223,000 rests on 151,000, rounded and taken for the lower end of 104,000 to 223,000."""
    words = text("bound-as-point")
    vague = figure(words, "thousands of Iraqis", low=2_000, high=None, vague=True, place=IRAQ)
    range_ = figure(words, "150,000 to 223,000 Iraqis", 2, low=150_000, high=223_000, place=IRAQ,
                    period=("2003/2006", "from 2003 to 2006"))  # fmt: skip
    checks = list(against_record(ledger(words, vague, range_, speakers=("A general", "WHO")), REGISTER))
    assert [(c.code, c.figures, c.register) for c in checks] == [("point_quoted_as_bound", ("f2",), "IQ1")]


def _gaza() -> Ledger:
    words = text("percent-base")
    estimate = figure(words, "64,260 people")
    share = Figure(id="f2", span=at(words, "41%"), low=41, high=41, unit="percent", confidence=0.9)
    count = figure(words, "37,877 people", 3)
    return ledger(words, estimate, share, count, speakers=("researchers", "researchers", "ministry"), kind="people")


def test_percent_base():
    """2. 64,260 is 70 per cent above 37,877; the 41 per cent are what the count lies below the estimate."""
    assert "percent_turned_round" in codes(check(_gaza()))


def test_percent_base_beside_the_record():
    """2. Both numbers are the record's: the percentage is wrong, not the figures."""
    checks = list(against_record(_gaza(), REGISTER))
    assert [(c.code, c.register) for c in checks if c.figures == ("f1",)] == [("matches_record", "GZ2")]


DRIFT = (
    ("drift-1", "About 600,000 people", {"low": 600_000, "high": 600_000, "approx": True}),
    ("drift-2", "Up to 600,000 people", {"low": None, "high": 600_000}),
    ("drift-3", "at least 600,000 people", {"low": 600_000, "high": None}),
    ("drift-4", "Over 600,000 people", {"low": 600_001, "high": None}),
)


def test_approximators_drift_from_one_origin():
    """3. `About`, `up to`, `at least` and `over` 600,000 are one man's statement: one origin, and a drift of words."""
    figures = [
        one
        for name, words, values in DRIFT
        for one in told(name, words, "Olusegun Obasanjo", published="2023-01-16", place=TIGRAY, **values)
    ]
    contests = compare(figures)
    assert len(contests) == 1
    assert statements(contests) == 1
    assert reasons(contests) & {"point_quoted_as_bound", "bound_quoted_as_point"}


@pytest.mark.parametrize(("name", "words", "values"), DRIFT)
def test_approximators_beside_the_record(name, words, values):
    """3. He said about 600,000: `up to` and `at least` make a bound of it."""
    known = ledger(text(name), figure(text(name), words, place=TIGRAY, **values), speakers=("Olusegun Obasanjo",))
    expected = "matches_record" if values.get("approx") else "point_quoted_as_bound"
    assert [(c.code, c.register) for c in against_record(known, REGISTER)] == [(expected, "TG3")]


POPULATION = (
    ("population-1", "150,000 Iraqis", {"group": "Iraqis", "counted": "Iraqis", "who": "all"}),
    ("population-2", "150,000 civilians", {"who": "civilians", "counted": "civilians"}),
    ("population-3", "150,000 civilians", {"who": "civilians", "counted": "civilians"}),
)


def test_populations_drift_from_one_origin():
    """4. One minister's 150,000 is all Iraqis in one report, civilians in others: one origin, misquoted by some."""
    figures = [
        one
        for name, words, values in POPULATION
        for one in told(name, words, "Ali al-Shemari", published="2006-11-09", place=IRAQ,
                        period=("2003/..", "since the war began"), **values)
    ]  # fmt: skip
    contests = compare(figures)
    assert statements(contests) == 1
    assert reasons(contests) & {"nested_population", "different_population"}
    assert "misquote" in reasons(contests)


@pytest.mark.parametrize(("name", "words", "values"), POPULATION)
def test_populations_beside_the_record(name, words, values):
    """4. He spoke of all Iraqis killed: civilians are fewer than he counted. Then the ministry corrected the figure."""
    made = figure(text(name), words, place=IRAQ, period=("2003/..", "since the war began"), **values)
    known = ledger(text(name), made, speakers=("Ali al-Shemari",), published="2006-12-01")
    found = codes(list(against_record(known, REGISTER)))
    assert found == ["matches_record" if values["who"] == "all" else "nested_population", "corrected_by_source"]


def test_near_equal_is_no_agreement():
    """5. 87,215 and 85,694 are near each other, and count other periods by other ministries: they do not agree."""
    health = told("near-equal-1", "87,215 people", "Iraqi Health Ministry", published="2009-04-23", place=IRAQ,
                  period=("2005-01/2009-02", "between January 2005 and February 2009"))  # fmt: skip
    rights = told("near-equal-2", "85,694 people", "Iraqi Human Rights Ministry", published="2009-10-14", place=IRAQ,
                  period=("2004/2008-10", "from 2004 to October 2008"))  # fmt: skip
    contests = compare([*health, *rights])
    assert "agree" not in verdicts(contests)
    assert not contests or "different_period" in reasons(contests)
    assert len({r.document for r in (*health, *rights)}) == 2


@pytest.mark.parametrize(
    ("name", "words", "speaker", "row"),
    [
        ("near-equal-1", "87,215 people", "Iraqi Health Ministry", "IQ14"),
        ("near-equal-2", "85,694 people", "Iraqi Human Rights Ministry", "IQ16-killed"),
    ],
)
def test_near_equal_beside_the_record(name, words, speaker, row):
    """5. Each ministry's figure is found by its own row, though the other's is near it."""
    known = ledger(text(name), figure(text(name), words, place=IRAQ), speakers=(speaker,))
    assert [(c.code, c.register) for c in against_record(known, REGISTER)] == [("matches_record", row)]


def test_derived_figures_are_no_confirmation():
    """6. The AP's total takes in Iraq Body Count: that the two are near each other confirms nothing."""
    words = text("derived")
    ibc = figure(words, "110,937 to 121,227 civilians", low=110_937, high=121_227, who="civilians", place=IRAQ)
    ap = figure(words, "more than 110,600 Iraqis", 2, low=110_601, high=None, place=IRAQ)
    checks = list(against_record(ledger(words, ibc, ap, speakers=("Iraq Body Count", "Associated Press")), REGISTER))
    assert [(c.code, c.figures) for c in checks if c.code == "same_origin"] == [("same_origin", ("f1", "f2"))]
