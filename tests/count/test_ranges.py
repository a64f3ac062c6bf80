"""Ranges read back, in whatever way they are written."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.count.told import one, ranges
from tests.count.written import written

_WAYS = (
    "from {} to {} villagers fled.",
    "Between {} and {} villagers fled.",
    "{}-{} villagers fled.",
    "{} – {} villagers fled.",
    "{}–{} villagers fled.",
    "Some {} to {} villagers fled.",
)


@given(st.integers(2, 10**9), st.integers(2, 10**9), st.sampled_from(_WAYS), st.booleans())
def test_any_range_in_digits_reads_back(one_end: int, other: int, way: str, grouped: bool) -> None:  # noqa: FBT001
    """Both ends of a range in digits come out as they went in."""
    low, high = sorted((one_end, other))
    assume(low != high)
    form = "{:,}" if grouped else "{}"
    assume(grouped or not any(1400 <= n <= 2100 or n >= 10**7 for n in (low, high)))
    assert ranges(way.format(form.format(low), form.format(high))) == [(low, high)]


@given(st.integers(2, 10**6), st.integers(2, 10**6))
def test_any_range_in_words_reads_back(one_end: int, other: int) -> None:
    """So do both ends of one in words, behind "between", save where the second's scale may be the first's too."""
    low, high = sorted((one_end, other))
    two_hundred = any(high % scale == 0 and low < high // scale for scale in (100, 1000))
    assume(low != high and not two_hundred)
    text = f"Between {written(low, joint=' ', comma=' ')} and {written(high, joint=' ', comma=' ')} villagers fled."
    assert ranges(text) == [(low, high)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Two or three men were hurt.", 2, 3),
        ("Two to three million people left.", 2_000_000, 3_000_000),
        ("Two to three hundred people left.", 200, 300),
        ("Between 1.5 and 2 million people left.", 1_500_000, 2_000_000),
        ("Anywhere between 40 and 60 houses burned.", 40, 60),
        ("15 to 20 percent of the city is left.", 15, 20),
        ("At the camp, 100 to as many as 150 people were ill.", 100, 150),
    ],
)
def test_ranges(text: str, low: float, high: float) -> None:
    """A scale behind the second number is the first one's too."""
    found = one(text)
    assert (found.low, found.high) == (low, high)


def test_a_change_is_two_figures() -> None:
    """What rose from one number to another is no range."""
    assert ranges("The death toll rose from 11 to 33.") == [(11, 11), (33, 33)]
