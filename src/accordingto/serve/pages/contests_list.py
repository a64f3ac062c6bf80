"""What an address asks for -> the contests that fit, in its order, a page of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Literal, NamedTuple, get_args

from accordingto.compare import choose
from accordingto.errors import WrongFilter
from accordingto.records import Claim, Contest, Harm, Reason, Verdict
from accordingto.report.site.contests import HEADS
from accordingto.report.wording import capital
from accordingto.serve.desk import Desk
from accordingto.serve.pages.figures_asked import choice, page_number
from accordingto.serve.paging import Pager, address

Sort = Literal["figures", "reports", "origins", "conflicts", "gap", "latest"]
SORTS: Mapping[str, str] = {
    "": "most figures",
    "reports": "most reports",
    "origins": "most origins",
    "conflicts": "most conflicts",
    "gap": "widest gap",
    "latest": "latest report",
}
"""The orders in words; the first is that of `compare`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedContests:
    """Which contests are asked for: with conflicts only, of a harm, place or reason, with words in their subject."""

    conflict: bool = False
    harm: Harm | None = None
    place: str | None = None
    reason: Reason | None = None
    text: str | None = None
    figure: str | None = None
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

    def to(self, **changes: Any) -> str:  # noqa: ANN401  the fields have several types
        """The address of this view with these changes; other than the page, a change leads to the first page."""
        changed = replace(self, **{"page": 1, **changes})
        given = asdict(changed) | {"conflict": 1 if changed.conflict else None}
        return address("/contests", given | {"page": changed.page if changed.page > 1 else None})


class Line(NamedTuple):
    """A contest in the list. `gap` says how many times its widest conflict's higher number is the lower one."""

    id: str
    subject: str
    figures: int
    summary: str
    verdicts: list[tuple[Verdict, str, int]]
    gap: float | None
    days: str


def contests_page(desk: Desk, asked: AskedContests) -> tuple[list[Line], Pager]:
    """The contests of the page that is asked for."""
    found = [c for c in desk.contests.all() if _fits(c, asked)]
    if asked.sort:
        found.sort(key=_ORDERS[asked.sort], reverse=True)
    pager = Pager(asked.page, len(found), lambda page: asked.to(page=page))
    return [line(c) for c in found[pager.part]], pager


def line(contest: Contest) -> Line:
    """A contest as the list has it."""
    verdicts = Counter(c.verdict for c in contest.comparisons)
    days = sorted(f.published[:10] for f in contest.figures if f.published)
    return Line(
        contest.id,
        capital(contest.subject),
        len(contest.figures),
        contest.summary,
        [(v, HEADS[v].lower(), verdicts[v]) for v in HEADS if verdicts[v]],
        gap(contest),
        " to ".join(dict.fromkeys((days[0], days[-1]))) if days else "",
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


def _fits(contest: Contest, asked: AskedContests) -> bool:
    if asked.figure and all(f.id != asked.figure for f in contest.figures):
        return False
    if asked.harm and all(f.figure.harm != asked.harm for f in contest.figures):
        return False
    if asked.conflict and all(c.verdict != "conflict" for c in contest.comparisons):
        return False
    if asked.reason and all(asked.reason not in c.reasons for c in contest.comparisons):
        return False
    if asked.text and asked.text.casefold() not in "\n".join(t.words for t in contest.topics).casefold():
        return False
    return asked.place is None or bool(choose(contest.figures, place=asked.place))


def _origins(contest: Contest) -> int:
    return sum(o.level == "statement" for o in contest.origins)


_ORDERS: dict[str, Callable[[Contest], Any]] = {
    "figures": lambda c: len(c.figures),
    "reports": lambda c: len({f.document for f in c.figures}),
    "origins": _origins,
    "conflicts": lambda c: sum(p.verdict == "conflict" for p in c.comparisons),
    "gap": lambda c: gap(c) or 0.0,
    "latest": lambda c: max((f.published or "" for f in c.figures), default=""),
}
