"""Reports -> what holding their figures against the register finds, with decisions applied."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping

from accordingto.casebook import Casebook
from accordingto.check.record import against_record
from accordingto.records import Check
from accordingto.register import Register

_KEPT = 4_000
"""Of so many reports what was found is kept."""
_AT_ONCE = 500


class Held:
    """What holding reports' figures against the register finds; kept until something is entered about a report."""

    def __init__(self, casebook: Casebook, register: Register) -> None:
        self._casebook, self._register = casebook, register
        self._kept: OrderedDict[str, tuple[Check, ...]] = OrderedDict()
        self._seen = casebook.head().number
        self._lock = threading.Lock()

    def checks(self, documents: Iterable[str]) -> Mapping[str, tuple[Check, ...]]:
        """The findings of each of these reports, by their whole ids; raises UnknownTarget where one is not there."""
        found: dict[str, tuple[Check, ...]] = {}
        seen = self._forget_changed()
        for document in documents:
            with self._lock:
                kept = self._kept.get(document)
            found[document] = self._made(document, seen) if kept is None else kept
        return found

    def _made(self, document: str, seen: int) -> tuple[Check, ...]:
        ledgers = self._casebook.decided(document, outdated=True)
        made = tuple(check for ledger in ledgers for check in against_record(ledger, self._register))
        with self._lock:
            # What was entered while it was made may be about this report.
            if seen == self._seen:
                self._kept[document] = made
                while len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
        return made

    def _forget_changed(self) -> int:
        """Drop what is kept of reports that something was entered about since; the number of the last entry."""
        with self._lock:
            events = self._casebook.since(self._seen, most=_AT_ONCE)
            if len(events) == _AT_ONCE:
                self._kept.clear()
                self._seen = self._casebook.head().number
            elif events:
                for event in events:
                    self._kept.pop(str(event.holds.get("document")), None)
                self._seen = events[-1].number
            return self._seen
