"""What still waits for a decision, and the reports that were decided about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from accordingto.casebook import waiting as undecided
from accordingto.casebook.database import reading
from accordingto.casebook.outcomes import Rank, Reviewed, Waiting
from accordingto.casebook.reviewed import reviewed

if TYPE_CHECKING:
    from sqlalchemy import Engine

_KINDS = ("figure", "statement")
"""What can wait for a decision."""


class Reviewing:
    """What a casebook holds for those who review it."""

    _engine: Engine

    def waiting(
        self, *, kinds: Sequence[str] = _KINDS, document: str | None = None, start: int = 0, most: int = 50
    ) -> tuple[Waiting, ...]:
        """Figures and statements that nobody has decided about, the most doubtful first; of latest versions only."""
        ranks = self.ranked(kinds=kinds, document=document, most=start + most)[start:]
        return tuple(self.waiting_at(ranks).values())

    def ranked(self, *, kinds: Sequence[str] = _KINDS, document: str | None = None, most: int) -> list[Rank]:
        """How soon each of `waiting` wants looking at, without what it is: to be merged with other things."""
        with reading(self._engine) as connection:
            return undecided.ranked(connection, kinds, document, most=most)

    def waiting_at(self, ranks: Sequence[Rank]) -> dict[Rank, Waiting]:
        """What has these ranks, in their order, but for what has gone meanwhile."""
        with reading(self._engine) as connection:
            return undecided.waiting(connection, ranks)

    def reviewed(self) -> Iterator[Reviewed]:
        """The reports of which a figure or statement was decided about, with all that is in them."""
        with reading(self._engine) as connection:
            yield from reviewed(connection)

    def count_waiting(self, *, kinds: Sequence[str] = _KINDS, document: str | None = None, most: int) -> int:
        """How many figures and statements nobody has decided about, counted up to `most`."""
        with reading(self._engine) as connection:
            return undecided.count_waiting(connection, kinds, document, most=most)
