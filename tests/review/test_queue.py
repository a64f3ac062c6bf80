"""The queue: what nobody has decided about, the most doubtful first, page by page."""

from __future__ import annotations

import sys

import msgspec
import pytest

from accordingto.compare import compare
from accordingto.records import Check, Claim, Item
from accordingto.review import queue
from accordingto.review.queue import gap
from benchmarks.plain_reports import MadeUpReader


class Unsure(MadeUpReader):
    """Reads with the confidence that a report's number of people says in percent, and finds what it is told to."""

    def __init__(self, *checks):
        super().__init__()
        self.checks = checks

    def attempt(self, source):
        ledger = super().attempt(source)
        chance = ledger.figures[0].low / 100
        return msgspec.structs.replace(
            ledger,
            figures=tuple(msgspec.structs.replace(f, confidence=chance) for f in ledger.figures),
            attributions=tuple(msgspec.structs.replace(a, confidence=chance / 2) for a in ledger.attributions),
            checks=tuple(
                Check(code=code, message=message, register=register, figures=(ledger.figures[0].id,))
                for code, message, register in self.checks
            ),
        )


def said(number, name="Harbour Relief", place="Goma"):
    return f"{name} said {number} people were killed in {place} in 2001."


def add(desk, number, *checks):
    return desk.casebook.add(Item(name="report.txt", data=said(number).encode()), Unsure(*checks), by="tester").document


def lows(found):
    return [one.figure.figure.low for one in found.items]


def test_the_least_sure_comes_first(desk):
    """Figures come by the chance that they are wrong, and say it."""
    for number in (90, 40, 60):
        add(desk, number)
    found = queue(desk.casebook, kinds=["figure"])
    assert lows(found) == [40, 60, 90]
    assert (found.items[0].priority, found.items[0].parts.confidence) == (0.6, 0.6)
    assert found.items[0].reason == "The program is 40% sure of this figure."


def test_statements_stand_among_figures(desk):
    """Statements and figures are in one order."""
    for number in (90, 40):
        add(desk, number)
    assert [(i.kind, i.priority) for i in queue(desk.casebook).items] == [
        ("statement", 0.8), ("figure", 0.6), ("statement", 0.55), ("figure", 0.1)
    ]  # fmt: skip


NOT_SO = ("interval_moved", "Its source gives another upper end.", "row-1")


@pytest.mark.parametrize(
    ("checks", "register", "reason"),
    [
        ([NOT_SO], 1.0, "Its source gives another upper end."),
        ([("not_in_record", "Its source has no such figure.", None)], 1.0, "Its source has no such figure."),
        ([("two_values", "It is 12 elsewhere.", None)], 0.5, "It is 12 elsewhere."),
        ([("two_values", "It is 12 elsewhere.", None), NOT_SO], 1.0, "Its source gives another upper end."),
        ([("matches_record", "It is the source's.", "row-1")], 0.0, "The program is 90% sure of this figure."),
        ([("rounding", "It is the source's, rounded.", "row-1")], 0.0, "The program is 90% sure of this figure."),
    ],
)
def test_what_does_not_fit_the_register(desk, checks, register, reason):
    """A figure that is not what its source has published comes before one that does not fit its report, with why."""
    add(desk, 90, *checks)
    (item,) = queue(desk.casebook, kinds=["figure"]).items
    assert item.parts.register == register
    assert item.priority == pytest.approx(0.1 + register)
    assert item.reason.startswith(reason)


def test_what_was_decided_waits_no_more(desk):
    """A figure leaves the queue with a decision, and comes back when that is undone."""
    add(desk, 40)
    target = f"figure:{desk.figure().id}"
    number = desk.decide(target, "accept")
    assert queue(desk.casebook, kinds=["figure"]).items == ()
    desk.undo(number)
    assert [one.target for one in queue(desk.casebook, kinds=["figure"]).items] == [target]


def test_pages(desk):
    """Pages hold all there is, each thing once, in one order."""
    for number in range(20, 90, 10):
        add(desk, number)
    pages = [queue(desk.casebook, start=start, most=4) for start in range(0, 16, 4)]
    whole = queue(desk.casebook, most=100)
    assert [item for page in pages for item in page.items] == list(whole.items)
    assert [page.total for page in pages] == [14] * 4
    assert len({item.target for item in whole.items}) == 14


def test_not_all_are_counted(desk, monkeypatch):
    """Of very many things it is told that there are more, without counting them."""
    for number in (30, 40):
        add(desk, number)
    module = sys.modules["accordingto.review.queue"]  # The package's function has the module's name.
    monkeypatch.setattr(module, "COUNTED", 3)
    found = queue(desk.casebook)
    assert (found.total, found.more, len(found.items)) == (3, True, 4)
    monkeypatch.setattr(module, "COUNTED", 4)
    assert (queue(desk.casebook).total, queue(desk.casebook).more) == (4, False)


def test_what_goes_while_a_page_is_made(desk):
    """A statement that another person's decision takes away between two queries is left out."""
    report = add(desk, 30)
    value = {"figure": {"span": {"start": 0, "end": 7, "text": "Harbour"}, "low": 1, "high": 1, "unit": "people"}}
    number = desk.decide(f"report:{report}", "add", value | {"speaker": None})
    ranks = desk.casebook.ranked(most=9)
    gone = ranks[0]._replace(number=ranks[0].number + 5)
    desk.undo(number)
    assert list(desk.casebook.waiting_at([gone, *ranks])) == ranks


def test_one_report(desk):
    """The queue of one report holds nothing of others."""
    documents = [add(desk, number) for number in (30, 60)]
    assert lows(queue(desk.casebook, document=documents[1], kinds=["figure"])) == [60]


# ------------------------------------------------------------------------------------------------------------- contests


@pytest.fixture
def contest(desk):
    for number, name in ((10, "Harbour Relief"), (40, "World Health Organization")):
        desk.add(said(number, name))
    (found,) = compare(list(desk.casebook.figures()))
    return found


def test_a_contest_by_gap_and_origins(desk, contest):
    """Claims of 10 and 40 from two origins: three quarters for the gap, a half for the origins."""
    first, *_ = queue(desk.casebook, contests=[contest]).items
    assert (first.kind, first.contest, first.target) == ("contest", contest, f"contest:{contest.id}")
    assert (first.parts.conflict, first.parts.origins, first.priority) == (0.75, 0.5, 1.25)
    assert first.reason.startswith("2 claims from 2 independent origins conflict; furthest apart are “")


def test_a_contest_that_was_decided_about(desk, contest):
    """A contest leaves the queue with a decision, and comes back when that is undone."""
    number = desk.decide(f"contest:{contest.id}", "accept")
    assert queue(desk.casebook, contests=[contest], kinds=["contest"]).total == 0
    desk.undo(number)
    assert queue(desk.casebook, contests=[contest], kinds=["contest"]).total == 1


def test_no_conflict_no_item(desk):
    """A contest whose claims agree is nothing to look at."""
    for name in ("Harbour Relief", "World Health Organization"):
        desk.add(said(10, name))
    assert queue(desk.casebook, contests=compare(list(desk.casebook.figures())), kinds=["contest"]).items == ()


def claim(low, high, *, denied=False):
    return Claim(id="c", speaker="Harbour Relief", low=low, high=high, denied=denied, words="words", figures=())


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ((10, 10), (40, 40), 0.75),
        ((10, 20), (40, None), 0.5),
        ((10, 50), (40, 60), 0.0),
        ((None, 10), (None, 40), 0.0),
        ((0, 0), (5, 5), 1.0),
        ((-4, -4), (-2, -2), 1.0),
        ((None, None), (5, 5), 0.0),
    ],
)
def test_gap(one, other, wanted):
    """The gap is what is missing from the lower claim's top to the higher one's foot, whichever comes first."""
    assert gap(claim(*one), claim(*other)) == gap(claim(*other), claim(*one)) == wanted


def test_a_denial_is_a_whole_gap():
    """Who denies a number is as far from it as can be."""
    assert gap(claim(10, 10), claim(10, 10, denied=True)) == 1.0
