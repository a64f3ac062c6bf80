"""Which stretches are claimed, against the plain definition."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from accordingto.attribute.taken import Taken

STRETCHES = st.tuples(st.integers(0, 30), st.integers(1, 15)).map(lambda p: (p[0], p[0] + p[1]))


@given(st.lists(STRETCHES, max_size=8), STRETCHES)
def test_a_stretch_is_touched_where_one_shares_a_code_point(spans: list[tuple[int, int]], at: tuple[int, int]) -> None:
    """Also where the others overlap or lie within each other."""
    assert Taken(spans).touches(*at) == any(s < at[1] and at[0] < e for s, e in spans)
