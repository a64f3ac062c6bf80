"""Float beside int8."""

from __future__ import annotations

from quality.polnear import MAIN
from quality.quantised import lost, table


def test_only_more_than_half_a_point_is_lost():
    """Half a point is allowed, a gain is no loss."""
    exact = dict.fromkeys(MAIN, 80.0)
    small = dict(zip(MAIN, (79.5, 79.4, 81.0, 80.0), strict=True))
    assert lost(exact, small) == [MAIN[1]]


def test_the_table_shows_the_change():
    """Each measure with both values and the signed change."""
    exact, small = dict.fromkeys(MAIN, 80.0), dict.fromkeys(MAIN, 79.25)
    assert table(exact, small).splitlines()[1].split() == [*MAIN[0].split(), "80.00", "79.25", "-0.75"]
