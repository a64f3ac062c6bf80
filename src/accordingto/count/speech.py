"""Who says a figure: the innermost attribution whose content holds it."""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.records import Attribution


class Speech:
    """The attributions of a document, asked by offset."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        """The content spans in text order; demands are left out, for who demands does not state the number in it."""
        spans = sorted(
            ((s.start, s.end, a) for a in attributions if a.stance != "wants" for s in a.content),
            key=lambda row: (row[0], -row[1]),
        )
        self._spans = spans
        self._at = 0
        self._open: list[tuple[int, int, Attribution]] = []
        self._last = -1

    def around(self, offset: int) -> Attribution | None:
        """The attribution with the shortest content span that holds the character at `offset`; ask in text order."""
        if offset < self._last:
            self._at, self._open = 0, []
        self._last = offset
        while self._at < len(self._spans) and self._spans[self._at][0] <= offset:
            self._open.append(self._spans[self._at])
            self._at += 1
        self._open = [row for row in self._open if row[1] > offset]
        return min(self._open, key=lambda row: row[1] - row[0])[2] if self._open else None
