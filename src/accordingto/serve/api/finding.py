"""Figures, statements, voices and the register: what was found, and what it is held against."""

from __future__ import annotations

from typing import Any

from litestar import Request, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from accordingto.casebook import (
    FigureFilter,
    FigureRow,
    Page,
    Review,
    Role,
    StatementFilter,
    StatementRow,
    VoiceFilter,
    VoiceRow,
)
from accordingto.records import Kind, Stance
from accordingto.register import Row
from accordingto.serve.api.common import LIMIT, Limit, Listed, Offset, listed, problems
from accordingto.serve.desk import Desk

_Request = Request[Any, Any, Any]


@get("/figures", sync_to_thread=True, responses=problems(404), tags=["figures"])
def list_figures(
    request: _Request,
    desk: NamedDependency[Desk],
    harm: FromQuery[str | None] = None,
    place: FromQuery[str | None] = None,
    period: FromQuery[str | None] = None,
    speaker: FromQuery[str | None] = None,
    voice: FromQuery[str | None] = None,
    unit: FromQuery[str | None] = None,
    low: FromQuery[float | None] = None,
    high: FromQuery[float | None] = None,
    outlet: FromQuery[str | None] = None,
    document: FromQuery[str | None] = None,
    review: FromQuery[Review | None] = None,
    outdated: FromQuery[bool] = False,  # noqa: FBT002  a value of the address, which is named there
    rejected: FromQuery[bool] = False,  # noqa: FBT002
    sort: FromQuery[str] = "added",
    offset: Offset = 0,
    limit: Limit = LIMIT,
) -> Listed[FigureRow]:
    """Figures, with decisions applied; the filters are those of `accordingto figures`."""
    wanted = FigureFilter(
        harm=harm,
        place=place,
        period=period,
        speaker=speaker,
        voice=voice,
        unit=unit,
        low=low,
        high=high,
        outlet=outlet,
        document=document,
        review=review,
        outdated=outdated,
        rejected=rejected,
    )
    return listed(request, desk.casebook.figures_page(wanted, sort=sort, offset=offset, limit=limit))


@get("/statements", sync_to_thread=True, responses=problems(404), tags=["statements"])
def list_statements(
    request: _Request,
    desk: NamedDependency[Desk],
    speaker: FromQuery[str | None] = None,
    voice: FromQuery[str | None] = None,
    about: FromQuery[str | None] = None,
    outlet: FromQuery[str | None] = None,
    stance: FromQuery[Stance | None] = None,
    document: FromQuery[str | None] = None,
    review: FromQuery[Review | None] = None,
    outdated: FromQuery[bool] = False,  # noqa: FBT002
    rejected: FromQuery[bool] = False,  # noqa: FBT002
    sort: FromQuery[str] = "added",
    offset: Offset = 0,
    limit: Limit = LIMIT,
) -> Listed[StatementRow]:
    """Statements, with decisions applied; `about` searches their words."""
    wanted = StatementFilter(
        speaker=speaker,
        voice=voice,
        about=about,
        outlet=outlet,
        stance=stance,
        document=document,
        review=review,
        outdated=outdated,
        rejected=rejected,
    )
    return listed(request, desk.casebook.statements_page(wanted, sort=sort, offset=offset, limit=limit))


@get("/voices", sync_to_thread=True, responses=problems(), tags=["voices"])
def list_voices(
    request: _Request,
    desk: NamedDependency[Desk],
    name: FromQuery[str | None] = None,
    kind: FromQuery[Kind | None] = None,
    named: FromQuery[bool] = True,  # noqa: FBT002
    sort: FromQuery[str] = "-reports",
    offset: Offset = 0,
    limit: Limit = LIMIT,
) -> Listed[VoiceRow]:
    """Persons and bodies over all reports."""
    wanted = VoiceFilter(name=name, kind=kind, named=named)
    return listed(request, desk.casebook.voices_page(wanted, sort=sort, offset=offset, limit=limit))


@get("/voice", sync_to_thread=True, responses=problems(404), tags=["voices"])
def get_voice(desk: NamedDependency[Desk], id: FromQuery[str]) -> VoiceRow:  # noqa: A002  what it is called there
    """The voice that a source (`source:…`) belongs to, with all its names."""
    return desk.casebook.voice(id)


@get("/voice/roles", sync_to_thread=True, responses=problems(404), tags=["voices"])
def list_roles(
    request: _Request,
    desk: NamedDependency[Desk],
    id: FromQuery[str],  # noqa: A002
    sort: FromQuery[str] = "published",
    offset: Offset = 0,
    limit: Limit = LIMIT,
) -> Listed[Role]:
    """What each report calls a voice, and its role."""
    return listed(request, desk.casebook.roles_page(id, sort=sort, offset=offset, limit=limit))


@get("/register", sync_to_thread=True, responses=problems(), tags=["register"])
def list_register(
    request: _Request,
    desk: NamedDependency[Desk],
    source: FromQuery[str | None] = None,
    conflict: FromQuery[str | None] = None,
    value: FromQuery[int | None] = None,
    offset: Offset = 0,
    limit: Limit = LIMIT,
) -> Listed[Row]:
    """Published figures of record: of a publisher as reports name it, of a conflict, with a value."""
    rows = desk.register.find(source=source, conflict=conflict, value=value, off=True)
    some = tuple(rows[offset : offset + limit])
    return listed(request, Page(items=some, total=len(rows), offset=offset, limit=limit))


ROUTES = [list_figures, list_statements, list_voices, get_voice, list_roles, list_register]
