"""The contests as they stand: listed, found by figure or report, and followed when a figure joins or leaves.

They are kept by `accordingto.contesting`, which compares; here they are only looked up.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Connection, func, select

from accordingto.casebook.conditions import Conditions, whole_id
from accordingto.casebook.contest_schema import COMPARED, COMPARED_TO, CONTEST, SUCCESSOR, ZONE
from accordingto.casebook.database import reading
from accordingto.casebook.effects import decision_of
from accordingto.casebook.events import head
from accordingto.casebook.filters import ContestFilter, Review
from accordingto.casebook.paging import Listing, paged
from accordingto.casebook.rows import ContestRow, Page
from accordingto.casebook.schema import DECISION, FIGURE
from accordingto.errors import UnknownTarget
from accordingto.records import Contest, Decision, Ruling, in_force

if TYPE_CHECKING:
    from sqlalchemy import Engine

_AT_ONCE = 500
_LISTED = tuple(CONTEST.c[name] for name in ContestRow.__struct_fields__)
"""The columns of a list, without the record of all figures, which is large."""


class Contests:
    """What a casebook holds of contests."""

    _engine: Engine

    def contests_page(
        self, wanted: ContestFilter | None = None, *, sort: str = "-conflicts", offset: int = 0, limit: int = 50
    ) -> Page[ContestRow]:
        """Contests as they were last made.

        In the order `conflicts`, `figures`, `reports`, `publishers`, `origins`, `widest`, `latest` or `subject`.
        """
        asked, column = wanted or ContestFilter(), CONTEST.c
        names = ("conflicts", "figures", "reports", "publishers", "origins", "widest", "latest")
        orders = {name: column[name] for name in names} | {"subject": column.subject_order}
        with reading(self._engine) as connection:
            listing = Listing(CONTEST, orders, lambda _: _of_contests(connection, asked), key="id")
            found = paged(connection, listing, sort=sort, offset=offset, limit=limit)
            query = select(*_LISTED).where(CONTEST.c.id.in_(found.keys))
            there = {row.id: _row(row) for row in connection.execute(query)}
            rows = [there[id_] for id_ in found.keys]
        return Page(items=tuple(rows), total=found.total, capped=found.capped, offset=offset, limit=limit)

    def contest(self, id_: str) -> Contest:
        """The contest with that id, or the one that most of its figures are in now, as the ids tell.

        Raises UnknownTarget where there is none, or none any more.
        """
        with reading(self._engine) as connection:
            now = current(connection, id_)
            if now is None:
                raise UnknownTarget(f"contest:{id_} is not in the casebook, or its figures speak of one thing no more")
            record = connection.execute(select(CONTEST.c.record).where(CONTEST.c.id == now)).scalar_one()
            return msgspec.json.decode(zlib.decompress(record), type=Contest)

    def contest_now(self, id_: str) -> str | None:
        """The id that a contest has now: its own, or that of the one which most of its figures are in; else None."""
        with reading(self._engine) as connection:
            return current(connection, id_)

    def contests_of(self, figures: Sequence[str]) -> dict[str, str]:
        """For each of these figures' ids that is in a contest, the id of the contest."""
        with reading(self._engine) as connection:
            return {figure: contest for figure, contest in _compared(connection, figures) if contest is not None}

    def contest_decisions(self, id_: str) -> tuple[Decision, ...]:
        """The decisions about a contest, under its own id and those that it had before, in their order."""
        with reading(self._engine) as connection:
            now = current(connection, id_) or id_
            earlier = connection.execute(select(SUCCESSOR.c.id).where(SUCCESSOR.c.contest == now)).scalars()
            targets = [f"contest:{one}" for one in sorted({id_, now, *earlier})]
            query = select(DECISION).where(DECISION.c.target.in_(targets)).order_by(DECISION.c.number)
            return tuple(decision_of(row) for row in connection.execute(query))

    def figure_reviews(self, figures: Sequence[str]) -> dict[str, Review]:
        """What decisions have made of those of these figures, by their ids, about which there are any in force."""
        with reading(self._engine) as connection:
            return {
                row.id: row.review
                for at in range(0, len(figures), _AT_ONCE)
                for row in connection.execute(
                    select(FIGURE.c.id, FIGURE.c.review).where(
                        FIGURE.c.id.in_(list(figures[at : at + _AT_ONCE])), FIGURE.c.review.is_not(None)
                    )
                )
            }

    def rulings(self) -> tuple[Ruling, ...]:
        """What was decided about which figures belong in one contest, the oldest first."""
        with reading(self._engine) as connection:
            return rulings(connection)

    def contests_behind(self) -> int:
        """How many entries came after those up to which the contests were made; 0 where they are up to date."""
        with reading(self._engine) as connection:
            column = ZONE.c
            oldest = connection.execute(select(func.min(column.made)).where(column.made < column.placed)).scalar()
            done = compared_to(connection) if oldest is None else min(compared_to(connection), int(oldest))
            return head(connection).number - done


def compared_to(connection: Connection) -> int:
    """The number of the entry up to which figures have been looked at, 0 for none."""
    return int(connection.execute(select(COMPARED_TO.c.entry)).scalar() or 0)


def current(connection: Connection, id_: str) -> str | None:
    """The id that a contest has now; None where there is none."""
    if connection.execute(select(CONTEST.c.entry).where(CONTEST.c.id == id_)).first() is not None:
        return id_
    found = connection.execute(select(SUCCESSOR.c.contest).where(SUCCESSOR.c.id == id_)).scalar()
    return None if found is None else str(found)


def figures_of(connection: Connection, id_: str) -> list[str]:
    """The ids of the figures of a contest as it stands, or as it was last; none where it is not known."""
    found = connection.execute(select(COMPARED.c.figure).where(COMPARED.c.contest == id_).order_by(COMPARED.c.figure))
    figures = [str(figure) for figure in found.scalars()]
    if figures:
        return figures
    kept = connection.execute(select(SUCCESSOR.c.figures).where(SUCCESSOR.c.id == id_)).scalar()
    return [] if kept is None else msgspec.json.decode(zlib.decompress(kept), type=list[str])


def heir(connection: Connection, figures: Sequence[str]) -> str | None:
    """The contest that most of these figures are in, of several the one with the first id; None where there is none."""
    found = Counter(contest for _, contest in _compared(connection, figures) if contest is not None)
    return min(found, key=lambda contest: (-found[contest], contest)) if found else None


def rulings(connection: Connection, *, undone: bool = False) -> tuple[Ruling, ...]:
    """The decisions about what belongs in one contest, by the figures that were in it when they were made.

    Those in force; with `undone` also those that were taken back.
    """
    column = DECISION.c
    query = select(DECISION).where(column.target.startswith("contest:"), column.kind.in_(("join", "part", "undo")))
    every = [decision_of(row) for row in connection.execute(query.order_by(column.number))]
    chosen = every if undone else in_force(every)
    return tuple(_ruling(connection, one) for one in chosen if one.kind in {"join", "part"})


def with_figures(connection: Connection, id_: str, value: dict[str, Any]) -> dict[str, Any]:
    """What a decision that joins or parts holds: besides what it names, the figures that this stood for.

    Raises UnknownTarget where it names something else than figures and contests, or figures that are not there.
    """
    others = value.get("with")
    if not isinstance(others, list) or not others or not all(isinstance(one, str) for one in others):
        raise UnknownTarget("give the figures or contests as a list of ids under `with`: figure:…, contest:…")
    figures = figures_of(connection, current(connection, id_) or id_)
    if not figures and compared_to(connection):
        raise UnknownTarget(f"contest:{id_} is not in the casebook: bring its contests up to date, and look for the id")
    return value | {"figures": figures, "others": [_named(connection, one) for one in others]}


def _ruling(connection: Connection, decision: Decision) -> Ruling:
    value = decision.value
    if "others" not in value:
        # Of an older program, which kept the names alone.
        value = value | {
            "figures": figures_of(connection, decision.target.removeprefix("contest:")),
            "others": [_named(connection, one) for one in value.get("with", []) if isinstance(one, str)],
        }
    others = tuple(tuple(ids) for ids in value["others"] if ids)
    return Ruling(kind="join" if decision.kind == "join" else "part", figures=tuple(value["figures"]), others=others)


def _named(connection: Connection, named: str) -> list[str]:
    about, _, id_ = named.partition(":")
    if about == "figure" and id_:
        return [id_]
    if about == "contest" and id_:
        return figures_of(connection, current(connection, id_) or id_)
    raise UnknownTarget(f"{named!r} is neither figure nor contest: write it as figure:…, contest:…")


def _compared(connection: Connection, figures: Sequence[str]) -> Iterable[tuple[str, str | None]]:
    for at in range(0, len(figures), _AT_ONCE):
        some = COMPARED.c.figure.in_(list(figures[at : at + _AT_ONCE]))
        for row in connection.execute(select(COMPARED.c.figure, COMPARED.c.contest).where(some)):
            yield row.figure, row.contest


def _of_contests(connection: Connection, wanted: ContestFilter) -> Conditions:
    column = CONTEST.c
    found: Conditions = [
        column[name] == value for name in ("harm", "country") if (value := getattr(wanted, name)) is not None
    ]
    found += [column.subject.icontains(word, autoescape=True) for word in (wanted.subject or "").split()]
    if wanted.reason is not None:
        found.append(column.reasons.contains(f" {wanted.reason} "))
    if wanted.conflicts is not None:
        found.append(column.conflicts >= wanted.conflicts)
    if wanted.figure is not None:
        figure = wanted.figure.removeprefix("figure:")
        found.append(column.id.in_(select(COMPARED.c.contest).where(COMPARED.c.figure == figure)))
    if wanted.document is not None:
        document = whole_id(connection, wanted.document)
        found.append(column.id.in_(select(COMPARED.c.contest).where(COMPARED.c.document == document)))
    return found


def _row(row: Any) -> ContestRow:  # noqa: ANN401  a row of CONTEST
    names = set(ContestRow.__struct_fields__) - {"reasons"}
    return ContestRow(reasons=tuple(row.reasons.split()), **{name: row._mapping[name] for name in names})  # noqa: SLF001  a row's columns by name
