"""A target (`figure:…`, `source:…` and so on) -> what it is, as it is now taken, with the decisions about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from litestar.exceptions import NotFoundException

from accordingto.casebook import Casebook
from accordingto.errors import UnknownTarget
from accordingto.records import Contest, Decision, Ledger, Reported, Stated, Voice, in_force, undone
from accordingto.serve.pages.deciding_contests import contest_of

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


def about(casebook: Casebook, target: str) -> About:
    """What `target` is; raises NotFoundException where there is no such thing and never was."""
    kind, _, id_ = target.partition(":")
    if kind not in _FOUND or not id_:
        raise NotFoundException(f"{target!r} is nothing that can be decided about: choose it on its page")
    found = _FOUND[kind](casebook, id_) or About(target=target, decisions=casebook.decisions(target))
    if found.gone and not found.decisions:
        raise NotFoundException(f"{target} is not in this casebook: look it up again, its report may have been reread")
    return found


def _figure(casebook: Casebook, id_: str) -> About | None:
    ledger = _ledger(casebook, id_)
    if ledger is None:
        return None
    every = casebook.figures(document=ledger.document.id, outdated=True, rejected=True)
    one = next((figure for figure in every if figure.id == id_), None)
    if one is None:
        return None
    target = f"figure:{id_}"
    return About(target=target, decisions=casebook.decisions(target), ledger=ledger, figure=one)


def _statement(casebook: Casebook, id_: str) -> About | None:
    ledger = _ledger(casebook, id_)
    if ledger is None:
        return None
    every = casebook.statements(document=ledger.document.id, outdated=True, rejected=True)
    one = next((statement for statement in every if statement.id == id_), None)
    if one is None:
        return None
    target = f"statement:{id_}"
    return About(target=target, decisions=casebook.decisions(target), ledger=ledger, statement=one)


def _report(casebook: Casebook, id_: str) -> About | None:
    ledger = _ledger(casebook, id_)
    if ledger is None:
        return None
    target = f"report:{ledger.document.id}"
    return About(target=target, decisions=casebook.decisions(target), ledger=ledger)


def _source(casebook: Casebook, id_: str) -> About | None:
    target = f"source:{id_}"
    voices = casebook.sources(named=False)
    voice = next((one for one in voices if any(target == spelling.id for spelling in one.spellings)), None)
    if voice is None:
        return None
    names = {spelling.id for spelling in voice.spellings}
    decisions = tuple(one for one in casebook.decisions(about="source") if one.target in names or one.target == target)
    return About(target=target, decisions=decisions, voice=voice)


def _contest(casebook: Casebook, id_: str) -> About | None:
    contest = contest_of(casebook, id_)
    if contest is None:
        return None
    target = f"contest:{id_}"
    return About(target=target, decisions=casebook.decisions(target), contest=contest)


def _ledger(casebook: Casebook, id_: str) -> Ledger | None:
    """The ledger of the report that an id belongs to, as it is now taken."""
    try:
        return next(casebook.decided(casebook.ledgers_of(id_.partition("/")[0])[-1].document.id))
    except UnknownTarget:
        return None


_FOUND: dict[str, Callable[[Casebook, str], About | None]] = {
    "figure": _figure,
    "statement": _statement,
    "source": _source,
    "report": _report,
    "contest": _contest,
}
