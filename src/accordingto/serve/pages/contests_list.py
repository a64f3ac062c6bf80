"""What an address asks for -> the contests that fit, in its order, a page of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Literal, NamedTuple, get_args

from accordingto.casebook import ContestFilter, ContestRow
from accordingto.casebook.scope import searched_country
from accordingto.errors import WrongFilter
from accordingto.records import Claim, Contest, Harm, Reason
from accordingto.report.wording import capital, counted
from accordingto.serve.desk import Desk
from accordingto.serve.pages.figures_asked import choice, page_number
from accordingto.serve.paging import SIZE, Pager, address

Sort = Literal["conflicts", "figures", "reports", "origins", "widest", "latest"]
SORTS: Mapping[str, str] = {
    "": "most conflicts",
    "figures": "most figures",
    "reports": "most reports",
    "origins": "most origins",
    "widest": "widest gap",
    "latest": "latest report",
}
"""The orders in words, the usual one first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedContests:
    """Which contests are asked for: with conflicts only, of a harm, place or reason, with words in their subject.

    `place` is a country, or else words of the subject. `figure` is the id of a figure that is in them, `document` that
    of a report.
    """

    conflict: bool = False
    harm: Harm | None = None
    place: str | None = None
    reason: Reason | None = None
    text: str | None = None
    figure: str | None = None
    document: str | None = None
    sort: str | None = None
    page: int = 1

    @classmethod
    def of(cls, query: Mapping[str, str]) -> AskedContests:
        """What an address asks for; empty values are none. Raises WrongFilter that names what makes no sense."""
        given = {name: value.strip() for name, value in query.items() if value.strip()}
        unknown = sorted(set(given) - {field.name for field in fields(cls)})
        if unknown:
            raise WrongFilter(
                f"there is no filter {unknown[0]!r}: take one of {', '.join(f.name for f in fields(cls))}"
            )
        choice(given, "harm", get_args(Harm))
        choice(given, "reason", get_args(Reason))
        choice(given, "sort", get_args(Sort))
        values: dict[str, Any] = dict(given)
        values["conflict"] = given.get("conflict", "") not in {"", "0", "no"}
        values["page"] = page_number(given.get("page", "1"))
        return cls(**values)

    @property
    def filtered(self) -> bool:
        """Whether anything but order and page is asked for."""
        return replace(self, sort=None, page=1) != AskedContests()

    @property
    def wanted(self) -> ContestFilter:
        """The filter of the casebook."""
        country = searched_country(self.place) if self.place else None
        words = [self.text, None if country else self.place]
        return ContestFilter(
            harm=self.harm,
            country=country,
            subject=" ".join(word for word in words if word) or None,
            reason=self.reason,
            conflicts=1 if self.conflict else None,
            figure=self.figure,
            document=self.document,
        )

    def to(self, **changes: Any) -> str:  # noqa: ANN401  the fields have several types
        """The address of this view with these changes; other than the page, a change leads to the first page."""
        changed = replace(self, **{"page": 1, **changes})
        given = asdict(changed) | {"conflict": 1 if changed.conflict else None}
        return address("/contests", given | {"page": changed.page if changed.page > 1 else None})


class Line(NamedTuple):
    """A contest in the list, in words."""

    id: str
    subject: str
    figures: int
    summary: str
    conflicts: int
    widest: float | None
    days: str


def contests_page(desk: Desk, asked: AskedContests) -> tuple[list[Line], Pager, int]:
    """The contests of the page that is asked for, and how many entries they are behind."""
    behind = desk.contests.up_to_date()
    sort = f"-{asked.sort or 'conflicts'}"
    found = desk.casebook.contests_page(asked.wanted, sort=sort, offset=(asked.page - 1) * SIZE)
    pager = Pager(asked.page, found.total, lambda page: asked.to(page=page), capped=found.capped)
    return [line(row) for row in found.items], pager, behind


def line(row: ContestRow) -> Line:
    """A contest as the list has it."""
    nouns = ((row.reports, "report"), (row.publishers, "publisher"), (row.origins, "origin"))
    days = dict.fromkeys(day for day in (row.earliest, row.latest) if day)
    return Line(
        id=row.id,
        subject=capital(row.subject),
        figures=row.figures,
        summary=", ".join(counted(number, noun) for number, noun in nouns),
        conflicts=row.conflicts,
        widest=row.widest or None,
        days=" to ".join(days),
    )


def gap(contest: Contest) -> float | None:
    """The widest gap between two claims in conflict, as the higher one's low end to the lower one's high end."""
    claims = {claim.id: claim for topic in contest.topics for claim in topic.claims}
    between = (
        _apart(claims[c.first], claims[c.second])
        for c in contest.comparisons
        if c.verdict == "conflict" and c.first in claims and c.second in claims
    )
    return max((found for found in between if found is not None), default=None)


def _apart(one: Claim, other: Claim) -> float | None:
    """How many times the lower claim the higher one is; None where they meet, or one of the ends is open or 0."""
    for lower, higher in ((one, other), (other, one)):
        if lower.high is not None and higher.low is not None and 0 < lower.high < higher.low:
            return higher.low / lower.high
    return None
