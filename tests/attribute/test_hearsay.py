"""Hearsay is told from statements with a speaker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.attribute.hearsay import hearsay


def found(text: str) -> list[tuple[str, str]]:
    return [(text[a:b], text[c:d]) for (a, b), (c, d) in hearsay(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("he dismissed reports that the ferry had sunk", "reports", "that the ferry had sunk"),
        ("the rumours that he was shot are false", "the rumours", "that he was shot"),
        ("that the rumors that some met them with bread are untrue", "the rumors", "that some met them with bread"),
        ("there were fears they would lose the harbour", "fears", "they would lose the harbour"),
        ("she was shaken by reports of a fire at the mill", "reports of", "a fire at the mill"),
        ("there are claims that the dam broke, but nobody saw it", "claims", "that the dam broke"),
    ],
)  # fmt: skip
def test_hearsay_with_its_clause(text: str, cue: str, content: str) -> None:
    """A noun that nobody owns and its clause, up to the verb that the noun is subject of, or the clause's end."""
    assert found(text) == [(cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "critics claim that the dam broke",
        "the mayor's claim that the dam broke",
        "her fears that the dam would break",
        "there is no doubt that the dam broke",
        "they read reports, that is all they do",
        "the criticism of the council was loud",
    ],
)
def test_what_is_no_hearsay(text: str) -> None:
    """Verbs of the same form, nouns with an owner, negated ones, and nouns without a clause."""
    assert found(text) == []


@given(st.lists(st.sampled_from(["reports", "that", "of", "the", "they", "would", "are", ",", ".", "ran", "\n"])))
def test_any_words_give_bounds_in_order(some: list[str]) -> None:
    """Cue and content are never empty, lie in the stretch, and the content stands behind the cue."""
    text = " ".join(some)
    for (a, b), (c, d) in hearsay(text, 0, len(text)):
        assert 0 <= a < b <= c < d <= len(text)
