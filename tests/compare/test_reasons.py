"""Every reason code, and the verdict beside it, on figures made for it."""

from __future__ import annotations

from typing import get_args

import pytest

from accordingto.compare import compare
from accordingto.records import Reason
from tests.compare.made import says

A = {"place": "Iraq", "period": "2003/2006", "published": "2008-01-09", "report": "a", "speaker": "WHO"}
B = {**A, "report": "b"}
DAY = {"place": "Mosul", "period": "2017-03-17", "published": "2017-03-18", "report": "a", "speaker": "Rami Saleh"}
OTHER = {**DAY, "report": "b", "speaker": "Hana Qasim"}


def dead(number, words="151,000 Iraqis", **values):
    counted = words.split(" ", 1)[1] if " " in words else None
    return says(f"The report says {words} were killed there.", words, number, **{"counted": counted, **values})


CASES = [
    ("different_measure", "incomparable", dead(12, "12 people", **DAY), dead(30, "30 people", **OTHER, harm="injured")),
    ("different_population", "incomparable", dead(12, "12 soldiers", **DAY), dead(30, "30 civilians", **OTHER)),
    (
        "nested_population",
        "incomparable",
        dead(12, "12 children", **DAY, age="children"),
        dead(30, "30 people", **OTHER),
    ),
    (
        "different_place",
        "incomparable",
        dead(12, "12 people", **DAY),
        dead(30, "30 people", **{**OTHER, "place": "Nineveh"}),
    ),
    ("different_period", "incomparable", dead(151000, **A), dead(4000, **{**B, "period": "2005/2008"})),
    (
        "later_as_of",
        "incomparable",
        dead(3660, **{**A, "period": "2003-03-20/..", "as_of": "2007-08-09"}),
        dead(4457, **{**B, "period": "2003-03-20/..", "as_of": "2011-06-06"}),
    ),
    (
        "later_as_of",
        "incomparable",
        dead(12, "12 people", **DAY),
        dead(19, "19 people", **{**OTHER, "published": "2017-03-20"}),
    ),
    (
        "different_definition",
        "incomparable",
        dead(601027, "601,027 violent deaths", **A, basis="estimate"),
        dead(654965, "654,965 excess deaths", **B, basis="estimate"),
    ),
    ("different_method", "incomparable", dead(110937, **A, basis="count"), dead(151000, **B, basis="estimate")),
    ("same_origin", "agree", dead(12, "12 people", **DAY), dead(12, "12 men", **{**DAY, "report": "b"})),
    ("rounding", "agree", dead(151000, **A), dead(150000, **{**B, "speaker": "IFHS"})),
    ("rounding", "agree", dead(31, "31 people", **DAY), dead(30, "30 people", **OTHER, approx=True)),
    (
        "bound_quoted_as_point",
        "conflict",
        dead(104000, **A, high=223000),
        dead(104000, **{**B, "published": "2023-03-20"}),
    ),
    (
        "point_quoted_as_bound",
        "conflict",
        dead(151000, **A),
        dead(150000, **{**B, "published": "2023-03-20"}, high=223000),
    ),
    (
        "point_quoted_as_bound",
        "agree",
        dead(600000, **A, approx=True),
        dead(600000, **B, high=None),
    ),
    ("interval_moved", "conflict", dead(104000, **A, high=223000), dead(150000, **B, high=223000)),
    (
        "percent_base_error",
        "conflict",
        says("The toll was 41 percent higher.", "41 percent", 41, unit="percent", **A),
        says("The toll was 70 percent higher.", "70 percent", 70, unit="percent", **B),
    ),
    ("misquote", "incomparable", dead(150000, **A), dead(150000, "150,000 civilians", **B)),
    (
        "corrected_by_source",
        "incomparable",
        dead(150000, **A),
        dead(125000, "125,000 Iraqis", **{**B, "published": "2008-01-12"}),
    ),
    ("true_conflict", "conflict", dead(31, "31 people", **DAY), dead(9, "9 people", **OTHER)),
    ("true_conflict", "conflict", dead(31, "31 people", **DAY), dead(31, "31 people", **OTHER, denied=True)),
]  # fmt: skip


def only(first, second):
    (contest,) = compare([first, second])
    found = contest.between(first.id, second.id)
    assert found is not None
    return found


@pytest.mark.parametrize(("reason", "verdict", "first", "second"), CASES, ids=[c[0] for c in CASES])
def test_reason(reason, verdict, first, second):
    """Two figures made for a reason are given it, with its verdict, either way round."""
    for found in (only(first, second), only(second, first)):
        assert reason in found.reasons
        assert found.verdict == verdict


def test_every_reason_is_tested():
    """There is a case for each code of the design."""
    assert {reason for reason, *_ in CASES} == set(get_args(Reason))


def test_figures_that_meet_agree():
    """`At least 31` and 35, by two voices on one day, agree without a reason."""
    found = only(dead(31, "31 people", **DAY, high=None), dead(35, "35 people", **OTHER))
    assert (found.verdict, found.reasons) == ("agree", ())


def test_what_a_report_leaves_out_is_not_guessed():
    """Where one report does not say when, and they appeared weeks apart, nobody can tell."""
    late = {**A, "period": None, "published": "2016-01-09", "report": "b", "as_of": "2006-06"}
    found = only(dead(151000, **A), dead(9000, **late))
    assert (found.verdict, found.reasons, found.axes.period) == ("undecided", (), "unknown")
    assert found.sentence.endswith("the reports do not tell whether the time is the same")


def test_nobody_contradicts_himself_in_one_report():
    """Two numbers of one voice in one report count different things, which its words tell apart: no conflict."""
    found = only(dead(12, "12 people", **DAY), dead(19, "19 people", **DAY, id="f9"))
    assert (found.verdict, found.reasons) == ("undecided", ())


def test_what_has_no_measure_is_in_no_contest():
    """Numbers of people to whom nothing happened, or of things, are compared with nothing."""
    assert compare([dead(n, f"{n} people", **DAY, harm=None, id=f"f{n}") for n in (12, 19)]) == ()


def test_a_percentage_that_says_which_way_is_no_error():
    """41 per cent less than the one is 70 per cent more than the other: both may be right."""
    less = says("It was 41 percent lower.", "41 percent", 41, unit="percent", **A)
    more = says("It was 70 percent higher.", "70 percent", 70, unit="percent", **B)
    assert only(less, more).verdict == "undecided"


def test_a_period_told_to_the_year_is_that_told_to_the_month():
    """`From 2003 to 2006` and `March 2003 to June 2006` are one period."""
    found = only(dead(151000, **A), dead(152000, **{**B, "period": "2003-03/2006-06", "speaker": "IFHS"}))
    assert found.reasons == ("true_conflict",)


def test_one_night_is_one_event():
    """A report that names the evening and one that names both days of a night speak of one event."""
    found = only(dead(31, "31 people", **DAY), dead(31, "31 people", **{**OTHER, "period": "2017-03-17/2017-03-18"}))
    assert found.verdict == "agree"


def test_the_sentence_says_what_each_counts():
    """The sentence of the design's example names both speakers, whom each counts, when, and why they are apart."""
    first = says("WHO counts that 151,000 Iraqis were killed by violence.", "151,000 Iraqis", 151000, counted="Iraqis",
                 **{**A, "report": "one"})  # fmt: skip
    second = says("The paper counts 4,550 US military dead.", "4,550 US military", 4550, counted="US military",
                  **{**A, "report": "one", "speaker": "Brown University", "period": None, "as_of": "2018-10"},
                  id="f2", kind="organisation")  # fmt: skip
    found = only(first, second)
    assert found.reasons == ("different_population", "different_period")
    assert "Iraqi people killed by violence in Iraq, 2003–2006" in found.sentence
    assert "American military killed in Iraq, to October 2018" in found.sentence
    assert found.sentence.endswith("different population, different period")
