"""Tokens, pairs and rates."""

from __future__ import annotations

import pytest

from quality.overlap import TOKEN, WORD, Tokenised, f1, jaccard, pairs, percent, source_right


@pytest.mark.parametrize(
    ("token", "bounds", "starts"),
    [
        (TOKEN, (3, 5), {3, 4}),
        (WORD, (3, 5), {4}),
        (TOKEN, (1, 2), {0}),
        (WORD, (3, 4), set()),
        (WORD, (0, 99), {0, 4}),
    ],
)
def test_a_span_touches_each_token_it_shares_a_character_with(token, bounds, starts):
    """A token counts as soon as one character of it is covered; words leave punctuation out."""
    assert Tokenised('He "said', token).touched([bounds]) == starts


def test_pairs_take_the_best_overlap_first():
    """The better of two rivals wins, and what it leaves is paired no more below the floor."""
    gold = [frozenset({1, 2, 3, 4}), frozenset({1, 2, 3})]
    pred = [frozenset({1, 2, 3}), frozenset({9})]
    assert pairs(gold, pred) == [(1, 0)]


def test_a_pair_at_the_floor_counts():
    """Half of the tokens in common is enough."""
    assert pairs([frozenset({1, 2})], [frozenset({1})]) == [(0, 0)]
    assert pairs([frozenset({1, 2, 3})], [frozenset({1})]) == []


def test_nothing_in_common_is_no_overlap():
    """Two empty sets do not count as the same."""
    assert jaccard(frozenset(), frozenset()) == 0.0


@pytest.mark.parametrize(
    ("gold", "pred", "right"),
    [({1, 2}, {2}, True), ({1}, {2}, False), ({1}, set(), False), (set(), set(), True), (set(), {1}, False)],
)
def test_a_source_is_right_if_it_meets_or_both_are_absent(gold, pred, right):
    """One shared token is enough; no source against no source is right."""
    assert source_right(frozenset(gold), frozenset(pred)) is right


def test_rates_of_nothing_are_zero():
    """No predictions and no gold give 0, not an error."""
    assert (f1(0, 0, 0), percent(0, 0)) == (0.0, 0.0)
