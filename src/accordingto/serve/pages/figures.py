"""The figures of the casebook: a board to filter and sort, whose addresses are its saved views, and its downloads."""

from __future__ import annotations

from typing import Any, get_args

import msgspec
from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect, Stream, Template

from accordingto.errors import UnknownTarget
from accordingto.records import Harm
from accordingto.report import figures_csv, figures_parquet
from accordingto.serve.desk import Desk
from accordingto.serve.files import json_list, kept, streamed
from accordingto.serve.pages.figures_asked import REVIEWS, Asked
from accordingto.serve.pages.figures_found import figures_found, figures_page
from accordingto.serve.pages.figures_rows import board_row
from accordingto.serve.rendering import shown

COLUMNS = {
    "number": "number",
    "harm": "what happened",
    "place": "place",
    "period": "time",
    "speaker": "who says so",
    "outlet": "outlet",
    "published": "day of publication",
    "confidence": "confidence",
    "review": "review",
}
"""What the columns that can be sorted by are called in a sentence."""
READY = (
    ("People killed, the most first", Asked(harm="killed", unit="people", sort="-number")),
    ("Not yet decided, the least sure first", Asked(review="none", sort="confidence")),
    ("Corrected", Asked(review="corrected")),
    ("Rejected", Asked(review="rejected")),
    ("Percentages", Asked(unit="percent")),
)
"""Views that are often wanted: their names, and what they ask for."""


@get("/figures", sync_to_thread=True)
def figures(desk: NamedDependency[Desk], request: Request[Any, Any, Any]) -> Template:
    """The board: the figures that the address asks for."""
    asked = Asked.of(request.query_params)
    found, pager = figures_page(desk, asked)
    return shown(
        "figures",
        title="Figures",
        asked=asked,
        pager=pager,
        rows=[board_row(one) for one in found],
        ready=READY,
        harms=(("", "any, or none"), *((harm, harm) for harm in get_args(Harm))),
        columns=COLUMNS,
        reviews=REVIEWS,
        address=str(request.base_url).rstrip("/") + asked.to(page=asked.page),
    )


@get("/figures/{report:str}/{figure:str}", sync_to_thread=True)
def words(desk: NamedDependency[Desk], report: FromPath[str], figure: FromPath[str]) -> Redirect:
    """The lasting address of a figure: leads to its words, at whatever place of its report it stands by now."""
    try:
        ledger = next(desk.casebook.decided(report, outdated=True))
    except UnknownTarget as error:
        raise NotFoundException(str(error)) from error
    order = sorted(ledger.figures, key=lambda f: (f.span.start, f.span.end))
    place = next((n for n, one in enumerate(order, 1) if one.id == figure), None)
    return Redirect(f"/reports/{ledger.document.id[:16]}" + (f"#q{place}" if place else ""))


@get("/figures.csv", sync_to_thread=True)
def as_csv(desk: NamedDependency[Desk], request: Request[Any, Any, Any]) -> Stream:
    """The figures of a view as CSV."""
    lines = figures_csv(found.figure for found in figures_found(desk, Asked.of(request.query_params)))
    return streamed((line.encode() for line in lines), "figures.csv", "text/csv; charset=utf-8")


@get("/figures.json", sync_to_thread=True)
def as_json(desk: NamedDependency[Desk], request: Request[Any, Any, Any]) -> Stream:
    """The figures of a view as a list in JSON, each as its record."""
    found = figures_found(desk, Asked.of(request.query_params))
    return streamed(json_list(msgspec.json.encode(one.figure) for one in found), "figures.json", "application/json")


@get("/figures.parquet", sync_to_thread=True)
def as_parquet(desk: NamedDependency[Desk], request: Request[Any, Any, Any]) -> Response[bytes]:
    """The figures of a view as Parquet."""
    content = figures_parquet(found.figure for found in figures_found(desk, Asked.of(request.query_params)))
    return kept(content, "figures.parquet", "application/vnd.apache.parquet")


ROUTES = [figures, words, as_csv, as_json, as_parquet]
