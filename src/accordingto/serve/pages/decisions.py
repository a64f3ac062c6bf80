"""All decisions: who decided what, when and why, each with a way to undo it."""

from __future__ import annotations

from urllib.parse import urlencode

from litestar import get
from litestar.di import NamedDependency
from litestar.params import QueryParams
from litestar.response import Template

from accordingto.serve.desk import Desk
from accordingto.serve.pages import decisions_words
from accordingto.serve.pages.deciding_fields import Fields
from accordingto.serve.pages.decisions_kept import Asked, listed
from accordingto.serve.pages.decisions_said import said_of
from accordingto.serve.rendering import shown
from accordingto.serve.targets import NAMES, WAYS, noun

ROWS = 50


@get("/decisions", sync_to_thread=True)
def decisions(desk: NamedDependency[Desk], query: QueryParams) -> Template:
    """A page of the decisions that fit, the newest first."""
    fields = Fields(query.dict())
    asked = Asked(by=fields.text("by"), kind=fields.text("kind"), about=fields.text("about"), day=fields.text("day"))
    page = max(1, fields.whole("page") or 1)
    found = listed(desk.casebook, asked, start=(page - 1) * ROWS, most=ROWS)
    given = {name: value for name in ("by", "kind", "about", "day") if (value := getattr(asked, name))}

    def to(number: int) -> str:
        return f"/decisions?{urlencode(given | ({'page': number} if number > 1 else {}))}"

    return shown(
        "decisions",
        title="Decisions",
        asked=asked,
        found=found,
        said=said_of(desk.casebook, [one.target for one in found.items]),
        page=page,
        pages=max(1, -(-found.total // ROWS)),
        to=to,
        told=decisions_words,
        noun=noun,
        kinds=NAMES,
        abouts=tuple(WAYS),
        narrowed=bool(given),
    )


ROUTES = [decisions]
