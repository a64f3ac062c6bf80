"""The forms by which something is decided, each for one target: `GET` shows it, `POST` appends a decision."""

from __future__ import annotations

from typing import Any

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParams, URLEncodedBody
from litestar.plugins.htmx import HTMXRequest
from litestar.response import Redirect, Response, Template

from accordingto.errors import CasebookError, DecidedSince
from accordingto.records import Decision
from accordingto.serve.desk import Desk
from accordingto.serve.pages.deciding_about import About, about
from accordingto.serve.pages.deciding_back import back_of
from accordingto.serve.pages.deciding_fields import Fields
from accordingto.serve.pages.deciding_value import aimed, value_of
from accordingto.serve.pages.deciding_view import form_values, title
from accordingto.serve.pages.decisions_words import sentence
from accordingto.serve.rendering import shown
from accordingto.serve.security.users import User
from accordingto.serve.targets import WAYS, target_id

_IN_PLACE = {"accept", "reject", "grade"}
"""Decisions that change nothing of what a page shows but the state beside the buttons."""


@get("/{target:path}", sync_to_thread=True)
def form(request: HTMXRequest, desk: NamedDependency[Desk], target: FromPath[str], query: QueryParams) -> Template:
    """The form for a target: a page, or for HTMX a part that a page shows beside what it is about."""
    found = about(desk, target.removeprefix("/"))
    fields = Fields(query.dict())
    do = fields.text("do")
    return _form(request, found, do, _values(desk, request, found, fields))


@post("/{target:path}", sync_to_thread=True, status_code=200)
def decide(
    request: HTMXRequest,
    desk: NamedDependency[Desk],
    user: NamedDependency[User],
    target: FromPath[str],
    data: URLEncodedBody[dict[str, Any]],
) -> Response[Any]:
    """Append a decision about a target, or show the form again with what does not fit, or what others have decided."""
    found = about(desk, target.removeprefix("/"))
    fields = Fields(data)
    do, back = fields.text("do"), back_of(request, fields.text("back"))
    since = tuple(one for one in found.decisions if one.number > (fields.whole("seen") or 0))
    made = None if since else _append(desk, user, found, do, fields)
    if made is None:
        # Somebody may have decided between the look at the casebook and the appending.
        found = about(desk, found.target)
        since = tuple(one for one in found.decisions if one.number > (fields.whole("seen") or 0))
        values = form_values(desk, found, do, fields, back=back, sent=True, since=since)
        return _form(request, found, do, values, status=409 if since else 422)
    return _made(request, desk, found, made, back)


def _values(desk: Desk, request: HTMXRequest, found: About, fields: Fields) -> dict[str, Any]:
    """What a form shows that nobody has sent yet."""
    back = back_of(request, fields.text("back"))
    return form_values(desk, found, fields.text("do"), fields, back=back)


def _append(desk: Desk, user: User, found: About, do: str, fields: Fields) -> Decision | None:
    """The decision that was appended; None where something does not fit, which `fields.errors` tells."""
    why = fields.text("usual") or fields.text("why")
    if do not in WAYS[found.kind]:
        fields.errors[""] = f"choose what to do: {', '.join(WAYS[found.kind])}"
        return None
    value = value_of(do, fields, found)
    if not why:
        fields.errors["why"] = "say why: the reason stays beside the decision"
    if fields.errors:
        return None
    target, value = aimed(do, value, found)
    try:
        return desk.casebook.decide(target, do, value, by=user.name, why=why, seen=found.seen)  # type: ignore[arg-type]
    except DecidedSince:
        return None
    except CasebookError as error:
        fields.errors[""] = str(error)
        return None


def _form(request: HTMXRequest, found: About, do: str, values: dict[str, Any], *, status: int = 200) -> Template:
    part = bool(request.htmx)
    page = shown("decide_form" if part else "decide", title=title(found, do), part=part, **values)
    page.status_code = 200 if part else status  # a browser's log would call it an error that a field is empty
    return page


def _made(request: HTMXRequest, desk: Desk, found: About, made: Decision, back: str) -> Response[Any]:
    """What follows on a decision: for HTMX new buttons, or the page anew; else the page that it was made on."""
    if not request.htmx:
        return Redirect(f"{back}#{target_id(found.target)}" if back else f"/decide/{found.target}", status_code=303)
    if back.partition("?")[0] == "/review":
        return Response(None, status_code=204, headers={"HX-Redirect": back})
    if made.kind not in _IN_PLACE:
        return Response(None, status_code=204, headers={"HX-Refresh": "true"})
    now = about(desk, found.target)
    return shown("decide_made", title="", about=now, made=made, sentence=sentence(made), part=True)


# A router: Litestar wraps a handler in a thread twice where two of one address are registered one after the other.
ROUTES = [Router("/decide", route_handlers=[form, decide])]
