"""When what a figure counts happened: the date expression that governs it."""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.records import Attribution, Date


class Periods:
    """The dates of a document that may say when something happened."""

    def __init__(self, dates: Sequence[Date]) -> None:
        """Durations and sets are no periods; a date without a value is kept for its words."""
        self._dates = [d for d in dates if d.type in {"date", "interval", "time"}]

    def of(self, offset: int, sentence: tuple[int, int], within: Attribution | None) -> Date | None:
        """The date nearest to `offset` in its sentence (offsets), on the same side of an attribution's cue."""
        near = [
            d
            for d in self._dates
            if sentence[0] <= d.span.start < sentence[1]
            and (within is None or any(c.holds(d.span) for c in within.content))
        ]
        return min(near, key=lambda d: abs(d.span.start - offset), default=None)
