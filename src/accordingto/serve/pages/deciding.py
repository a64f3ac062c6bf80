"""The forms by which something is decided, each for one target: `GET` shows it, `POST` appends a decision."""

from __future__ import annotations

from typing import Any

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, URLEncodedBody
from litestar.plugins.htmx import HTMXRequest
from litestar.response import Redirect, Response, Template

from accordingto.serve.desk import Desk
from accordingto.serve.pages.deciding_about import About, about
from accordingto.serve.rendering import shown


@get("/{target:path}", sync_to_thread=True)
def form(request: HTMXRequest, desk: NamedDependency[Desk], target: FromPath[str], do: FromQuery[str] = "") -> Template:
    """The form for a target: a page, or for HTMX the part of one."""
    found = about(desk.casebook, target.removeprefix("/"))
    return _shown(request, found, do=do)


@post("/{target:path}", sync_to_thread=True, status_code=200)
def decide(
    request: HTMXRequest, desk: NamedDependency[Desk], target: FromPath[str], data: URLEncodedBody[dict[str, Any]]
) -> Response[Any]:
    """Append a decision about a target."""
    found = about(desk.casebook, target.removeprefix("/"))
    desk.casebook.decide(
        found.target, data.get("do", ""), None, by=desk.who, why=data.get("usual") or data.get("why", "")
    )  # fmt: skip
    return Redirect(f"/decide/{found.target}", status_code=303)


def _shown(request: HTMXRequest, found: About, *, do: str) -> Template:
    template = "decide_form" if request.htmx else "decide"
    return shown(template, title=f"Decide about a {found.kind}", about=found, do=do)


# A router: Litestar wraps a handler in a thread twice where two at one address are registered one by one.
ROUTES = [Router("/decide", route_handlers=[form, decide])]
