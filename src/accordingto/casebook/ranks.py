"""A figure or statement, and what was found not to fit about it -> how soon it wants looking at, from 0.

A rank is what a reader of the queue sees as the first two parts of a priority: the chance that the program is wrong
(1 - confidence), and how little a figure fits what its source has published (1), or the rest of its report (0.5).
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from accordingto.records import Check, Ledger, Reported, Stated

_FITS = frozenset({"matches_record", "rounding", "later_as_of", "same_origin"})
"""Codes of findings against the register that give no reason to doubt a figure."""
AGAINST_RECORD, WITHIN_REPORT = 1.0, 0.5
"""How much it weighs that a figure does not fit the register, or its own report."""


def _of_record(one: Check) -> bool:
    """Whether a finding is about what a source has published; a figure that it has not has no row to name."""
    return one.register is not None or one.code == "not_in_record"


def findings_of(ledger: Ledger) -> dict[str, tuple[Check, ...]]:
    """The findings that give reason to doubt a figure, by its id; those against the register first."""
    out: dict[str, list[Check]] = {}
    for one in sorted(ledger.checks, key=lambda c: not _of_record(c)):
        if one.code not in _FITS:
            for figure in one.figures:
                out.setdefault(figure, []).append(one)
    return {figure: tuple(found) for figure, found in out.items()}


def misfit(findings: Sequence[Check]) -> float:
    """How much the weightiest of these findings weighs, 0 where there is none."""
    return max((AGAINST_RECORD if _of_record(one) else WITHIN_REPORT for one in findings), default=0.0)


def finding_columns(one: Reported, findings: Sequence[Check]) -> dict[str, object]:
    """The columns of a figure that say how soon it wants looking at, and what was found."""
    told = [{"code": f.code, "message": f.message, "register": f.register} for f in findings]
    return {
        "rank": round(1 - one.figure.confidence + misfit(findings), 6),
        "findings": msgspec.json.encode(told).decode(),
    }


def statement_rank(one: Stated) -> float:
    """How soon a statement wants looking at: the chance that it is none."""
    return round(1 - one.attribution.confidence, 6)
