"""The reliability table."""

from __future__ import annotations

import pytest

from quality.calibration import calibration_error, reliability


def test_bins_hold_counts_means_and_the_share_right():
    """Each prediction stands in the bin of its confidence; certainty belongs to the last one."""
    table = reliability([(0.82, True), (0.88, False), (1.0, True), (0.0, False)])
    assert [(b.low, b.count) for b in table if b.count] == [(0.0, 1), (0.8, 2), (0.9, 1)]
    assert (table[8].confidence, table[8].right) == (pytest.approx(0.85), 0.5)


def test_an_empty_bin_has_no_means():
    """What was not seen is unknown, never 0."""
    assert reliability([(0.5, True)])[0].right is None


def test_the_error_weighs_bins_by_their_count():
    """Only the bin that is half a point off counts, by its share of the predictions."""
    seen = [(1.0, True), (1.0, True), (0.0, False), (0.5, True), (0.5, False), (0.0, True)]
    assert calibration_error(reliability(seen)) == pytest.approx(2 * 0.5 / 6)


def test_nothing_seen_is_no_error():
    """An empty table has error 0."""
    assert calibration_error(reliability([])) == 0.0
