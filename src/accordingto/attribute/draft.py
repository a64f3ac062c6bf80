"""An attribution in the making."""

from __future__ import annotations

from dataclasses import dataclass

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An attribution in the making: code point offsets, and the chance that it is right."""

    source: Offsets | None
    cue: Offsets | None
    content: tuple[Offsets, ...]
    chance: float

    @property
    def spans(self) -> tuple[Offsets, ...]:
        """All its offsets, in text order."""
        return tuple(sorted(s for s in (self.source, self.cue, *self.content) if s is not None))
