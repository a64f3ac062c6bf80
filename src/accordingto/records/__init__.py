"""The nouns: frozen records that the steps take and give, one file each."""

from accordingto.records.attribution import Attribution, Manner, Stance
from accordingto.records.check import Check
from accordingto.records.date import Date
from accordingto.records.document import Document
from accordingto.records.figure import Figure, Place
from accordingto.records.ledger import Ledger, ReaderInfo
from accordingto.records.reading import Link, Reading, Tagged
from accordingto.records.rejection import Rejection
from accordingto.records.source import Kind, Source
from accordingto.records.span import Span

__all__ = [
    "Attribution",
    "Check",
    "Date",
    "Document",
    "Figure",
    "Kind",
    "Ledger",
    "Link",
    "Manner",
    "Place",
    "ReaderInfo",
    "Reading",
    "Rejection",
    "Source",
    "Span",
    "Stance",
    "Tagged",
]
