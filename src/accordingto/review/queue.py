"""Casebook, Contest* -> Queue: what nobody has decided about yet, in the order in which it wants looking at.

Figures and statements come off an index of the casebook that is kept while reports are added, so that no ledger is read
here, and a page costs the same in a casebook of a hundred thousand reports. Contests are given, since they are made
elsewhere; those without a conflict are passed over.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from accordingto.records import Claim, Contest, Reported, Stated, in_force
from accordingto.records.base import Record

if TYPE_CHECKING:
    from accordingto.casebook import Casebook, Rank, Waiting

Kind = Literal["figure", "statement", "contest"]
COUNTED = 10_000
"""So many waiting things are counted: to count a million takes longer than to show a page of them."""
KINDS: tuple[Kind, ...] = ("figure", "statement", "contest")


class Parts(Record, frozen=True, kw_only=True):
    """What makes up a priority, each from 0 to 1.

    `confidence` is the chance that the program is wrong (1 - confidence); `register` 1 where a figure is not what its
    source has published, 0.5 where it does not fit its own report. `conflict` is how far the claims of a contest lie
    apart: 1 - the highest number of the lower claim / the lowest of the higher one, for the two that lie furthest
    apart; 1 where one is denied by another. `origins` is 1 - 1 / the independent origins in conflict.
    """

    confidence: float = 0.0
    register: float = 0.0
    conflict: float = 0.0
    origins: float = 0.0

    @property
    def total(self) -> float:
        """The sum of the parts."""
        return round(self.confidence + self.register + self.conflict + self.origins, 6)


class Item(Record, frozen=True, kw_only=True):
    """Something to look at: its target for a decision, its priority with the parts, and why, in a plain sentence.

    What it is about stands in one of `figure`, `statement` and `contest`.
    """

    target: str
    kind: Kind
    priority: float
    parts: Parts
    reason: str
    figure: Reported | None = None
    statement: Stated | None = None
    contest: Contest | None = None


class Queue(Record, frozen=True, kw_only=True):
    """One page: the items from the `start`-th on, counted from 0, of `total`.

    `more` is true where there are more than `total`, which is counted up to `COUNTED` only.
    """

    items: tuple[Item, ...]
    start: int
    total: int
    more: bool = False


def queue(
    casebook: Casebook,
    *,
    contests: Iterable[Contest] = (),
    kinds: Sequence[Kind] = KINDS,
    document: str | None = None,
    start: int = 0,
    most: int = 50,
) -> Queue:
    """At most `most` things that nobody has decided about, from the `start`-th on, the highest priority first.

    `contests` are those to be looked at; `kinds` restricts what is taken, `document` (the whole id) to one report.
    """
    rows = [kind for kind in kinds if kind != "contest"]
    disputed = _disputed(casebook, contests) if "contest" in kinds else []
    if document is not None:
        disputed = [one for one in disputed if one.contest and any(f.document == document for f in one.contest.figures)]
    ranks = casebook.ranked(kinds=rows, document=document, most=start + most)
    both: tuple[Sequence[Item | Rank], ...] = (disputed, ranks)
    page = list(heapq.merge(*both, key=_urgency))[start : start + most]
    waiting = casebook.waiting_at([one for one in page if not isinstance(one, Item)])
    count = casebook.count_waiting(kinds=rows, document=document, most=COUNTED + 1)
    return Queue(
        items=tuple(
            one if isinstance(one, Item) else _of_row(waiting[one])
            for one in page
            if isinstance(one, Item) or one in waiting
        ),
        start=start,
        total=len(disputed) + min(count, COUNTED),
        more=count > COUNTED,
    )


def _urgency(one: Item | Rank) -> float:
    return -(one.priority if isinstance(one, Item) else one.rank)


def _of_row(one: Waiting) -> Item:
    doubt = round(1 - one.confidence, 6)
    parts = Parts(confidence=doubt, register=round(one.rank - doubt, 6))
    kind: Kind = "figure" if one.figure is not None else "statement"
    sure = f"the program is {one.confidence:.0%} sure of this {kind}"
    reason = f"{one.findings[0].message} ({sure})" if one.findings else sure[0].upper() + sure[1:] + "."
    return Item(
        target=one.target,
        kind=kind,
        priority=one.rank,
        parts=parts,
        reason=reason,
        figure=one.figure,
        statement=one.statement,
    )


def _disputed(casebook: Casebook, contests: Iterable[Contest]) -> list[Item]:
    """The contests in conflict that nobody has decided about, the highest priority first."""
    decided = {one.target for one in in_force(casebook.decisions(about="contest"))}
    found = (_of_contest(one) for one in contests if f"contest:{one.id}" not in decided)
    return sorted((one for one in found if one is not None), key=lambda one: (-one.priority, one.target))


def _of_contest(contest: Contest) -> Item | None:
    claims = {claim.id: claim for topic in contest.topics for claim in topic.claims}
    pairs = [
        (claims[one.first], claims[one.second])
        for one in contest.comparisons
        if one.verdict == "conflict" and one.first in claims and one.second in claims
    ]
    if not pairs:
        return None
    furthest = max(pairs, key=lambda pair: gap(*pair))
    figures = {figure for pair in pairs for claim in pair for figure in claim.figures}
    origins = sum(one.level == "statement" and not figures.isdisjoint(one.figures) for one in contest.origins)
    parts = Parts(conflict=round(gap(*furthest), 6), origins=round(1 - 1 / origins, 6) if origins else 0.0)
    return Item(
        target=f"contest:{contest.id}",
        kind="contest",
        priority=parts.total,
        parts=parts,
        reason=_why(furthest, len({claim.id for pair in pairs for claim in pair}), origins),
        contest=contest,
    )


def gap(one: Claim, other: Claim) -> float:
    """How far two claims lie apart, from 0 to 1: 0 where their ranges meet, 1 where one denies what the other says."""
    if one.denied != other.denied:
        return 1.0
    for lower, higher in ((one, other), (other, one)):
        if lower.high is not None and higher.low is not None and lower.high < higher.low:
            return min(1.0, 1 - lower.high / higher.low) if higher.low > 0 else 1.0
    return 0.0


def _why(furthest: tuple[Claim, Claim], claims: int, origins: int) -> str:
    one, other = furthest
    from_ = f" from {origins} independent {'origin' if origins == 1 else 'origins'}" if origins else ""
    first, second = (f"“{claim.words}” ({claim.speaker})" for claim in (one, other))
    return f"{claims} claims{from_} conflict; furthest apart are {first} and {second}."
