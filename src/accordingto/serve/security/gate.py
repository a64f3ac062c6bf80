"""A request -> the same with its user, or an answer that refuses it, before anything else looks at it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from typing import Any, cast
from urllib.parse import quote

from litestar import Litestar
from litestar.connection import ASGIConnection
from litestar.datastructures import Headers, MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.exceptions import HTTPException
from litestar.types import HTTPScope, LifeSpanReceive, LifeSpanScope, LifeSpanSend, Message, Receive, Scope, Send

from accordingto.serve.headers import HEADERS
from accordingto.serve.problems import PROBLEM, problem
from accordingto.serve.security.hosts import wrong_host, wrong_origin
from accordingto.serve.security.roles import SAFE
from accordingto.serve.security.safety import Door, Safety
from accordingto.serve.security.users import User

_OPEN = ("/login", "/static/")
"""What is answered to those who have not logged in."""
_METHODS = SAFE | {"POST", "PUT", "PATCH", "DELETE"}
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
"""What is in no address of ours, and what files and databases choke on."""
_PROXIED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
PAUSE = 20.0
WHOLE = 300.0
"""Seconds between two parts of a request's body, and for all of it."""


class _Refused(Exception):
    """A request that is answered here."""

    def __init__(self, status: int, message: str, headers: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(message)
        self.status, self.message, self.headers = status, message, headers


class Workbench(Litestar):
    """The web application behind its gate: nothing is routed, not even to a page of an error, that did not pass."""

    async def __call__(
        self, scope: Scope | LifeSpanScope, receive: Receive | LifeSpanReceive, send: Send | LifeSpanSend
    ) -> None:
        """Answer a request, or start and stop (ASGI)."""
        if scope["type"] == "lifespan":
            await super().__call__(scope, receive, send)
        elif scope["type"] == ScopeType.HTTP:
            await self._request(scope, cast("Receive", receive), cast("Send", send))

    async def _request(self, scope: HTTPScope, receive: Receive, send: Send) -> None:
        answer = _Answer(scope, send, self.state.safety)
        try:
            _pass(scope, self.state.safety, who=self.state.desk.who)
        except _Refused as refused:
            await answer.refuse(refused)
            return
        await super().__call__(scope, _in_time(receive), answer)


def _pass(scope: HTTPScope, safety: Safety, *, who: str) -> None:
    """Let a request in, with its user; raises _Refused."""
    headers = Headers.from_scope(scope)
    scope["user"], scope["auth"] = None, None
    server = scope.get("server")
    if message := wrong_host(headers, safety.hosts, server[0] if server else None):
        raise _Refused(421, message)
    if scope["method"] not in _METHODS:
        raise _Refused(405, "This method is not known here.", [("Allow", ", ".join(sorted(_METHODS)))])
    if _CONTROL.search(scope["path"]) or b"%00" in scope["query_string"]:
        raise _Refused(400, "The address has a control character in it: write it without.")
    if scope["method"] not in SAFE and (message := wrong_origin(headers, scope["scheme"])):
        raise _Refused(403, message)
    if safety.door is None:
        if any(name in headers for name in _PROXIED):
            raise _Refused(
                403, "This came by a proxy, and there are no accounts: start with --proxy, and with accounts."
            )
        scope["user"], scope["auth"] = User(name=who, role="admin"), "open"
        return
    _know(scope, headers, safety.door, cookie=safety.cookie("session"))


def _know(scope: HTTPScope, headers: Headers, door: Door, *, cookie: str) -> None:
    """Find who makes a request by its token or its session; raises _Refused where nobody is known."""
    path = scope["path"]
    api = path.startswith("/api/")
    if api and "authorization" in headers:
        kind, _, token = headers["authorization"].partition(" ")
        account = door.accounts.of_token(token.strip()) if kind.lower() == "bearer" else None
        scope["auth"] = "token"
    else:
        number = ASGIConnection[Any, Any, Any, Any](scope).cookies.get(cookie)
        account = door.sessions.account(number) if number else None
        scope["auth"] = "session"
    if account is not None:
        scope["user"] = account.user
    elif not path.startswith(_OPEN):
        raise _to_login(scope, headers, api=api)


def _to_login(scope: HTTPScope, headers: Headers, *, api: bool) -> _Refused:
    if api:
        return _Refused(401, "Log in, or send a token: Authorization: Bearer …", [("WWW-Authenticate", "Bearer")])
    if "hx-request" in headers:
        return _Refused(401, "Log in again.", [("HX-Refresh", "true")])
    if scope["method"] not in SAFE:
        return _Refused(401, "Nothing was written: log in again (/login), then repeat it.")
    asked = quote(scope["path"])
    if scope["query_string"]:
        asked += "?" + scope["query_string"].decode("latin-1")
    return _Refused(303, "Log in first: /login", [("Location", f"/login?next={quote(asked, safe='/')}")])


class _Answer:
    """Sends an answer with the headers of all of them, and notes in the log what became of a request that writes."""

    def __init__(self, scope: HTTPScope, send: Send, safety: Safety) -> None:
        self._scope, self._send, self._safety = scope, send, safety

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableScopeHeaders.from_message(message)
            headers.update(HEADERS)
            if not self._scope["path"].startswith("/static/"):
                headers.setdefault("Cache-Control", "no-store")
            if self._scope["method"] not in SAFE:
                self._note(message["status"])
        await self._send(message)

    async def refuse(self, refused: _Refused) -> None:
        """Answer in plain words, or as RFC 9457 says under `/api`."""
        api = self._scope["path"].startswith("/api/")
        body = problem(refused.status, refused.message) if api else refused.message.encode()
        kind = PROBLEM if api else "text/plain; charset=utf-8"
        # The rest of the request is not read, so nothing else can come by this connection.
        headers = [("Content-Type", kind), ("Content-Length", str(len(body))), ("Connection", "close")]
        raw = [(name.lower().encode(), value.encode()) for name, value in (*headers, *refused.headers)]
        await self({"type": "http.response.start", "status": refused.status, "headers": raw})
        await self({"type": "http.response.body", "body": body, "more_body": False})

    def _note(self, status: int) -> None:
        user, client = self._scope.get("user"), self._scope.get("client")
        self._safety.log.write(
            user=user.name if user else None,
            by=self._scope.get("auth"),
            address=client[0] if client else None,
            method=self._scope["method"],
            path=self._scope["path"],
            status=status,
        )


def _in_time(receive: Receive) -> Receive:
    """Gives the parts of a request's body as they come, and gives up on one that takes too long."""
    whole = False
    until: float | None = None

    async def received() -> Any:  # noqa: ANN401  a message of ASGI, of whatever kind
        nonlocal whole, until
        if whole:
            return await receive()
        now = asyncio.get_running_loop().time()
        until = until or now + WHOLE
        try:
            message = await asyncio.wait_for(receive(), min(PAUSE, until - now))
        except TimeoutError:
            raise HTTPException("The request took too long to come: send it again.", status_code=408) from None
        whole = not message.get("more_body", False)
        return message

    return received
