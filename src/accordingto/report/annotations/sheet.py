"""Ledger -> Sheet: what an annotator sees of a report and may correct, whatever the tool; and its fingerprints.

A sheet has marks on the text: sources, cues, contents of statements, and figures. A content leads to its source and its
cue. A mark's fields are those that can be corrected without typing, but for the two ends of a figure's range.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import get_args

import msgspec

from accordingto.records import Attribution, Figure, Harm, Ledger, Manner, Stance, Who
from accordingto.records.source import Kind

Spans = tuple[tuple[int, int], ...]

CHOICES: dict[str, dict[str, tuple[str, ...]]] = {
    "Source": {"kind": get_args(Kind)},
    "Cue": {},
    "Content": {"manner": get_args(Manner), "stance": get_args(Stance)},
    "Figure": {"harm": get_args(Harm), "who": get_args(Who)},
}
"""The labels of marks, and for each the fields with the values that they can have."""
FLAGS: dict[str, tuple[str, ...]] = {
    "Source": (),
    "Cue": (),
    "Content": ("accepted",),
    "Figure": ("approx", "vague", "denied", "accepted"),
}
"""The fields that are there or not."""
NUMBERS: dict[str, tuple[str, ...]] = {"Source": (), "Cue": (), "Content": (), "Figure": ("low", "high")}
"""The fields that hold a number, or nothing for an open end."""
LINKS = {"said_by": "Source", "cued_by": "Cue"}
"""From a content to what."""


@dataclass(slots=True)
class Mark:
    """A mark: where it stands (code points), what it is, its fields as words, and the keys of what it leads to."""

    label: str
    spans: Spans
    fields: dict[str, str] = field(default_factory=dict)
    said_by: str | None = None
    cued_by: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The marks of a report by their keys, which count from 1, and of what item of the ledger each is the mark.

    `items` names statements and figures by their ids in the ledger; sources and cues are marks of no item.
    """

    document: str
    text: str
    marks: dict[str, Mark]
    items: dict[str, str]


def sheet(ledger: Ledger, *, accepted: Collection[str] = ()) -> Sheet:
    """The sheet of a ledger; `accepted` are the ids of statements and figures that a person has accepted."""
    kinds = {s.id: s.kind for s in ledger.sources}
    made = Sheet(document=ledger.document.id, text=ledger.document.text, marks={}, items={})
    shared: dict[tuple[str, Spans, str], str] = {}

    def key(mark: Mark) -> str:
        made.marks[str(len(made.marks) + 1)] = mark
        return str(len(made.marks))

    def once(label: str, spans: Spans, kind: str | None) -> str:
        """One mark for the same words, however many statements lead to them."""
        of = (label, spans, kind or "")
        if of not in shared:
            shared[of] = key(Mark(label, spans, {"kind": kind} if kind else {}))
        return shared[of]

    for one in ledger.attributions:
        content = Mark("Content", tuple((s.start, s.end) for s in one.content))
        if one.source is not None:
            content.said_by = once("Source", ((one.source.start, one.source.end),), kinds.get(one.speaker or ""))
        if one.cue is not None:
            content.cued_by = once("Cue", ((one.cue.start, one.cue.end),), None)
        content.fields = _flagged({"manner": one.manner, "stance": one.stance}, {"accepted": one.id in accepted})
        made.items[key(content)] = one.id
    for figure in ledger.figures:
        mark = Mark("Figure", ((figure.span.start, figure.span.end),))
        told = {"harm": figure.harm, "who": figure.who, "low": _number(figure.low), "high": _number(figure.high)}
        flags = {name: getattr(figure, name) for name in ("approx", "vague", "denied")}
        mark.fields = _flagged({k: v for k, v in told.items() if v}, flags | {"accepted": figure.id in accepted})
        made.items[key(mark)] = figure.id
    return made


def fingerprint(one: Attribution | Figure) -> str:
    """A short hash of all that a statement or figure says: it tells whether it is as it was when it was exported."""
    return hashlib.sha256(msgspec.json.encode(one)).hexdigest()[:16]


def exported(ledger: Ledger) -> dict[str, str]:
    """The fingerprints of all statements and figures of a ledger by their ids."""
    items: tuple[Attribution | Figure, ...] = (*ledger.attributions, *ledger.figures)
    return {one.id: fingerprint(one) for one in items}


def _flagged(fields: dict[str, str], flags: dict[str, bool]) -> dict[str, str]:
    return fields | {name: "true" for name, is_set in flags.items() if is_set}


def _number(value: float | None) -> str | None:
    if value is None:
        return None
    return str(int(value)) if value == int(value) else repr(float(value))
