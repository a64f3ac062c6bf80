"""A desk -> the contests of its casebook as decisions leave them."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from litestar.exceptions import NotFoundException

from accordingto.casebook import Casebook
from accordingto.compare import Text, compare, copies
from accordingto.records import Contest


class Contests:
    """The contests of a casebook, made anew when something has been added or decided since."""

    def __init__(self, casebook: Casebook) -> None:
        self._casebook = casebook
        self._making = threading.Lock()
        self._at = -1
        self._now: dict[str, Contest] = {}

    def all(self) -> Sequence[Contest]:
        """All contests, those with the most figures first."""
        with self._making:
            at = self._casebook.head().number
            if at != self._at:
                figures = list(self._casebook.figures())
                texts = copies(Text(d.id, d.text, d.published) for d in self._casebook.documents())
                self._at, self._now = at, {c.id: c for c in compare(figures, copies=texts)}
            return list(self._now.values())

    def of(self, identifier: str) -> Contest:
        """A contest by its id; raises NotFoundException where it is no more, or never was."""
        found = next((c for c in self.all() if c.id == identifier), None)
        if found is None:
            raise NotFoundException(
                f"There is no contest {identifier}: its figures may have been decided about since. "
                "The list of contests has those that there are now."
            )
        return found

    def with_figure(self, figure: str) -> Contest | None:
        """The contest that a figure stands in (`<16 digits>/<id>`), None where nothing speaks of the same."""
        return next((c for c in self.all() if any(f.id == figure for f in c.figures)), None)
