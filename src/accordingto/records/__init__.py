"""The nouns: frozen records that the steps take and give, one file each."""

from accordingto.records.attribution import Attribution, Manner, Stance, via
from accordingto.records.check import Check
from accordingto.records.date import Date, DateType
from accordingto.records.decision import Decision, DecisionKind
from accordingto.records.document import Document
from accordingto.records.figure import Age, Basis, Figure, Harm, Place, Sex, Who
from accordingto.records.item import Address, Item
from accordingto.records.ledger import Ledger, ReaderInfo
from accordingto.records.reading import Link, Reading, Tagged
from accordingto.records.rejection import Rejection
from accordingto.records.relation import Relation, mirrored
from accordingto.records.reported import Reported, reported
from accordingto.records.source import Kind, Party, Source
from accordingto.records.span import Span
from accordingto.records.stated import Stated, stated

__all__ = [
    "Address",
    "Age",
    "Attribution",
    "Basis",
    "Check",
    "Date",
    "DateType",
    "Decision",
    "DecisionKind",
    "Document",
    "Figure",
    "Harm",
    "Item",
    "Kind",
    "Ledger",
    "Link",
    "Manner",
    "Party",
    "Place",
    "ReaderInfo",
    "Reading",
    "Rejection",
    "Relation",
    "Reported",
    "Sex",
    "Source",
    "Span",
    "Stance",
    "Stated",
    "Tagged",
    "Who",
    "mirrored",
    "reported",
    "stated",
    "via",
]
