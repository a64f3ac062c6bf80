"""What a page of a long list holds, as records."""

from __future__ import annotations

from typing import Any, Generic, Literal, TypeVar

from accordingto.casebook.filters import Review
from accordingto.records import Reported, Stated
from accordingto.records.base import Record

Item = TypeVar("Item")
CAP = 10_000
"""Lists that are longer are not counted to their end."""


class Page(Record, Generic[Item], frozen=True, kw_only=True):
    """A part of a list: `limit` items or fewer from `offset` on.

    `total` is how many there are in all; where `capped`, there are more than that.
    """

    items: tuple[Item, ...]
    total: int
    capped: bool = False
    offset: int = 0
    limit: int = 50


class ReportRow(Record, frozen=True, kw_only=True):
    """A report without its text; `number` is the entry that added it, `at` when (ISO 8601 in UTC), `by` by whom.

    `statements` and `figures` are those that stand, without rejected ones; `checks` are the findings of its reader.
    """

    number: int
    document: str
    name: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    media_type: str
    statements: int
    figures: int
    checks: int
    outdated: bool
    at: str
    by: str


class FigureRow(Record, frozen=True, kw_only=True):
    """A figure with decisions applied, and what these have made of it; `voice` is the id of who states it."""

    figure: Reported
    review: Review
    outdated: bool
    voice: str | None = None


class StatementRow(Record, frozen=True, kw_only=True):
    """A statement with decisions applied, and what these have made of it; `voice` is the id of who makes it."""

    statement: Stated
    review: Review
    outdated: bool
    voice: str | None = None


class VoiceRow(Record, frozen=True, kw_only=True):
    """A voice with its commonest name, and how many reports, statements and figures it has.

    `names` holds all its spellings with the number of reports that use each, the commonest first; it is empty in lists.
    """

    id: str
    name: str
    kind: str
    reports: int
    statements: int
    figures: int
    names: tuple[tuple[str, int], ...] = ()


class Role(Record, frozen=True, kw_only=True):
    """What one report calls a voice: its name, role and affiliation in the report's words.

    `source` is the id of the report's source, `because` why it is taken for this voice, None for the first.
    """

    source: str
    document: str
    title: str | None
    outlet: str | None
    published: str | None
    name: str
    role: str | None
    affiliation: str | None
    party: str | None
    because: str | None


class RejectionRow(Record, frozen=True, kw_only=True):
    """What was rejected, when and by whom it was given; `sha256` is that of its bytes where there were some."""

    number: int
    name: str
    reason: str
    message: str
    sha256: str | None
    at: str
    by: str


class ContestRow(Record, frozen=True, kw_only=True):
    """A contest without its figures.

    `harm` and `country` are those of its first topic. `conflicts` counts the comparisons that are conflicts, `widest`
    is the largest distance between the ranges of two claims in conflict, None where there is none. `earliest` and
    `latest` are the days of its first and last report. `entry` is the entry up to which it was made.
    """

    id: str
    subject: str
    harm: str | None
    country: str | None
    figures: int
    reports: int
    publishers: int
    origins: int
    conflicts: int
    widest: float | None
    earliest: str | None
    latest: str | None
    entry: int


class Facet(Record, frozen=True, kw_only=True):
    """A value by which a list can be narrowed: what to filter by, how to show it, and how many reports have it."""

    value: str
    label: str
    reports: int


class Facets(Record, frozen=True, kw_only=True):
    """The most frequent values among the reports that fit a filter, the commonest first; years and months by time.

    `months` are those of the reports' latest years. `counted` is how many reports were counted: all that fit, or the
    latest of them where they are many, in which case `exact` is false.
    """

    outlets: tuple[Facet, ...]
    years: tuple[Facet, ...]
    months: tuple[Facet, ...]
    speakers: tuple[Facet, ...]
    harms: tuple[Facet, ...]
    countries: tuple[Facet, ...]
    counted: int
    exact: bool


class Head(Record, frozen=True, kw_only=True):
    """The last entry: its number, 0 where there is none, and its hash."""

    number: int
    hash: str


class Event(Record, frozen=True, kw_only=True):
    """An entry as others see it: what was done, when, by whom and why.

    `target` is what it is about (`report:…`, `figure:…`), None for what was rejected. `holds` is the entry's payload:
    of a decision its `kind` and `value`.
    """

    number: int
    kind: Literal["report", "ledger", "version", "rejection", "decision"]
    at: str
    by: str
    why: str | None
    target: str | None
    holds: dict[str, Any]
