"""Ledger* -> Casebook

The ledgers of many reports in SQLite or PostgreSQL, append only: raw bytes under their sha256, every entry holding the
hash of the one before it, and look-up tables made from the entries. `Casebook.open(path)` opens or makes one.
"""

from accordingto.casebook.book import Casebook
from accordingto.casebook.outcomes import (
    Added,
    Change,
    Fault,
    Finding,
    Known,
    Rank,
    Review,
    Reviewed,
    Verdict,
    Version,
    Waiting,
)

__all__ = [
    "Added",
    "Casebook",
    "Change",
    "Fault",
    "Finding",
    "Known",
    "Rank",
    "Review",
    "Reviewed",
    "Verdict",
    "Version",
    "Waiting",
]
