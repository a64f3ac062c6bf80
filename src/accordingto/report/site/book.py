"""What the pages of a casebook are made of, and what they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from accordingto.records import Contest, Ledger, Rejection, Reported, Stated, Voice


class OnRecord(NamedTuple):
    """A published figure of record: whose, how many and of whom in words, its interval, where it was published.

    `low`, `point` and `high` are None where the source gives none. `citation` and `url` say where it is found.
    """

    id: str
    source: str
    numbers: str
    counted: str
    low: float | None
    point: float | None
    high: float | None
    published: str | None
    citation: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A casebook as its pages need it.

    `ledgers` are the newest of each report; they are walked once, and none is kept. `statements`, `figures` and
    those of the contests have the casebook's decisions applied. `records` holds the register's rows by their ids.
    """

    name: str
    ledgers: Iterable[Ledger]
    contests: Sequence[Contest] = ()
    voices: Sequence[Voice] = ()
    statements: Iterable[Stated] = ()
    figures: Iterable[Reported] = ()
    rejections: Sequence[Rejection] = ()
    records: Mapping[str, OnRecord] = field(default_factory=dict)


class Written(NamedTuple):
    """One page: its path below the site's folder, with slashes, and its HTML."""

    path: str
    html: str
