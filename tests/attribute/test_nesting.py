"""Which attribution stands within which, against the plain definition."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from accordingto.attribute.nesting import nesting

STRETCHES = st.tuples(st.integers(0, 30), st.integers(1, 15)).map(lambda p: (p[0], p[0] + p[1]))


@st.composite
def _items(draw: st.DrawFn) -> list[tuple[list[tuple[int, int]], tuple[int, int]]]:
    out = []
    for content, around in draw(st.lists(st.tuples(STRETCHES, STRETCHES), max_size=8)):
        out.append(([content], (min(content[0], around[0]), max(content[1], around[1]))))
    return out


@given(_items())
def test_the_smallest_content_that_holds_the_whole_is_the_outer_one(
    items: list[tuple[list[tuple[int, int]], tuple[int, int]]],
) -> None:
    """For each item the answer has the size that a search through all pairs finds."""
    for place, outer in enumerate(nesting(items)):
        own, (first, last) = items[place]
        sizes = {
            other: e - s
            for other, (spans, _) in enumerate(items)
            for s, e in spans
            if other != place and s <= first and last <= e and ((s, e) != (first, last) or (s, e) not in own)
        }
        assert (outer is None) == (not sizes)
        if outer is not None:
            assert sizes[outer] == min(sizes.values())


@given(_items())
def test_nesting_has_no_circles(items: list[tuple[list[tuple[int, int]], tuple[int, int]]]) -> None:
    """Going outward from any item ends."""
    outer = nesting(items)
    for place in range(len(items)):
        steps, at = 0, outer[place]
        while at is not None:
            steps, at = steps + 1, outer[at]
            assert steps <= len(items)
