"""The pages, a module for each section; `ROUTES` are the handlers of all, `DOOR` those that there are with accounts."""

from litestar.types import ControllerRouterHandler

from accordingto.serve.pages import accounts, adding, deciding, login, report, reports, voices

ROUTES: list[ControllerRouterHandler] = [
    *reports.ROUTES,
    *adding.ROUTES,
    *report.ROUTES,
    *voices.ROUTES,
    *deciding.ROUTES,
]
DOOR = [*login.ROUTES, *accounts.ROUTES]
