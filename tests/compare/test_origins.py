"""Copies of texts, first publishers, and statements that are repeated."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.compare import Text, compare, copies
from accordingto.compare.copies import THRESHOLD, shared, shingles
from accordingto.compare.publishers import publisher
from accordingto.compare.speakers import voices
from benchmarks import casebook
from benchmarks.made_reports import make
from tests.compare.made import says

DAY = {"place": "Mosul", "period": "2017-03-17", "published": "2017-03-18", "counted": "people"}


@pytest.fixture(scope="module")
def made():
    return make(120, seed=7)


@pytest.fixture(scope="module")
def measured(made):
    return casebook.measure_copies(made)


def test_planted_copies_are_found(measured):
    """Every planted copy is found, cut, edited and under another outlet, and no two unrelated reports are joined."""
    found, _ = measured
    assert (found.precision, found.recall) == (1.0, 1.0)
    assert found.pairs_planted > 50


def test_the_threshold_has_room_on_both_sides(measured):
    """The least alike copy lies well above the threshold, the most alike unrelated reports well below."""
    found, _ = measured
    assert found.most_unrelated + 0.1 < THRESHOLD < found.least_copy - 0.1


def test_planted_reasons_are_found(made, measured):
    """Every planted pair of figures has its verdict and its reason, with no other conflict and no two events joined."""
    found = casebook.measure_reasons(made, measured[1])
    assert found.right == found.planted
    assert found.conflicts_found == found.conflicts_planted_there > 0
    assert found.mixed == 0
    assert found.origins_right == found.origins_planted


def test_the_order_of_reports_makes_no_difference(made):
    """Copies are the same whatever the order in which the reports come."""
    texts = casebook.texts(made.ledgers)
    mixed = random.Random(1).sample(texts, len(texts))
    assert copies(mixed) == copies(texts)


def test_a_copy_names_the_earliest():
    """What a report is a copy of is the earliest report of the text."""
    words = " ".join(f"word{n}" for n in range(60))
    found = copies([Text("b", f"{words} end", "2020-01-02"), Text("a", words, "2020-01-03"), Text("c", "else", None)])
    assert {i: c.of for i, c in found.items()} == {"b": "b", "a": "b", "c": "c"}
    assert found["a"].shared == 1.0


@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_texts(texts):
    """Whatever the texts, each has a first one, which is its own first."""
    found = copies([Text(str(n), t) for n, t in enumerate(texts)])
    assert set(found) == {str(n) for n in range(len(texts))}
    assert all(found[c.of].of == c.of for c in found.values())


def test_short_texts_are_copies_only_of_the_same_words():
    """Two headlines that share most words are not copies of each other."""
    assert shared(shingles("three were killed in the harbour today"), shingles("three were killed in the harbour")) < 1
    assert shared(shingles("Three were killed!"), shingles("three were killed")) == 1


@pytest.mark.parametrize(
    ("beside", "name", "shows"),
    [
        ({"notes": ("agency: Reuters",), "outlet": "Quay Courier"}, "Reuters", "dateline"),
        ({"author": "By Mira Oduya / AFP", "outlet": "Quay Courier"}, "AFP", "byline"),
        ({"outlet": "The Associated Press"}, "AP", "outlet"),
        ({"notes": ("canonical: https://www.lantern.example/a",), "url": "https://m.quay.example/a"},
         "lantern.example", "canonical"),
        ({"outlet": "Quay Courier", "url": "https://quay.example/a"}, "Quay Courier", "outlet"),
        ({"url": "https://www.quay.example/a"}, "quay.example", "address"),
        ({"url": "http://[bad"}, "report", "does not say"),
    ],
)  # fmt: skip
def test_publishers(beside, name, shows):
    """A report goes back to the agency that it names, else to its outlet or host; the evidence says by what."""
    found = publisher(says("7 people died.", "7 people", 7, **beside))
    assert found.name.startswith(name)
    assert shows in found.evidence


def test_spellings_of_one_speaker_are_joined():
    """A surname with its only full name, a title, an acronym with its name; but no two people of one surname."""
    names = ["Ilse Marrant", "Mayor Marrant", "Dr. Tomas Vehl", "Vehl", "Lena Korro", "Anselm Korro", "Korro"]
    figures = [says(f"{n} said 7 people died.", "7 people", 7, speaker=n, report=n) for n in names]
    figures += [
        says(f"{n} said 7 people.", "7 people", 7, speaker=n, report=n, kind="organisation")
        for n in ("World Health Organization", "the WHO", "WHO")
    ]
    found = voices(figures)
    keys = [found[f.id].key for f in figures]
    assert keys[0] == keys[1]
    assert keys[2] == keys[3]
    assert len(set(keys[4:7])) == 3
    assert len(set(keys[7:])) == 1
    assert found[figures[1].id].name in {"Ilse Marrant", "Mayor Marrant"}


def test_sources_without_a_name_are_not_joined_across_reports():
    """`Residents` of two reports may be two groups of people."""
    figures = [
        says("residents said 7 people died.", "7 people", 7, speaker="residents", kind="people", report=r) for r in "ab"
    ]
    assert len({v.key for v in voices(figures).values()}) == 2


def test_one_statement_in_many_reports_is_one_origin():
    """Five reports by three publishers of what one spokesman said on one day have one origin."""
    outlets = ["Quay Courier", "Lantern Post", None, None, None]
    figures = [
        says(f"Korro said 12 people died, report {n}.", "12 people", 12, speaker="Anselm Korro", report=f"r{n}",
             outlet=outlet, notes=() if outlet else ("agency: Reuters",), **DAY)
        for n, outlet in enumerate(outlets)
    ]  # fmt: skip
    (contest,) = compare(figures)
    assert contest.summary == "5 reports, 3 publishers, 1 origin"
    evidence = [line for o in contest.origins if o.level == "statement" for line in o.evidence]
    assert evidence == ["the same speaker, number and day: Anselm Korro"]


def test_the_same_quoted_words_are_one_statement():
    """Two reports that quote the same words have one origin, even where they name the speaker differently."""
    quote = "says “we have buried 12 people in one grave since dawn”"
    figures = [
        says(f"{who} {quote}.", "12 people", 12, speaker=who, kind="people", report=who, **DAY)
        for who in ("a gravedigger", "an old man")
    ]
    (contest,) = compare(figures)
    assert sum(o.level == "statement" for o in contest.origins) == 1


def test_two_voices_are_two_origins():
    """The same number by two named speakers is two statements."""
    figures = [
        says(f"{who} said 12 people died.", "12 people", 12, speaker=who, report=who, **DAY)
        for who in ("Anselm Korro", "Lena Straub")
    ]
    (contest,) = compare(figures)
    assert contest.summary == "2 reports, 2 publishers, 2 origins"
