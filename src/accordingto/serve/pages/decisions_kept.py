"""A casebook -> its decisions as the list shows them: a page of those that fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from accordingto.casebook import Casebook, DecisionFilter
from accordingto.records import Decision, DecisionKind, undone


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What decisions must fit; "" fits all. `about` is a kind of target or a target, `day` begins the time."""

    by: str = ""
    kind: str = ""
    about: str = ""
    day: str = ""

    def filter(self) -> DecisionFilter:
        """The same as the casebook takes it."""
        whole = ":" in self.about
        return DecisionFilter(
            target=self.about if whole else None,
            about=None if whole else self.about or None,
            kind=cast("DecisionKind", self.kind) if self.kind else None,
            by=self.by or None,
            day=self.day or None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page of decisions, the newest first; `undone` are the numbers of undone ones, `people` those who decided."""

    items: tuple[Decision, ...]
    total: int
    undone: frozenset[int]
    people: tuple[str, ...]


def listed(casebook: Casebook, asked: Asked, *, start: int, most: int) -> Listed:
    """At most `most` decisions that fit, from the `start`-th on, counted from 0."""
    found = casebook.decisions_page(asked.filter(), offset=start, limit=most)
    targets = sorted({one.target for one in found.items})
    return Listed(
        items=found.items,
        total=found.total,
        undone=frozenset(number for target in targets for number in undone(casebook.decisions(target))),
        people=casebook.deciders(),
    )
