"""Reports: listed, one with its ledger, its bytes, added; and what was rejected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.exceptions import ClientException
from litestar.openapi.datastructures import ResponseSpec
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIType, Operation, RequestBody, Schema
from litestar.params import FromPath, FromQuery, JSONBody, RawBody

from accordingto.casebook import Added, Facets, Known, RejectionFilter, RejectionRow, ReportFilter, ReportRow
from accordingto.edtf import InvalidDate, bounds
from accordingto.records import Item, Ledger, Rejection
from accordingto.records.base import Record
from accordingto.serve.api.common import LIMIT, Limit, Listed, Offset, listed, problems
from accordingto.serve.desk import Desk
from accordingto.serve.security.safety import UPLOAD
from accordingto.serve.security.users import User

_Request = Request[Any, Any, Any]
_BYTES = "application/octet-stream"
_KNOWN = {200: ResponseSpec(data_container=Known, description="It was there already.", generate_examples=False)}


@dataclass
class _TakesBytes(Operation):
    """An operation whose body is a file; Litestar describes bodies of JSON and forms by itself, not this one."""

    def __post_init__(self) -> None:
        schema = Schema(type=OpenAPIType.STRING, content_media_type=_BYTES)
        self.request_body = RequestBody(content={_BYTES: OpenAPIMediaType(schema=schema)}, required=True)


class NewReport(Record, frozen=True, kw_only=True):
    """A report as plain text, with what else is known of it; `published` is EDTF."""

    text: str
    name: str = "text"
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None


@get("/reports", sync_to_thread=True, responses=problems(404), tags=["reports"])
def list_reports(
    request: _Request,
    desk: NamedDependency[Desk],
    text: FromQuery[str | None] = None,
    outlet: FromQuery[str | None] = None,
    published_from: FromQuery[str | None] = None,
    published_to: FromQuery[str | None] = None,
    speaker: FromQuery[str | None] = None,
    voice: FromQuery[str | None] = None,
    harm: FromQuery[str | None] = None,
    place: FromQuery[str | None] = None,
    outdated: FromQuery[bool] = False,  # noqa: FBT002  a value of the address, which is named there
    sort: FromQuery[str] = "-added",
    offset: Offset = 0,
    limit: Limit = LIMIT,
) -> Listed[ReportRow]:
    """Reports without their texts."""
    wanted = ReportFilter(
        text=text,
        outlet=outlet,
        published_from=published_from,
        published_to=published_to,
        speaker=speaker,
        voice=voice,
        harm=harm,
        place=place,
        outdated=outdated,
    )
    return listed(request, desk.casebook.reports_page(wanted, sort=sort, offset=offset, limit=limit))


@get("/facets", sync_to_thread=True, responses=problems(), tags=["reports"])
def facets(desk: NamedDependency[Desk], text: FromQuery[str | None] = None) -> Facets:
    """By what reports can be narrowed: the most frequent outlets, years, speakers, harms and countries."""
    return desk.casebook.facets(ReportFilter(text=text))


@get("/reports/{report:str}/ledger", sync_to_thread=True, responses=problems(404), tags=["reports"])
def get_ledger(
    desk: NamedDependency[Desk],
    report: FromPath[str],
    decided: FromQuery[bool] = True,  # noqa: FBT002
) -> Ledger:
    """The ledger of a report (its sha256, or the first digits of it), with decisions applied or as it was read."""
    if decided:
        return next(desk.casebook.decided(report))
    return desk.casebook.ledgers_of(report)[-1]


@get(
    "/reports/{report:str}/raw", sync_to_thread=True, responses=problems(404), tags=["reports"],
    media_type=_BYTES,
)  # fmt: skip
def get_raw(desk: NamedDependency[Desk], report: FromPath[str]) -> Response[bytes]:
    """The bytes of a report as they came: a file to save, which no browser opens."""
    headers = {"Content-Disposition": "attachment; filename=report.bin"}
    return Response(desk.casebook.raw(report), media_type=_BYTES, headers=headers)


@post(
    "/reports", sync_to_thread=True, request_max_body_size=UPLOAD, tags=["reports"],
    responses={**problems(413, 415, 422), **_KNOWN},
)  # fmt: skip
def add_text(
    desk: NamedDependency[Desk],
    user: NamedDependency[User],
    data: JSONBody[NewReport],
    why: FromQuery[str | None] = None,
) -> Response[Added | Known]:
    """Read a text and keep it; `why` stays in the casebook."""
    return _added(desk, _item(data), by=user.name, why=why)


@post(
    "/reports/file", sync_to_thread=True, request_max_body_size=UPLOAD, tags=["reports"],
    opt={"takes": _BYTES}, operation_class=_TakesBytes,
    responses={**problems(413, 415, 422), **_KNOWN},
)  # fmt: skip
def add_file(
    desk: NamedDependency[Desk],
    user: NamedDependency[User],
    body: RawBody,
    name: FromQuery[str] = "file",
    why: FromQuery[str | None] = None,
) -> Response[Added | Known]:
    """Read a file (text, HTML or PDF) and keep it; its bytes are the body."""
    return _added(desk, Item(name=name, data=body), by=user.name, why=why)


@get("/rejections", sync_to_thread=True, responses=problems(), tags=["reports"])
def list_rejections(
    request: _Request,
    desk: NamedDependency[Desk],
    reason: FromQuery[str | None] = None,
    name: FromQuery[str | None] = None,
    sort: FromQuery[str] = "-number",
    offset: Offset = 0,
    limit: Limit = LIMIT,
) -> Listed[RejectionRow]:
    """What could not be read, and why."""
    wanted = RejectionFilter(reason=reason, name=name)
    return listed(request, desk.casebook.rejections_page(wanted, sort=sort, offset=offset, limit=limit))


def _added(desk: Desk, item: Item, *, by: str, why: str | None) -> Response[Added | Known]:
    result = desk.add(item, by=by, why=why)
    if isinstance(result, Rejection):
        raise ClientException(f"{result.name}: {result.message}", status_code=422, extra=[msgspec.to_builtins(result)])
    return Response(result, status_code=200 if isinstance(result, Known) else 201)


def _item(given: NewReport) -> Item:
    """A text with what is known of it; what was sent is the evidence, so that all of it can be looked up later."""
    if given.published is not None:
        try:
            bounds(given.published)
        except InvalidDate as error:
            raise ClientException(f"published: {error}", status_code=422) from None
    wrapped = any((given.title, given.outlet, given.author, given.published, given.url))
    return Item(
        name=given.name,
        data=msgspec.json.encode(given) if wrapped else given.text.encode("utf-8", "replace"),
        text=given.text,
        title=given.title,
        outlet=given.outlet,
        author=given.author,
        published=given.published,
        url=given.url,
    )


ROUTES = [list_reports, facets, get_ledger, get_raw, add_text, add_file, list_rejections]
