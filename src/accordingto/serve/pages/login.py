"""Logging in and out."""

from __future__ import annotations

import re
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get, post
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.exceptions import NotFoundException
from litestar.params import Body, FromQuery
from litestar.response import Redirect, Template

from accordingto.serve.accounts import Account
from accordingto.serve.rendering import shown
from accordingto.serve.security.safety import Door, Safety

_LOCAL = re.compile(r"/(?![/\\])[!-\[\]-~]*")
"""A path of this server: no second slash or backslash at its front, which browsers take for another host's."""


class _Login(msgspec.Struct):
    name: str = ""
    password: str = ""
    next: str = "/"


def door_of(safety: Safety) -> Door:
    """The door; not found where there is none."""
    if safety.door is None:
        raise NotFoundException
    return safety.door


def address_of(request: Request[Any, Any, Any]) -> str:
    """The address that a request comes from, empty where it cannot be told."""
    return request.client.host if request.client else ""


def session_cookie(safety: Safety, number: str) -> Cookie:
    """The cookie that holds a session; an empty one ends it."""
    return Cookie(
        key=safety.cookie("session"),
        value=number,
        path="/",
        httponly=True,
        secure=safety.secure,
        samesite="lax",
        max_age=None if number else 0,
    )


def begin(request: Request[Any, Any, Any], safety: Safety, account: Account) -> Cookie:
    """End the session that a browser brought, and begin another with a number that nobody can have known before."""
    door = door_of(safety)
    door.sessions.end(request.cookies.get(safety.cookie("session"), ""))
    request.scope["user"] = account.user
    return session_cookie(safety, door.sessions.begin(account))


@get("/login", sync_to_thread=False, opt={"open": True})
def login(next: FromQuery[str] = "/") -> Template:  # noqa: A002  what it is called in the address
    """The form to log in with; `next` is the page that was asked for."""
    return shown("login", title="Log in", name="", next=_local(next), message=None)


@post("/login", sync_to_thread=True, status_code=303, opt={"open": True})
def log_in(
    request: Request[Any, Any, Any],
    data: Annotated[_Login, Body(media_type=RequestEncodingType.URL_ENCODED)],
    safety: NamedDependency[Safety],
) -> Response[Any]:
    """Begin a session, if name and password fit and not too many did not before."""
    door, address = door_of(safety), address_of(request)
    wait = door.attempts.wait(data.name, address)
    if wait:
        minutes = int(wait // 60) + 1
        message = f"Too many attempts: wait {minutes} {'minute' if minutes == 1 else 'minutes'}, then try again."
        return _again(data, message, status=429, headers={"Retry-After": str(int(wait) + 1)})
    account = door.accounts.check(data.name, data.password)
    if account is None:
        return _again(data, "Name or password is not right. An admin can give you another password.", status=403)
    door.attempts.succeeded(data.name, address)
    return Redirect(_local(data.next), status_code=303, cookies=[begin(request, safety, account)])


@post("/logout", sync_to_thread=False, status_code=303, opt={"role": "reader"})
def log_out(request: Request[Any, Any, Any], safety: NamedDependency[Safety]) -> Redirect:
    """End the session."""
    door_of(safety).sessions.end(request.cookies.get(safety.cookie("session"), ""))
    return Redirect("/login", status_code=303, cookies=[session_cookie(safety, "")])


def _again(data: _Login, message: str, *, status: int, headers: dict[str, str] | None = None) -> Template:
    page = shown("login", title="Log in", name=data.name, next=_local(data.next), message=message)
    page.status_code = status
    page.headers = headers or {}
    return page


def _local(address: str) -> str:
    """An address that was asked for, if it is a page of this server; else the first page."""
    return address if _LOCAL.fullmatch(address) and not address.startswith("/login") else "/"


ROUTES = [login, log_in, log_out]
