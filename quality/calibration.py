"""Is confidence a chance? Of the attributions with a confidence of 0.8, about 80 % should be right.

An attribution is right here if its content meets a gold one's at a Jaccard of at least 0.5, paired one to one. Nested
ones are left out: PolNeAR marks none (not one in its development half), so it cannot tell whether they are right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from accordingto.records import Ledger
from quality.corpora import Corpus, Marked
from quality.polnear import match, predictions

BINS = 10


class Bin(msgspec.Struct, frozen=True, kw_only=True):
    """The predictions with a confidence from `low` to `high`: how many, their mean confidence, the share right."""

    low: float
    high: float
    count: int
    confidence: float | None
    right: float | None


def outcomes(corpus: Corpus[tuple[Marked, ...]], ledgers: Mapping[str, Ledger]) -> list[tuple[float, bool]]:
    """Each predicted attribution's confidence, and whether it was right."""
    out = []
    for report in corpus.reports:
        ledger = ledgers[report.name]
        found = {pair.pred for pair in match(report.text, report.marks, predictions(report, ledger)).pairs}
        out += [(a.confidence, j in found) for j, a in enumerate(ledger.attributions) if a.within is None]
    return out


def reliability(seen: Sequence[tuple[float, bool]], bins: int = BINS) -> list[Bin]:
    """The reliability table: bins of equal width from 0 to 1, the last one closed; an empty bin has no means."""
    rows: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for confidence, right in seen:
        rows[min(int(confidence * bins), bins - 1)].append((confidence, right))
    return [
        Bin(
            low=i / bins,
            high=(i + 1) / bins,
            count=len(row),
            confidence=sum(c for c, _ in row) / len(row) if row else None,
            right=sum(r for _, r in row) / len(row) if row else None,
        )
        for i, row in enumerate(rows)
    ]


def calibration_error(table: Sequence[Bin]) -> float:
    """The expected calibration error, 0 to 1: the mean distance of confidence and share right, weighted by count."""
    total = sum(b.count for b in table)
    gaps = (b.count * abs(b.confidence - b.right) for b in table if b.confidence is not None and b.right is not None)
    return sum(gaps) / total if total else 0.0
