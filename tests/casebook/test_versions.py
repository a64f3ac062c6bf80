"""Versions: a report that changes is one report, and what changed in its figures is told."""

from __future__ import annotations

import pytest

from accordingto.casebook.urls import url_key
from accordingto.records import Item
from benchmarks.plain_reports import MadeUpReader

EARLY = "Raid on port.\n\nIlse Marrant (mayor) said 12 people were killed in Mosul in 2004-05.\n\nMore to come."
LATE = EARLY.replace("12 people", "15 people")


def add(casebook, text, **values):
    return casebook.add(Item(**{"name": "a.txt", "data": text.encode(), **values}), MadeUpReader(), by="tester")


def told(version):
    return [(c.kind, c.before and c.before.figure.low, c.after and c.after.figure.low) for c in version.changes]


def test_the_same_address_is_a_later_version(casebook):
    """Added later under its address, a report is the later version of the earlier, whose figures step back."""
    first = add(casebook, EARLY, url="https://www.a.test/raid?utm_source=x")
    second = add(casebook, LATE, url="http://a.test/raid/")
    assert (second.version.earlier, second.version.later) == (first.document, second.document)
    assert told(second.version) == [("changed", 12, 15)]
    assert [one.figure.low for one in casebook.figures()] == [15]
    assert [one.figure.low for one in casebook.figures(outdated=True)] == [12, 15]
    assert list(casebook.versions()) == [second.version]
    assert casebook.verify().faults == ()


def test_an_earlier_version_that_comes_later(casebook):
    """Which version is later goes by the days that the reports state, not by the order of adding."""
    late = add(casebook, LATE, url="https://a.test/raid", published="2004-05-03")
    early = add(casebook, EARLY, url="https://a.test/raid", published="2004-05-02")
    assert (early.version.earlier, early.version.later) == (early.document, late.document)
    assert [one.figure.low for one in casebook.figures()] == [15]


def test_the_same_title_with_much_of_the_same_text(casebook):
    """Without an address, outlet and title and the text itself tell; the reason says how much is the same."""
    add(casebook, EARLY, title="Raid on the port", outlet="Wire")
    second = add(casebook, LATE, title="RAID ON THE PORT", outlet="The Wire")
    assert second.version.because.startswith("the same outlet and title, and ")


@pytest.mark.parametrize(
    "values", [{"title": "Raid on the port", "outlet": "Other"}, {"title": "Another", "outlet": "Wire"}, {}]
)
def test_other_reports_are_no_versions(casebook, values):
    """Another outlet's report of the same words is a copy, no version."""
    add(casebook, EARLY, title="Raid on the port", outlet="Wire")
    assert add(casebook, LATE, **values).version is None


def test_a_title_that_comes_back_is_no_version(casebook):
    """A new report under an old title shares hardly any words in order."""
    add(casebook, EARLY, title="Daily toll", outlet="Wire")
    other = "Tomas Veldt (army spokesman) said 9 people were injured in Goma in 2004-06. The road is open again today."
    assert add(casebook, other, title="Daily toll", outlet="Wire").version is None


def test_three_versions_are_a_chain(casebook):
    """Each version is linked to the one before it, and only the last one's figures are found."""
    added = [add(casebook, EARLY.replace("12 people", f"{n} people"), url="https://a.test/raid") for n in (1, 2, 3)]
    assert [(v.earlier, v.later) for v in casebook.versions()] == [
        (added[0].document, added[1].document),
        (added[1].document, added[2].document),
    ]
    assert [one.figure.low for one in casebook.figures()] == [3]


def test_figures_that_come_and_go(casebook):
    """A figure that is gone, and one that is new, are told as such; one that stayed is not told."""
    more = "Tomas Veldt (army spokesman) said 9 people were injured in Mosul in 2004-05."
    add(casebook, f"{EARLY} {more}", url="https://a.test/raid")
    new = "Harbour Relief said 40 people were displaced in Mosul in 2004-05."
    second = add(casebook, f"{EARLY} {new}", url="https://a.test/raid")
    assert told(second.version) == [("gone", 9, None), ("new", None, 40)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.a.test/x/", "http://a.test/x", True),
        ("https://a.test/x?id=1&utm_medium=m#top", "https://a.test/x?id=1", True),
        ("https://a.test/x?b=2&a=1", "https://a.test/x?a=1&b=2", True),
        ("https://a.test/x?id=1", "https://a.test/x?id=2", False),
        ("https://a.test:8080/x", "https://a.test/x", False),
        ("https://a.test/X", "https://a.test/x", False),
    ],
)
def test_addresses_of_one_report(one, other, same):
    """What only tells where a reader came from makes no difference; what names the page does."""
    assert (url_key(one) == url_key(other)) is same
