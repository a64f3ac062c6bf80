"""One report: its text with voices and figures marked, and beside a mark what it rests on."""

from __future__ import annotations

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.plugins.htmx import HTMXRequest
from litestar.response import Response, Template

from accordingto.report import wording
from accordingto.report.html_page import shown_parts
from accordingto.serve.desk import Desk
from accordingto.serve.pages.report_marks import FigureMark, Mark, figure_mark, statement_mark
from accordingto.serve.pages.report_view import Opened, opened
from accordingto.serve.rendering import shown


@get("/", sync_to_thread=True)
def report(desk: NamedDependency[Desk], report_id: FromPath[str]) -> Template:
    """A report by its sha256, or the first digits of it."""
    return _page(opened(desk, report_id), None)


@get("/figure/{which:str}", sync_to_thread=True)
def figure(
    request: HTMXRequest, desk: NamedDependency[Desk], report_id: FromPath[str], which: FromPath[str]
) -> Template:
    """A figure by its number in the text or its id, beside the report; for HTMX the panel alone."""
    found = opened(desk, report_id)
    return _marked(request, found, figure_mark(desk, found, which))


@get("/statement/{which:str}", sync_to_thread=True)
def statement(
    request: HTMXRequest, desk: NamedDependency[Desk], report_id: FromPath[str], which: FromPath[str]
) -> Template:
    """A statement by its number in the text or its id, beside the report; for HTMX the panel alone."""
    found = opened(desk, report_id)
    return _marked(request, found, statement_mark(desk, found, which))


@get("/raw", sync_to_thread=True)
def raw(desk: NamedDependency[Desk], report_id: FromPath[str]) -> Response[bytes]:
    """The bytes of a report as they came, to keep and never to be shown by the browser."""
    document = opened(desk, report_id).ledger.document
    pdf = document.media_type == "application/pdf"
    return Response(
        desk.casebook.raw(document.id),
        media_type="application/octet-stream" if pdf else "text/plain",
        headers={"Content-Disposition": f'attachment; filename="{document.id[:16]}.{"pdf" if pdf else "txt"}"'},
    )


def _marked(request: HTMXRequest, found: Opened, mark: Mark) -> Template:
    if request.htmx:
        return shown("report_panel", title="", mark=mark, document=found.ledger.document)
    return _page(found, mark)


def _page(found: Opened, mark: Mark | None) -> Template:
    title = wording.heading(found.ledger.document)
    if mark is not None:
        title = f"{'Figure' if isinstance(mark, FigureMark) else 'Statement'} {mark.number} · {title}"
    parts = shown_parts(found.ledger, beside=found.beside, to=found.to)
    return shown("report", title=title, mark=mark, report=found, **parts)


ROUTES = [Router("/reports/{report_id:str}", route_handlers=[report, figure, statement, raw])]
