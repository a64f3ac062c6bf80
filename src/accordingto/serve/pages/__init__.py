"""The pages, a module for each section; `ROUTES` are the handlers of all, `DOOR` those that there are with accounts."""

from litestar.types import ControllerRouterHandler

from accordingto.serve.pages import accounts, contests, deciding, downloads, figures, login, register, reports

ROUTES: list[ControllerRouterHandler] = [
    *reports.ROUTES,
    *deciding.ROUTES,
    *figures.ROUTES,
    *contests.ROUTES,
    *register.ROUTES,
    *downloads.ROUTES,
]
DOOR = [*login.ROUTES, *accounts.ROUTES]
