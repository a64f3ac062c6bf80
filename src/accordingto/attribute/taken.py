"""Which stretches of the text some content claims already."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

Offsets = tuple[int, int]


class Taken:
    """Stretches (code point offsets, none empty) in any order; they may overlap and lie within each other."""

    def __init__(self, spans: Iterable[Offsets]) -> None:
        spans = list(spans)
        self._starts = sorted(s for s, _ in spans)
        self._ends = sorted(e for _, e in spans)

    def touches(self, start: int, end: int) -> bool:
        """Whether one of them has a code point of `start` to `end`: more begin before its end than end before it."""
        return bisect_left(self._starts, end) > bisect_right(self._ends, start)
