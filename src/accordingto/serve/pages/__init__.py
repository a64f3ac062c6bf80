"""The pages, a module for each section; `ROUTES` are the handlers of all, `DOOR` those that there are with accounts."""

from litestar.types import ControllerRouterHandler

from accordingto.serve.pages import (
    accounts,
    adding,
    contests,
    deciding,
    decisions,
    decisions_since,
    downloads,
    figures,
    login,
    register,
    report,
    reports,
    review,
    review_agreement,
    review_training,
    voices,
)

ROUTES: list[ControllerRouterHandler] = [
    *reports.ROUTES,
    *adding.ROUTES,
    *report.ROUTES,
    *voices.ROUTES,
    *figures.ROUTES,
    *contests.ROUTES,
    *register.ROUTES,
    *downloads.ROUTES,
    *deciding.ROUTES,
    *decisions.ROUTES,
    *decisions_since.ROUTES,
    *review.ROUTES,
    *review_agreement.ROUTES,
    *review_training.ROUTES,
]
DOOR = [*login.ROUTES, *accounts.ROUTES]
