"""Cohen's kappa: published examples, where it is undefined, and what must hold for all labels."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.review import kappa

# Cohen 1960, table 1, as numbers of 200 cases; Fleiss, Levin and Paik 2003, table 18.1, of 100.
COHEN = ((88, 14, 18), (10, 40, 10), (2, 6, 12))
FLEISS = ((75, 1, 4), (5, 4, 1), (0, 0, 10))
LABELS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), max_size=60)


def labels(table):
    return [(str(i), str(j)) for i, row in enumerate(table) for j, count in enumerate(row) for _ in range(count)]


@pytest.mark.parametrize(
    ("table", "observed", "expected", "value"), [(COHEN, 0.70, 0.41, 0.492), (FLEISS, 0.89, 0.66, 0.68)]
)
def test_published_examples(table, observed, expected, value):
    """The values are those of the textbooks, to the digits that they print."""
    found = kappa(labels(table))
    assert (found.observed, found.expected) == (pytest.approx(observed), pytest.approx(expected))
    assert found.kappa == pytest.approx(value, abs=0.005)


def test_the_error_is_the_published_one():
    """The standard error of the textbook's example is the one that it prints, 0.087, and the interval follows."""
    found = kappa(labels(FLEISS))
    assert (found.high - found.low) / 2 / 1.959964 == pytest.approx(0.087, abs=0.001)
    assert (found.low, found.high) == (pytest.approx(0.505, abs=0.001), pytest.approx(0.848, abs=0.001))


def test_the_error_is_that_of_a_large_sample():
    """Ten times the items at the same shares make the interval narrower by the root of ten."""
    one, ten = kappa(labels(COHEN)), kappa(labels(COHEN) * 10)
    assert one.kappa == pytest.approx(ten.kappa)
    assert (one.high - one.low) / (ten.high - ten.low) == pytest.approx(math.sqrt(10))


@pytest.mark.parametrize("given_labels", [[], [("accept", "accept")], [("accept", "accept")] * 50])
def test_undefined_is_none(given_labels):
    """Without items, and where one label is all there is, there is no kappa, and no number stands for it."""
    found = kappa(given_labels)
    assert (found.kappa, found.low, found.high) == (None, None, None)


def test_perfect_agreement_has_no_interval():
    """A kappa of 1 has no error by the formula, so that no interval is given instead of one of no width."""
    found = kappa([("a", "a"), ("b", "b"), ("b", "b")])
    assert (found.kappa, found.low, found.high) == (1.0, None, None)


@given(LABELS)
def test_bounds(given_labels):
    """It is never NaN, lies from -1 to 1 and in its interval, and is the same for the two people exchanged."""
    found, other = kappa(given_labels), kappa([(b, a) for a, b in given_labels])
    assert found.kappa == other.kappa
    assert found.low == pytest.approx(other.low)
    if found.kappa is not None:
        assert -1 <= found.kappa <= 1
    if found.low is not None:
        assert -1 <= found.low <= found.kappa <= found.high <= 1
