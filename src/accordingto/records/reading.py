"""What the model reads in a document: labelled spans, and links between them."""

from __future__ import annotations

from accordingto.errors import InvalidRecord
from accordingto.records.base import Record
from accordingto.records.span import Span


class Tagged(Record, frozen=True, kw_only=True):
    """A span with its label (`source`, `cue`, `content`) and the model's raw score for it, 0 to 1."""

    span: Span
    label: str
    score: float


class Link(Record, frozen=True, kw_only=True):
    """A relation from one tagged span to another: their places in `Reading.spans`, and the raw score, 0 to 1."""

    head: int
    tail: int
    score: float


class Reading(Record, frozen=True, kw_only=True):
    """All spans of a document, in text order, with the links from a relation's head (a cue) to its parts."""

    spans: tuple[Tagged, ...] = ()
    links: tuple[Link, ...] = ()

    def __post_init__(self) -> None:
        """A link must lead from a span to another one that exists."""
        for link in self.links:
            if not (0 <= link.head < len(self.spans) and 0 <= link.tail < len(self.spans)) or link.head == link.tail:
                raise InvalidRecord(f"link {link.head} -> {link.tail} leads nowhere among {len(self.spans)} spans")
