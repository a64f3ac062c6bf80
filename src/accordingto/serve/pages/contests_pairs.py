"""A contest and what is asked for -> its comparisons, pair by pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple, get_args

from accordingto.records import Comparison, Contest, Reason, Verdict
from accordingto.report.site.contests import HEADS
from accordingto.serve.pages.figures_asked import choice, page_number
from accordingto.serve.paging import Pager, address

REASONS: Mapping[Reason, str] = {
    "different_measure": "another harm or unit is counted",
    "different_population": "other people are counted",
    "nested_population": "the people of one are a part of those of the other",
    "different_place": "of another place, or of a part of it",
    "different_period": "of another time, or of a part of it",
    "later_as_of": "one was counted up to a later day",
    "different_definition": "what counts as a case differs",
    "different_method": "a documented count beside an estimate",
    "same_origin": "one statement told again, which confirms nothing",
    "rounding": "the same number, rounded",
    "bound_quoted_as_point": "an end of a range is given as the number",
    "point_quoted_as_bound": "the number is given as an end of a range",
    "interval_moved": "one end of a range was changed",
    "percent_base_error": "a percentage of another base than it says",
    "misquote": "one report changes what the source counts",
    "corrected_by_source": "the source has corrected itself",
    "true_conflict": "they cannot both be right",
}
"""What each reason means, in a few words."""


class AskedPairs(NamedTuple):
    """Which pairs of a contest are asked for: a verdict, a reason, a page; and the page of its rows."""

    verdict: str | None = None
    reason: str | None = None
    pairs: int = 1
    page: int = 1

    @classmethod
    def of(cls, query: Mapping[str, str]) -> AskedPairs:
        """What an address asks for. Raises WrongFilter that names what makes no sense."""
        given = {name: value.strip() for name, value in query.items() if value.strip()}
        choice(given, "verdict", get_args(Verdict))
        choice(given, "reason", get_args(Reason))
        pairs, page = (page_number(given.get(name, "1")) for name in ("pairs", "page"))
        return cls(given.get("verdict"), given.get("reason"), pairs, page)

    def to(self, contest: str, **changes: object) -> str:
        """The address of the contest's page with these changes."""
        changed = {**self._asdict(), **changes}
        return address(f"/contests/{contest}", {k: v for k, v in changed.items() if v != 1})


class Pairs(NamedTuple):
    """The pairs that fit on a page, with how many there are of each verdict and reason in all."""

    some: list[Comparison]
    pager: Pager
    verdicts: list[tuple[str, str]]
    reasons: list[tuple[str, str]]


def pairs_of(contest: Contest, asked: AskedPairs) -> Pairs:
    """The comparisons that fit, conflicts first."""
    order = list(HEADS)
    fit = [
        c
        for c in contest.comparisons
        if asked.verdict in {None, c.verdict} and (asked.reason is None or asked.reason in c.reasons)
    ]
    fit.sort(key=lambda c: order.index(c.verdict))
    pager = Pager(asked.pairs, len(fit), lambda page: f"{asked.to(contest.id, pairs=page)}#pairs")
    verdicts = Counter(c.verdict for c in contest.comparisons)
    reasons = Counter(r for c in contest.comparisons for r in c.reasons)
    return Pairs(
        fit[pager.part],
        pager,
        [("", "any"), *((v, f"{HEADS[v].lower()} ({verdicts[v]:,})") for v in order if verdicts[v])],
        [("", "any"), *((r, f"{REASONS[r]} ({n:,})") for r, n in reasons.most_common())],
    )
