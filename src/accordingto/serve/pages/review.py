"""What wants looking at first: one thing at a time, or as a list."""

from __future__ import annotations

from urllib.parse import urlencode

from litestar import get
from litestar.di import NamedDependency
from litestar.params import QueryParams
from litestar.response import Template

from accordingto.serve.desk import Desk
from accordingto.serve.pages.deciding_about import about
from accordingto.serve.pages.deciding_fields import Fields
from accordingto.serve.pages.deciding_reasons import usual
from accordingto.serve.pages.review_queue import KINDS, waiting
from accordingto.serve.rendering import shown

ROWS = 50


@get("/review", sync_to_thread=True)
def review(desk: NamedDependency[Desk], query: QueryParams) -> Template:
    """The first thing in the queue, or the one that `place` names; deciding brings the next."""
    fields = Fields(query.dict())
    kind, place = fields.choice("kind", KINDS) or "", max(1, fields.whole("place") or 1)
    contests = desk.contests.disputed() if kind in {"", "contest"} else ()
    found = waiting(desk, contests, kind=kind, start=place - 1, most=1)
    if not found.items and found.total:
        found = waiting(desk, contests, kind=kind, start=0, most=1)
    one = found.items[0] if found.items else None
    return shown(
        "review",
        title="Review",
        one=one,
        seen=about(desk.casebook, one.item.target).seen if one else 0,
        total=found.total,
        more=found.more,
        kind=kind,
        kinds=KINDS,
        usual=usual,
        to=lambda **given: _address("/review", kind=kind, **given),
    )


@get("/review/list", sync_to_thread=True)
def review_list(desk: NamedDependency[Desk], query: QueryParams) -> Template:
    """The queue as a list."""
    fields = Fields(query.dict())
    kind, page = fields.choice("kind", KINDS) or "", max(1, fields.whole("page") or 1)
    contests = desk.contests.disputed() if kind in {"", "contest"} else ()
    found = waiting(desk, contests, kind=kind, start=(page - 1) * ROWS, most=ROWS)
    return shown(
        "review_list",
        title="To review",
        found=found,
        page=page,
        pages=max(1, -(-found.total // ROWS)),
        kind=kind,
        kinds=KINDS,
        to=lambda number: _address("/review/list", kind=kind, page=number),
    )


def _address(path: str, **given: object) -> str:
    told = {name: value for name, value in given.items() if value not in ("", None, 1)}
    return f"{path}?{urlencode(told)}" if told else path


ROUTES = [review, review_list]
