"""A desk -> the contests of its casebook, brought up to date before they are shown."""

from __future__ import annotations

import itertools
import sys
import threading
import traceback
from collections.abc import Iterator

from litestar.exceptions import NotFoundException

from accordingto.casebook import Casebook, ContestFilter
from accordingto.contesting import contests_up_to_date
from accordingto.errors import UnknownTarget
from accordingto.records import Contest, in_force

_SOON = 60
"""Of so many entries at most the contests are brought up to date while the page waits."""


DISPUTED = 30
"""So many contests wait in the queue at once; as they are decided, others come."""


class Contests:
    """The contests as they are kept, and what keeps them up to date.

    What a reviewer decides is seen at once. After many entries, as when a thousand reports were added, the contests
    are made anew beside the pages, which tell that they are behind.
    """

    def __init__(self, casebook: Casebook) -> None:
        self._casebook = casebook
        self._making, self._looking = threading.Lock(), threading.Lock()
        self._disputed: tuple[tuple[int, int], tuple[Contest, ...]] | None = None

    def up_to_date(self) -> int:
        """Bring them up to date, or begin to; how many entries they are still behind."""
        behind = self._casebook.contests_behind()
        if 0 < behind <= _SOON:
            with self._making:
                contests_up_to_date(self._casebook)
            return 0
        if behind and self._making.acquire(blocking=False):
            threading.Thread(target=self._make, name="contests", daemon=True).start()
        return behind

    def of(self, identifier: str) -> Contest:
        """The contest with that id, or what it has become; raises NotFoundException where there is none any more."""
        self.up_to_date()
        try:
            return self._casebook.contest(identifier)
        except UnknownTarget:
            raise NotFoundException(
                f"There is no contest {identifier}, or its figures speak of one thing no more. "
                "The list of contests has those that there are now."
            ) from None

    def now(self, identifier: str) -> str:
        """The id that a contest has now, since figures have joined or left it; its own where nothing is known."""
        self.up_to_date()
        return self._casebook.contest_now(identifier) or identifier

    def all(self) -> Iterator[Contest]:
        """All contests, those with the most figures first."""
        self.up_to_date()
        offset, total = 0, 1
        while offset < total:
            page = self._casebook.contests_page(sort="-figures", offset=offset, limit=_SOON)
            yield from (self._casebook.contest(row.id) for row in page.items)
            offset += _SOON
            total = offset + 1 if len(page.items) == _SOON else offset

    def disputed(self) -> tuple[Contest, ...]:
        """Those nobody has decided about, of most conflicts the first `DISPUTED`, kept until the next entry."""
        state = self.up_to_date(), self._casebook.head().number
        with self._looking:
            if self._disputed is None or self._disputed[0] != state:
                self._disputed = state, tuple(itertools.islice(self._undecided(), DISPUTED))
            return self._disputed[1]

    def _undecided(self) -> Iterator[Contest]:
        decided = {one.target for one in in_force(self._casebook.decisions(about="contest"))}
        wanted, offset = ContestFilter(conflicts=1), 0
        while rows := self._casebook.contests_page(wanted, sort="-conflicts", offset=offset, limit=_SOON).items:
            yield from (self._casebook.contest(row.id) for row in rows if f"contest:{row.id}" not in decided)
            offset += _SOON

    def _make(self) -> None:
        try:
            contests_up_to_date(self._casebook)
        except Exception:  # noqa: BLE001  nobody waits for this thread: the next page begins anew
            traceback.print_exc(file=sys.stderr)
        finally:
            self._making.release()
