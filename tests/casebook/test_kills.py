"""A program that is killed while it adds loses nothing that was added, and adds nothing twice."""

from __future__ import annotations

import os

import pytest

from benchmarks.kills import kill_often


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_ten_kills(where):
    """After ten kills at chance moments the casebook opens, verifies, and takes the rest."""
    found = kill_often(where, 10, seed=7, most=0.4, verify_each=5)
    assert found.wrong is None
    assert found.hits > 0
