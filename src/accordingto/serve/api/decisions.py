"""Decisions, and what has happened in the casebook since a moment."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from litestar import Request, get, post
from litestar.di import NamedDependency
from litestar.exceptions import ClientException
from litestar.params import FromQuery, JSONBody, QueryParameter

from accordingto.casebook import DecisionFilter, Event
from accordingto.errors import UnknownTarget
from accordingto.records import Decision, DecisionKind
from accordingto.records.base import Record
from accordingto.serve.api.common import LIMIT, Limit, Listed, Offset, listed, problems
from accordingto.serve.desk import Desk
from accordingto.serve.security.users import User


class NewDecision(Record, frozen=True, kw_only=True):
    """A decision to append: about what, which, with what value, and why."""

    target: str
    kind: DecisionKind
    value: dict[str, Any] = msgspec.field(default_factory=dict)
    why: str


class State(Record, frozen=True, kw_only=True):
    """Where a casebook stands: the number and hash of its last entry, and how many entries its contests are behind."""

    number: int
    hash: str
    contests_behind: int


@get("/decisions", sync_to_thread=True, responses=problems(404), tags=["decisions"])
def list_decisions(
    request: Request[Any, Any, Any],
    desk: NamedDependency[Desk],
    target: FromQuery[str | None] = None,
    about: FromQuery[str | None] = None,
    document: FromQuery[str | None] = None,
    kind: FromQuery[DecisionKind | None] = None,
    by: FromQuery[str | None] = None,
    sort: FromQuery[str] = "-number",
    offset: Offset = 0,
    limit: Limit = LIMIT,
) -> Listed[Decision]:
    """Decisions, the newest first."""
    wanted = DecisionFilter(target=target, about=about, document=document, kind=kind, by=by)
    return listed(request, desk.casebook.decisions_page(wanted, sort=sort, offset=offset, limit=limit))


@post("/decisions", sync_to_thread=True, responses=problems(413, 415, 422), tags=["decisions"])
def decide(desk: NamedDependency[Desk], user: NamedDependency[User], data: JSONBody[NewDecision]) -> Decision:
    """Append a decision in the name of the user; nothing is overwritten."""
    try:
        return desk.casebook.decide(data.target, data.kind, data.value, by=user.name, why=data.why)
    except UnknownTarget as error:
        raise ClientException(str(error), status_code=422) from None


@get("/head", sync_to_thread=True, responses=problems(), tags=["changes"])
def head(desk: NamedDependency[Desk]) -> State:
    """The last entry. Whoever keeps its hash can tell later that nothing before it was changed."""
    last = desk.casebook.head()
    return State(number=last.number, hash=last.hash, contests_behind=desk.casebook.contests_behind())


@get("/changes", sync_to_thread=True, responses=problems(), tags=["changes"])
def changes(
    desk: NamedDependency[Desk],
    since: Annotated[
        int, QueryParameter(ge=0, le=2**53, description="The number of the last entry that is known.")
    ] = 0,
    limit: Limit = LIMIT,
) -> list[Event]:
    """What was done after an entry, in its order: the first `limit` entries."""
    return list(desk.casebook.since(since, most=limit))


ROUTES = [list_decisions, decide, head, changes]
