"""Desk -> the web application."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from litestar import Litestar, get
from litestar.datastructures import CacheControlHeader, State
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.plugins.htmx import HTMXPlugin
from litestar.static_files import create_static_files_router

from accordingto.errors import AccordingtoError
from accordingto.report.html_page import data_file
from accordingto.serve.api import API
from accordingto.serve.api.description import description
from accordingto.serve.desk import Desk
from accordingto.serve.pages import DOOR, ROUTES
from accordingto.serve.rendering import engine, failed
from accordingto.serve.security.asking import Asking
from accordingto.serve.security.csrf import csrf
from accordingto.serve.security.gate import Workbench
from accordingto.serve.security.roles import check_role
from accordingto.serve.security.safety import BODY, Safety
from accordingto.serve.security.users import user_of

STATIC = Path(str(files("accordingto.serve").joinpath("static")))


_OPEN = {"exclude_from_csrf": True, "open": True}
"""Files of the package change nothing, and who logs in needs them, too."""


@get(
    "/static/page.css", media_type="text/css", sync_to_thread=False, cache_control=CacheControlHeader(max_age=3600),
    opt=_OPEN,
)  # fmt: skip
def page_css() -> str:
    """The style of a report's page, on which that of the workbench builds."""
    return data_file("page.css")


@get(
    "/static/page.js", media_type="text/javascript", sync_to_thread=False,
    cache_control=CacheControlHeader(max_age=3600), opt=_OPEN,
)  # fmt: skip
def page_js() -> str:
    """The script of a report's page: cards, the choice of a voice, tables that sort."""
    return data_file("page.js")


def application(desk: Desk, safety: Safety | None = None) -> Litestar:
    """The application that serves a desk; any server of ASGI can run it.

    Without `safety` it is one for this machine alone: no accounts, and no host but those of loopback. The casebook
    stays open as long as the application lives, and is closed by whom it was opened.
    """
    safety = safety or Safety()
    return Workbench(
        route_handlers=[
            *ROUTES,
            *(DOOR if safety.door else ()),
            API,
            page_css,
            page_js,
            create_static_files_router(path="/static", directories=[STATIC], opt=_OPEN),
        ],
        dependencies={
            "desk": Provide(_desk, sync_to_thread=False),
            "user": Provide(user_of, sync_to_thread=False),
            "safety": Provide(_safety, sync_to_thread=False),
        },
        state=State({"desk": desk, "safety": safety}),
        middleware=[csrf(safety)],
        guards=[check_role],
        request_class=Asking,
        request_max_body_size=BODY,
        template_config=engine(desk),
        exception_handlers={AccordingtoError: failed, HTTPException: failed, 500: failed},
        plugins=[HTMXPlugin()],
        openapi_config=description(),
        include_in_schema=False,
        logging_config=None,
    )


def _desk(state: State) -> Desk:
    return state.desk  # type: ignore[no-any-return]


def _safety(state: State) -> Safety:
    return state.safety  # type: ignore[no-any-return]
