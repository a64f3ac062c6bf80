"""The nouns: frozen records that the steps take and give, one file each."""

from accordingto.records.attribution import Attribution, Manner, Stance, via
from accordingto.records.check import Check
from accordingto.records.contest import Axes, Claim, Comparison, Contest, Level, Origin, Reason, Ruling, Topic, Verdict
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
from accordingto.records.toll import Grade, Responsible, Toll
from accordingto.records.voice import Spelling, Voice

__all__ = [
    "Address",
    "Age",
    "Attribution",
    "Axes",
    "Basis",
    "Check",
    "Claim",
    "Comparison",
    "Contest",
    "Date",
    "DateType",
    "Decision",
    "DecisionKind",
    "Document",
    "Figure",
    "Grade",
    "Harm",
    "Item",
    "Kind",
    "Ledger",
    "Level",
    "Link",
    "Manner",
    "Origin",
    "Party",
    "Place",
    "ReaderInfo",
    "Reading",
    "Reason",
    "Rejection",
    "Relation",
    "Reported",
    "Responsible",
    "Ruling",
    "Sex",
    "Source",
    "Span",
    "Spelling",
    "Stance",
    "Stated",
    "Tagged",
    "Toll",
    "Topic",
    "Verdict",
    "Voice",
    "Who",
    "mirrored",
    "reported",
    "stated",
    "via",
]
