"""A number that a report states about people, money or things."""

from __future__ import annotations

from typing import Literal

from accordingto.errors import InvalidRecord
from accordingto.records.base import Record
from accordingto.records.span import Span

Harm = Literal["killed", "injured", "missing", "detained", "displaced", "casualties", "affected"]
Who = Literal["civilians", "combatants", "all"]


class Place(Record, frozen=True, kw_only=True):
    """A place by name, with its country's ISO 3166-1 alpha-2 code where it is known."""

    name: str
    country: str | None = None


class Figure(Record, frozen=True, kw_only=True):
    """One figure with its range: `low` and `high` are inclusive, None where the report leaves that end open."""

    id: str
    span: Span
    low: float | int | None
    high: float | int | None
    approx: bool = False
    vague: bool = False
    unit: str
    counted: Span | None = None
    harm: Harm | None = None
    who: Who | None = None
    place: Place | None = None
    period: str | None = None
    as_of: str | None = None
    attribution: str | None = None
    speaker: str | None = None
    via: tuple[str, ...] = ()
    denied: bool = False
    confidence: float

    def __post_init__(self) -> None:
        """A range that ends before it begins would make every comparison with it wrong."""
        if self.low is not None and self.high is not None and self.low > self.high:
            raise InvalidRecord(f"figure {self.id}: its range {self.low}..{self.high} ends before it begins")
