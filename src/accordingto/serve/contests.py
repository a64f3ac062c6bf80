"""A desk -> the contests of its casebook, brought up to date before they are shown."""

from __future__ import annotations

import sys
import threading
import traceback
from collections import OrderedDict
from collections.abc import Iterator

from litestar.exceptions import NotFoundException

from accordingto.casebook import Casebook, ContestRow
from accordingto.contesting import contests_up_to_date
from accordingto.errors import UnknownTarget
from accordingto.records import Contest

_SOON = 60
"""Of so many entries at most the contests are brought up to date while the page waits."""
_AT_ONCE = 60
"""So many are looked up together where all are asked for."""
_KEPT = 300
"""So many contests that wait for review are kept as they were last looked up."""


class Contests:
    """The contests as they are kept, and what keeps them up to date.

    What a reviewer decides is seen at once. After many entries, as when a thousand reports were added, the contests
    are made anew beside the pages, which tell that they are behind.
    """

    def __init__(self, casebook: Casebook) -> None:
        self._casebook = casebook
        self._making, self._lock = threading.Lock(), threading.Lock()
        self._kept: OrderedDict[str, tuple[int, Contest]] = OrderedDict()

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

    def whole(self, row: ContestRow) -> Contest:
        """The contest of a row, kept until it is made anew."""
        with self._lock:
            kept = self._kept.get(row.id)
            if kept is not None and kept[0] == row.entry:
                self._kept.move_to_end(row.id)
                return kept[1]
        made = self._casebook.contest(row.id)
        with self._lock:
            self._kept[row.id] = (row.entry, made)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return made

    def all(self) -> Iterator[Contest]:
        """All contests, those with the most figures first."""
        self.up_to_date()
        offset, total = 0, 1
        while offset < total:
            page = self._casebook.contests_page(sort="-figures", offset=offset, limit=_AT_ONCE)
            yield from (self._casebook.contest(row.id) for row in page.items)
            offset += _AT_ONCE
            total = offset + 1 if len(page.items) == _AT_ONCE else offset

    def _make(self) -> None:
        try:
            contests_up_to_date(self._casebook)
        except Exception:  # noqa: BLE001  nobody waits for this thread: the next page begins anew
            traceback.print_exc(file=sys.stderr)
        finally:
            self._making.release()
