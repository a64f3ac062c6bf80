"""The description of the API: OpenAPI 3.1 as JSON, and a page of our own that lists it.

The pages that Litestar brings for it load their scripts from elsewhere, and are not served.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from litestar import MediaType, Request, Router
from litestar.connection import ASGIConnection
from litestar.exceptions import NotFoundException
from litestar.handlers import BaseRouteHandler
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import OpenAPIRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme

from accordingto.serve.rendering import rendered

PATH = "/api"


class Description(OpenAPIRenderPlugin):
    """The description as JSON."""

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        """The description, in which a value may fit several of the kinds that it can have.

        Litestar says `oneOf`, which is wrong of `int | float`: 12 is both.
        """
        return self.render_json(request, _any_of(openapi_schema))


class Operations(OpenAPIRenderPlugin):
    """A page with the operations of the API, in a template of the workbench."""

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        """The page."""
        operations = [
            {"method": method.upper(), "path": path, "tags": [], "description": "", "parameters": [], **operation}
            for path, methods in openapi_schema["paths"].items()
            for method, operation in methods.items()
        ]
        return rendered(request, "api", title="API", operations=operations).encode()


def _any_of(part: Any) -> Any:  # noqa: ANN401  a part of a JSON
    if isinstance(part, dict):
        return {"anyOf" if key == "oneOf" else key: _any_of(value) for key, value in part.items()}
    return [_any_of(value) for value in part] if isinstance(part, list) else part


def _there(connection: ASGIConnection[Any, Any, Any, Any], _handler: BaseRouteHandler) -> None:
    """Litestar answers other addresses beside the description with a page of its own: they are errors as all others."""
    if connection.url.path.rstrip("/") not in {PATH, f"{PATH}/openapi.json"}:
        raise NotFoundException


def description() -> OpenAPIConfig:
    """How the API is described."""
    return OpenAPIConfig(
        title="accordingto",
        version=version("accordingto"),
        description="Who says what, and how many, in the reports of a casebook.",
        path=PATH,
        openapi_router=Router(PATH, route_handlers=[], include_in_schema=False, guards=[_there]),
        render_plugins=[Operations(path="/"), Description(path="/openapi.json", media_type=MediaType.JSON)],
        use_handler_docstrings=True,
        create_examples=False,
        components=Components(security_schemes={"token": SecurityScheme(type="http", scheme="bearer")}),
        security=[{"token": []}, {}],
    )
