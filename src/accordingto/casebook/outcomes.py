"""What came of adding, verifying and finding, as records."""

from __future__ import annotations

from typing import Literal, NamedTuple

from accordingto.records import Ledger, Reported, Stated
from accordingto.records.base import Record


class Change(Record, frozen=True, kw_only=True):
    """What became of one figure from a report's earlier version to its later one."""

    kind: Literal["changed", "gone", "new"]
    before: Reported | None = None
    after: Reported | None = None


class Version(Record, frozen=True, kw_only=True):
    """Two versions of a report (their documents' ids), why they are taken for that, and what changed in the figures."""

    earlier: str
    later: str
    because: str
    title: str | None = None
    outlet: str | None = None
    earlier_published: str | None = None
    later_published: str | None = None
    changes: tuple[Change, ...] = ()


class Added(Record, frozen=True, kw_only=True):
    """A report that was added; `fresh` is false where it was there and a ledger by another reader came beside the old.

    `version` is set where it is a later or earlier version of a report that is there.
    """

    name: str
    document: str
    fresh: bool
    statements: int
    figures: int
    version: Version | None = None


class Known(Record, frozen=True, kw_only=True):
    """A report that was there already, read by this very program and model; nothing was added."""

    name: str
    document: str | None = None


class Finding(Record, frozen=True, kw_only=True):
    """Something that does not fit about a figure: its code, the sentence that says so, the register's row if any."""

    code: str
    message: str
    register: str | None = None


class Rank(NamedTuple):
    """How soon something wants looking at, and where it is found: `figure` or `statement`, and the row's number."""

    rank: float
    kind: str
    number: int


class Waiting(Record, frozen=True, kw_only=True):
    """A figure or a statement, one of the two, that nobody has decided about.

    `rank` says how soon it wants looking at: 1 - `confidence`, and for a figure 1 more where it is not what its source
    has published, or 0.5 where it does not fit its own report; `findings` say what, the weightiest first.
    """

    target: str
    rank: float
    confidence: float
    figure: Reported | None = None
    statement: Stated | None = None
    findings: tuple[Finding, ...] = ()


Review = Literal["accepted", "corrected", "rejected", "added"]
"""What the last decision in force made of a figure or statement; `added` for what a decision brought in."""


class Reviewed(Record, frozen=True, kw_only=True):
    """A report that somebody has decided about: its newest ledger as it was read, and its figures and statements as
    they are now, rejected ones too, each with what was decided of it, None for nothing.
    """

    ledger: Ledger
    figures: tuple[tuple[Reported, Review | None], ...]
    statements: tuple[tuple[Stated, Review | None], ...]


class Fault(Record, frozen=True, kw_only=True):
    """Something in a casebook that is not as it was written: the entry, if it is about one, and what is wrong."""

    entry: int | None
    message: str


class Verdict(Record, frozen=True, kw_only=True):
    """What verifying found: how much was looked at, the hash of the last entry, and the faults, the first one first.

    Whoever keeps `head` somewhere else can tell later whether entries were cut off at the end.
    """

    entries: int
    contents: int
    head: str
    faults: tuple[Fault, ...] = ()
