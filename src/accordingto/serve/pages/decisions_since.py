"""What others have decided since a page was shown: asked for every few seconds, so it must cost next to nothing."""

from __future__ import annotations

from urllib.parse import urlsplit

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.plugins.htmx import HTMXRequest
from litestar.response import Response, Template

from accordingto.records import Decision
from accordingto.serve.desk import Desk
from accordingto.serve.pages.decisions_words import sentence
from accordingto.serve.rendering import shown
from accordingto.serve.security.users import User
from accordingto.serve.targets import address_of, target_id


@get("/changes", sync_to_thread=True)
def changes(
    request: HTMXRequest, desk: NamedDependency[Desk], user: NamedDependency[User], since: FromQuery[int] = 0
) -> Template | Response[None]:
    """The latest decision of somebody else after an entry, in a sentence with a link; nothing where there is none."""
    now = desk.casebook.last_decision()
    if now <= since:
        return Response(None, status_code=204)
    others = [one for one in desk.casebook.decisions(after=since) if one.by != user.name]
    here = [one for one in others if _here(request, one)]
    told = (here or others)[-1:]
    return shown(
        "decisions_since",
        title="",
        now=now,
        told=[(sentence(one), _link(one)) for one in told],
        here=bool(here),
        more=len(others) - len(told),
    )


def _here(request: HTMXRequest, one: Decision) -> bool:
    """Whether a decision is about the report or contest whose page asks."""
    path = urlsplit(request.headers.get("HX-Current-URL", "")).path.split("/")
    if len(path) < 3 or not path[2]:
        return False
    kind, _, id_ = one.target.partition(":")
    if path[1] == "reports":
        return id_[:16] == path[2][:16]
    return path[1] == "contests" and kind == "contest" and id_ == path[2]


def _link(one: Decision) -> str:
    return f"{address_of(one.target)}#{target_id(one.target)}"


ROUTES = [changes]
