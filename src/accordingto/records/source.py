"""Somebody who speaks in a report."""

from __future__ import annotations

from typing import Literal

from accordingto.records.base import Record
from accordingto.records.span import Span

Kind = Literal["person", "organisation", "document", "media", "people", "anonymous"]
Party = Literal[
    "official",
    "military",
    "armed_group",
    "medical",
    "rescue",
    "humanitarian",
    "academic",
    "media",
    "witness",
    "family",
]


class Source(Record, frozen=True, kw_only=True):
    """One speaker with all the words that the report uses for it.

    `name` is the fullest name in the report, or the fullest description of a source without a name; `role` and
    `affiliation` are the report's own words, None where it gives none, and `role_spans` and `affiliation_spans` are
    where they stand. `party` is what side of public life the source speaks from, None where the text does not tell.
    `note` says why a source could not be tied to a name, None where it was.
    """

    id: str
    name: str
    kind: Kind
    party: Party | None = None
    role: str | None = None
    role_spans: tuple[Span, ...] = ()
    affiliation: str | None = None
    affiliation_spans: tuple[Span, ...] = ()
    note: str | None = None
    mentions: tuple[Span, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """All its spans: mentions, then role, then affiliation."""
        return self.mentions + self.role_spans + self.affiliation_spans
