"""Reports -> which published figures of record their figures were held against, with decisions applied."""

from __future__ import annotations

import threading
from collections import OrderedDict

from accordingto.casebook import Casebook, DecisionFilter
from accordingto.check.record import against_record
from accordingto.records import Check
from accordingto.register import Register

_KEPT = 4_000
"""Of so many reports what was found is kept."""


class Held:
    """What holding a report's figures against the register finds; kept until something is decided about the report."""

    def __init__(self, casebook: Casebook, register: Register) -> None:
        self._casebook, self._register = casebook, register
        self._kept: OrderedDict[tuple[str, int], tuple[Check, ...]] = OrderedDict()
        self._lock = threading.Lock()

    def checks(self, document: str) -> tuple[Check, ...]:
        """The findings of a report, by its id; raises UnknownTarget where it is not in the casebook."""
        made = self._casebook.decisions_page(DecisionFilter(document=document), limit=1)
        key = document, made.items[0].number if made.items else 0
        with self._lock:
            kept = self._kept.get(key)
        if kept is None:
            ledgers = self._casebook.decided(document, outdated=True)
            kept = tuple(check for ledger in ledgers for check in against_record(ledger, self._register))
            with self._lock:
                self._kept[key] = kept
                while len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
        return kept
