"""Figures that speak of the same thing, side by side: where they agree or conflict, why, and from what origins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from accordingto.errors import InvalidRecord
from accordingto.records.base import Record
from accordingto.records.relation import Relation
from accordingto.records.reported import Reported

Verdict = Literal["agree", "conflict", "incomparable", "undecided"]
"""`agree`: their ranges meet; `conflict`: they do not, or one alters what the other says; `incomparable`: they count
different things; `undecided`: the reports do not say enough to tell."""
Reason = Literal[
    "different_measure",
    "different_population",
    "nested_population",
    "different_place",
    "different_period",
    "later_as_of",
    "different_definition",
    "different_method",
    "same_origin",
    "rounding",
    "bound_quoted_as_point",
    "point_quoted_as_bound",
    "interval_moved",
    "percent_base_error",
    "misquote",
    "corrected_by_source",
    "true_conflict",
]
Level = Literal["text", "publisher", "statement"]


class Ruling(Record, frozen=True, kw_only=True):
    """What a person decided about which figures belong in one contest.

    `figures` are the ids of the figures of the contest that it is about, as it stood then. `others` are what it is to
    be joined with or parted from: a single figure, or the figures of another contest. With `join` a single figure moves
    over, and another contest comes whole; with `part` the others leave the contest and stand together by themselves.
    """

    kind: Literal["join", "part"]
    figures: tuple[str, ...]
    others: tuple[tuple[str, ...], ...]


class Axes(Record, frozen=True, kw_only=True):
    """How two figures lie to each other on each axis; `nested` means the first within the second."""

    measure: Relation
    population: Relation
    place: Relation
    period: Relation
    definition: Relation
    statistic: Relation


class Comparison(Record, frozen=True, kw_only=True):
    """Two claims, or all claims of two topics, against each other.

    `first` and `second` are ids of two claims or of two topics; both the same for the reports of one claim. `sentence`
    says in plain words what each of them states and why they agree, conflict or cannot be compared.
    """

    first: str
    second: str
    axes: Axes
    verdict: Verdict
    reasons: tuple[Reason, ...]
    sentence: str

    def __post_init__(self) -> None:
        """A conflict has its reason, and what cannot be told has none."""
        if self.verdict in {"conflict", "incomparable"} and not self.reasons:
            raise InvalidRecord(f"{self.first} and {self.second}: {self.verdict} without a reason")
        if self.verdict == "undecided" and self.reasons:
            raise InvalidRecord(f"{self.first} and {self.second}: undecided, but with {', '.join(self.reasons)}")


class Claim(Record, frozen=True, kw_only=True):
    """One figure as one speaker states it, in whatever reports: `figures` holds the ids of those that state it.

    `speaker` is the fullest name that the reports give, or the outlet where it is its own figure. `first` is the day
    of the earliest report, EDTF, None where no report has a date.
    """

    id: str
    speaker: str
    low: float | int | None
    high: float | int | None
    approx: bool = False
    denied: bool = False
    words: str
    first: str | None = None
    figures: tuple[str, ...]


class Topic(Record, frozen=True, kw_only=True):
    """Claims that count the same: one measure of one population in one place and period by one definition."""

    id: str
    words: str
    claims: tuple[Claim, ...]


class Origin(Record, frozen=True, kw_only=True):
    """Figures that go back to one text, one publisher or one statement, with what shows it.

    `name` says which. `figures` are ids of figures, `documents` ids of the reports that state them.
    """

    level: Level
    name: str
    figures: tuple[str, ...]
    documents: tuple[str, ...]
    evidence: tuple[str, ...]


class Contest(Record, frozen=True, kw_only=True):
    """The figures of some reports that speak of the same thing.

    `comparisons` holds, for every two topics, either one comparison of the topics, where they count different things,
    or one for every two claims; besides, those claims of one speaker that tell more than their topics do. `origins`
    groups the figures on each of the three levels; each figure is in one origin of each level.
    """

    id: str
    subject: str
    figures: tuple[Reported, ...]
    topics: tuple[Topic, ...]
    comparisons: tuple[Comparison, ...]
    origins: tuple[Origin, ...] = ()

    def __post_init__(self) -> None:
        """Each figure is in one claim and in one origin of each level there is, and every id leads somewhere."""
        figures = sorted(f.id for f in self.figures)
        claims = [c for t in self.topics for c in t.claims]
        self._holds("claims", figures, (f for c in claims for f in c.figures))
        for level in {o.level for o in self.origins}:
            self._holds(
                f"origins by {level}", figures, (f for o in self.origins if o.level == level for f in o.figures)
            )
        ids = {c.id for c in claims} | {t.id for t in self.topics}
        lost = {i for c in self.comparisons for i in (c.first, c.second)} - ids
        if lost:
            raise InvalidRecord(f"contest {self.id} compares {', '.join(sorted(lost))}, which is not there")

    def _holds(self, what: str, figures: list[str], found: Iterable[str]) -> None:
        if sorted(found) != figures:
            raise InvalidRecord(f"contest {self.id}: its {what} do not hold each of its figures once")

    @property
    def summary(self) -> str:
        """How many reports, publishers and origins stand behind it: `5 reports, 3 publishers, 1 origin`."""
        counts = (
            (len({f.document for f in self.figures}), "report"),
            (sum(o.level == "publisher" for o in self.origins), "publisher"),
            (sum(o.level == "statement" for o in self.origins), "origin"),
        )
        return ", ".join(f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in counts)

    def between(self, first: str, second: str) -> Comparison | None:
        """The comparison that covers two figures, by their ids; None for two figures of one claim without one.

        Its `first` may be the claim or topic of the second figure. Raises KeyError for a figure that is not here.
        """
        of = {f: (c.id, t.id) for t in self.topics for c in t.claims for f in c.figures}
        claims, topics = ({of[first][n], of[second][n]} for n in (0, 1))
        found = {frozenset((c.first, c.second)): c for c in self.comparisons}
        return found.get(frozenset(claims)) or found.get(frozenset(topics))
