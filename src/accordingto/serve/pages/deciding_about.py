"""A target (`figure:…`, `statement:…`, `source:…`, `report:…`, `contest:…`, `decision:…`) -> what it is about, as it is
now taken, with the decisions about it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from litestar.exceptions import NotFoundException

from accordingto.casebook import Casebook
from accordingto.errors import UnknownTarget
from accordingto.records import Decision, Ledger, Reported, Stated, Voice

Kind = Literal["figure", "statement", "source", "report", "contest", "decision"]
REVIEWS = {"accept": "accepted", "correct": "corrected", "reject": "rejected"}
"""What the last of these decisions makes of a figure or statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a decision is about. `decisions` are all about it, the oldest first, undone ones too."""

    target: str
    kind: Kind
    id: str
    decisions: tuple[Decision, ...]
    ledger: Ledger | None = None
    figure: Reported | None = None
    statement: Stated | None = None
    voice: Voice | None = None
    decision: Decision | None = None

    @property
    def seen(self) -> int:
        """The number of the last decision about it, 0 where there is none."""
        return self.decisions[-1].number if self.decisions else 0

    @property
    def review(self) -> str | None:
        """`accepted`, `corrected` or `rejected`, None where nobody has decided."""
        last = [d.kind for d in self.decisions if d.kind in REVIEWS]
        return REVIEWS[last[-1]] if last else None


def about(casebook: Casebook, target: str) -> About:
    """What `target` is; raises NotFoundException where it is nothing."""
    kind, _, id_ = target.partition(":")
    if kind not in _FOUND or not id_:
        raise NotFoundException(f"{target!r} is nothing that can be decided: go back and choose it from its page")
    found = _FOUND[kind](casebook, target, id_)
    if found is None:
        raise NotFoundException(f"{target} is not in this casebook: it may have been read anew since; look it up again")
    return found


def _figure(casebook: Casebook, target: str, id_: str) -> About | None:
    ledger = _ledger(casebook, id_)
    every = casebook.figures(document=ledger.document.id, outdated=True, rejected=True) if ledger else ()
    one = next((figure for figure in every if figure.id == id_), None)
    if one is None:
        return None
    return About(
        target=target, kind="figure", id=id_, decisions=casebook.decisions(target), ledger=ledger, figure=one
    )  # fmt: skip


def _statement(casebook: Casebook, target: str, id_: str) -> About | None:
    ledger = _ledger(casebook, id_)
    every = casebook.statements(document=ledger.document.id, outdated=True, rejected=True) if ledger else ()
    one = next((statement for statement in every if statement.id == id_), None)
    if one is None:
        return None
    return About(
        target=target, kind="statement", id=id_, decisions=casebook.decisions(target), ledger=ledger, statement=one
    )


def _report(casebook: Casebook, _target: str, id_: str) -> About | None:
    ledger = _ledger(casebook, id_)
    if ledger is None:
        return None
    whole = f"report:{ledger.document.id}"
    return About(
        target=whole, kind="report", id=ledger.document.id, decisions=casebook.decisions(whole), ledger=ledger
    )  # fmt: skip


def _ledger(casebook: Casebook, id_: str) -> Ledger | None:
    """The newest ledger of the report that an id belongs to."""
    try:
        return casebook.ledgers_of(id_.partition("/")[0])[-1]
    except UnknownTarget:
        return None


_FOUND: dict[str, Callable[[Casebook, str, str], About | None]] = {
    "figure": _figure,
    "statement": _statement,
    "report": _report,
}
