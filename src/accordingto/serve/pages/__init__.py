"""The pages, a module for each section; `ROUTES` are the handlers of all of them."""

from accordingto.serve.pages import deciding, report, reports

ROUTES = [*reports.ROUTES, *report.ROUTES, *deciding.ROUTES]
