"""What one range made of another of one source."""

from __future__ import annotations

import pytest

from accordingto.compare.ranges import Range, altered


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (Range(None, 600), Range(600, None), "point_quoted_as_bound"),
        (Range(None, 600), Range(601, None), "point_quoted_as_bound"),
        (Range(None, 600), Range(900, None), None),
        (Range(104, 223), Range(150, 223), "interval_moved"),
        (Range(104, 223), Range(104, 223), None),
    ],
)
def test_what_was_altered(one: Range, other: Range, reason: str | None) -> None:
    """One number as an upper bound here and as a lower there, or an interval with one end moved; either way round."""
    assert altered(one, other, a_first=None) == reason
    assert altered(other, one, a_first=None) == reason
