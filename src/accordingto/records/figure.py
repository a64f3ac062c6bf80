"""A number that a report states about people, money or things."""

from __future__ import annotations

from typing import Literal

from accordingto.errors import InvalidRecord
from accordingto.records.base import Record
from accordingto.records.span import Span

Harm = Literal["killed", "injured", "missing", "detained", "displaced", "casualties", "affected"]
Who = Literal["civilians", "combatants", "all"]
Age = Literal["children", "adults", "elderly"]
Sex = Literal["female", "male"]
Basis = Literal["count", "estimate", "projection"]


class Place(Record, frozen=True, kw_only=True):
    """A place by name, with its country's ISO 3166-1 alpha-2 code where it is known."""

    name: str
    country: str | None = None


class Figure(Record, frozen=True, kw_only=True):
    """One figure with its range: `low` and `high` are inclusive, None where the report leaves that end open.

    `unit` is `people`, a currency's ISO 4217 code, `percent`, or the thing counted, in the singular. `harm`, `who`,
    `group` (nationality or other group, the report's words), `age` and `sex` say what happened to whom. `counted`,
    `harm_words`, `place_words` and `period_words` are the words that this rests on. `period` is when it happened and
    `as_of` the day up to which it was counted, both EDTF. `basis` says how the number came about, where the text does.
    `since_last` is true for those that come on top of an earlier figure (`another 12`). `per` is the ISO 8601 duration
    of a rate. `part_of` is the id of the figure that this one is a part or a share of.

    `attribution` is the id of the attribution whose content holds the figure, `speaker` who says so, and `via` who
    passes it on, nearest first; all empty for the outlet's own figure. `denied` is true where the speaker denies it.
    `confidence` is the chance, from 0 to 1, that a careful reader would mark it too.
    """

    id: str
    span: Span
    low: float | int | None
    high: float | int | None
    approx: bool = False
    vague: bool = False
    unit: str
    counted: Span | None = None
    harm: Harm | None = None
    harm_words: Span | None = None
    who: Who | None = None
    group: str | None = None
    age: Age | None = None
    sex: Sex | None = None
    place: Place | None = None
    place_words: Span | None = None
    period: str | None = None
    period_words: Span | None = None
    as_of: str | None = None
    basis: Basis | None = None
    since_last: bool = False
    per: str | None = None
    part_of: str | None = None
    attribution: str | None = None
    speaker: str | None = None
    via: tuple[str, ...] = ()
    denied: bool = False
    confidence: float

    def __post_init__(self) -> None:
        """A range that ends before it begins would make every comparison with it wrong, and a chance is a chance."""
        if self.low is not None and self.high is not None and self.low > self.high:
            raise InvalidRecord(f"figure {self.id}: its range {self.low}..{self.high} ends before it begins")
        if not 0.0 <= self.confidence <= 1.0:
            raise InvalidRecord(f"figure {self.id}: confidence {self.confidence} is not between 0 and 1")

    @property
    def spans(self) -> tuple[Span, ...]:
        """All its spans: the figure itself, then the words that its meaning rests on."""
        rest = (self.counted, self.harm_words, self.place_words, self.period_words)
        return (self.span, *(s for s in rest if s is not None))
