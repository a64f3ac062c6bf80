"""The register of record: its rows, and the page of each with the figures of the casebook that were held against it."""

from __future__ import annotations

from typing import Any, get_args

from litestar import Request, get
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Template

from accordingto.register import Measure
from accordingto.serve.desk import Desk
from accordingto.serve.pages.figures_asked import page_number
from accordingto.serve.pages.register_met import LOOKED, met
from accordingto.serve.pages.register_view import STATUS, AskedRows, chain, line, rows_page
from accordingto.serve.paging import address
from accordingto.serve.rendering import shown


@get("/register", sync_to_thread=True)
def register(desk: NamedDependency[Desk], request: Request[Any, Any, Any]) -> Template:
    """The rows that the address asks for."""
    asked = AskedRows.of(request.query_params, desk.register)
    lines, pager = rows_page(desk.register, asked)
    conflicts = sorted({row.conflict for row in desk.register.rows})
    return shown(
        "register",
        title="Register",
        asked=asked,
        lines=lines,
        pager=pager,
        conflicts=(("", "any"), *((name, name.replace("-", " ").title()) for name in conflicts)),
        measures=(("", "any"), *((name, name.replace("_", " ")) for name in get_args(Measure))),
        statuses=(("", "any"), *((name, name) for name in STATUS)),
    )


@get("/register/{row:str}", sync_to_thread=True)
def row_page(desk: NamedDependency[Desk], request: Request[Any, Any, Any], row: FromPath[str]) -> Template:
    """A row: the figure as its source published it, what it replaced, and who in the casebook cites it."""
    known = desk.register
    try:
        found = known[row]
    except KeyError:
        raise NotFoundException(f"There is no row {row} in the register: its list has those that there are.") from None
    page = page_number(request.query_params.get("page", "1"))
    held, more = met(desk, found, page) if found.on else ([], False)
    whole = line(known, known[found.part_of]) if found.part_of else None
    return shown(
        "register_row",
        title=f"{known.publishers[found.publishers[0]].name}: {line(known, found).numbers}",
        line=line(known, found),
        row=found,
        status=STATUS[found.status],
        chain=chain(known, found),
        whole=whole,
        parts=[line(known, part) for part in known.parts(found)],
        origins=[(known.publishers[d.publisher].name, d.status) for d in found.derived_from],
        met=held,
        looked=LOOKED,
        page=page,
        before=address(f"/register/{row}", {"page": page - 1 if page > 2 else None}) if page > 1 else None,
        behind=address(f"/register/{row}", {"page": page + 1}) if more else None,
    )


ROUTES = [register, row_page]
