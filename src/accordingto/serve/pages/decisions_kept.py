"""A casebook -> its decisions as the list shows them: a page of those that fit."""

from __future__ import annotations

from dataclasses import dataclass

from accordingto.casebook import Casebook
from accordingto.records import Decision, undone


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What decisions must fit; "" fits all. `about` is a kind of target or a target, `day` begins the time."""

    by: str = ""
    kind: str = ""
    about: str = ""
    day: str = ""

    def fits(self, one: Decision) -> bool:
        """Whether a decision fits."""
        if self.about and one.target != self.about and not one.target.startswith(f"{self.about}:"):
            return False
        return self.by in {"", one.by} and self.kind in {"", one.kind} and one.at.startswith(self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page of decisions, the newest first; `undone` are the numbers of undone ones, `people` those who decided."""

    items: tuple[Decision, ...]
    total: int
    undone: frozenset[int]
    people: tuple[str, ...]


def listed(casebook: Casebook, asked: Asked, *, start: int, most: int) -> Listed:
    """At most `most` decisions that fit, from the `start`-th on, counted from 0."""
    every = casebook.decisions()
    found = [one for one in reversed(every) if asked.fits(one)]
    return Listed(
        items=tuple(found[start : start + most]),
        total=len(found),
        undone=frozenset(undone(every)),
        people=tuple(sorted({one.by for one in every})),
    )
