"""What comparing found -> the contests as they are kept. What to compare is asked here, too: only what changed.

Three steps, each of which can be cut off and begun again: figures of changed reports are placed in their zones; zones
that are behind are told, those together that a decision joins; the contests of a zone are put in the place of the old.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import Connection, delete, insert, or_, select, update

from accordingto.casebook.adding import load
from accordingto.casebook.contest_schema import COMPARED, COMPARED_TO, CONTEST, SUCCESSOR, ZONE
from accordingto.casebook.contests import compared_to, figures_of, heir, rulings
from accordingto.casebook.database import reading, writing
from accordingto.casebook.events import head
from accordingto.casebook.keeping import entries
from accordingto.casebook.rows import ContestRow
from accordingto.casebook.schema import FIGURE, LEDGER, REPORT
from accordingto.records import Contest, Document, Reported
from accordingto.records.base import Record

if TYPE_CHECKING:
    from sqlalchemy import Engine

_AT_ONCE = 500


class Stale(Record, frozen=True, kw_only=True):
    """Zones that are compared together: up to which entry they were placed, and their figures.

    `zone_of` gives for each figure its zone, `since` the entry up to which it was placed last; `kept` gives for each
    contest that there is the entry up to which it was made.
    """

    zones: tuple[str, ...]
    entry: int
    figures: tuple[Reported, ...]
    zone_of: dict[str, str]
    since: dict[str, int]
    kept: dict[str, int]


class Kept(Record, frozen=True, kw_only=True):
    """A contest made anew, with what it is listed by, and its zone."""

    row: ContestRow
    zone: str
    contest: Contest


class _Head(msgspec.Struct, frozen=True):
    document: Document


class KeepsContests:
    """Keeps contests; only `accordingto.contesting` has a use for it."""

    _engine: Engine

    def changed_reports(self) -> tuple[int, tuple[str, ...]]:
        """The last entry, and the reports that changed since figures were placed, also by decisions."""
        with reading(self._engine) as connection:
            last, done = head(connection).number, compared_to(connection)
            found: dict[str, None] = {}
            if done == 0:
                documents = connection.execute(select(REPORT.c.document).order_by(REPORT.c.number)).scalars()
                return last, tuple(documents)
            for entry in entries(connection, after=done):
                payload = entry.holds()
                named = (payload.get("document"), payload.get("earlier"), payload.get("later"))
                found |= dict.fromkeys(one for one in named if one)
            return last, tuple(found)

    def figures_in(self, documents: Sequence[str]) -> tuple[Reported, ...]:
        """The figures of these reports that are compared: of their latest versions, without rejected ones."""
        column = FIGURE.c
        right = or_(column.review.is_(None), column.review != "rejected")
        query = select(column.record).where(column.document.in_(documents), column.outdated.is_(False), right)
        with reading(self._engine) as connection:
            return tuple(
                msgspec.json.decode(record, type=Reported)
                for record in connection.execute(query.order_by(column.number)).scalars()
            )

    def texts_of(self, documents: Iterable[str]) -> tuple[Document, ...]:
        """These reports as they were read last."""
        query = select(LEDGER.c.sha256).join(REPORT, REPORT.c.ledger == LEDGER.c.number)
        with reading(self._engine) as connection:
            digests = connection.execute(query.where(REPORT.c.document.in_(sorted(documents)))).scalars().all()
            return tuple(msgspec.json.decode(load(connection, one), type=_Head).document for one in digests)

    def place(self, documents: Sequence[str], zones: Mapping[str, str], of: Mapping[str, str], *, entry: int) -> None:
        """Put the figures of these reports in their zones, as of an entry; `of` gives the report of each figure.

        The zones that they are in, and those that they were in, are behind from now on.
        """
        with writing(self._engine) as connection:
            there = connection.execute(select(COMPARED).where(COMPARED.c.document.in_(documents))).all()
            contests = {row.figure: row.contest for row in there}
            connection.execute(delete(COMPARED).where(COMPARED.c.document.in_(documents)))
            rows = [
                {"figure": id_, "document": of[id_], "zone": zone, "entry": entry, "contest": contests.get(id_)}
                for id_, zone in zones.items()
            ]
            if rows:
                connection.execute(insert(COMPARED), rows)
            _behind(connection, {*zones.values(), *(row.zone for row in there)}, entry)

    def placed(self, *, entry: int) -> None:
        """Note that all figures were placed, as of an entry; zones that a decision since then is about are behind."""
        with writing(self._engine) as connection:
            done = compared_to(connection)
            decided = [
                one for one in entries(connection, after=done) if str(one.holds().get("target")).startswith("contest:")
            ]
            if decided:
                named = {id_ for one in rulings(connection) for ids in (one.figures, *one.others) for id_ in ids}
                _behind(connection, set(_zones(connection, sorted(named)).values()), entry)
            connection.execute(delete(COMPARED_TO))
            connection.execute(insert(COMPARED_TO).values(one=1, entry=entry))

    def stale(self) -> Stale | None:
        """The next zones that are behind, with all that is compared in them; None where there are none."""
        with reading(self._engine) as connection:
            column = ZONE.c
            query = select(column.name).where(column.made < column.placed).order_by(column.name).limit(1)
            first = connection.execute(query).scalar()
            if first is None:
                return None
            zones = _together(connection, str(first))
            entry = max(
                int(n) for n in connection.execute(select(column.placed).where(column.name.in_(zones))).scalars()
            )
            rows = connection.execute(
                select(FIGURE.c.record, COMPARED.c.zone, COMPARED.c.entry)
                .join(COMPARED, COMPARED.c.figure == FIGURE.c.id)
                .where(COMPARED.c.zone.in_(zones))
            ).all()
            figures = tuple(msgspec.json.decode(row.record, type=Reported) for row in rows)
            made = select(CONTEST.c.id, CONTEST.c.entry).where(CONTEST.c.zone.in_(zones))
            return Stale(
                zones=tuple(zones),
                entry=entry,
                figures=figures,
                zone_of={figure.id: row.zone for figure, row in zip(figures, rows, strict=True)},
                since={figure.id: row.entry for figure, row in zip(figures, rows, strict=True)},
                kept={str(row.id): int(row.entry) for row in connection.execute(made)},
            )

    def keep(self, stale: Stale, groups: Mapping[str, Sequence[str]], made: Sequence[Kept]) -> bool:
        """Put the contests of some zones in the place of the old: `groups` are all of them with their figures' ids.

        `made` are those that were made anew. Nothing is kept, and False given back, where the zones changed meanwhile.
        """
        with writing(self._engine) as connection:
            column = ZONE.c
            newer = select(column.name).where(column.name.in_(stale.zones), column.placed > stale.entry)
            if connection.execute(newer.limit(1)).first() is not None:
                return False
            fresh = {one.row.id for one in made}
            there = connection.execute(select(CONTEST.c.id).where(CONTEST.c.zone.in_(stale.zones))).scalars()
            gone = [str(id_) for id_ in there if id_ in fresh or id_ not in groups]
            were = {id_: figures_of(connection, id_) for id_ in gone if id_ not in groups}
            for at in range(0, len(gone), _AT_ONCE):
                connection.execute(delete(CONTEST).where(CONTEST.c.id.in_(gone[at : at + _AT_ONCE])))
            connection.execute(update(COMPARED).where(COMPARED.c.zone.in_(stale.zones)).values(contest=None))
            for id_, figures in groups.items():
                for at in range(0, len(figures), _AT_ONCE):
                    some = COMPARED.c.figure.in_(list(figures[at : at + _AT_ONCE]))
                    connection.execute(update(COMPARED).where(some).values(contest=id_))
            if made:
                connection.execute(insert(CONTEST), [_columns(one) for one in made])
            _follow(connection, were)
            connection.execute(delete(SUCCESSOR).where(SUCCESSOR.c.id.in_(sorted(fresh))))
            connection.execute(update(ZONE).where(column.name.in_(stale.zones)).values(made=column.placed))
            return True


def _behind(connection: Connection, zones: Iterable[str], entry: int) -> None:
    """Note that these zones are behind."""
    names = sorted(zones)
    for at in range(0, len(names), _AT_ONCE):
        some = names[at : at + _AT_ONCE]
        known = set(connection.execute(select(ZONE.c.name).where(ZONE.c.name.in_(some))).scalars())
        connection.execute(update(ZONE).where(ZONE.c.name.in_(some)).values(placed=entry))
        new = [{"name": name, "placed": entry, "made": 0} for name in some if name not in known]
        if new:
            connection.execute(insert(ZONE), new)
    # A zone that was placed at this very entry before is behind, too: a run that was cut off places again.
    for at in range(0, len(names), _AT_ONCE):
        some_names = ZONE.c.name.in_(names[at : at + _AT_ONCE])
        connection.execute(update(ZONE).where(some_names, ZONE.c.made >= entry).values(made=entry - 1))


def _zones(connection: Connection, figures: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for at in range(0, len(figures), _AT_ONCE):
        some = COMPARED.c.figure.in_(list(figures[at : at + _AT_ONCE]))
        for row in connection.execute(select(COMPARED.c.figure, COMPARED.c.zone).where(some)):
            found[row.figure] = row.zone
    return found


def _together(connection: Connection, first: str) -> list[str]:
    """The zones that are compared together with a zone: those that rulings join, and that its contests reach into."""
    named = [
        {id_ for ids in (one.figures, *one.others) for id_ in ids} for one in rulings(connection) if one.kind == "join"
    ]
    placed = _zones(connection, sorted(set().union(*named)))
    joined = [{placed[id_] for id_ in ids if id_ in placed} for ids in named]
    zones: set[str] = set()
    waiting = {first}
    while waiting:
        zones |= waiting
        reached = {zone for some in joined if some & waiting for zone in some}
        if joined:
            reached |= _reached(connection, sorted(waiting))
        waiting = reached - zones
    return sorted(zones)


def _reached(connection: Connection, zones: Sequence[str]) -> set[str]:
    """The zones in which contests have figures that have some in these zones."""
    here = select(COMPARED.c.contest).where(COMPARED.c.zone.in_(zones), COMPARED.c.contest.is_not(None)).distinct()
    there = connection.execute(select(COMPARED.c.zone).where(COMPARED.c.contest.in_(here)).distinct()).scalars()
    kept = connection.execute(select(CONTEST.c.zone).where(CONTEST.c.id.in_(here)).distinct()).scalars()
    return {str(zone) for zone in (*there, *kept)}


def _follow(connection: Connection, were: Mapping[str, Sequence[str]]) -> None:
    """Lead from contests that are no more, and from those that led to them, to where most of their figures are."""
    earlier = {
        str(id_): figures_of(connection, str(id_))
        for gone in were
        for id_ in connection.execute(select(SUCCESSOR.c.id).where(SUCCESSOR.c.contest == gone)).scalars().all()
    }
    lost = {**earlier, **were}
    for id_, figures in lost.items():
        connection.execute(delete(SUCCESSOR).where(SUCCESSOR.c.id == id_))
        packed = zlib.compress(msgspec.json.encode(list(figures)))
        row = {"id": id_, "contest": heir(connection, figures), "figures": packed}
        connection.execute(insert(SUCCESSOR).values(row))


def _columns(kept: Kept) -> dict[str, object]:
    return {
        **msgspec.structs.asdict(kept.row),
        "zone": kept.zone,
        "subject_order": kept.row.subject.casefold()[:80],
        "record": zlib.compress(msgspec.json.encode(kept.contest), 4),
    }
