"""Agreement between reviewers: whose words are set side by side, and where they disagree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.records import Decision
from accordingto.review import agreement

A, B, C = "A. Reader", "M. Okafor", "S. Lind"
FIGURE = "figure:1f3c0a7b2d4e5f60/f1"


def decisions(*told):
    """Decisions of (person, kind, value, target)."""
    return [
        Decision(number=n, target=target, kind=kind, value=value, why=f"reason {n}", by=by, at=f"2026-01-{n:02}T10:00")
        for n, (by, kind, value, target) in enumerate(told, 1)
    ]  # fmt: skip


def says(by, kind, target=FIGURE, /, **value):
    return by, kind, value, target


def undoes(by, number, target=FIGURE):
    return by, "undo", {"decision": number}, target


def labels(*told):
    """The labels of the only pair, where each has said one thing."""
    (pair,) = agreement(decisions(*told)).pairs
    ((first, second, count),) = pair.table
    assert count == 1
    return first, second


def test_the_own_last_word_counts():
    """What somebody said before changing their mind plays no part."""
    assert labels(says(A, "reject"), says(B, "accept"), says(A, "accept")) == ("accept", "accept")


def test_a_disagreement_says_who_what_why_and_when():
    """Both words of a disagreement stand with their persons, reasons, times and decisions."""
    (found,) = agreement(decisions(says(A, "reject"), says(B, "accept"))).disagreements
    assert (found.target, found.question) == (FIGURE, "review")
    told = [(w.by, w.label, w.why, w.at, w.number) for w in (found.first, found.second)]
    assert told == [
        (A, "reject", "reason 1", "2026-01-01T10:00", 1),
        (B, "accept", "reason 2", "2026-01-02T10:00", 2),
    ]


def test_accepting_a_correction_agrees_with_it():
    """Who accepts a figure that another has corrected takes the correction to be right."""
    assert labels(says(A, "correct", low=12), says(B, "accept")) == ("correct", "correct")
    assert agreement(decisions(says(A, "correct", low=12), says(B, "accept"))).disagreements == ()


def test_accepting_before_a_correction_does_not():
    """Who accepted the figure as it was read has not seen a later correction."""
    assert labels(says(A, "accept"), says(B, "correct", low=12)) == ("accept", "correct")


def test_other_values_are_a_disagreement():
    """Two corrections to different values are one label, and a disagreement on these fields."""
    result = agreement(decisions(says(A, "correct", low=12, harm="missing"), says(B, "correct", low=13)))
    assert [d.fields for d in result.disagreements] == [("low",)]
    assert result.pairs[0].kappa.agreed == 1


def test_taking_the_own_word_back():
    """Somebody who undid their only decision has said nothing."""
    assert agreement(decisions(says(A, "reject"), says(B, "accept"), undoes(A, 1))).pairs == ()


def test_another_takes_no_word_back():
    """That somebody else undid a decision is no change of its maker's mind."""
    assert labels(says(A, "reject"), undoes(B, 1), says(B, "accept")) == ("reject", "accept")


def test_an_undone_correction_is_not_seen():
    """Who accepts after a correction was undone accepts the figure as it was read."""
    assert labels(says(A, "correct", low=1), undoes(B, 1), says(B, "accept"))[1] == "accept"


@pytest.mark.parametrize("target", [FIGURE, "contest:c1", "source:1f3c0a7b2d4e5f60/s1"])
def test_grades_are_a_question_of_their_own(target):
    """Grades are compared with grades, whatever they are about, and not with reviews."""
    told = (says(A, "grade", target, grade="weak"), says(B, "grade", target, grade="fair"), says(B, "accept", target))
    result = agreement(decisions(*told))
    assert [(p.question, p.table) for p in result.pairs] == [("grade", (("weak", "fair", 1),))]
    assert [d.question for d in result.disagreements] == ["grade"]


def test_each_pair_of_people():
    """Three people who decided about one figure are three pairs."""
    result = agreement(decisions(says(A, "accept"), says(B, "accept"), says(C, "reject")))
    assert {(p.first, p.second) for p in result.pairs} == {(A, B), (A, C), (B, C)}
    assert len(result.disagreements) == 2


def test_nothing_shared():
    """People who decided about different things are no pair."""
    assert agreement(decisions(says(A, "accept"), says(B, "accept", "figure:1f3c0a7b2d4e5f60/f2"))).pairs == ()


def test_kappa_of_a_pair():
    """A pair's kappa is that of its table: 4 figures, one of them in dispute."""
    told = [(A, "accept", "reject", "accept", "reject"), (B, "accept", "reject", "reject", "reject")]
    every = [says(by, kind, f"figure:1f3c0a7b2d4e5f60/f{n}") for by, *kinds in told for n, kind in enumerate(kinds)]
    (pair,) = agreement(decisions(*every)).pairs
    assert (pair.kappa.shared, pair.kappa.agreed, pair.kappa.kappa) == (4, 3, 0.5)


KINDS = st.sampled_from(["accept", "correct", "reject", "grade"])
TOLD = st.lists(st.tuples(st.sampled_from([A, B, C]), KINDS, st.sampled_from(["figure:a/f1", "figure:a/f2"])))


@given(TOLD, st.randoms())
def test_the_order_given_makes_no_difference(told, chance):
    """Decisions count in the order of their numbers, and every difference of labels is told."""
    every = decisions(*((by, kind, {"low": 1, "grade": "weak"}, target) for by, kind, target in told))
    shuffled = list(every)
    chance.shuffle(shuffled)
    result = agreement(every)
    assert agreement(shuffled) == result
    apart = sum(p.kappa.shared - p.kappa.agreed for p in result.pairs)
    assert apart == sum(d.first.label != d.second.label for d in result.disagreements)
