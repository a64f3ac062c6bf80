"""The ledger of the example report is the one that was looked through and kept.

After a change of the model or the steps: `accordingto read --example --format json --indent 1` into
tests/golden/harbour-strike.json, and read the difference before committing it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.records import Attribution, Ledger

GOLDEN = Ledger.from_json(Path(__file__).with_name("harbour-strike.json").read_bytes())


def without_confidence(attribution: Attribution) -> tuple[object, ...]:
    a = attribution
    return (a.id, a.source, a.cue, a.content, a.manner, a.stance, a.speaker, a.to, a.within)


def test_document(example):
    """The document is the same, text and all."""
    assert example.document == GOLDEN.document


def test_attributions(example):
    """The statements are the same, with their sources, cues, manner, stance and nesting."""
    assert list(map(without_confidence, example.attributions)) == list(map(without_confidence, GOLDEN.attributions))


def test_confidences(example):
    """The confidences are the same up to what processors differ by."""
    assert [a.confidence for a in example.attributions] == pytest.approx(
        [a.confidence for a in GOLDEN.attributions], abs=0.05
    )


def test_the_rest(example):
    """Narration and the lists of the other steps are the same."""
    assert example.narration == GOLDEN.narration
    assert (example.sources, example.figures, example.dates, example.checks) == (
        GOLDEN.sources, GOLDEN.figures, GOLDEN.dates, GOLDEN.checks,
    )  # fmt: skip


def test_model(example):
    """The golden ledger was made by the model that ships."""
    assert (example.reader.model, example.reader.model_sha256) == (GOLDEN.reader.model, GOLDEN.reader.model_sha256)
