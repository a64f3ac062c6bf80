"""One statement and who makes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from accordingto.errors import InvalidRecord
from accordingto.records.base import Record
from accordingto.records.span import Span

Manner = Literal["direct", "indirect", "mixed"]
Stance = Literal["asserts", "denies", "doubts", "believes", "wants", "asks"]


class Attribution(Record, frozen=True, kw_only=True):
    """A relation of source, cue and content (the terms of PARC 3 and PolNeAR; Pareti 2016, Newell et al. 2018).

    `source` holds the words that name who says it, None where the text names nobody. `cue` holds the words that tie
    source and content, None for a free direct quotation. `content` is what is said, in one or more spans in order.
    `speaker` and `to` are ids of Sources, `within` is the id of the attribution whose content holds this one whole.
    `confidence` is the chance, from 0 to 1, that a careful reader would mark this statement too (calibrated).
    """

    id: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    manner: Manner
    stance: Stance
    speaker: str | None = None
    to: str | None = None
    within: str | None = None
    confidence: float

    def __post_init__(self) -> None:
        """Content stands in order without overlap, an attribution is not within itself, and a chance is a chance."""
        if not self.content:
            raise InvalidRecord(f"attribution {self.id} has no content")
        if any(a.end > b.start for a, b in zip(self.content, self.content[1:], strict=False)):
            raise InvalidRecord(f"attribution {self.id}: its content spans overlap or are out of order")
        if self.within == self.id:
            raise InvalidRecord(f"attribution {self.id} cannot be within itself")
        if not 0.0 <= self.confidence <= 1.0:
            raise InvalidRecord(f"attribution {self.id}: confidence {self.confidence} is not between 0 and 1")

    @property
    def spans(self) -> tuple[Span, ...]:
        """All its spans: source and cue where there are any, then content."""
        return tuple(s for s in (self.source, self.cue, *self.content) if s is not None)


def via(attribution: Attribution, by_id: Mapping[str, Attribution]) -> tuple[str, ...]:
    """Who passes on what this attribution's speaker says, nearest first, as source ids.

    First the medium that the speaker spoke to, then the speaker of the attribution that this one is within, the medium
    that one spoke to, and so on outwards to the outlet, which stands in no list. `by_id` holds all attributions of the
    ledger. A voice that follows itself stands once; unknown voices are left out.
    """
    out: list[str] = []
    seen = {attribution.id}
    now: Attribution | None = attribution
    last = attribution.speaker
    while now is not None:
        for voice in (now.to,) if now is attribution else (now.speaker, now.to):
            if voice is not None and voice != last:
                out.append(voice)
                last = voice
        now = by_id.get(now.within) if now.within is not None and now.within not in seen else None
        if now is not None:
            seen.add(now.id)
    return tuple(out)
