"""The pages, a module for each section; `ROUTES` are the handlers of all, `DOOR` those that there are with accounts."""

from litestar.types import ControllerRouterHandler

from accordingto.serve.pages import (
    accounts,
    deciding,
    decisions,
    decisions_since,
    login,
    reports,
    review,
    review_agreement,
    review_training,
)

ROUTES: list[ControllerRouterHandler] = [
    *reports.ROUTES,
    *deciding.ROUTES,
    *decisions.ROUTES,
    *decisions_since.ROUTES,
    *review.ROUTES,
    *review_agreement.ROUTES,
    *review_training.ROUTES,
]
DOOR = [*login.ROUTES, *accounts.ROUTES]
