"""Accounts: one's own, with password and tokens, and all of them, for admins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.exceptions import TooManyRequestsException
from litestar.params import Body
from litestar.response import Redirect, Template

from accordingto.errors import AccountsError
from accordingto.serve.pages.login import address_of, begin, door_of
from accordingto.serve.rendering import shown
from accordingto.serve.security.safety import Safety
from accordingto.serve.security.users import RANKS, Role, User

READER = {"role": "reader"}
ADMIN = {"role": "admin"}
TOKEN_DAYS = 90


class _Fields(msgspec.Struct):
    """The fields of all forms of these pages; each form has some."""

    name: str = ""
    role: str = ""
    password: str = ""
    current: str = ""
    label: str = ""
    id: str = ""


_Form = Annotated[_Fields, Body(media_type=RequestEncodingType.URL_ENCODED)]


@get("/account", sync_to_thread=True, opt=READER)
def account(user: NamedDependency[User], safety: NamedDependency[Safety]) -> Template:
    """One's own account."""
    return _own(user, safety)


@post("/account/password", sync_to_thread=True, status_code=200, opt=READER)
def set_own_password(
    request: Request[Any, Any, Any], data: _Form, user: NamedDependency[User], safety: NamedDependency[Safety]
) -> Response[Any]:
    """Change one's password: all other sessions and all tokens end."""
    door, address = door_of(safety), address_of(request)
    if door.attempts.wait(user.name, address):
        raise TooManyRequestsException("Too many attempts: wait a quarter of an hour, then try again.")
    if door.accounts.check(user.name, data.current) is None:
        return _own(user, safety, wrong="The password that you have now is not right.")
    door.attempts.succeeded(user.name, address)
    try:
        door.accounts.set_password(user.name, data.password)
    except AccountsError as error:
        return _own(user, safety, wrong=str(error))
    _note(safety, user, "changed the password", user.name)
    page = _own(user, safety, done="Your password is changed. Other sessions and all tokens have ended.")
    changed = door.accounts.get(user.name)
    if changed is not None:
        page.cookies = [begin(request, safety, changed)]
    return page


@post("/account/tokens", sync_to_thread=True, status_code=200, opt=READER)
def make_token(data: _Form, user: NamedDependency[User], safety: NamedDependency[Safety]) -> Template:
    """A new token, shown this once."""
    label = " ".join(data.label.split())[:80] or "token"
    token = door_of(safety).accounts.make_token(user.name, label=label, days=TOKEN_DAYS)
    _note(safety, user, "made a token", user.name)
    return _own(user, safety, token=token)


@post("/account/tokens/end", sync_to_thread=True, status_code=200, opt=READER)
def end_token(data: _Form, user: NamedDependency[User], safety: NamedDependency[Safety]) -> Template:
    """End a token of one's own."""
    try:
        door_of(safety).accounts.end_token(user.name, data.id)
    except AccountsError as error:
        return _own(user, safety, wrong=str(error))
    _note(safety, user, "ended a token", user.name)
    return _own(user, safety, done="The token has ended.")


@get("/accounts", sync_to_thread=True, opt=ADMIN)
def accounts(safety: NamedDependency[Safety]) -> Template:
    """All accounts."""
    return _all(safety)


@post("/accounts", sync_to_thread=True, status_code=303, opt=ADMIN)
def add(data: _Form, user: NamedDependency[User], safety: NamedDependency[Safety]) -> Response[Any]:
    """Make an account."""
    return _changed(
        safety, user, "made an account", data.name,
        lambda: door_of(safety).accounts.add(data.name, _role(data.role), data.password),
    )  # fmt: skip


@post("/accounts/role", sync_to_thread=True, status_code=303, opt=ADMIN)
def set_role(data: _Form, user: NamedDependency[User], safety: NamedDependency[Safety]) -> Response[Any]:
    """Give an account another role."""
    return _changed(
        safety, user, f"gave the role {data.role}", data.name,
        lambda: door_of(safety).accounts.set_role(data.name, _role(data.role)),
    )  # fmt: skip


@post("/accounts/password", sync_to_thread=True, status_code=303, opt=ADMIN)
def set_password(data: _Form, user: NamedDependency[User], safety: NamedDependency[Safety]) -> Response[Any]:
    """Give an account another password."""
    return _changed(
        safety, user, "gave another password", data.name,
        lambda: door_of(safety).accounts.set_password(data.name, data.password),
    )  # fmt: skip


@post("/accounts/remove", sync_to_thread=True, status_code=303, opt=ADMIN)
def remove(data: _Form, user: NamedDependency[User], safety: NamedDependency[Safety]) -> Response[Any]:
    """Take an account away."""
    return _changed(safety, user, "removed", data.name, lambda: door_of(safety).accounts.remove(data.name))


def _changed(safety: Safety, user: User, did: str, name: str, change: Callable[[], object]) -> Response[Any]:
    try:
        change()
    except AccountsError as error:
        page = _all(safety, wrong=str(error))
        page.status_code = 400
        return page
    _note(safety, user, did, name)
    return Redirect("/accounts", status_code=303)


def _note(safety: Safety, user: User, did: str, name: str) -> None:
    safety.log.write(user=user.name, did=did, account=name)


def _role(given: str) -> Role:
    for role in RANKS:
        if role == given:
            return role
    raise AccountsError(f"{given!r} is no role: give one of {', '.join(RANKS)}")


def _own(
    user: User, safety: Safety, *, wrong: str | None = None, done: str | None = None, token: str | None = None
) -> Template:
    page = shown(
        "account", title="Your account", tokens=door_of(safety).accounts.tokens(user.name), wrong=wrong, done=done,
        token=token, days=TOKEN_DAYS, user_name=user.name, user_role=user.role,
    )  # fmt: skip
    page.status_code = 400 if wrong else 200
    return page


def _all(safety: Safety, *, wrong: str | None = None) -> Template:
    return shown("accounts", title="Accounts", accounts=tuple(door_of(safety).accounts), roles=RANKS, wrong=wrong)


ROUTES = [
    account, set_own_password, make_token, end_token, accounts, add, set_role, set_password, remove,
]  # fmt: skip
