"""The pages, a module for each section; `ROUTES` are the handlers of all of them."""

from accordingto.serve.pages import deciding, reports

ROUTES = [*reports.ROUTES, *deciding.ROUTES]
