"""Pages of long lists: the part of a casebook that is made for looking through it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Connection, Row, select

from accordingto.casebook import conditions
from accordingto.casebook.counting import names_of
from accordingto.casebook.database import reading
from accordingto.casebook.deciding import about_voice
from accordingto.casebook.effects import decision_of
from accordingto.casebook.facets import facets_of
from accordingto.casebook.filters import (
    DecisionFilter,
    FigureFilter,
    RejectionFilter,
    ReportFilter,
    Review,
    StatementFilter,
    VoiceFilter,
)
from accordingto.casebook.paging import Found, Listing, fetched, paged
from accordingto.casebook.rows import (
    Facets,
    FigureRow,
    Item,
    Page,
    RejectionRow,
    ReportRow,
    Role,
    StatementRow,
    VoiceRow,
)
from accordingto.casebook.schema import DECISION, ENTRY, FIGURE, REJECTION, REPORT, SOURCE, STATEMENT, VOICE
from accordingto.records import Decision, Reported, Stated

if TYPE_CHECKING:
    from sqlalchemy import Engine

_LIMIT = 50


class Pages:
    """Lists of what is in a casebook, page by page.

    `sort` names an order, with a minus before it for the other way round; what is not known comes last. `offset` says
    how many items to pass over, `limit` how many to give. Raises WrongFilter for an order or filter without sense.
    """

    _engine: Engine

    def reports_page(
        self, wanted: ReportFilter | None = None, *, sort: str = "-added", offset: int = 0, limit: int = _LIMIT
    ) -> Page[ReportRow]:
        """Reports, in the order `added`, `published`, `outlet`, `title`, `statements`, `figures` or `checks`."""
        asked, column = wanted or ReportFilter(), REPORT.c
        orders = {
            "added": column.number,
            "published": column.day,
            "outlet": column.outlet_key,
            "title": column.title_order,
            "statements": column.statements,
            "figures": column.figures,
            "checks": column.checks,
        }
        with reading(self._engine) as connection:
            listing = Listing(REPORT, orders, lambda walking: conditions.of_reports(connection, asked, walking=walking))
            found = paged(connection, listing, sort=sort, offset=offset, limit=limit)
            entries = {row.number: row for row in fetched(connection, ENTRY, found.keys)}
            rows = [_report(row, entries[row.number]) for row in fetched(connection, REPORT, found.keys)]
        return _page(found, rows, offset, limit)

    def facets(self, wanted: ReportFilter | None = None, *, most: int = 12) -> Facets:
        """By what the reports that fit can be narrowed further: the `most` frequent values of each kind."""
        with reading(self._engine) as connection:
            return facets_of(connection, wanted or ReportFilter(), most=most)

    def figures_page(
        self, wanted: FigureFilter | None = None, *, sort: str = "added", offset: int = 0, limit: int = _LIMIT
    ) -> Page[FigureRow]:
        """Figures with decisions applied.

        In the order `added`, `harm`, `number`, `place`, `country`, `period`, `speaker`, `outlet`, `published`, `review`
        or `confidence`.
        """
        asked, column = wanted or FigureFilter(), FIGURE.c
        orders = {
            "added": column.number,
            "harm": column.harm,
            "number": column.least,
            "place": column.place,
            "country": column.country,
            "period": column.period_start,
            "speaker": column.speaker_order,
            "outlet": column.outlet_key,
            "published": column.day,
            "review": column.review,
            "confidence": column.confidence,
        }
        with reading(self._engine) as connection:
            listing = Listing(FIGURE, orders, lambda walking: conditions.of_figures(connection, asked, walking=walking))
            found = paged(connection, listing, sort=sort, offset=offset, limit=limit)
            there = fetched(connection, FIGURE, found.keys)
            voices = _voice_ids(connection, there)
            rows = [
                FigureRow(
                    figure=msgspec.json.decode(row.record, type=Reported),
                    review=_review(row),
                    outdated=row.outdated,
                    voice=voices.get(row.voice),
                )
                for row in there
            ]
        return _page(found, rows, offset, limit)

    def statements_page(
        self, wanted: StatementFilter | None = None, *, sort: str = "added", offset: int = 0, limit: int = _LIMIT
    ) -> Page[StatementRow]:
        """Statements with decisions applied.

        In the order `added`, `speaker`, `outlet`, `published`, `stance`, `review` or `confidence`.
        """
        asked, column = wanted or StatementFilter(), STATEMENT.c
        orders = {
            "added": column.number,
            "speaker": column.speaker_order,
            "outlet": column.outlet_key,
            "published": column.day,
            "stance": column.stance,
            "review": column.review,
            "confidence": column.confidence,
        }
        with reading(self._engine) as connection:
            listing = Listing(
                STATEMENT, orders, lambda walking: conditions.of_statements(connection, asked, walking=walking)
            )
            found = paged(connection, listing, sort=sort, offset=offset, limit=limit)
            there = fetched(connection, STATEMENT, found.keys)
            voices = _voice_ids(connection, there)
            rows = [
                StatementRow(
                    statement=msgspec.json.decode(row.record, type=Stated),
                    review=_review(row),
                    outdated=row.outdated,
                    voice=voices.get(row.voice),
                )
                for row in there
            ]
        return _page(found, rows, offset, limit)

    def voices_page(
        self, wanted: VoiceFilter | None = None, *, sort: str = "-reports", offset: int = 0, limit: int = _LIMIT
    ) -> Page[VoiceRow]:
        """Persons and bodies, in the order `name`, `reports`, `statements` or `figures`."""
        asked, column = wanted or VoiceFilter(), VOICE.c
        orders = {
            "reports": column.reports,
            "statements": column.statements,
            "figures": column.figures,
            "name": column.name_order,
        }
        with reading(self._engine) as connection:
            listing = Listing(VOICE, orders, lambda walking: conditions.of_voices(connection, asked, walking=walking))
            found = paged(connection, listing, sort=sort, offset=offset, limit=limit)
            rows = [_voice(row) for row in fetched(connection, VOICE, found.keys)]
        return _page(found, rows, offset, limit)

    def voice(self, id_: str) -> VoiceRow:
        """The voice that a source (`source:…`) belongs to, with all its names; raises UnknownTarget for no source."""
        with reading(self._engine) as connection:
            number = conditions.voice_number(connection, id_)
            row = connection.execute(select(VOICE).where(VOICE.c.number == number)).one()
            names: dict[str, int] = {}
            for _, name, reports in names_of(connection, number):
                names[name] = names.get(name, 0) + reports
            return msgspec.structs.replace(_voice(row), names=tuple(names.items()))

    def roles_page(self, voice: str, *, sort: str = "published", offset: int = 0, limit: int = _LIMIT) -> Page[Role]:
        """What each report calls a voice and its role, in the order `published` or `added`."""
        both = SOURCE.join(REPORT, REPORT.c.document == SOURCE.c.document)
        with reading(self._engine) as connection:
            number = conditions.voice_number(connection, voice)
            listing = Listing(
                SOURCE,
                {"published": SOURCE.c.day, "added": SOURCE.c.number},
                lambda _: [SOURCE.c.voice == number],
            )
            found = paged(connection, listing, sort=sort, offset=offset, limit=limit)
            query = select(SOURCE, REPORT.c.title, REPORT.c.outlet, REPORT.c.published).select_from(both)
            there = {row.number: row for row in connection.execute(query.where(SOURCE.c.number.in_(found.keys)))}
        return _page(found, [_role(there[number]) for number in found.keys], offset, limit)

    def decisions_page(
        self, wanted: DecisionFilter | None = None, *, sort: str = "-number", offset: int = 0, limit: int = _LIMIT
    ) -> Page[Decision]:
        """Decisions, in the order `number`, `by` or `kind`."""
        asked, column = wanted or DecisionFilter(), DECISION.c
        orders = {"number": column.number, "by": column.by, "kind": column.kind}
        with reading(self._engine) as connection:
            listing = Listing(DECISION, orders, lambda _: conditions.of_decisions(connection, asked))
            found = paged(connection, listing, sort=sort, offset=offset, limit=limit)
            rows = [decision_of(row) for row in fetched(connection, DECISION, found.keys)]
        return _page(found, rows, offset, limit)

    def voice_decisions(self, voice: str) -> tuple[Decision, ...]:
        """The decisions about any of the sources that are a voice, in their order; raises UnknownTarget for none."""
        with reading(self._engine) as connection:
            number = conditions.voice_number(connection, voice)
            return tuple(about_voice(connection, number))

    def deciders(self) -> tuple[str, ...]:
        """The names of those who have decided about anything, sorted."""
        with reading(self._engine) as connection:
            return tuple(connection.execute(select(DECISION.c.by).distinct().order_by(DECISION.c.by)).scalars())

    def rejections_page(
        self, wanted: RejectionFilter | None = None, *, sort: str = "-number", offset: int = 0, limit: int = _LIMIT
    ) -> Page[RejectionRow]:
        """What was rejected, in the order `number`, `name` or `reason`."""
        asked, column = wanted or RejectionFilter(), REJECTION.c
        orders = {"number": column.number, "name": column.name, "reason": column.reason}
        with reading(self._engine) as connection:
            listing = Listing(REJECTION, orders, lambda _: conditions.of_rejections(asked))
            found = paged(connection, listing, sort=sort, offset=offset, limit=limit)
            entries = {row.number: row for row in fetched(connection, ENTRY, found.keys)}
            rows = [
                RejectionRow(
                    number=row.number,
                    name=row.name,
                    reason=row.reason,
                    message=row.message,
                    sha256=row.sha256,
                    at=entries[row.number].at,
                    by=entries[row.number].by,
                )
                for row in fetched(connection, REJECTION, found.keys)
            ]
        return _page(found, rows, offset, limit)


def _page(found: Found, rows: list[Item], offset: int, limit: int) -> Page[Item]:
    return Page(items=tuple(rows), total=found.total, capped=found.capped, offset=offset, limit=limit)


def _review(row: Row[Any]) -> Review:
    return row.review or "none"


def _voice_ids(connection: Connection, rows: list[Row[Any]]) -> dict[int, str]:
    """The ids of the voices of some figures or statements."""
    numbers = {row.voice for row in rows if row.voice is not None}
    query = select(VOICE.c.number, VOICE.c.id).where(VOICE.c.number.in_(sorted(numbers)))
    return {int(number): str(id_) for number, id_ in connection.execute(query)}


def _voice(row: Row[Any]) -> VoiceRow:
    return VoiceRow(
        id=row.id, name=row.name, kind=row.kind, reports=row.reports, statements=row.statements, figures=row.figures
    )


def _report(row: Row[Any], entry: Row[Any]) -> ReportRow:
    return ReportRow(
        number=row.number,
        document=row.document,
        name=row.name,
        title=row.title,
        outlet=row.outlet,
        published=row.published,
        url=row.url,
        media_type=row.media_type,
        statements=row.statements or 0,
        figures=row.figures or 0,
        checks=row.checks or 0,
        outdated=row.outdated,
        at=entry.at,
        by=entry.by,
    )


def _role(row: Row[Any]) -> Role:
    return Role(
        source=f"source:{row.id}",
        document=row.document,
        title=row.title,
        outlet=row.outlet,
        published=row.published,
        name=row.name,
        role=row.role,
        affiliation=row.affiliation,
        party=row.party,
        because=row.because,
    )
