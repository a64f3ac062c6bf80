"""Templates and errors -> pages."""

from __future__ import annotations

from http import HTTPStatus
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from litestar import MediaType, Request, Response
from litestar.exceptions import HTTPException
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.response import Template
from litestar.template.config import TemplateConfig
from markupsafe import Markup

from accordingto.errors import AccordingtoError, CasebookBusy, UnknownTarget
from accordingto.report import wording
from accordingto.report.html_page import parts_loader, whole
from accordingto.serve.addresses import figure_href, statement_href, voice_href
from accordingto.serve.desk import Desk
from accordingto.serve.problems import PROBLEM, problem
from accordingto.serve.security.log import tell_fault
from accordingto.serve.security.safety import UPLOAD
from accordingto.serve.targets import DEEDS, NAMES, address_of, target_id, user_may

TEMPLATES = Path(str(files("accordingto.serve").joinpath("templates")))
LISTS = (
    ("/reports", "Reports"),
    ("/voices", "Voices"),
    ("/figures", "Figures"),
    ("/contests", "Contests"),
    ("/review", "Review"),
    ("/decisions", "Decisions"),
    ("/register", "Register"),
    ("/downloads", "Downloads"),
)
"""The sections of the workbench, in the order of the bar at the top: address and name."""

_STATUS = ((UnknownTarget, 404), (CasebookBusy, 503))
"""The statuses of errors that are not the asker's mistake in a value."""


def engine(desk: Desk) -> TemplateConfig[Any]:
    """The templates of the package, which escape everything and fail where a value is missing."""
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(TEMPLATES), parts_loader()]), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.globals |= {
        "book": desk.name, "lists": LISTS, "words": wording, "version": version("accordingto"),
        "deeds": DEEDS, "ways_names": NAMES, "target_id": target_id, "address_of": address_of, "user_may": user_may,
        "last_decision": desk.casebook.last_decision,
        "voice_href": voice_href, "figure_href": figure_href, "statement_href": statement_href,
    }  # fmt: skip
    environment.filters["whole"] = whole
    return TemplateConfig(instance=JinjaTemplateEngine.from_environment(environment))


class Page(Template):
    """A template with what all have: `csrf_input`, the field that each form which posts must hold."""

    def create_template_context(self, request: Request[Any, Any, Any]) -> dict[str, Any]:
        """What the template can name."""
        context = super().create_template_context(request)
        return context | {"csrf_input": Markup(context["csrf_input"])}  # noqa: S704  Litestar's own, which is escaped


def shown(template: str, *, title: str, **values: object) -> Template:
    """A page: its template's name without ending, its title, and what it shows."""
    return Page(f"{template}.html.j2", context={"title": title, **values})


def rendered(request: Request[Any, Any, Any], template: str, *, title: str, **values: object) -> str:
    """The same as text, for what is no answer of a handler."""
    page = shown(template, title=title, **values)
    templates: Any = request.app.template_engine
    return str(templates.get_template(page.template_name).render(page.create_template_context(request)))


def failed(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """What went wrong, as a page, or as JSON under `/api`; of an error that nobody foresaw, only that it was one."""
    status, message, headers = _told(error)
    if request.url.path.startswith("/api/"):
        if status == 404 and message == HTTPStatus.NOT_FOUND.phrase:
            message = f"There is nothing at {request.url.path}: /api lists the addresses that there are."
        wrong = {"errors": error.extra} if isinstance(error, HTTPException) and error.extra else None
        return Response(problem(status, message, wrong), status_code=status, media_type=PROBLEM, headers=headers)
    title = "Not found" if status == 404 else "This did not work"
    page = rendered(request, "failed", title=title, message=message, status=status)
    return Response(page, status_code=status, media_type=MediaType.HTML, headers=headers)


def _told(error: Exception) -> tuple[int, str, dict[str, str]]:
    if isinstance(error, AccordingtoError):
        return next((status for kind, status in _STATUS if isinstance(error, kind)), 400), str(error), {}
    if isinstance(error, HTTPException) and error.status_code == 413:
        most = UPLOAD // 1_000_000
        told = f"This is more than can be sent at once ({most} MB of files): send less, or use `accordingto add`."
        return 413, told, {}
    if isinstance(error, HTTPException) and error.status_code < 500:
        return error.status_code, error.detail, error.headers or {}
    tell_fault(error)
    return 500, "The program made a mistake. What it was stands where it runs; nothing was written.", {}
