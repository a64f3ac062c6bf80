"""The pages, a module for each section; `ROUTES` are the handlers of all of them."""

from litestar.types import ControllerRouterHandler

from accordingto.serve.pages import adding, deciding, report, reports, voices

ROUTES: list[ControllerRouterHandler] = [
    *reports.ROUTES,
    *adding.ROUTES,
    *report.ROUTES,
    *voices.ROUTES,
    *deciding.ROUTES,
]
