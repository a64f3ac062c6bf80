"""The passages with figures: which are held back, and what is counted right."""

from __future__ import annotations

import random

import pytest

from quality import corpora, figures
from tests.quality import made_up


@pytest.fixture
def passages(tmp_path):
    """Seven made-up passages and the folder of their ledgers."""
    made_up.gold(random.Random(3), tmp_path / "figures", tmp_path / "ledgers", reports=7)
    return corpora.gold(tmp_path / "figures"), tmp_path / "ledgers"


def test_the_third_of_every_three_is_held_back(passages):
    """Sorted by name, the passages at 2, 5, 8 … are held, the others tuned; both carry the digest of all."""
    corpus, _ = passages
    tuned, held = figures.halves(corpus)
    assert [r.name for r in held.reports] == ["r2", "r5"]
    assert [r.name for r in tuned.reports] == ["r0", "r1", "r3", "r4", "r6"]
    assert tuned.digest == held.digest == corpus.digest


def test_only_figures_are_measured_and_each_has_an_outcome(passages):
    """Measures are of figures alone, and every predicted figure counts for or against its confidence."""
    corpus, _ = passages
    made = {r.name: made_up.ledger(random.Random(1), r.text, []) for r in corpus.reports}
    found = figures.score(corpus, made)
    assert all(name.startswith("figure") for name in found)
    assert 0 <= found["figure: 100 - calibration error"] <= 100
    assert sum(len(led.figures) for led in made.values()) == len(figures.outcomes(corpus, made))


def test_a_report_that_is_absent_gives_no_detail(passages):
    """The detail of a report is measured only where the corpus has it."""
    corpus, _ = passages
    assert figures.detail(corpus, {}, "no-such-report") == {}
    assert list(figures.detail(corpus, {}, "r0").values()) == [0.0]
