"""What a row of the register holds: a figure as its source published it, and where that can be read."""

from __future__ import annotations

from typing import Literal

from accordingto.edtf import InvalidDate, bounds
from accordingto.errors import InvalidRecord
from accordingto.records import Age, Basis, Place, Sex, Who
from accordingto.records.base import Record

Measure = Literal["killed", "injured", "casualties", "missing", "detained", "displaced", "excess_deaths", "remains"]
"""As a figure's harm; `excess_deaths` are all deaths above a baseline, `remains` dead found, identified or buried."""
Cause = Literal["violent", "direct", "indirect", "direct_and_indirect", "all"]
"""Which deaths count: by violence, from the war directly, by what the war brought about, both, or of any cause."""
Statistic = Literal["count", "estimate", "range", "minimum", "maximum"]
Interval = Literal["confidence_95", "uncertainty_95", "unspecified", "min_max", "tolerance"]
Status = Literal["verified", "secondary", "unverified"]
"""How the row was checked: read in the named text, read in a text that quotes it, or not read again (switched off)."""


class Population(Record, frozen=True, kw_only=True):
    """Who is counted, in the terms of a Figure. None where the source does not limit it, or does not tell.

    `nationality` is an ISO 3166-1 alpha-2 code, `group` the source's words, `terms` are words by which reports name
    these people, and `excludes` says whom the source leaves out.
    """

    who: Who | None = None
    nationality: str | None = None
    group: str | None = None
    age: Age | None = None
    sex: Sex | None = None
    terms: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()


class Citation(Record, frozen=True, kw_only=True):
    """Where the figure stands: `title` (author, title, place in it), `doi` and `url` where there is one."""

    title: str
    doi: str | None = None
    url: str | None = None


class Derivation(Record, frozen=True, kw_only=True):
    """A publisher on whose count the figure rests, and how that is known. An unverified one is never used."""

    publisher: str
    status: Status


class Row(Record, frozen=True, kw_only=True):
    """One published figure of record.

    `publishers` are ids of Publishers that a report may cite for it. `place_names` are other names
    of the place. `period` is when it happened, `as_of` the day up to which it was counted, `published` when it came
    out, all EDTF. `point` is the figure itself, `low` and `high` the
    ends of its interval, whose kind is `interval`; a `minimum` has `low` alone, a `maximum` `high` alone.
    `supersedes` is the row that this one replaces: as a `correction`, or as an `update` that counts longer.
    `part_of` is the row whose number this one is a part of. A whole says in `parts` whether its parts `sum` to it, are
    only `some` of them, or `differ` from it, and then by how much in `discrepancy` (parts less whole).
    """

    id: str
    conflict: str
    publishers: tuple[str, ...]
    measure: Measure
    cause: Cause | None = None
    basis: Basis | None = None
    population: Population = Population()
    place: Place
    place_names: tuple[str, ...] = ()
    place_excludes: tuple[str, ...] = ()
    period: str | None = None
    as_of: str | None = None
    published: str | None = None
    statistic: Statistic
    point: int | None = None
    low: int | None = None
    high: int | None = None
    interval: Interval | None = None
    citation: Citation
    supersedes: str | None = None
    supersedes_as: Literal["correction", "update"] | None = None
    part_of: str | None = None
    parts: Literal["sum", "some", "differ"] | None = None
    discrepancy: int | None = None
    derived_from: tuple[Derivation, ...] = ()
    status: Status
    evidence: str
    note: str | None = None

    def __post_init__(self) -> None:
        """Numbers lie in order and fit the statistic, dates are EDTF, and what belongs together is given together."""
        self._check_numbers()
        for field in ("period", "as_of", "published"):
            value: str | None = getattr(self, field)
            if value is not None:
                try:
                    bounds(value)
                except InvalidDate as error:
                    raise InvalidRecord(f"{field}: {error}") from error
        if not self.publishers:
            raise InvalidRecord("publishers: name at least one, so that a report's citation can be matched")
        if (self.supersedes is None) != (self.supersedes_as is None):
            raise InvalidRecord("supersedes_as: give it with supersedes, as correction or update")
        if (self.parts == "differ") != (self.discrepancy is not None):
            raise InvalidRecord('discrepancy: give it where parts = "differ", and only there')

    def _check_numbers(self) -> None:
        given = [n for n in (self.low, self.point, self.high) if n is not None]
        if given != sorted(given):
            raise InvalidRecord(f"low, point, high: {given} is not in order")
        if given and given[0] < 0:
            raise InvalidRecord(f"low, point, high: {given[0]} is under 0")
        wanted: dict[str, tuple[str, ...]] = {
            "count": ("point",), "estimate": ("point",), "range": ("low", "high"), "minimum": ("low",),
            "maximum": ("high",),
        }  # fmt: skip
        missing = [f for f in wanted[self.statistic] if getattr(self, f) is None]
        if missing:
            raise InvalidRecord(f"{missing[0]}: a {self.statistic} needs it")
        if self.statistic in ("minimum", "maximum") and len(given) != 1:
            raise InvalidRecord(f"statistic: a {self.statistic} has one number, here are {given}")
        both = self.low is not None and self.high is not None
        if self.interval is not None and not both:
            raise InvalidRecord("interval: its kind is given, but not both low and high")
        if both and self.interval is None:
            raise InvalidRecord("interval: say of which kind the interval from low to high is, else unspecified")

    @property
    def on(self) -> bool:
        """Whether the row is used: an unverified one is kept and listed, but nothing is held against it."""
        return self.status != "unverified"

    def is_at(self, place: Place) -> bool:
        """Whether `place` is where this was counted: one of its names, and no country that contradicts."""
        if self.place.country and place.country and self.place.country != place.country:
            return False
        return place.name.casefold() in {n.casefold() for n in (self.place.name, *self.place_names)}

    @property
    def floor(self) -> int | None:
        """The lowest number that the source gives: `low`, else the point."""
        return self.low if self.low is not None else self.point

    @property
    def ceiling(self) -> int | None:
        """The highest number that the source gives: `high`, else the point."""
        return self.high if self.high is not None else self.point


class Publisher(Record, frozen=True, kw_only=True):
    """Somebody whose figures reports cite, with the `names` by which they do, the fullest first.

    A name in which every letter is a capital (`WHO`) is only that in capitals; others are found in any case.
    """

    id: str
    names: tuple[str, ...]

    def __post_init__(self) -> None:
        """A publisher without a name could not be cited."""
        if not self.names or not all(n.strip() for n in self.names):
            raise InvalidRecord("names: give at least one name, none of them empty")

    @property
    def name(self) -> str:
        """Its fullest name."""
        return self.names[0]


class Complete(Record, frozen=True, kw_only=True):
    """A promise: the register holds every figure of `at_least` that `publisher` gave for `measure` in this conflict.

    Only where that is promised can it be said that a source published no such figure.
    """

    publisher: str
    conflict: str
    measure: Measure
    at_least: int
