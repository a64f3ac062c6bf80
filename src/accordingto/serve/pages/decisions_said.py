"""Targets -> the words of the reports that they stand for, so that a list of decisions says what each is about."""

from __future__ import annotations

from collections.abc import Iterable

from accordingto.casebook import Casebook
from accordingto.errors import UnknownTarget
from accordingto.records import Ledger
from accordingto.report import wording

_LONG = 90
"""Longer words are cut, in characters."""


def said_of(casebook: Casebook, targets: Iterable[str]) -> dict[str, str]:
    """The words of each figure and statement, and the title of each report, that is there; others have no entry.

    They are those that the reader marked, as they were when it was decided about them.
    """
    wanted = sorted({one for one in targets if one.partition(":")[0] in {"figure", "statement", "report"}})
    ledgers: dict[str, Ledger | None] = {}
    said = {}
    for target in wanted:
        document, _, inner = target.partition(":")[2].partition("/")
        if document not in ledgers:
            ledgers[document] = _ledger(casebook, document)
        ledger = ledgers[document]
        words = _words(ledger, target.partition(":")[0], inner) if ledger else None
        if words is not None:
            said[target] = words if len(words) <= _LONG else words[:_LONG].rstrip() + "…"
    return said


def _ledger(casebook: Casebook, document: str) -> Ledger | None:
    try:
        return casebook.ledgers_of(document)[-1]
    except UnknownTarget:
        return None


def _words(ledger: Ledger, kind: str, inner: str) -> str | None:
    if kind == "report":
        return wording.heading(ledger.document)
    if kind == "figure":
        return next((wording.one_line(one.span.text) for one in ledger.figures if one.id == inner), None)
    content = next((one.content for one in ledger.attributions if one.id == inner), ())
    return wording.one_line(" … ".join(span.text for span in content)) or None
