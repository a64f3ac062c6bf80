from hypothesis import given
from hypothesis import strategies as st

from accordingto.check.likeness import Ranges, overlap
from accordingto.records import Figure, Span


@st.composite
def ranges(draw):
    """A figure with any range, open or not, rough or not."""
    low, high = draw(st.none() | st.integers(0, 30)), draw(st.none() | st.integers(0, 30))
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Figure(id="f", span=Span.of("x", 0, 1), low=low, high=high, approx=draw(st.booleans()), unit="people",
                  confidence=1.0)  # fmt: skip


@given(ranges(), st.lists(ranges(), max_size=8))
def test_ranges_meet_where_one_of_them_overlaps(one, others):
    """Many ranges meet a figure where at least one of them overlaps with it."""
    assert Ranges(others).meet(one) == any(overlap(one, other) for other in others)


@given(ranges(), ranges())
def test_overlap_goes_both_ways(one, two):
    """If one figure's range overlaps with another's, so does the other's with it."""
    assert overlap(one, two) == overlap(two, one)
