"""Ledger* -> Casebook

The ledgers of many reports in SQLite or PostgreSQL, append only: raw bytes under their sha256, every entry holding the
hash of the one before, and look-up tables made from the entries. `Casebook.open(path)` opens or makes one.
"""

from accordingto.casebook.book import Casebook
from accordingto.casebook.filters import (
    ContestFilter,
    DecisionFilter,
    FigureFilter,
    RejectionFilter,
    ReportFilter,
    Review,
    StatementFilter,
    VoiceFilter,
)
from accordingto.casebook.outcomes import Added, Change, Fault, Known, Verdict, Version
from accordingto.casebook.rows import (
    ContestRow,
    Event,
    Facet,
    Facets,
    FigureRow,
    Head,
    Page,
    RejectionRow,
    ReportRow,
    Role,
    StatementRow,
    VoiceRow,
)

__all__ = [
    "Added",
    "Casebook",
    "Change",
    "ContestFilter",
    "ContestRow",
    "DecisionFilter",
    "Event",
    "Facet",
    "Facets",
    "Fault",
    "FigureFilter",
    "FigureRow",
    "Head",
    "Known",
    "Page",
    "RejectionFilter",
    "RejectionRow",
    "ReportFilter",
    "ReportRow",
    "Review",
    "Role",
    "StatementFilter",
    "StatementRow",
    "Verdict",
    "Version",
    "VoiceFilter",
    "VoiceRow",
]
