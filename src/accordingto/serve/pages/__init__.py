"""The pages, a module for each section; `ROUTES` are the handlers of all of them."""

from accordingto.serve.pages import deciding, decisions, decisions_since, reports, review, review_agreement

ROUTES = [
    *reports.ROUTES, *deciding.ROUTES, *decisions.ROUTES, *decisions_since.ROUTES,
    *review.ROUTES, *review_agreement.ROUTES,
]  # fmt: skip
