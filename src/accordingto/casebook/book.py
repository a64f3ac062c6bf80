"""The casebook as one object: open, add, find, decide, verify."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import msgspec
from sqlalchemy import func, or_, select

from accordingto.casebook import adding, deciding, events, finding, verifying
from accordingto.casebook.conditions import whole_id
from accordingto.casebook.contest_keeping import KeepsContests
from accordingto.casebook.contests import Contests
from accordingto.casebook.database import opened, reading
from accordingto.casebook.decided import decided
from accordingto.casebook.filters import FigureFilter, StatementFilter
from accordingto.casebook.outcomes import Added, Known, Verdict, Version
from accordingto.casebook.pages import Pages
from accordingto.casebook.reviewing import Reviewing
from accordingto.casebook.rows import Event, Head
from accordingto.casebook.schema import LEDGER, REJECTION, REPORT, VERSION
from accordingto.records import (
    Decision,
    DecisionKind,
    Document,
    Item,
    Ledger,
    ReaderInfo,
    Rejection,
    Reported,
    Stated,
    Voice,
    in_force,
)

if TYPE_CHECKING:
    from sqlalchemy import Engine, Select


class _Head(msgspec.Struct, frozen=True):
    """A ledger of which nothing but the document is looked at."""

    document: Document


def _newest(*, outdated: bool) -> Select[Any]:
    """The newest ledger of each report, in the order of adding."""
    query = select(LEDGER.c.sha256).join(REPORT, REPORT.c.ledger == LEDGER.c.number).order_by(REPORT.c.number)
    return query if outdated else query.where(REPORT.c.outdated.is_(False))


class Casebook(Pages, Contests, KeepsContests, Reviewing):
    """Ledgers of many reports, with the raw bytes they were made of and every decision about them, append only.

    >>> from accordingto.casebook import Casebook
    >>> import tempfile, pathlib
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with Casebook.open(pathlib.Path(folder, "cases.db")) as casebook:
    ...         casebook.verify().faults
    ()
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, where: str | Path, *, make: bool = True) -> Self:
        """The casebook in the file `where`, or in PostgreSQL at `postgresql+psycopg://…`; made where it is missing.

        With `make=False` a missing one is a NoCasebook. Raises also CasebookBusy and MissingExtra.
        """
        return cls(opened(where, make=make, refill=verifying.remake))

    def close(self) -> None:
        """End all connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # ------------------------------------------------------------------------------------------------------- adding

    def add(
        self, item: Item, reader: adding.ReadsItems, *, by: str, why: str | None = None
    ) -> Added | Known | Rejection:
        """Read an item and keep its bytes and its ledger; a rejection is noted, too.

        Bytes that this program and model have read before add nothing. `by` is who adds it, `why` for what.
        """
        return adding.add_item(self._engine, item, reader, by=by, why=why)

    def add_ledger(self, ledger: Ledger, item: Item, *, by: str, why: str | None = None) -> Added | Known:
        """Keep a ledger that is there already, with the item whose bytes it was made of."""
        return adding.add_ledger(self._engine, ledger, item, by=by, why=why)

    def add_ledgers(
        self, pairs: Iterable[tuple[Ledger, Item]], *, by: str, why: str | None = None
    ) -> tuple[Added | Known, ...]:
        """As `add_ledger` for many at once, in one transaction: all of them are kept, or none."""
        return adding.add_ledgers(self._engine, pairs, by=by, why=why)

    def reject(self, rejection: Rejection, info: ReaderInfo, *, by: str, why: str | None = None) -> None:
        """Note that something was not read, such as a file that is missing, or an address that did not answer."""
        adding.reject(self._engine, rejection, info, by=by, why=why)

    def has_address(self, address: str) -> bool:
        """Whether a report was fetched from this address before, or lies there by its own word."""
        return self.at_address(address) is not None

    def at_address(self, address: str) -> str | None:
        """The id of the last report that was fetched from this address, or lies there by its own word."""
        query = select(REPORT.c.document).where(or_(REPORT.c.name == address, REPORT.c.url == address))
        with reading(self._engine) as connection:
            found = connection.execute(query.order_by(REPORT.c.number.desc()).limit(1)).scalar()
            return None if found is None else str(found)

    # ------------------------------------------------------------------------------------------------------ finding

    def figures(
        self,
        *,
        harm: str | None = None,
        place: str | None = None,
        period: str | None = None,
        speaker: str | None = None,
        unit: str | None = None,
        low: float | None = None,
        high: float | None = None,
        outlet: str | None = None,
        document: str | None = None,
        outdated: bool = False,
        rejected: bool = False,
    ) -> Iterator[Reported]:
        """The figures that fit all that is given, with decisions applied; see `FigureFilter`."""
        wanted = FigureFilter(
            harm=harm,
            place=place,
            period=period,
            speaker=speaker,
            unit=unit,
            low=low,
            high=high,
            outlet=outlet,
            document=document,
            outdated=outdated,
            rejected=rejected,
        )
        with reading(self._engine) as connection:
            yield from finding.figures(connection, wanted)

    def statements(
        self,
        *,
        speaker: str | None = None,
        about: str | None = None,
        outlet: str | None = None,
        stance: str | None = None,
        document: str | None = None,
        outdated: bool = False,
        rejected: bool = False,
    ) -> Iterator[Stated]:
        """The statements that fit all that is given; `about` searches their words (see `fulltext`)."""
        wanted = StatementFilter(
            speaker=speaker, about=about, outlet=outlet, stance=stance, document=document, outdated=outdated,
            rejected=rejected,
        )  # fmt: skip
        with reading(self._engine) as connection:
            yield from finding.statements(connection, wanted)

    def sources(self, *, name: str | None = None, kind: str | None = None, named: bool = True) -> Iterator[Voice]:
        """The persons and bodies that speak in the reports, one each under all its spellings.

        With `named=False` also sources without a name (`residents`), each by itself.
        """
        with reading(self._engine) as connection:
            yield from finding.voices(connection, name=name, kind=kind, named=named)

    def ledgers(self, *, outdated: bool = False) -> Iterator[Ledger]:
        """The newest ledger of each report, as its reader made it, in the order of adding."""
        with reading(self._engine) as connection:
            for row in connection.execute(_newest(outdated=outdated)).all():
                yield Ledger.from_json(adding.load(connection, row.sha256))

    def documents(self, *, outdated: bool = False) -> Iterator[Document]:
        """Each report as it was read, in the order of adding: as `ledgers`, but many times quicker."""
        with reading(self._engine) as connection:
            for row in connection.execute(_newest(outdated=outdated)).all():
                yield msgspec.json.decode(adding.load(connection, row.sha256), type=_Head).document

    def decided(self, document: str | None = None, *, outdated: bool = False) -> Iterator[Ledger]:
        """As `ledgers`, or of one report, with the decisions applied that were made about figures and statements."""
        for ledger in self.ledgers(outdated=outdated) if document is None else self.ledgers_of(document)[-1:]:
            id_ = ledger.document.id
            statements = self.statements(document=id_, outdated=True)
            yield decided(ledger, tuple(self.figures(document=id_, outdated=True)), tuple(statements))

    def accepted(self) -> frozenset[str]:
        """The ids (`<16 digits>/<id>`) of figures and statements about which the last word is that they are right."""
        last = {d.target: d.kind for d in in_force(self.decisions()) if d.kind in {"accept", "correct", "reject"}}
        right = (target.partition(":") for target, kind in last.items() if kind == "accept")
        return frozenset(id_ for about, _, id_ in right if about in {"figure", "statement"})

    def ledgers_of(self, document: str) -> tuple[Ledger, ...]:
        """All ledgers of a report, by the readers that read it, the oldest first; `document` may be shortened."""
        with reading(self._engine) as connection:
            whole = whole_id(connection, document)
            rows = connection.execute(
                select(LEDGER.c.sha256).where(LEDGER.c.document == whole).order_by(LEDGER.c.number)
            ).all()
            return tuple(Ledger.from_json(adding.load(connection, row.sha256)) for row in rows)

    def raw(self, document: str) -> bytes:
        """The bytes of a report as they came; `document` may be shortened."""
        with reading(self._engine) as connection:
            return adding.load(connection, whole_id(connection, document))

    def versions(self, document: str | None = None) -> Iterator[Version]:
        """The reports that came in several versions, with what changed in their figures, in the order of adding.

        With `document`, a whole id, only the pairs that it is one of.
        """
        query = select(VERSION).order_by(VERSION.c.number)
        if document is not None:
            query = query.where(or_(VERSION.c.earlier == document, VERSION.c.later == document))
        with reading(self._engine) as connection:
            for row in connection.execute(query).all():
                earlier = adding.load_ledger(connection, row.earlier)
                yield adding.version(earlier, adding.load_ledger(connection, row.later), row.because)

    def rejections(self) -> Iterator[Rejection]:
        """What was rejected, in the order of adding."""
        with reading(self._engine) as connection:
            for row in connection.execute(select(REJECTION).order_by(REJECTION.c.number)).all():
                yield Rejection(name=row.name, reason=row.reason, message=row.message)

    def size(self) -> int:
        """How many reports there are."""
        with reading(self._engine) as connection:
            return int(connection.execute(select(func.count()).select_from(REPORT)).scalar_one())

    # ----------------------------------------------------------------------------------------------------- deciding

    def decide(
        self, target: str, kind: DecisionKind, value: dict[str, Any] | None = None, *, by: str, why: str,
        seen: int | None = None,
    ) -> Decision:  # fmt: skip
        """Append a decision about a target (`figure:…`, `statement:…`, `source:…`, `report:…`, `contest:…`).

        A decision is undone with the target `decision:NUMBER` and the kind `undo`: what it did is taken back, and all
        others stand. See `deciding.decide` for `seen`. Raises DecidedSince and UnknownTarget.
        """
        return deciding.decide(self._engine, target, kind, value, by=by, why=why, seen=seen)

    def decisions(
        self, target: str | None = None, *, about: str | None = None, after: int | None = None
    ) -> tuple[Decision, ...]:
        """The decisions about a target, all of a kind (`contest`), or all; `after` an entry; undone ones, too."""
        return tuple(deciding.decisions(self._engine, target, about, after))

    def last_decision(self) -> int:
        """The number of the last decision, 0 where there is none."""
        return deciding.last_decision(self._engine)

    # --------------------------------------------------------------------------------------------------- others' work

    def head(self) -> Head:
        """The last entry."""
        with reading(self._engine) as connection:
            return events.head(connection)

    def since(self, number: int, *, most: int = 500) -> tuple[Event, ...]:
        """What was done after the entry with that number: the first `most` entries, in their order."""
        with reading(self._engine) as connection:
            return events.since(connection, number, most=most)

    # ---------------------------------------------------------------------------------------------------- verifying

    def verify(self, *, expect: str | None = None) -> Verdict:
        """Recompute every hash, and make every look-up table anew to compare it.

        `expect` is a hash that must be in the chain, kept from an earlier verdict: only so it is seen when the last
        entries were cut off.
        """
        return verifying.verify(self._engine, expect=expect)

    def rebuild(self) -> None:
        """Make the look-up tables anew from the entries."""
        verifying.rebuild(self._engine)
