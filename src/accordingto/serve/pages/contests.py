"""The contests of the casebook: their list, the page of each, its charts and its files."""

from __future__ import annotations

from typing import Any, get_args

import msgspec
from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect, Template

from accordingto.records import Harm
from accordingto.report import contests_json
from accordingto.report.csv_text import csv_line
from accordingto.report.site.contests import HEADS
from accordingto.report.wording import capital
from accordingto.serve.desk import Desk
from accordingto.serve.files import kept
from accordingto.serve.pages.contests_chart import ranges, with_addresses
from accordingto.serve.pages.contests_course import course
from accordingto.serve.pages.contests_drawing import alone
from accordingto.serve.pages.contests_list import SORTS, AskedContests, contests_page, gap
from accordingto.serve.pages.contests_pairs import REASONS, AskedPairs, pairs_of
from accordingto.serve.pages.contests_tolls import harms_of, tolls_of
from accordingto.serve.pages.contests_view import ContestView, Line, origins
from accordingto.serve.pages.deciding_about import About
from accordingto.serve.paging import Pager
from accordingto.serve.rendering import shown

_LISTED = 50
"""So many origins of each level stand on a page of a contest; its files have all."""


@get("/contests", sync_to_thread=True)
def contests(desk: NamedDependency[Desk], request: Request[Any, Any, Any]) -> Template:
    """The list of contests."""
    asked = AskedContests.of(request.query_params)
    lines, pager, behind = contests_page(desk, asked)
    return shown(
        "contests",
        title="Contests",
        asked=asked,
        lines=lines,
        pager=pager,
        behind=behind,
        harms=(("", "any"), *((harm, harm) for harm in get_args(Harm))),
        reasons=(("", "any"), *REASONS.items()),
        sorts=SORTS.items(),
    )


@get("/contests/{contest:str}", sync_to_thread=True)
def contest(
    desk: NamedDependency[Desk], request: Request[Any, Any, Any], contest: FromPath[str]
) -> Template | Redirect:
    """The page of a contest; what it was called before figures joined or left leads to it, too."""
    now = desk.contests.now(contest)
    if now != contest:
        return Redirect(f"/contests/{now}")
    found = desk.contests.of(contest)
    asked = AskedPairs.of(request.query_params)
    view = ContestView(found, desk.on_record, desk.held)
    at = min(asked.page, view.row_pages) - 1
    decisions = desk.casebook.contest_decisions(contest)
    rows = Pager(at + 1, view.row_pages, lambda page: asked.to(contest, page=page), size=1)
    return shown(
        "contest",
        title=capital(found.subject),
        contest=found,
        view=view,
        at=at,
        rows=rows,
        asked=asked,
        pairs=pairs_of(found, asked),
        why=REASONS,
        heads=HEADS,
        tolls=tolls_of(found),
        harm=next(iter(harms_of(found)), None),
        levels=[(one, several, len(some), some[:_LISTED]) for one, several, some in origins(found)],
        decisions=decisions,
        review=About(target=f"contest:{contest}", decisions=decisions).review,
        reviews=desk.casebook.figure_reviews(view.told(at)),
        gap=gap(found),
    )


@get("/contests/{contest:str}/chart.json", sync_to_thread=True)
def chart(desk: NamedDependency[Desk], request: Request[Any, Any, Any], contest: FromPath[str]) -> Response[bytes]:
    """A chart of a contest as Vega-Lite: of its ranges, or with `of=course` of the toll as it was reported.

    With `file` it comes under a name, and its links are whole addresses.
    """
    query = request.query_params
    view = _view(desk, contest)
    at = min(AskedPairs.of({"page": query.get("page", "")}).page, view.row_pages) - 1
    made = course(view, at) if query.get("of") == "course" else ranges(view, at, narrow="narrow" in query)
    if made is None:
        raise NotFoundException("There is no such chart: it needs numbers, for the course of a toll from two days.")
    if "file" in query:
        made = with_addresses(made, str(request.base_url).rstrip("/"))
        return kept(msgspec.json.format(msgspec.json.encode(made)), f"contest-{contest}.vl.json", "application/json")
    return Response(msgspec.json.encode(made), media_type="application/json")


@get("/contests/{contest:str}/chart.svg", sync_to_thread=True)
def drawing(desk: NamedDependency[Desk], request: Request[Any, Any, Any], contest: FromPath[str]) -> Response[bytes]:
    """A chart of a contest as an SVG file that stands alone."""
    query = request.query_params
    view = _view(desk, contest)
    at = min(AskedPairs.of({"page": query.get("page", "")}).page, view.row_pages) - 1
    plots = view.course(at) if query.get("of") == "course" else view.plots(at)
    if plots is None:
        raise NotFoundException("There is no such chart: it needs numbers, for the course of a toll from two days.")
    return kept(alone(plots[0]), f"contest-{contest}.svg", "image/svg+xml")


@get("/contests/{contest:str}/contest.json", sync_to_thread=True)
def as_json(desk: NamedDependency[Desk], contest: FromPath[str]) -> Response[bytes]:
    """A contest as `accordingto compare --format json` gives it."""
    return kept(contests_json([desk.contests.of(contest)], indent=2), f"contest-{contest}.json", "application/json")


@get("/contests/{contest:str}/contest.csv", sync_to_thread=True)
def as_csv(desk: NamedDependency[Desk], contest: FromPath[str]) -> Response[bytes]:
    """The rows of a contest, one per origin and number, as CSV."""
    names = [name for name in Line._fields if name != "look"]
    lines = [csv_line(names)]
    lines += [csv_line(getattr(line, name) for name in names) for line in _view(desk, contest).data()]
    return kept("".join(lines), f"contest-{contest}.csv", "text/csv; charset=utf-8")


@get("/contests/{contest:str}/pairs.csv", sync_to_thread=True)
def pairs_as_csv(desk: NamedDependency[Desk], contest: FromPath[str]) -> Response[bytes]:
    """The comparisons of a contest as CSV."""
    pairs = desk.contests.of(contest).comparisons
    lines = [csv_line(("first", "second", "verdict", "reasons", "sentence"))]
    lines += [csv_line((p.first, p.second, p.verdict, " ".join(p.reasons), p.sentence)) for p in pairs]
    return kept("".join(lines), f"contest-{contest}-pairs.csv", "text/csv; charset=utf-8")


def _view(desk: Desk, contest: str) -> ContestView:
    return ContestView(desk.contests.of(contest), desk.on_record, desk.held)


ROUTES = [contests, contest, chart, drawing, as_json, as_csv, pairs_as_csv]
