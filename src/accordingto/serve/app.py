"""Desk -> the web application."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

from litestar import Litestar, Request, Response, get
from litestar.datastructures import CacheControlHeader, State
from litestar.di import Provide
from litestar.plugins.htmx import HTMXPlugin
from litestar.static_files import create_static_files_router

from accordingto.errors import AccordingtoError
from accordingto.report.html_page import data_file
from accordingto.serve.desk import Desk
from accordingto.serve.headers import add_headers
from accordingto.serve.pages import ROUTES
from accordingto.serve.rendering import engine, failed
from accordingto.serve.security.csrf import csrf
from accordingto.serve.security.gate import Workbench
from accordingto.serve.security.users import user_of

STATIC = Path(str(files("accordingto.serve").joinpath("static")))


@get(
    "/static/page.css", media_type="text/css", sync_to_thread=False, cache_control=CacheControlHeader(max_age=3600),
    opt={"exclude_from_csrf": True},
)  # fmt: skip
def page_css() -> str:
    """The style of a report's page, on which that of the workbench builds."""
    return data_file("page.css")


@get(
    "/static/page.js", media_type="text/javascript", sync_to_thread=False,
    cache_control=CacheControlHeader(max_age=3600), opt={"exclude_from_csrf": True},
)  # fmt: skip
def page_js() -> str:
    """The script of a report's page: cards, the choice of a voice, tables that sort."""
    return data_file("page.js")


def application(desk: Desk) -> Litestar:
    """The application that serves a desk; any server of ASGI can run it.

    The casebook stays open as long as the application lives, and is closed by whom it was opened.
    """
    static = create_static_files_router(path="/static", directories=[STATIC], opt={"exclude_from_csrf": True})
    return Workbench(
        route_handlers=[*ROUTES, page_css, page_js, static],
        dependencies={
            "desk": Provide(_desk, sync_to_thread=False),
            "user": Provide(user_of, sync_to_thread=False),
        },
        csrf_config=csrf(secure=False),
        state=State({"desk": desk}),
        template_config=engine(desk),
        before_send=[add_headers],
        exception_handlers={AccordingtoError: _refused, 404: failed, 500: failed},
        plugins=[HTMXPlugin()],
        openapi_config=None,
        logging_config=None,
    )


def _desk(state: State) -> Desk:
    return state.desk  # type: ignore[no-any-return]


def _refused(request: Request[Any, Any, Any], error: AccordingtoError) -> Response[Any]:
    """An error that was foreseen: its words, for the one who caused it."""
    return failed(request, error)
