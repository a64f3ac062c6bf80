"""A desk -> its contests as they are kept, for forms and the queue."""

from __future__ import annotations

from accordingto.casebook import ContestFilter, ContestRow
from accordingto.records import Contest, in_force
from accordingto.serve.desk import Desk

MOST = 40
"""So many are offered at most; a search narrows them down."""
WAITING = 60
"""So many wait in the queue at once; the next move up as these are decided."""


def others_like(desk: Desk, contest: Contest, words: str) -> tuple[ContestRow, ...]:
    """At most 40 other contests whose subject has all these words, those with the most figures first."""
    desk.contests.up_to_date()
    found = desk.casebook.contests_page(ContestFilter(subject=words or None), sort="-figures", limit=MOST + 1)
    return tuple(row for row in found.items if row.id != contest.id)[:MOST]


def disputed(desk: Desk) -> tuple[tuple[Contest, ...], bool]:
    """The contests in which figures conflict and about which nobody has decided, and whether there are more of them.

    At most 60, those with the most conflicts first.
    """
    desk.contests.up_to_date()
    decided = _decided(desk)
    found: list[Contest] = []
    offset, more = 0, True
    while more:
        page = desk.casebook.contests_page(ContestFilter(conflicts=1), sort="-conflicts", offset=offset, limit=WAITING)
        waiting = [row for row in page.items if row.id not in decided]
        room = WAITING - len(found)
        found += [desk.contests.whole(row) for row in waiting[:room]]
        if len(waiting) > room:
            return tuple(found), True
        offset, more = offset + WAITING, len(page.items) == WAITING
    return tuple(found), False


def _decided(desk: Desk) -> frozenset[str]:
    """The ids that the contests have now about which somebody has decided."""
    decisions = in_force(desk.casebook.decisions(about="contest"))
    ids = {one.target.removeprefix("contest:") for one in decisions}
    return frozenset(now for id_ in ids if (now := desk.casebook.contest_now(id_)) is not None)
