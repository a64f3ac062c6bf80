"""A ledger whose figures are held against the register as it is now, whatever was known when it was read."""

from __future__ import annotations

import msgspec

from accordingto.check.record import against_record
from accordingto.records import Ledger
from accordingto.register import Register


def held(ledger: Ledger, known: Register) -> Ledger:
    """The ledger with its checks against the register made anew; those inside the report stay as they are."""
    kept = [check for check in ledger.checks if check.register is None]
    checks = dict.fromkeys([*kept, *against_record(ledger, known)])
    ordered = sorted(checks, key=lambda c: (c.spans[0].start if c.spans else 0, c.code, c.message))
    return msgspec.structs.replace(ledger, checks=tuple(ordered))
