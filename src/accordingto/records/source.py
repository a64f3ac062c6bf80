"""Somebody who speaks in a report."""

from __future__ import annotations

from typing import Literal

from accordingto.records.base import Record
from accordingto.records.span import Span

Kind = Literal["person", "organisation", "document", "media", "people", "anonymous"]


class Source(Record, frozen=True, kw_only=True):
    """One speaker with all the words that the report uses for it.

    `name` is the fullest name in the report, or the fullest description of a source without a name; `role` and
    `affiliation` are the report's own words, None where it gives none.
    """

    id: str
    name: str
    kind: Kind
    role: str | None = None
    affiliation: str | None = None
    mentions: tuple[Span, ...]
