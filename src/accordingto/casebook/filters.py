"""What is asked for: a filter for each kind of list. What is None fits all; what is given must all fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from accordingto.records import DecisionKind, Kind, Reason

Review = Literal["accepted", "corrected", "rejected", "added", "none"]
"""What a decision has made of a figure or statement: `added` are those that the program had missed, `none` those about
which nothing was decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFilter:
    """What reports must fit.

    `text` searches title, outlet, name and the words of all statements (see `fulltext`). `published_from` and
    `published_to` are EDTF, and take the first day of the one to the last of the other. `speaker` takes the reports in
    which a voice speaks whose names have these words, `voice` those of one voice by the id of any of its sources;
    `harm` and `place` those with a figure of it, as a filter for figures takes it. `outdated` takes earlier versions,
    too.
    """

    text: str | None = None
    outlet: str | None = None
    published_from: str | None = None
    published_to: str | None = None
    speaker: str | None = None
    voice: str | None = None
    harm: str | None = None
    place: str | None = None
    outdated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFilter:
    """What figures must fit; None fits all.

    `place` is a place's name or a country's name or code, and takes what lies within; `period` is EDTF, and takes what
    overlaps it; `speaker` takes every voice whose name has its words, under all its spellings, `voice` one voice by the
    id of any of its sources. `low` and `high` bound the number as stated, whatever end of a range that is. `outdated`
    takes earlier versions of reports, too, and `rejected` figures that a decision has rejected; `review` takes those
    with that outcome, rejected ones if it says so.
    """

    harm: str | None = None
    place: str | None = None
    period: str | None = None
    speaker: str | None = None
    voice: str | None = None
    unit: str | None = None
    low: float | None = None
    high: float | None = None
    outlet: str | None = None
    document: str | None = None
    review: Review | None = None
    outdated: bool = False
    rejected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFilter:
    """What statements must fit; `about` searches their words (see `fulltext`), the rest is as for figures."""

    speaker: str | None = None
    voice: str | None = None
    about: str | None = None
    outlet: str | None = None
    stance: str | None = None
    document: str | None = None
    review: Review | None = None
    outdated: bool = False
    rejected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceFilter:
    """What voices must fit: words of their names, and the kind; `named=False` takes those without a name, too."""

    name: str | None = None
    kind: Kind | None = None
    named: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFilter:
    """What decisions must fit: the target, what that is (`figure`, `contest`, …), the report, the kind and by whom.

    `document` takes decisions about the report itself and all that is in it; `day` those of one day in
    UTC, `2024-05-01`, or of a month or year by its beginning.
    """

    target: str | None = None
    about: str | None = None
    document: str | None = None
    kind: DecisionKind | None = None
    by: str | None = None
    day: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectionFilter:
    """What rejections must fit: the reason's code, and a part of the name."""

    reason: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestFilter:
    """What contests must fit: harm and country (ISO 3166-1 alpha-2) of their topics' first, words that are all in the
    subject, the reason of a comparison, how many conflicts they have at least, and a figure or report that is in them.
    """

    harm: str | None = None
    country: str | None = None
    subject: str | None = None
    reason: Reason | None = None
    conflicts: int | None = None
    figure: str | None = None
    document: str | None = None
