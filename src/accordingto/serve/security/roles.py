"""Which role a request needs: looking takes a reader, whatever changes something a reviewer.

A handler that needs another says so with `opt={"role": …}`; one that is open to those who have not logged in, with
`opt={"open": True}`, which the gate must know by its address, too.
"""

from __future__ import annotations

from typing import Any

from litestar.connection import ASGIConnection
from litestar.exceptions import NotAuthorizedException, PermissionDeniedException
from litestar.handlers import BaseRouteHandler

from accordingto.serve.security.users import Role, User

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""The methods that change nothing."""


def check_role(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Let through who may do this (a guard of Litestar's, for all handlers)."""
    if handler.opt.get("open"):
        return
    user: User | None = connection.scope.get("user")
    if user is None:
        raise NotAuthorizedException("Log in first.")
    looking = connection.scope.get("method", "POST") in SAFE
    needed: Role = handler.opt.get("role") or ("reader" if looking else "reviewer")
    if not user.may(needed):
        raise PermissionDeniedException(
            f"{user.name} is a {user.role}, and this takes {'an' if needed == 'admin' else 'a'} {needed}: "
            "an admin can change the role under Accounts."
        )
