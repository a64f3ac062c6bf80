"""Somebody who works at the workbench."""

from __future__ import annotations

from typing import Any, Literal

from litestar import Request

from accordingto.records.base import Record

Role = Literal["reader", "reviewer", "admin"]
"""A reader looks, a reviewer also adds and decides, an admin also manages accounts."""
RANKS: tuple[Role, ...] = ("reader", "reviewer", "admin")
"""The roles; each may do what those before it may."""


class User(Record, frozen=True, kw_only=True):
    """Who makes a request: the name that decisions carry, and the role."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether this user may do what a role may.

        >>> User(name="Ada", role="reviewer").may("reader"), User(name="Ada", role="reviewer").may("admin")
        (True, False)
        """
        return RANKS.index(self.role) >= RANKS.index(role)


def user_of(request: Request[User, Any, Any]) -> User:
    """The user of a request, for the handlers that ask for `user`."""
    return request.user
