"""Who passes on what somebody says."""

from __future__ import annotations

import pytest

from accordingto.records import Attribution, Span, via


def said(number: int, speaker: str | None = None, *, to: str | None = None, within: int | None = None) -> Attribution:
    """Statement `a{number}` of `speaker`."""
    return Attribution(
        id=f"a{number}",
        source=None,
        cue=None,
        content=(Span(start=0, end=2, text="no"),),
        manner="indirect",
        stance="asserts",
        speaker=speaker,
        to=to,
        within=None if within is None else f"a{within}",
        confidence=0.5,
    )


@pytest.mark.parametrize(
    ("statements", "passed_on"),
    [
        ([said(1, "mayor")], ()),
        ([said(1, "ambassador", to="paper")], ("paper",)),
        ([said(1, "paper"), said(2, "ministry", within=1), said(3, "doctor", within=2)], ("ministry", "paper")),
        ([said(1, "minister", to="agency"), said(2, "doctor", within=1)], ("minister", "agency")),
        ([said(1, None), said(2, "doctor", within=1)], ()),
        ([said(1, "general"), said(2, "general", within=1)], ()),
        ([said(1, "paper"), said(2, "mayor", to="paper", within=1)], ("paper",)),
    ],
)
def test_nearest_first(statements, passed_on):
    """First who was spoken to, then the statements around; nobody follows himself, and the unnamed are left out."""
    assert via(statements[-1], {a.id: a for a in statements}) == passed_on


def test_statements_that_are_within_each_other_end():
    """A circle, which no ledger should have, does not hold the program up."""
    a, b = said(1, "mayor", within=2), said(2, "paper", within=1)
    assert via(a, {"a1": a, "a2": b}) == ("paper",)


def test_a_statement_around_that_is_not_there():
    """An outer statement that was left out ends the list."""
    assert via(said(2, "doctor", within=1), {}) == ()
