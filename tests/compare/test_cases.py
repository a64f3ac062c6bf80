"""Six ways in which real reports go wrong, as short reports in words of their own."""

from __future__ import annotations

import pytest

from accordingto.compare import compare
from accordingto.compare.percents import wrong_base
from tests.compare.made import says

WAR = {"place": "Iraq", "period": "2003/2006", "published": "2008-01-09"}


def between(*figures):
    """The comparison of the first two figures, which stand in one contest with the others."""
    (contest,) = compare(figures)
    found = contest.between(figures[0].id, figures[1].id)
    assert found is not None
    return found, contest


def test_a_point_taken_for_a_bound():
    """`Between 150,000 and 223,000`, cited to a survey whose point is 151,000 and whose interval begins at 104,000."""
    point = says("The survey for WHO puts it at 151,000 Iraqis.", "151,000 Iraqis", 151000, counted="Iraqis",
                 speaker="WHO", report="a", **WAR)  # fmt: skip
    cited = says("WHO says between 150,000 and 223,000 Iraqis died.", "between 150,000 and 223,000 Iraqis", 150000,
                 223000, counted="Iraqis", speaker="WHO", report="b", **{**WAR, "published": "2023-03-20"})  # fmt: skip
    found, _ = between(point, cited)
    assert (found.verdict, found.reasons) == ("conflict", ("point_quoted_as_bound", "rounding"))


def test_a_percentage_of_the_other_base():
    """The estimate is 70 per cent above the count; 41 per cent is what the count lacks of the estimate."""
    text = "The study finds 64,260 deaths, 41 percent higher than the 37,877 deaths that the ministry counts."
    toll = {"place": "Gaza", "period": "2023-10-07/2024-06-30", "published": "2025-01-10", "report": "a"}
    estimate = says(text, "64,260 deaths", 64260, counted="deaths", **toll)
    percent = says(text, "41 percent", 41, unit="percent", harm=None, **toll)
    count = says(text, "37,877 deaths", 37877, counted="deaths", **toll)
    found, _ = between(percent, count, estimate)
    assert (found.verdict, found.reasons) == ("conflict", ("percent_base_error",))
    assert "of 37,877 it is 70 per cent" in found.sentence


@pytest.mark.parametrize(("percent", "said"), [(70, "more"), (41, "less")])
def test_a_percentage_of_its_own_base_is_right(percent, said):
    """70 per cent more than the smaller and 41 per cent less than the larger are both right."""
    assert wrong_base(percent, said, [37877, 64260]) is None


def test_an_approximator_that_drifts_has_one_origin():
    """`About 600,000` of one envoy becomes up to, at least and over 600,000: one origin, and the drift is told."""
    said = [("about", 600000, 600000, True), ("up to", None, 600000, False), ("at least", 600000, None, False),
            ("over", 600001, None, False)]  # fmt: skip
    figures = [
        says(f"Osei Batra said {word} 600,000 people died.", f"{word} 600,000 people", low, high, approx=approx,
             counted="people", speaker="Osei Batra", report=word, **{**WAR, "place": "Tigray"})
        for word, low, high, approx in said
    ]  # fmt: skip
    found, contest = between(*figures)
    assert found.reasons == ("point_quoted_as_bound",)
    assert contest.summary == "4 reports, 4 publishers, 1 origin"


def test_a_population_that_drifts_is_a_misquote():
    """One minister's 150,000 are all Iraqis in one report and civilians in another."""
    everyone = says("Minister Rashid Amin said 150,000 Iraqis died.", "150,000 Iraqis", 150000, counted="Iraqis",
                    speaker="Rashid Amin", report="a", **WAR)  # fmt: skip
    civilians = says("Amin: 150,000 civilians killed.", "150,000 civilians", 150000, counted="civilians",
                     who="civilians", speaker="Rashid Amin", report="b", **WAR)  # fmt: skip
    found, contest = between(everyone, civilians)
    assert found.verdict == "incomparable"
    assert "misquote" in found.reasons
    assert sum(o.level == "statement" for o in contest.origins) == 1


def test_nearly_equal_is_not_agreement():
    """Two ministries with almost one number over other years do not confirm each other."""
    health = says("The health ministry counts 87,215 dead.", "87,215 dead", 87215, counted="dead",
                  speaker="the health ministry", report="a", **{**WAR, "period": "2005-01-01/2009-02-28"})  # fmt: skip
    rights = says("The rights ministry counts 85,694 dead.", "85,694 dead", 85694, counted="dead",
                  speaker="Rights Ministry", kind="organisation", report="b",
                  **{**WAR, "period": "2004/2008-10-31"})  # fmt: skip
    found, _ = between(health, rights)
    assert (found.verdict, found.reasons) == ("incomparable", ("different_period",))


def test_a_number_that_is_passed_on_is_no_second_origin():
    """What two outlets take from one list of the dead is that list's one statement."""
    figures = [
        says(f"Quayside Watch counts 110,600 civilians, {outlet} notes.", "110,600 civilians", 110600,
             counted="civilians", speaker="Quayside Watch", outlet=outlet, report=outlet, **WAR)
        for outlet in ("Quay Courier", "Lantern Post")
    ]  # fmt: skip
    found, contest = between(*figures)
    assert (found.verdict, found.reasons) == ("agree", ("same_origin",))
    assert contest.summary.endswith("1 origin")
