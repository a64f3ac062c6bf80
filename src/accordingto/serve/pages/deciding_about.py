"""A target (`figure:…`, `source:…` and so on) -> what it is, as it is now taken, with the decisions about it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass

from litestar.exceptions import NotFoundException

from accordingto.errors import UnknownTarget
from accordingto.records import Contest, Decision, Ledger, Reported, Spelling, Stated, Voice, in_force, undone
from accordingto.serve.desk import Desk

NAMES = 200
"""So many names of a speaker are offered to be split off."""
_REVIEWS = {"accept": "accepted", "correct": "corrected", "reject": "rejected"}


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is decided about. `decisions` are all about it, the oldest first, undone ones too.

    Of `figure`, `statement`, `voice`, `contest` and, alone, `ledger` one is set, by its kind; none where it is there no
    more, so that only what was decided about it can be undone. `ledger` is that of its report as it is now taken.
    """

    target: str
    decisions: tuple[Decision, ...]
    ledger: Ledger | None = None
    figure: Reported | None = None
    statement: Stated | None = None
    voice: Voice | None = None
    contest: Contest | None = None

    @property
    def kind(self) -> str:
        """What kind of thing it is: `figure`."""
        return self.target.partition(":")[0]

    @property
    def gone(self) -> bool:
        """Whether it is there no more, such as a figure that a newer reader does not find."""
        return self.ledger is None and self.voice is None and self.contest is None

    @property
    def seen(self) -> int:
        """The number of the last decision about it, 0 where there is none."""
        return self.decisions[-1].number if self.decisions else 0

    @property
    def standing(self) -> tuple[Decision, ...]:
        """The decisions that count: neither undone nor an undoing."""
        return in_force(self.decisions)

    @property
    def undoable(self) -> tuple[Decision, ...]:
        """The decisions that can be undone: all that nobody has undone, undoings too."""
        void = undone(self.decisions)
        return tuple(one for one in self.decisions if one.number not in void)

    @property
    def review(self) -> str | None:
        """`accepted`, `corrected` or `rejected`, None where nobody has decided, or all of it is undone."""
        last = [one.kind for one in self.standing if one.kind in _REVIEWS]
        return _REVIEWS[last[-1]] if last else None


def about(desk: Desk, target: str) -> About:
    """What `target` is; raises NotFoundException where there is no such thing and never was."""
    kind, _, id_ = target.partition(":")
    if kind not in _FOUND or not id_:
        raise NotFoundException(f"{target!r} is nothing that can be decided about: choose it on its page")
    found = _FOUND[kind](desk, id_) or About(target=target, decisions=desk.casebook.decisions(target))
    if found.gone and not found.decisions:
        raise NotFoundException(f"{target} is not in this casebook: look it up again, its report may have been reread")
    return found


def _figure(desk: Desk, id_: str) -> About | None:
    ledger = _ledger(desk, id_)
    if ledger is None:
        return None
    every = desk.casebook.figures(document=ledger.document.id, outdated=True, rejected=True)
    one = next((figure for figure in every if figure.id == id_), None)
    if one is None:
        return None
    target = f"figure:{id_}"
    return About(target=target, decisions=desk.casebook.decisions(target), ledger=ledger, figure=one)


def _statement(desk: Desk, id_: str) -> About | None:
    ledger = _ledger(desk, id_)
    if ledger is None:
        return None
    every = desk.casebook.statements(document=ledger.document.id, outdated=True, rejected=True)
    one = next((statement for statement in every if statement.id == id_), None)
    if one is None:
        return None
    target = f"statement:{id_}"
    return About(target=target, decisions=desk.casebook.decisions(target), ledger=ledger, statement=one)


def _report(desk: Desk, id_: str) -> About | None:
    ledger = _ledger(desk, id_)
    if ledger is None:
        return None
    target = f"report:{ledger.document.id}"
    return About(target=target, decisions=desk.casebook.decisions(target), ledger=ledger)


def _source(desk: Desk, id_: str) -> About | None:
    target = f"source:{id_}"
    try:
        row = desk.casebook.voice(target)
        roles = desk.casebook.roles_page(target, limit=NAMES + 1).items
    except UnknownTarget:
        return None
    voice = Voice(
        id=row.id,
        name=row.name,
        kind=row.kind,
        reports=row.reports,
        statements=row.statements,
        figures=row.figures,
        spellings=tuple(
            Spelling(
                id=one.source,
                name=one.name,
                document=one.document,
                role=one.role,
                affiliation=one.affiliation,
                because=one.because,
            )
            for one in roles
        ),
    )
    return About(target=target, decisions=desk.casebook.voice_decisions(target), voice=voice)


def _contest(desk: Desk, id_: str) -> About | None:
    with contextlib.suppress(NotFoundException):  # what was decided about one that is no more can still be undone
        contest = desk.contests.of(id_)
        decisions = desk.casebook.contest_decisions(id_)
        return About(target=f"contest:{contest.id}", decisions=decisions, contest=contest)
    return None


def _ledger(desk: Desk, id_: str) -> Ledger | None:
    """The ledger of the report that an id belongs to, as it is now taken."""
    try:
        return next(desk.casebook.decided(desk.casebook.ledgers_of(id_.partition("/")[0])[-1].document.id))
    except UnknownTarget:
        return None


_FOUND: dict[str, Callable[[Desk, str], About | None]] = {
    "figure": _figure,
    "statement": _statement,
    "source": _source,
    "report": _report,
    "contest": _contest,
}
