"""What the handlers of the API have in common: pages of lists, and the errors that they describe."""

from __future__ import annotations

from typing import Annotated, Any, Generic, TypeVar
from urllib.parse import urlencode

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.exceptions import HTTPException
from litestar.handlers import BaseRouteHandler
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import QueryParameter

from accordingto.casebook import Page
from accordingto.records.base import Record
from accordingto.serve.problems import PROBLEM
from accordingto.serve.security.roles import SAFE

T = TypeVar("T")
Offset = Annotated[int, QueryParameter(ge=0, le=10_000_000, description="So many are passed over.")]
Limit = Annotated[int, QueryParameter(ge=1, le=500, description="So many come at most.")]
LIMIT = 50


class Listed(Record, Generic[T], frozen=True, kw_only=True):
    """A page of a list: `total` is how many there are, or more where `capped`; `next` is the address of the page
    behind, null on the last one.
    """

    items: tuple[T, ...]
    total: int
    capped: bool
    next: str | None


class Problem(Record, frozen=True, kw_only=True):
    """What went wrong (RFC 9457); `detail` says the next step, `errors` which values were wrong."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[dict[str, Any]] | None = None


def listed(request: Request[Any, Any, Any], page: Page[T]) -> Listed[T]:
    """A page with the address of the next, which asks for the same."""
    behind = page.offset + len(page.items)
    more = len(page.items) == page.limit and (page.capped or behind < page.total)
    asked = [(k, v) for k, v in request.query_params.multi_items() if k not in {"offset", "limit"}]
    following = urlencode([*asked, ("offset", behind), ("limit", page.limit)])
    return Listed(
        items=page.items,
        total=page.total,
        capped=page.capped,
        next=f"{request.url.path}?{following}" if more else None,
    )


def check_type(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Refuse a body of another type than the handler takes (a guard of Litestar's).

    Litestar would take any. But what a form of another site can send without asking (RFC 9110 and the Fetch standard
    call them simple: forms and plain text) must never write here.
    """
    if connection.scope.get("method") in SAFE:
        return
    takes = handler.opt.get("takes", "application/json")
    given = connection.headers.get("content-type", "").partition(";")[0].strip().lower()
    if given != takes:
        raise HTTPException(f"The body is {given or 'of no type'}: send {takes}.", status_code=415)


def problems(*statuses: int) -> dict[int, ResponseSpec]:
    """The errors that a handler may answer with, for its description."""
    said = {
        400: "A value makes no sense.",
        401: "Nobody has logged in, and there is no token, or one that is over.",
        403: "This takes another role, or came from elsewhere.",
        404: "There is no such thing.",
        413: "The body is too large.",
        415: "The body is of another type.",
        422: "What was sent cannot be taken.",
    }
    all_ = sorted({400, 401, 403, *statuses})
    return {
        status: ResponseSpec(
            data_container=Problem, description=said[status], media_type=PROBLEM, generate_examples=False
        )
        for status in all_
    }
