"""The pages, a module for each section; `ROUTES` are the handlers of all, `DOOR` those that there are with accounts."""

from accordingto.serve.pages import accounts, login, reports

ROUTES = [*reports.ROUTES]
DOOR = [*login.ROUTES, *accounts.ROUTES]
