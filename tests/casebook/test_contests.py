"""Contests that a casebook keeps: they are what comparing gives, whatever came in between, and can be decided about."""

from __future__ import annotations

import pytest

from accordingto.casebook import ContestFilter
from accordingto.contesting import contests_among, contests_up_to_date
from accordingto.errors import UnknownTarget
from accordingto.records import Item
from benchmarks.plain_reports import MadeUpReader

MOSUL = (
    "Ilse Marrant (mayor) said 12 people were killed in Mosul in 2004-05-03.",
    "World Health Organization said 40 people were killed in Mosul in 2004-05-03.",
)
ALEPPO = (
    "Tomas Veldt (army spokesman) said 7 people were killed in Aleppo in 2012-01-09.",
    """Harbour Relief said 7 people were killed in Aleppo in 2012-01-09.
    Harbour Relief said 9 people were displaced in Aleppo in 2012-01-09.""",
)


def add(casebook, *texts):
    for number, text in enumerate(texts):
        item = Item(name=f"{number}.txt", data=text.encode(), outlet=f"Outlet {number}", published="2012-02-01")
        casebook.add(item, MadeUpReader(), by="tester")


@pytest.fixture
def kept(casebook):
    """Two contests: of 12 and 40 killed in Mosul, and of 7 and 7 in Aleppo."""
    add(casebook, *MOSUL, *ALEPPO)
    contests_up_to_date(casebook)
    return casebook


def contests(casebook):
    """Subject -> the numbers of each contest."""
    found = [casebook.contest(row.id) for row in casebook.contests_page(sort="subject").items]
    return [sorted(f.figure.low for f in one.figures) for one in found]


def as_compared(casebook):
    found = sorted((one.subject.casefold(), [f.figure.low for f in one.figures]) for one in compared(casebook))
    return [sorted(numbers) for _, numbers in found]


def compared(casebook):
    return contests_among(casebook, list(casebook.figures()))


def figure(casebook, low):
    return next(f for f in casebook.figures() if f.figure.low == low)


def test_contests_are_listed(kept):
    """A row tells how many conflicts, reports and origins there are, and how far apart the claims lie."""
    mosul, aleppo = kept.contests_page().items
    assert (mosul.subject, mosul.harm, mosul.country) == ("people killed in Mosul, 3 May 2004", "killed", "IQ")
    assert (mosul.figures, mosul.reports, mosul.origins, mosul.conflicts, mosul.widest) == (2, 2, 2, 1, 28.0)
    assert (aleppo.conflicts, aleppo.widest, aleppo.latest) == (0, None, "2012-02-01")
    assert kept.contests_behind() == 0


@pytest.mark.parametrize(
    ("wanted", "countries"),
    [
        ({"harm": "killed"}, ["IQ", "SY"]),
        ({"country": "SY"}, ["SY"]),
        ({"subject": "mosul"}, ["IQ"]),
        ({"conflicts": 1}, ["IQ"]),
        ({"harm": "injured"}, []),
    ],
)
def test_filters_of_contests(kept, wanted, countries):
    """Each filter takes the contests that it is said to take."""
    assert [one.country for one in kept.contests_page(ContestFilter(**wanted), sort="-widest").items] == countries


def test_a_contest_is_found_by_figure_and_report(kept):
    """Which contest a figure is in, and which ones a report is in."""
    one = figure(kept, 12)
    (row,) = kept.contests_page(ContestFilter(figure=one.id)).items
    assert kept.contests_page(ContestFilter(document=one.document)).items == (row,)
    assert kept.contests_of([one.id, figure(kept, 9).id]) == {one.id: row.id}
    assert one in kept.contest(row.id).figures


def test_what_is_kept_is_what_is_compared(kept):
    """The contests that are kept are those that comparing all figures gives."""
    assert {one.id for one in compared(kept)} == {row.id for row in kept.contests_page().items}
    assert [kept.contest(one.id).comparisons for one in compared(kept)] == [one.comparisons for one in compared(kept)]


def test_only_what_changed_is_made_anew(kept):
    """A new report makes the contest that it joins anew, and no other; without one nothing is made."""
    assert contests_up_to_date(kept) == 0
    add(kept, "WHO said 41 people were killed in Mosul in 2004-05-03.")
    assert kept.contests_behind() == 2
    assert contests_up_to_date(kept) == 1
    assert contests(kept) == [[7, 7], [12, 40, 41]]
    assert contests(kept) == as_compared(kept)


def test_an_id_leads_to_its_successor(kept):
    """A contest that a figure joins gets another id; the old one leads there, over several steps, and back again."""
    old = kept.contests_page().items[0].id
    add(kept, "WHO said 41 people were killed in Mosul in 2004-05-03.")
    contests_up_to_date(kept)
    between = kept.contest_now(old)
    assert between not in {old, None}
    add(kept, "WHO said 42 people were killed in Mosul in 2004-05-03.")
    contests_up_to_date(kept)
    assert kept.contest(old).id == kept.contest(between).id == kept.contest_now(between)
    assert len(kept.contest(old).figures) == 4
    for low in (41, 42):
        kept.decide(f"figure:{figure(kept, low).id}", "reject", by="a", why="another day")
    contests_up_to_date(kept)
    assert kept.contest_now(old) == kept.contest_now(between) == old


def test_a_figure_that_is_decided_about(kept):
    """A corrected figure leaves its contest, a rejected one is not compared; a contest of one figure is none."""
    old = kept.contests_page().items[0].id
    target = f"figure:{figure(kept, 12).id}"
    kept.decide(
        target, "correct", {"place": {"name": "Aleppo", "country": "SY"}, "period": "2012-01-09"}, by="a", why="x"
    )
    contests_up_to_date(kept)
    assert contests(kept) == as_compared(kept) == [[7, 7, 12]]
    assert kept.contest_now(old) is not None
    kept.decide(target, "reject", by="a", why="x")
    contests_up_to_date(kept)
    assert contests(kept) == as_compared(kept) == [[7, 7]]
    with pytest.raises(UnknownTarget, match="not in the casebook"):
        kept.contest("000000000000")


def test_joining_a_figure_and_parting_it_again(kept):
    """A figure that is joined moves over to the contest; parted again, it is as it was."""
    mosul, aleppo = (one.id for one in kept.contests_page().items)
    moved = figure(kept, 9).id
    kept.decide(f"contest:{mosul}", "join", {"with": [f"figure:{moved}"]}, by="a", why="the same raid")
    contests_up_to_date(kept)
    assert contests(kept) == as_compared(kept) == [[7, 7], [9, 12, 40]]
    now = kept.contest_now(mosul)
    assert [one.kind for one in kept.contest_decisions(now)] == ["join"]
    kept.decide(f"contest:{now}", "part", {"with": [f"figure:{moved}"]}, by="b", why="another raid")
    contests_up_to_date(kept)
    assert contests(kept) == as_compared(kept) == [[7, 7], [12, 40]]
    assert (kept.contest_now(now), kept.contests_of([moved])) == (mosul, {})
    assert [one.kind for one in kept.contest_decisions(mosul)] == ["join", "part"]
    assert kept.contest(aleppo).id == aleppo
    assert kept.verify().faults == ()


def test_joining_contests_of_two_countries(kept):
    """Two contests that are joined are one, and stay so when a report joins either of them."""
    mosul, aleppo = (one.id for one in kept.contests_page().items)
    kept.decide(f"contest:{mosul}", "join", {"with": [f"contest:{aleppo}"]}, by="a", why="one campaign")
    contests_up_to_date(kept)
    assert contests(kept) == as_compared(kept) == [[7, 7, 12, 40]]
    assert kept.contest_now(mosul) == kept.contest_now(aleppo)
    add(kept, "WHO said 8 people were killed in Aleppo in 2012-01-09.")
    contests_up_to_date(kept)
    assert contests(kept) == as_compared(kept) == [[7, 7, 8, 12, 40]]
    kept.decide(
        f"contest:{mosul}", "part", {"with": [f"figure:{figure(kept, n).id}" for n in (12, 40)]}, by="b", why="two"
    )
    contests_up_to_date(kept)
    assert contests(kept) == as_compared(kept) == [[7, 7, 8], [12, 40]]


def test_a_decision_holds_the_figures_that_it_is_about(kept):
    """What a contest was when it was decided about stands in the decision, since ids change."""
    mosul, aleppo = (one.id for one in kept.contests_page().items)
    made = kept.decide(f"contest:{mosul}", "join", {"with": [f"contest:{aleppo}"]}, by="a", why="one campaign")
    assert sorted(made.value["figures"]) == sorted(figure(kept, n).id for n in (12, 40))
    assert len(made.value["others"][0]) == 2


@pytest.mark.parametrize("wrong", [["figure:none/f1"], ["report:12"], "figure:x", [7], ["9"]])
def test_what_cannot_be_joined(kept, wrong):
    """What is neither figure nor contest, or is not there, is refused before anything is written."""
    before = kept.head()
    contest = kept.contests_page().items[0].id
    with pytest.raises(UnknownTarget):
        kept.decide(f"contest:{contest}", "join", {"with": wrong}, by="a", why="x")
    assert kept.head() == before


def test_made_anew_after_rebuilding(kept):
    """Making the look-up tables anew forgets the contests, which are then made again."""
    before = kept.contests_page().items
    kept.rebuild()
    assert kept.contests_page().total == 0
    assert contests_up_to_date(kept) == 2
    assert kept.contests_page().items == before
