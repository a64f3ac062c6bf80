"""The reports of the casebook: the list."""

from __future__ import annotations

from litestar import get
from litestar.di import NamedDependency
from litestar.response import Redirect, Template

from accordingto.serve.desk import Desk
from accordingto.serve.rendering import shown


@get("/", sync_to_thread=False)
def home() -> Redirect:
    """The workbench begins with its reports."""
    return Redirect("/reports")


@get("/reports", sync_to_thread=True)
def reports(desk: NamedDependency[Desk]) -> Template:
    """All reports."""
    documents = list(desk.casebook.documents())
    return shown("reports", title="Reports", documents=documents)


ROUTES = [home, reports]
