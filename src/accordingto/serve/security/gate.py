"""A request -> the same with its user, before anything else looks at it."""

from __future__ import annotations

from litestar import Litestar
from litestar.types import LifeSpanReceive, LifeSpanScope, LifeSpanSend, Receive, Scope, Send

from accordingto.serve.security.users import User


class Workbench(Litestar):
    """The web application behind its gate: nothing is routed, not even to a page of an error, that did not pass."""

    async def __call__(
        self, scope: Scope | LifeSpanScope, receive: Receive | LifeSpanReceive, send: Send | LifeSpanSend
    ) -> None:
        """Answer a request, or start and stop (ASGI)."""
        if scope["type"] != "lifespan":
            scope["user"] = User(name=self.state.desk.who, role="admin")
        await super().__call__(scope, receive, send)
