"""A number in a text with what changes it -> its bounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from accordingto.count.nouns import Phrase
from accordingto.language.en.quantities import Effect

QuantityKind = Literal["exact", "vague", "couple", "fraction", "zero", "both"]
_ROUGH: frozenset[Effect] = frozenset({"about", "estimated", "projected", "average"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number in a text: word indexes of the whole and of its numerals, its bare bounds, and what changes them."""

    start: int
    end: int
    number: tuple[int, int]
    low: float
    high: float
    effects: tuple[Effect, ...] = ()
    kind: QuantityKind = "exact"
    unit: str | None = None
    """`percent`, a currency code, or the unit of a measure; None where things or people are counted."""
    phrase: Phrase | None = None
    words: bool = False
    """Whether it is written in words alone."""

    @property
    def last(self) -> int:
        """The index behind the last word of the number and of what it counts."""
        return max(self.end, self.phrase.end) if self.phrase else self.end

    @property
    def approx(self) -> bool:
        """Whether it is meant roughly."""
        return self.kind == "couple" or any(effect in _ROUGH for effect in self.effects)

    @property
    def vague(self) -> bool:
        """Whether it is a vague word (`dozens`)."""
        return self.kind in {"vague", "couple"}

    def bounds(self) -> tuple[float | None, float | None]:
        """Low and high as the effects change them; `more than` goes one up only for whole people or things."""
        low: float | None = self.low
        high: float | None = self.high
        step = 1 if self.unit is None and isinstance(self.low, int) and isinstance(self.high, int) else 0
        if self.kind == "vague":
            high = None
        for effect in self.effects:
            if effect == "least":
                high = None
            elif effect == "more":
                low, high = self.low + (step if self.kind != "vague" else 0), None
            elif effect == "most":
                low = None
            elif effect == "less":
                low, high = None, self.high - step
        return low, high
