"""Only our own pages write: every request that changes something carries the token that its page was given.

A plain form carries it as a field (`{{ csrf_input }}` in a template), HTMX as a header (set once, on `body`).
"""

from __future__ import annotations

import secrets

from litestar.config.csrf import CSRFConfig
from litestar.exceptions import PermissionDeniedException
from litestar.middleware import DefineMiddleware
from litestar.middleware.csrf import CSRFMiddleware
from litestar.types import Receive, Scope, Send

from accordingto.serve.security.safety import Safety

HEADER = "x-csrftoken"


class Csrf(CSRFMiddleware):
    """Litestar's check, but for programs: a token of an account is in no browser, and so sent by no other's page.

    Nor can another's page send what the API takes where there are no accounts: its types of content (handlers with
    `opt={"api": True}` take no form and no plain text) are such as a browser asks for leave first, which is not given.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it in plain words."""
        if scope["auth"] == "token" or (scope["auth"] == "open" and scope["route_handler"].opt.get("api")):
            await self.app(scope, receive, send)
            return
        try:
            await super().__call__(scope, receive, send)
        except PermissionDeniedException:
            raise PermissionDeniedException(
                "Nothing was written: the page that sent this is older than the server, or of elsewhere. Load it anew, "
                "then do it again."
            ) from None


def csrf(safety: Safety) -> DefineMiddleware:
    """The check, with tokens that hold as long as the server runs."""
    return DefineMiddleware(
        Csrf,
        config=CSRFConfig(
            secret=secrets.token_hex(32),
            cookie_name=safety.cookie("csrf"),
            header_name=HEADER,
            cookie_secure=safety.secure,
            cookie_httponly=True,
            # With strict, who comes by a link would be given another token, and the pages that are open be cut off.
            cookie_samesite="lax",
        ),
    )
