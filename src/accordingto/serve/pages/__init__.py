"""The pages, a module for each section; `ROUTES` are the handlers of all of them."""

from litestar.types import ControllerRouterHandler

from accordingto.serve.pages import contests, deciding, downloads, figures, register, reports

ROUTES: list[ControllerRouterHandler] = [
    *reports.ROUTES,
    *deciding.ROUTES,
    *figures.ROUTES,
    *contests.ROUTES,
    *register.ROUTES,
    *downloads.ROUTES,
]
