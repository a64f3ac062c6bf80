"""What a coding profile makes of the figures that reports give for one incident."""

from __future__ import annotations

from typing import Literal

from accordingto.errors import InvalidRecord
from accordingto.records.base import Record
from accordingto.records.figure import Harm

Grade = Literal["confirmed", "fair", "weak"]
"""Whether it happened: a belligerent accepts it, two or more sources report it, one does."""
Responsible = Literal["accepted"]
"""Whether it is known who did it: a belligerent accepts that it did."""


class Toll(Record, frozen=True, kw_only=True):
    """A derived number of people, beside the reported words, which it never replaces.

    `profile` is the profile's id and version (`acled 1`). `low` and `high` are the range, `best` the one number that
    the body would record; all None where its rules leave the field blank or the reports give no figure. `grade` says
    how sure it is that it happened, `responsible` whether somebody accepts having done it; None where the profile does
    not grade, or the figures do not tell. `figures` are ids of the Reported that it rests on, `words` what stands
    there. `per_day` is the number for each day, where the profile divides a figure that covers several. `rule` says in
    a sentence how the numbers came about, `notes` what was left out and why, and what could not be told.
    """

    profile: str
    harm: Harm
    low: int | None = None
    high: int | None = None
    best: int | None = None
    grade: Grade | None = None
    responsible: Responsible | None = None
    figures: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    per_day: tuple[int, ...] = ()
    rule: str
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Low, best and high lie in order: there are published tables in which they do not."""
        given = [n for n in (self.low, self.best, self.high) if n is not None]
        if given != sorted(given) or (given and given[0] < 0):
            raise InvalidRecord(f"toll of {self.harm}: low, best, high are {given}, which is not in order from 0 up")
