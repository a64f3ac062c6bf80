"""Contests: figures of several reports that speak of the same thing."""

from __future__ import annotations

from typing import Any

from litestar import Request, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from accordingto.casebook import ContestFilter, ContestRow
from accordingto.records import Contest
from accordingto.serve.api.common import LIMIT, Limit, Listed, Offset, listed, problems
from accordingto.serve.desk import Desk


@get("/contests", sync_to_thread=True, responses=problems(404), tags=["contests"])
def list_contests(
    request: Request[Any, Any, Any],
    desk: NamedDependency[Desk],
    harm: FromQuery[str | None] = None,
    country: FromQuery[str | None] = None,
    subject: FromQuery[str | None] = None,
    conflicts: FromQuery[int | None] = None,
    figure: FromQuery[str | None] = None,
    document: FromQuery[str | None] = None,
    sort: FromQuery[str] = "-conflicts",
    offset: Offset = 0,
    limit: Limit = LIMIT,
) -> Listed[ContestRow]:
    """Contests without their figures; `/head` tells how many entries they are behind."""
    wanted = ContestFilter(
        harm=harm, country=country, subject=subject, conflicts=conflicts, figure=figure, document=document
    )  # fmt: skip
    desk.contests.up_to_date()
    return listed(request, desk.casebook.contests_page(wanted, sort=sort, offset=offset, limit=limit))


@get("/contests/{contest:str}", sync_to_thread=True, responses=problems(404), tags=["contests"])
def get_contest(desk: NamedDependency[Desk], contest: FromPath[str]) -> Contest:
    """A contest with its figures, comparisons and origins; by an id that it had before, what it has become."""
    desk.contests.up_to_date()
    return desk.casebook.contest(contest)


ROUTES = [list_contests, get_contest]
